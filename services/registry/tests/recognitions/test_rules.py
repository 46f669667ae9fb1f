"""What makes two recognitions the same, and who is named by which record, without a database."""

from datetime import date

import pytest

from chassis.errors import RuleViolation
from registry.recognitions.rules import (
    RecipientType,
    achievement_key,
    new_code,
    recipient_key,
    require_recipient,
)


def test_spelling_and_marks_do_not_make_another_recipient_or_achievement() -> None:
    kind, first, last = RecipientType.COLLECTIVE, date(2022, 1, 1), date(2022, 12, 31)
    assert recipient_key(kind, "Tập thể A", None) == recipient_key(kind, "TẬP THỂ  a", None)
    assert achievement_key("Đóng góp", first, last) == achievement_key("dong gop", first, last)
    assert achievement_key("Đóng góp", first, last) != achievement_key("Đóng góp", last, last)


def test_a_person_is_not_named_by_the_record_of_an_ngo() -> None:
    require_recipient(RecipientType.NGO, {"recipient_ngo_id": "x"})
    with pytest.raises(RuleViolation):
        require_recipient(RecipientType.INDIVIDUAL, {"recipient_ngo_id": "x"})


def test_a_code_is_readable_and_never_the_same_twice() -> None:
    assert len({new_code() for _ in range(500)}) == 500
    assert len(new_code()) == len("GN-XXXXX-XXXXX")
