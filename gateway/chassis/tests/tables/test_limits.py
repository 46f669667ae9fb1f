"""Attacks are refused soon, cheaply, and without the event loop standing still."""

import asyncio
import gc
import os
import resource
import time

import pytest

from chassis.errors import Invalid, TooLarge
from chassis.tables import read as reader
from chassis.tables.columns import Column, Limits

MIB = 1 << 20
NAME = [Column("name", ("Tên",), required=True)]
X = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row>'
END = "</sheetData></worksheet>"


def spent():
    """Processor time of this process and its ended children: a loaded machine slows clocks only."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


async def refusal(read, data, name="a.xlsx", limits=None):
    start = spent()
    with pytest.raises(Invalid) as refused:
        await read(data, name, NAME, limits)
    return refused.value.code, spent() - start


@pytest.fixture
async def stalls():
    """The longest work between two turns of the event loop, in seconds of processor time.

    Processor time, because a loaded machine lets every process wait now and then.
    """
    longest = [0.0]

    async def watch():
        while True:
            before = time.thread_time()
            await asyncio.sleep(0.005)
            longest[0] = max(longest[0], time.thread_time() - before)

    # What the tests before have left is not for the collector to walk through in this one.
    gc.collect()
    gc.freeze()
    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.01)
    yield longest
    watching.cancel()
    gc.unfreeze()


async def test_a_bomb_is_refused_within_a_second_by_its_directory(read, workbook, stalls):
    row = "<row><c t='inlineStr'><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>"
    bomb = workbook({"A": X + HEAD + row * 400_000 + END})
    await asyncio.sleep(0.01)
    stalls[0] = 0

    code, seconds = await refusal(read, bomb)

    assert code == "tables.unsafe"
    assert seconds < 1
    assert stalls[0] < 0.1


async def test_more_than_a_hundred_mebibytes_unpacked_are_refused(read, workbook):
    parts = {f"xl/media/{n}.bin": b"\0" * MIB for n in range(101)}

    code, seconds = await refusal(read, workbook({"A": [["Tên"], ["x"]]}, extra=parts))

    assert code == "tables.unsafe"
    assert seconds < 1


@pytest.mark.parametrize(
    "extra",
    [
        {"xl/embeddings/a.xlsx": "x"},
        {"../a.xml": "x"},
        {f"{n}": "" for n in range(1000)},
    ],
    ids=["nested", "path", "entries"],
)
async def test_an_unsafe_package_is_refused(read, workbook, extra):
    assert (await refusal(read, workbook({"A": [["Tên"], ["x"]]}, extra=extra)))[0] == (
        "tables.unsafe"
    )


async def test_one_cell_in_the_last_corner_costs_nothing(read, workbook):
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'

    code, seconds = await refusal(read, workbook({"A": X + HEAD + far + END}))

    assert code == "tables.too_many_columns"
    assert seconds < 1


async def test_a_cell_that_hides_its_far_place_ends_the_child_alone(read, workbook):
    # The row says 2, the cell says 1048576 and 100 columns: the rectangle of both is reserved.
    liar = '<row r="2"><c r="CV1048576"><v>1</v></c></row>'

    code, _ = await refusal(read, workbook({"A": X + HEAD + liar + END}))

    assert code == "tables.too_costly"


async def test_a_dimension_of_a_million_rows_with_three_real_ones_is_read(read, workbook):
    dimension = '<dimension ref="A1:XFD1048576"/><sheetData>'
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (2, 3, 4))
    styled = '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>'
    sheet = (X + HEAD + rows + styled + END).replace("<sheetData>", dimension)

    assert len((await read(workbook({"A": sheet}), "a.xlsx", NAME)).rows) == 3


@pytest.mark.parametrize("rows", [5, 6])
async def test_the_row_limit_is_exact(read, rows):
    data = ("Tên\n" + "x\n" * rows).encode()
    limits = Limits(rows=5)

    if rows == 5:
        assert len((await read(data, "a.csv", NAME, limits)).rows) == 5
    else:
        assert (await refusal(read, data, "a.csv", limits))[0] == "tables.too_many_rows"


async def test_rows_beyond_the_limit_are_refused_before_they_are_laid_out(read, workbook):
    far = '<row r="50100"><c r="A50100"><v>1</v></c></row>'

    assert (await refusal(read, workbook({"A": X + HEAD + far + END})))[0] == "tables.too_many_rows"


async def test_columns_beyond_the_limit_are_refused(read, workbook):
    wide = ["Tên", *["x"] * 99]

    assert (await read(workbook({"A": [wide, wide]}), "a.xlsx", NAME)).rows
    assert (await refusal(read, workbook({"A": [[*wide, "y"]]})))[0] == "tables.too_many_columns"
    csv = (",".join([*wide, "y"]) + "\n").encode()
    assert (await refusal(read, csv, "a.csv"))[0] == "tables.too_many_columns"


async def test_a_large_upload_is_refused_without_a_child(read, monkeypatch):
    monkeypatch.setattr(reader.asyncio, "create_subprocess_exec", None)

    with pytest.raises(TooLarge, match="too_large"):
        await read(b"x" * 11, "a.csv", NAME, Limits(upload=10))


@pytest.mark.parametrize(
    "limits", [Limits(memory=40 * MIB), Limits(wall_seconds=0.01)], ids=["memory", "wall clock"]
)
async def test_a_child_beyond_its_limits_is_ended(read, limits):
    data = ("Tên\n" + "x" * 3_000_000 + "\n").encode()

    assert (await refusal(read, data, "a.csv", limits))[0] == "tables.too_costly"


async def test_no_child_outlives_a_refusal(read):
    await refusal(read, b"Ten\nx\n" * 1000, "a.csv", Limits(wall_seconds=0.001))

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


async def test_twenty_thousand_rows_are_read_while_the_loop_turns(read, stalls):
    data = ("Tên,Giá trị\n" + "Hội Hữu nghị,1234.5\n" * 20_000).encode()
    await asyncio.sleep(0.01)
    stalls[0] = 0

    table = await read(data, "a.csv")

    assert len(table.rows) == 20_000
    assert stalls[0] < 0.1


async def test_rows_that_wait_in_the_pipe_do_not_hold_the_loop(stalls):
    stream = asyncio.StreamReader()
    stream.feed_data(b'[1,["x"],[]]\n' * 100_000)
    stream.feed_eof()
    await asyncio.sleep(0.01)
    stalls[0] = 0

    assert len([line async for line in reader._lines(stream)]) == 100_000
    await asyncio.sleep(0.01)  # the watcher takes note of its last wait

    assert 0 < stalls[0] < 0.1


async def test_the_child_knows_none_of_the_parents_secrets(monkeypatch):
    seen = {}

    async def spy(*command, **options):
        seen.update(options["env"])
        raise Invalid("tables.unreadable")

    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setattr(reader.asyncio, "create_subprocess_exec", spy)
    with pytest.raises(Invalid):
        await reader.read_table(b"x", "a.csv", NAME)

    assert "SECRET" not in seen
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0
