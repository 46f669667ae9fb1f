"""Kept files lie sealed: no plain text in the store, nothing changed is opened, keys are replaced
while files are read."""

import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from chassis.files.reseal import reseal
from chassis.files.sealing import FRAME, HEAD, WHOLE, FileSealer, Unreadable
from chassis.files.store import FileStore, Stored, sealer
from chassis.settings import Settings

CANARY = b"CANARY-7719 Nguyen Van A"
OLD, NEW = os.urandom(32), os.urandom(32)


def pdf(size: int = 400_000) -> bytes:
    head = b"%PDF-1.7\n" + CANARY
    return head + b"x" * (size - len(head) - 6) + b"\n%%EOF"


async def pieces(data: bytes, size: int = 5000) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def put(store: FileStore, data: bytes) -> Stored:
    return await store.put(
        pieces(data), declared_name="a.pdf", declared_type="application/pdf", max_bytes=1 << 21
    )


async def read(store: FileStore, key: str) -> bytes:
    return b"".join([piece async for piece in await store.get(key)])


def at(folder: Path, *secrets_: bytes) -> FileStore:
    return FileStore.at("", folder, FileSealer(*secrets_))


def place(folder: Path, key: str) -> Path:
    return folder / "files" / key


@pytest.mark.parametrize("size", [60, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 7])
async def test_what_lies_in_the_store_is_sealed_and_comes_back_whole(
    tmp_path: Path, size: int
) -> None:
    store, data = at(tmp_path, NEW), pdf(size)

    kept = await put(store, data)

    lies = place(tmp_path, kept.key).read_bytes()
    assert CANARY not in lies
    assert b"%PDF" not in lies
    assert (await read(store, kept.key), kept.size) == (data, size)


async def test_the_same_content_is_sealed_differently_each_time(tmp_path: Path) -> None:
    one, two = at(tmp_path / "a", NEW), at(tmp_path / "b", NEW)

    keys = [(await put(store, pdf())).key for store in (one, two)]

    assert keys[0] == keys[1]
    lies = [place(tmp_path / name, keys[0]).read_bytes() for name in ("a", "b")]
    assert lies[0][HEAD:] != lies[1][HEAD:]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("a bit", lambda raw: raw[:-100] + bytes([raw[-100] ^ 1]) + raw[-99:]),
        ("a bit of the first frame", lambda raw: raw[:50] + bytes([raw[50] ^ 1]) + raw[51:]),
        ("the salt", lambda raw: raw[: HEAD - 1] + bytes([raw[HEAD - 1] ^ 1]) + raw[HEAD:]),
        ("cut at a frame", lambda raw: raw[: HEAD + 2 * WHOLE]),
        ("cut inside", lambda raw: raw[:-5]),
        ("only the head", lambda raw: raw[:HEAD]),
        ("more", lambda raw: raw + b"x"),
        (
            "two frames swapped",
            lambda raw: (
                raw[:HEAD]
                + raw[HEAD + WHOLE : HEAD + 2 * WHOLE]
                + raw[HEAD : HEAD + WHOLE]
                + raw[HEAD + 2 * WHOLE :]
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_what_was_changed_is_not_opened(tmp_path: Path, name: str, change) -> None:
    store = at(tmp_path, NEW)
    kept = await put(store, pdf())
    path = place(tmp_path, kept.key)
    path.write_bytes(change(path.read_bytes()))

    with pytest.raises(Unreadable):
        await read(store, kept.key)


async def test_a_file_put_in_anothers_place_is_not_opened(tmp_path: Path) -> None:
    store = at(tmp_path, NEW)
    mine, theirs = await put(store, pdf()), await put(store, pdf(500_000))

    place(tmp_path, mine.key).write_bytes(place(tmp_path, theirs.key).read_bytes())

    with pytest.raises(Unreadable):
        await read(store, mine.key)


async def test_another_secret_opens_nothing_and_says_so(tmp_path: Path) -> None:
    kept = await put(at(tmp_path, OLD), pdf())

    with pytest.raises(Unreadable, match="a secret that is not set"):
        await read(at(tmp_path, NEW), kept.key)


async def test_a_secret_is_replaced_while_files_are_read_and_old_plain_ones_are_sealed(
    tmp_path: Path,
) -> None:
    sealed_before = await put(at(tmp_path, OLD), pdf())
    plain = pdf(300_000)
    both = at(tmp_path, NEW, OLD)
    kept_plain = await put(both, plain)
    place(tmp_path, kept_plain.key).write_bytes(plain)  # as it lay before files were sealed
    begun = await both.get(sealed_before.key)
    first = await anext(begun)

    before = await read(both, kept_plain.key)
    done = await reseal(both)
    again = await reseal(both)

    assert before == plain
    assert (done.anew, done.already, done.damaged) == (2, 0, [])
    assert (again.anew, again.already) == (0, 2)
    assert first + b"".join([piece async for piece in begun]) == pdf()
    alone = at(tmp_path, NEW)
    assert await read(alone, sealed_before.key) == pdf()
    assert await read(alone, kept_plain.key) == plain
    lies = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert [raw for raw in lies if CANARY in raw] == []


async def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    store = at(tmp_path, NEW, OLD)
    kept = await put(at(tmp_path, OLD), pdf())
    path = place(tmp_path, kept.key)
    path.write_bytes(path.read_bytes()[:-1])
    other = await put(store, pdf(500_000))
    place(tmp_path, other.key).write_bytes(b"%PDF-1.7\nsomething else\n%%EOF")
    lay = path.read_bytes()

    done = await reseal(store)

    assert (done.anew, sorted(done.damaged)) == (0, sorted([kept.key, other.key]))
    assert path.read_bytes() == lay


def test_a_demonstration_draws_its_own_secret_once(tmp_path: Path) -> None:
    first = sealer("", "", tmp_path, is_demonstration=True)
    again = sealer("", "", tmp_path, is_demonstration=True)

    assert first.current == again.current
    assert (tmp_path / "files-secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("secret", ["", "short", "A" * 60])
def test_production_takes_no_missing_and_no_weak_secret(tmp_path: Path, secret: str) -> None:
    with pytest.raises(SystemExit, match="FILES_SECRET"):
        sealer(secret, "", tmp_path, is_demonstration=False)


def test_production_does_not_start_without_a_secret() -> None:
    def config(**said: str) -> Settings:
        return Settings(name="aid", database_url="postgresql://x", mode="production", **said)

    with pytest.raises(SystemExit, match="FILES_SECRET"):
        config().refuse_unsealed_files()
    config(files_secret=secrets.token_urlsafe(32)).refuse_unsealed_files()
