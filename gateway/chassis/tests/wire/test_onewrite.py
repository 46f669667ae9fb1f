"""An answer leaves in one write; nothing is lost, held back or reordered."""

import asyncio

import pytest

from chassis.onewrite import MOST_HELD, OneWrite


class Recorded(asyncio.Transport):
    """Where the kernel would be: what was handed over, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[bytes | str] = []

    def write(self, data: bytes) -> None:  # type: ignore[override]
        self.seen.append(data)

    def close(self) -> None:
        self.seen.append("closed")

    def is_closing(self) -> bool:
        return "closed" in self.seen


@pytest.fixture
def wire() -> Recorded:
    return Recorded()


async def test_what_is_written_in_one_turn_leaves_together(wire: Recorded) -> None:
    one = OneWrite(wire, asyncio.get_running_loop())

    one.write(b"head ")
    one.write(b"body")
    assert wire.seen == []
    await asyncio.sleep(0)
    one.write(b"next")
    await asyncio.sleep(0)

    assert wire.seen == [b"head body", b"next"]


async def test_a_long_stream_is_not_held_back(wire: Recorded) -> None:
    one = OneWrite(wire, asyncio.get_running_loop())

    one.write(b"x" * MOST_HELD)
    one.write(b"y")
    one.write(b"z")

    assert wire.seen == [b"x" * MOST_HELD + b"y"]
    await asyncio.sleep(0)
    assert wire.seen[1:] == [b"z"]


async def test_closing_sends_first_what_was_written(wire: Recorded) -> None:
    one = OneWrite(wire, asyncio.get_running_loop())

    one.write(b"bye")
    one.close()
    await asyncio.sleep(0)

    assert wire.seen == [b"bye", "closed"]
    assert one.is_closing()
