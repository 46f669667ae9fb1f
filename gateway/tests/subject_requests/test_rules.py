"""The terms are dated data, and the table decides every step."""

from dataclasses import replace
from datetime import date

import pytest

from chassis.errors import RuleViolation
from gateway.subject_requests import rules
from gateway.subject_requests.rules import MOVES, TERMS, Action, Kind, Status

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("kind", "alone", "with_another"),
    [
        (Kind.WITHDRAW, date(2026, 3, 17), date(2026, 3, 22)),
        (Kind.RESTRICT, date(2026, 3, 17), date(2026, 3, 22)),
        (Kind.OBJECT, date(2026, 3, 17), date(2026, 3, 22)),
        (Kind.ACCESS, date(2026, 3, 12), date(2026, 3, 12)),
        (Kind.CORRECT, date(2026, 3, 12), date(2026, 3, 12)),
        (Kind.ERASE, date(2026, 3, 12), date(2026, 3, 12)),
    ],
)
def test_a_kind_has_its_days(kind: Kind, alone: date, with_another: date) -> None:
    term = rules.term(kind, DAY)

    assert term.finish(DAY, third_party=False) == alone
    assert term.finish(DAY, third_party=True) == with_another
    assert (term.answer_working_days, term.extension_days) == (2, 15)


def test_no_length_is_shown_as_verified_that_nobody_has_read() -> None:
    assert [one.verified for one in TERMS] == [False] * len(TERMS)
    assert all(one.source and one.confidence in ("SECONDARY", "DERIVED") for one in TERMS)


def test_the_newest_term_that_held_on_the_day_counts() -> None:
    later = replace(TERMS[0], begins=date(2026, 4, 1), finish_days=7)
    terms = (later, *TERMS)

    assert rules.term(Kind.OBJECT, date(2026, 3, 31), terms) == TERMS[0]
    assert rules.term(Kind.OBJECT, date(2026, 4, 1), terms) == later


@pytest.mark.parametrize("kind", Kind)
def test_before_the_law_there_is_no_term(kind: Kind) -> None:
    with pytest.raises(RuleViolation, match=r"subject_requests\.no_term"):
        rules.term(kind, date(2025, 12, 31))


def test_tomorrow_has_received_nothing() -> None:
    rules.require_past(DAY, DAY)
    with pytest.raises(RuleViolation, match=r"subject_requests\.future"):
        rules.require_past(DAY, date(2026, 3, 1))


def test_it_is_extended_once_and_in_time() -> None:
    term = rules.term(Kind.ACCESS, DAY)
    last = date(2026, 3, 12)

    assert rules.extended(last, term, last, is_extended=False) == date(2026, 3, 27)
    with pytest.raises(RuleViolation, match="extended_already"):
        rules.extended(last, term, last, is_extended=True)
    with pytest.raises(RuleViolation, match="too_late"):
        rules.extended(last, term, date(2026, 3, 13), is_extended=False)


def test_until_it_is_answered_the_first_answer_is_due() -> None:
    days = date(2026, 3, 4), date(2026, 3, 12)

    assert rules.due_on(Status.RECEIVED, *days) == days[0]
    assert rules.due_on(Status.ANSWERED, *days) == days[1]


ALLOWED = {
    (Status.RECEIVED, Action.ANSWER): Status.ANSWERED,
    (Status.RECEIVED, Action.EXTEND): Status.RECEIVED,
    (Status.ANSWERED, Action.EXTEND): Status.ANSWERED,
    (Status.ANSWERED, Action.FINISH): Status.FINISHED,
}


def test_every_step_of_every_status_is_decided() -> None:
    found = {(cell.status, cell.action): cell.move.to for cell in MOVES.cells() if cell.move}

    assert found == ALLOWED


def test_only_an_administrator_does_anything_and_nobody_extends_twice_or_late() -> None:
    last = date(2026, 3, 12)

    def may(*roles: str, today: date = DAY, is_extended: bool = False) -> list[str]:
        return rules.allowed(Status.RECEIVED, roles, last, today, is_extended=is_extended)

    assert may("auditor") == []
    assert may("admin") == ["answer", "extend"]
    assert may("admin", is_extended=True) == ["answer"]
    assert may("admin", today=date(2026, 3, 13)) == ["answer"]
