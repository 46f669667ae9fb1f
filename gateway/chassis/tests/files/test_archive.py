import io
import struct
import time
import zipfile

import pytest

from chassis.files.archive import MIB, ArchiveLimits, UnsafeArchive, open_checked, read_entry


def zipped(entries, compression=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


def reason(data, limits=None):
    with pytest.raises(UnsafeArchive) as refused:
        open_checked(io.BytesIO(data), limits or ArchiveLimits())
    return refused.value.reason


def with_flag(data, flag):
    """The same archive with a flag bit set in its only directory entry."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", flag) + data[at + 2 :]


def link():
    entry = zipfile.ZipInfo("a")
    entry.external_attr = 0o120777 << 16
    return zipped([(entry, "/etc/passwd")])


GOOD = zipped([("a.xml", "x"), ("b/c.xml", "y" * 3000)])


def test_a_plain_archive_opens():
    with open_checked(io.BytesIO(GOOD), ArchiveLimits()) as archive:
        assert read_entry(archive, "a.xml", 10) == b"x"
        assert read_entry(archive, "none", 10) is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "truncated"),
        (b"PK\x03\x04", "truncated"),
        (GOOD[:-10], "truncated"),
        (GOOD[: len(GOOD) // 2], "truncated"),
        (zipped([("../a", "x")]), "path"),
        (zipped([("/a", "x")]), "path"),
        (zipped([("a\\..\\b", "x")]), "path"),
        (zipped([("c:evil", "x")]), "path"),
        (zipped([("A.zip", "x")]), "nested"),
        (zipped([("a/b.XLSX", "x")]), "nested"),
        (zipped([("a.xml", "x"), ("A.xml", "y")]), "duplicate"),
        (zipped([(f"{n}", "") for n in range(1001)]), "entries"),
        (zipped([("a", b"\0" * (2 * MIB))]), "ratio"),
        (with_flag(zipped([("a", "x")]), 1), "encrypted"),
        (link(), "link"),
    ],
    ids=lambda value: value if isinstance(value, str) else "zip",
)
def test_an_archive_is_refused_for(data, expected):
    assert reason(data) == expected


def test_the_sum_of_all_entries_counts():
    data = zipped([(f"{n}", b"\0" * 1000) for n in range(50)])

    assert reason(data, ArchiveLimits(unpacked=49_999)) == "unpacked"


def test_a_small_entry_may_be_dense():
    open_checked(io.BytesIO(zipped([("a", b"\0" * MIB)])), ArchiveLimits())


def test_a_directory_of_a_hundred_thousand_entries_is_refused_without_reading_it():
    data = zipped([(f"{n}", "") for n in range(100_000)])
    start = time.process_time()

    assert reason(data) == "entries"
    assert time.process_time() - start < 0.1


def test_an_entry_longer_than_it_may_be_is_not_read_to_its_end():
    archive = open_checked(io.BytesIO(GOOD), ArchiveLimits())

    with pytest.raises(UnsafeArchive, match="unpacked"):
        read_entry(archive, "b/c.xml", 100)


def test_a_damaged_entry_is_refused():
    data = zipped([("a", "x" * 5000)])
    broken = data[:40] + b"\xff" * 8 + data[48:]
    archive = open_checked(io.BytesIO(broken), ArchiveLimits())

    with pytest.raises(UnsafeArchive, match="truncated"):
        read_entry(archive, "a", 10_000)
