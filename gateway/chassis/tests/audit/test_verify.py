"""Whatever is done to a change log that was signed, the first position of it is named."""

import base64
from dataclasses import replace

import asyncpg
import pytest

from chassis.audit import checkpoints, entries, shelf
from chassis.audit.checkpoints import Signer


async def test_a_log_that_nobody_touched_is_well(log) -> None:
    report = await log.report()

    assert (report.fault, report.entries, report.vouched) == (None, 120, 120)


async def test_the_text_that_is_hashed_is_the_databases_own(log) -> None:
    """Two makers of one text, of strings with every character that either escapes."""
    ours: dict[int, bytes] = {}
    await entries.stream(log.owner, 0, lambda one: ours.__setitem__(one.pos, one.text))
    rows = await log.owner.fetch("SELECT pos, change_canonical(changes) AS text FROM changes")

    assert {row["pos"]: row["text"].encode() for row in rows} == ours


async def edited(log) -> None:
    await log.owner.execute("UPDATE changes SET reason = 'khác' WHERE pos = 57")


async def deleted(log) -> None:
    await log.owner.execute("DELETE FROM changes WHERE pos = 57")


async def cut(log) -> None:
    await log.owner.execute("DELETE FROM changes WHERE pos > 100")


async def swapped(log) -> None:
    await log.owner.execute(
        "UPDATE changes SET pos = NULL WHERE pos = 57;"
        "UPDATE changes SET pos = 57 WHERE pos = 90;"
        "UPDATE changes SET pos = 90 WHERE pos IS NULL"
    )


async def back_dated(log) -> None:
    """By the front door: the application role may write any time it likes."""
    await log.write(1)
    await log.owner.execute("UPDATE changes SET at = at - interval '1 day' WHERE pos = 121")
    await log.rehash(121)


async def rewritten(log) -> None:
    await log.owner.execute("UPDATE changes SET reason = 'khác' WHERE pos = 57")
    await log.rehash(57)


async def forged(log) -> None:
    """Rewritten, and a checkpoint over it, signed with another key under the right one's name."""
    await rewritten(log)
    row = await log.owner.fetchrow("SELECT encode(hash, 'hex') AS h FROM changes WHERE pos = 80")
    said = checkpoints.in_file(log.folder / "checkpoints")
    other = Signer(log.folder.parent / "other")
    false = [
        replace(other.sign(replace(one, hash=row["h"])), key_id=one.key_id)
        if one.pos == 80
        else one
        for one in said
    ]
    (log.folder / "checkpoints").write_bytes(b"".join(one.line() for one in false))
    await log.owner.execute("DELETE FROM checkpoints")
    for one in false:
        await shelf.add(log.owner, one)


async def moved_away(log) -> None:
    """From elsewhere, they say now."""
    await log.owner.execute("UPDATE changes SET address = '198.51.100.1' WHERE pos = 57")


async def restored(log) -> None:
    """An old backup of the database, with its table of checkpoints; the file is not in it."""
    await log.owner.execute("DELETE FROM changes WHERE pos > 80")
    await log.owner.execute("DELETE FROM checkpoints WHERE pos > 80")
    await log.write(10)


@pytest.mark.parametrize(
    ("forgery", "first"),
    [
        (edited, 57),
        (moved_away, 57),
        (deleted, 57),
        (cut, 101),
        (swapped, 57),
        (back_dated, 121),
        # Consistent in itself: only the next checkpoint, of 80, can say that 41 to 80 are false.
        (rewritten, 80),
        (forged, 80),
        (restored, 91),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
async def test_a_forgery_is_seen_and_its_first_position_named(log, forgery, first) -> None:
    await forgery(log)

    report = await log.report()

    assert report.fault is not None
    assert (report.fault.pos, f"first bad pos {first}" in str(report)) == (first, True)


async def test_a_restored_log_that_has_grown_again_is_seen(log) -> None:
    await log.owner.execute("DELETE FROM changes WHERE pos > 80")
    await log.write(60)

    assert (await log.report()).fault.pos == 120


async def test_checkpoints_that_are_all_gone_are_missed(log) -> None:
    (log.folder / "checkpoints").unlink()
    await log.owner.execute("DELETE FROM checkpoints")

    assert "no checkpoint is left" in str(await log.report())


async def test_what_was_rewritten_since_is_not_signed(log) -> None:
    await log.write()
    await log.owner.execute("UPDATE changes SET reason = 'khác' WHERE pos = 130")

    with pytest.raises(ValueError, match="first bad pos 130"):
        await log.sign()


async def test_the_application_role_can_add_a_checkpoint_and_no_more(log) -> None:
    app = await asyncpg.connect(log.url)
    for statement in (
        "UPDATE checkpoints SET pos = 1",
        "DELETE FROM checkpoints",
        "TRUNCATE checkpoints",
        "UPDATE changes SET reason = ''",
        "DELETE FROM changes",
        "TRUNCATE changes",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.execute(statement)
    await app.close()


async def test_a_checkpoint_lies_in_the_file_and_in_the_table(log) -> None:
    in_file = checkpoints.in_file(log.folder / "checkpoints")

    assert [one.pos for one in in_file] == [40, 80, 120]
    assert await shelf.read(log.owner) == in_file
    assert (log.folder / "key").stat().st_mode & 0o777 == 0o600
    assert len(base64.b64decode(in_file[0].signature)) == 64
