"""The clocks of decree 58/2022 as its articles print them, and the decree's rows as data."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from chassis.workdays import Calendar
from registry.procedures import clocks, law, outcome
from registry.procedures.law import Law
from registry.procedures.rules import MACHINES
from registry.procedures.rules import ProcedureAction as Action
from registry.procedures.rules import ProcedureKind as Kind
from registry.procedures.rules import ProcedureStatus as Status

ON = date(2026, 3, 2)
CALENDAR = Calendar()
OPERATION, OFFICE = "operation", "representative_office"


# regulations 1.1 and 1.3: procedure, kind, then days of check, sending, replies, forwarding,
# ministry, and all together
@pytest.mark.parametrize(
    ("kind", "of", "days"),
    [
        (Kind.GRANT, OPERATION, (2, 2, 10, 2, 10, 30)),
        (Kind.GRANT, OFFICE, (2, 2, 10, 2, 10, 30)),
        (Kind.EXTEND, OPERATION, (2, 2, 10, 2, 10, 30)),
        (Kind.EXTEND, OFFICE, (2, 2, 10, 2, 10, 30)),
        (Kind.AMEND, OPERATION, (2, 2, 10, 2, 7, 25)),
        (Kind.AMEND, OFFICE, (2, 2, 10, None, 7, 25)),  # article 17.5 states no number
        (Kind.REISSUE, OPERATION, (2, 2, 10, 2, 7, 25)),
        (Kind.REISSUE, OFFICE, (2, 2, 10, None, 7, 25)),
    ],
)
def test_a_dossier_is_held_to_the_days_of_its_articles(
    kind: Kind, of: str, days: tuple[int | None, ...]
) -> None:
    held = Law(kind, of, ON).clocks
    scopes = ("submitted", "accepted", "consulting", "opinions_complete", "ministry_appraisal")

    found = [held[scope].value if scope in held else None for scope in (*scopes, "overall")]

    assert tuple(found) == days
    assert {held[scope].unit for scope in scopes if scope in held} == {"working_day"}


@pytest.mark.parametrize(
    ("kind", "status", "since", "due"),
    [
        (
            Kind.SUSPEND,
            Status.CONSULTING,
            "2026-11-20",
            "2026-12-07",
        ),  # 10 working days
        (
            Kind.SUSPEND,
            Status.SUSPENDED,
            "2026-11-20",
            "2026-11-30",
        ),  # 5, over 24 November
        (
            Kind.LIFT,
            Status.AWAITING_REMEDY,
            "2026-02-13",
            "2026-04-03",
        ),  # 30, over Tết
        (
            Kind.TERMINATE,
            Status.WINDING_UP,
            "2026-11-20",
            "2027-02-23",
        ),  # 60, over Tết
        (
            Kind.SELF_TERMINATE,
            Status.NOTIFIED,
            "2026-11-21",
            "2027-01-20",
        ),  # 60 plain days
        (
            Kind.GRANT,
            Status.SUPPLEMENT_REQUESTED,
            "2026-11-20",
            None,
        ),  # the clock stands still
        (Kind.GRANT, Status.DRAFT, "2026-11-20", None),
        (
            Kind.LIFT,
            Status.REMEDY_REPORTED,
            "2026-11-20",
            None,
        ),  # the text is silent
        (Kind.GRANT, Status.COMPLETED, "2026-11-20", None),
    ],
)
def test_a_step_is_due_when_the_decree_says(
    kind: Kind, status: Status, since: str, due: str | None
) -> None:
    found = clocks.running(
        CALENDAR, Law(kind, OPERATION, ON), kind, status,
        since=date.fromisoformat(since), accepted_on=None, expires_on=None,
    )  # fmt: skip

    assert [clock["due_on"] for clock in found] == ([due] if due else [])


def test_the_overall_clock_runs_from_the_complete_dossier_to_its_answer() -> None:
    def found(status: Status) -> list[dict[str, Any]]:
        return clocks.running(
            CALENDAR, Law(Kind.GRANT, OPERATION, ON), Kind.GRANT, status,
            since=date(2026, 3, 9), accepted_on=date(2026, 3, 4), expires_on=None,
        )  # fmt: skip

    overall = {
        status: [clock["due_on"] for clock in found(status) if clock["scope"] == "overall"]
        for status in Status
    }

    runs = {status for status, dues in overall.items() if dues}
    assert runs == {
        *(Status.ACCEPTED, Status.CONSULTING, Status.OPINIONS_COMPLETE),
        *(Status.MINISTRY_APPRAISAL, Status.GRANTED, Status.REFUSED),
    }
    assert overall[Status.GRANTED] == ["2026-04-15"]


@pytest.mark.parametrize(
    ("expires_on", "due"), [("2027-03-31", "2027-01-29"), ("2027-04-09", "2027-02-03")]
)
def test_an_extension_is_filed_sixty_plain_days_before_on_a_working_day(
    expires_on: str, due: str
) -> None:
    found = clocks.running(
        CALENDAR, Law(Kind.EXTEND, OPERATION, ON), Kind.EXTEND, Status.DRAFT,
        since=ON, accepted_on=None, expires_on=date.fromisoformat(expires_on),
    )  # fmt: skip

    assert [(clock["scope"], clock["due_on"]) for clock in found] == [("expiry", due)]


def test_every_rule_says_where_it_stands_and_no_row_contradicts_another() -> None:
    rows = [*law.every_clock(ON), *law.every_paper(ON), *law.bodies(ON)]

    assert len(law.every_clock(ON)) == 59
    assert all(row.source and row.article and row.confidence for row in rows)
    keys = [(c.procedure, c.certificate_kind, c.scope) for c in law.every_clock(ON)]
    assert len(keys) == len(set(keys))


def test_the_decree_of_2022_says_nothing_of_the_day_before_it_came_into_force() -> None:
    before = Law(Kind.GRANT, OPERATION, date(2022, 10, 31))

    assert (before.clocks, before.papers) == ({}, [])
    assert Law(Kind.GRANT, OPERATION, date(2022, 11, 1)).clocks


@pytest.mark.parametrize("kind", Kind)
def test_every_step_of_the_decree_has_its_article(kind: Kind) -> None:
    beside = {
        Action.UPDATE,
        Action.ATTACH,
        Action.TICK,
        Action.WITHDRAW,
    }
    actions = {cell.action for cell in MACHINES[kind].cells() if cell.move} - beside

    held = Law(kind, OPERATION, ON)

    assert [action for action in actions if held.basis(action) is None] == []
    lifting = Law(Kind.LIFT, OPERATION, ON).basis(Action.LIFT)
    assert lifting is not None
    assert not lifting.verified  # the text is silent on lifting


@pytest.mark.parametrize(
    ("kind", "of", "count"),
    [
        (Kind.GRANT, OPERATION, 9), (Kind.GRANT, OFFICE, 11), (Kind.EXTEND, OPERATION, 4),
        (Kind.AMEND, OFFICE, 3), (Kind.REISSUE, OPERATION, 3), (Kind.SELF_TERMINATE, OFFICE, 3),
        (Kind.SUSPEND, OPERATION, 0), (Kind.AMEND, "project_office", 0),
    ],
)  # fmt: skip
def test_a_checklist_has_the_lines_of_its_article(kind: Kind, of: str, count: int) -> None:
    assert len(Law(kind, of, ON).papers) == count


def told(kind: Kind, **fields: Any) -> Any:
    empty = {"expires_on": None, "home_registration_until": None, "ends_on": None}
    base = {"kind": kind, "certificate_kind": OPERATION, "rules_on": ON, "steps": [], "outcome": {}}
    empty |= {"accepted_on": None, "checklist": []}
    return SimpleNamespace(**base | empty | fields)


FILED = [{"action": "file", "on": "2026-05-04"}]
SEEN = [{"item": "premises"}]


@pytest.mark.parametrize(
    ("procedure", "codes"),
    [
        (
            told(Kind.EXTEND, steps=FILED, expires_on=date(2026, 7, 3)),
            [],
        ),  # 60 days exactly
        (told(Kind.EXTEND, steps=FILED, expires_on=date(2026, 7, 2)), ["filed_late"]),
        (
            told(Kind.GRANT, outcome={"issued_on": "2026-05-04", "valid_to": "2029-05-04"}),
            [],
        ),
        (
            told(Kind.GRANT, outcome={"issued_on": "2026-05-04", "valid_to": "2029-05-05"}),
            ["beyond_cap"],
        ),
        (
            told(
                Kind.EXTEND,
                expires_on=date(2026, 7, 3),
                outcome={"valid_to": "2029-07-04"},
            ),
            ["beyond_cap"],
        ),
        (
            told(
                Kind.EXTEND,
                expires_on=date(2026, 7, 3),
                home_registration_until=date(2028, 1, 1),
                outcome={"valid_to": "2028-01-02"},
            ),
            ["beyond_home_registration"],
        ),
        (told(Kind.SELF_TERMINATE, steps=FILED, ends_on=date(2026, 7, 3)), []),
        (
            told(Kind.SELF_TERMINATE, steps=FILED, ends_on=date(2026, 7, 4)),
            ["notice_early"],
        ),
        # where the office is has to be confirmed by the time the papers are complete
        (told(Kind.GRANT, certificate_kind=OFFICE), []),
        (told(Kind.GRANT, certificate_kind=OFFICE, accepted_on=ON), ["premises_unconfirmed"]),
        (told(Kind.GRANT, certificate_kind=OFFICE, accepted_on=ON, checklist=SEEN), []),
        (told(Kind.EXTEND, certificate_kind=OFFICE, accepted_on=ON), []),
    ],
)
def test_what_does_not_agree_with_the_decree_is_a_warning(procedure: Any, codes: list[str]) -> None:
    assert outcome.warnings(procedure) == codes
