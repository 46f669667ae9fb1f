"""A spelling is known again where it stands, and cannot be read out of its trace."""

import pytest

from chassis.subjects.traces import known_again, texts_in, trace

KEY, OTHER = b"k" * 32, b"o" * 32
NAME = "Nguyễn Thị Thử"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (NAME, [NAME]),
        (f"Gọi bà {NAME}, chiều nay", [NAME]),
        (f"({NAME.upper()})", [NAME.upper()]),
        (f"{NAME}nh", []),
        (f"x{NAME}", []),
        ("Nguyễn Thị Thư", []),
        ("", []),
    ],
)
def test_it_is_known_as_a_word_of_its_own_in_either_case(text: str, found: list[str]) -> None:
    assert known_again([text], [trace(NAME, KEY)], KEY) == found


def test_another_key_knows_nothing_and_a_trace_says_nothing() -> None:
    made = trace(NAME, KEY)

    assert known_again([NAME], [made], OTHER) == []
    assert made.digest != trace(NAME, OTHER).digest
    assert NAME not in str(made)


def test_texts_are_looked_for_in_all_of_a_row() -> None:
    row = {"a": ["x", {"b": NAME, "n": 1}], "c": None, "d": True}

    assert list(texts_in(row)) == ["x", NAME]
