"""What is due when, for which years, and what must be said of it, without a database."""

from datetime import date
from itertools import product

import pytest

from chassis.errors import RuleViolation
from chassis.workdays import Calendar
from registry.obligations.rules import (
    YEAR,
    Outcome,
    Rule,
    due,
    period,
    periods,
    require_fitting,
    require_told,
    status_on,
)
from registry.procedures import law

ON = date(2026, 11, 29)
DUTIES = law.duties(ON)
BY_CODE = {duty.code: duty for duty in DUTIES}


def test_every_rule_of_regulations_1_1_after_the_grant_is_there_with_its_source() -> None:
    told = {(d.code, d.trigger, d.value, d.unit, d.due, d.article) for d in DUTIES}

    assert told == {
        ("NGO-26", "grant", 10, "working_day", "", "21.3"),
        ("NGO-27", "grant", 45, "working_day", "", "21.4"),
        ("NGO-27", "extend", 45, "working_day", "", "21.4"),
        ("NGO-27", "amend", 45, "working_day", "", "21.4"),
        ("NGO-28", "year", 0, "fixed_date", "12-18", "21.5"),
        ("NGO-30", "change", 10, "calendar_day", "", "21.6"),
        ("NGO-31", "year", 0, "fixed_date", "12-18", "23.1.h, 24.6"),
        ("NGO-32", "year", 0, "fixed_date", "12-25", "25.9"),
    }
    assert {d.code for d in DUTIES} == set(Rule)
    assert law.duties(date(2022, 10, 31)) == []


@pytest.mark.parametrize(
    ("code", "since", "last"),
    [
        ("NGO-26", "2026-03-02", "2026-03-16"),
        # 30 April, 1 May and the Monday for the founders' day of Sunday 26 April lie between
        ("NGO-26", "2026-04-20", "2026-05-07"),
        ("NGO-27", "2026-03-02", "2026-05-07"),
        # plain days; the last one, a Sunday, moves to the Monday (Civil Code, article 148)
        ("NGO-30", "2026-03-02", "2026-03-12"),
        ("NGO-30", "2026-03-05", "2026-03-16"),
    ],
)
def test_the_last_day_is_counted_as_the_decree_counts(code: str, since: str, last: str) -> None:
    assert str(due(Calendar(), BY_CODE[code], date.fromisoformat(since))) == last


def test_an_annual_report_is_of_the_year_to_14_december() -> None:
    report = period(BY_CODE["NGO-28"], 2026)

    assert (report.begins, report.ends) == (date(2025, 12, 15), date(2026, 12, 14))
    assert report.due_on == date(2026, 12, 18)
    assert period(BY_CODE["NGO-32"], 2026).due_on == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("on", "years"),
    [
        ("2022-11-05", [2022]),
        ("2022-12-15", [2022, 2023]),
        ("2026-12-14", [2025, 2026]),
        ("2026-12-15", [2026, 2027]),
        ("2027-01-02", [2026, 2027]),
    ],
)
def test_the_running_year_and_the_last_one_are_asked_for(on: str, years: list[int]) -> None:
    found = periods(DUTIES, date.fromisoformat(on))

    assert [one.year for one in found if one.rule == "NGO-28"] == years


@pytest.mark.parametrize(
    ("code", "year", "since", "ngo"),
    list(product(Rule, (None, 2026), (None, ON), (False, True))),
)
def test_a_duty_is_of_a_year_or_of_a_day_and_of_an_ngo_or_not(
    code: str, year: int | None, since: date | None, ngo: bool
) -> None:
    duty = BY_CODE[code]
    yearly = code in ("NGO-28", "NGO-31", "NGO-32")
    of_ngo = code not in ("NGO-31", "NGO-32")
    fits = ((year is not None) == yearly, (since is None) == yearly, ngo == of_ngo)

    if all(fits):
        require_fitting(duty, year=year, since=since, ngo=ngo)
    else:
        with pytest.raises(RuleViolation) as refused:
            require_fitting(duty, year=year, since=since, ngo=ngo)
        assert len(refused.value.errors) == fits.count(False)
    assert (duty.trigger == YEAR) is yearly


DONE, BEGAN = Outcome.DONE, date(2026, 3, 2)


@pytest.mark.parametrize(
    ("outcome", "done_on", "evidence", "code"),
    [
        (None, None, None, None),
        (None, None, "Đã hẹn", None),
        (DONE, BEGAN, "Công văn 12", None),
        (Outcome.NOT_APPLICABLE, ON, "Không mở tài khoản", None),
        (DONE, ON, None, "registry.obligation_untold"),
        (DONE, None, "Công văn 12", "registry.obligation_untold"),
        (None, ON, "Công văn 12", "registry.obligation_untold"),
        (DONE, date(2026, 3, 1), "Công văn 12", "registry.dates_out_of_order"),
        (DONE, date(2026, 11, 30), "Công văn 12", "registry.dates_out_of_order"),
    ],
)
def test_what_came_came_on_a_past_day_and_something_shows_it(
    outcome: Outcome | None, done_on: date | None, evidence: str | None, code: str | None
) -> None:
    if code is None:
        require_told(outcome, done_on, evidence, since=BEGAN, today=ON)
    else:
        with pytest.raises(RuleViolation) as refused:
            require_told(outcome, done_on, evidence, since=BEGAN, today=ON)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("outcome", "done_on", "status"),
    [
        (None, None, "open"),
        ("done", ON, "done"),
        ("done", date(2026, 11, 30), "open"),
        ("not_applicable", BEGAN, "not_applicable"),
    ],
)
def test_it_is_open_until_the_day_on_which_it_came(
    outcome: str | None, done_on: date | None, status: str
) -> None:
    assert status_on(outcome, done_on, ON) == status
