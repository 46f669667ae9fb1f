"""The life of an event and who sees it. Pure."""

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from chassis.errors import FieldProblem, RuleViolation
from chassis.fold import fold
from chassis.moves import Move, Moves


class Status(StrEnum):
    DRAFT = "draft"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Action(StrEnum):
    PLAN = "plan"
    CONFIRM = "confirm"
    COMPLETE = "complete"
    POSTPONE = "postpone"
    REOPEN = "reopen"
    CANCEL = "cancel"


class Visibility(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"


WRITERS = frozenset({"officer", "integrator"})

MOVES = Moves(
    {
        (Status.DRAFT, Action.PLAN): Move(to=Status.PLANNED, by=WRITERS),
        (Status.PLANNED, Action.CONFIRM): Move(to=Status.CONFIRMED, by=WRITERS),
        (Status.PLANNED, Action.COMPLETE): Move(to=Status.DONE, by=WRITERS),
        (Status.CONFIRMED, Action.COMPLETE): Move(to=Status.DONE, by=WRITERS),
        (Status.PLANNED, Action.POSTPONE): Move(to=Status.POSTPONED, by=WRITERS, needs_reason=True),
        (Status.CONFIRMED, Action.POSTPONE): Move(
            to=Status.POSTPONED, by=WRITERS, needs_reason=True
        ),
        (Status.POSTPONED, Action.REOPEN): Move(to=Status.PLANNED, by=WRITERS),
        (Status.CANCELLED, Action.REOPEN): Move(to=Status.PLANNED, by=WRITERS),
        (Status.DONE, Action.REOPEN): Move(to=Status.CONFIRMED, by=WRITERS),
        (Status.DRAFT, Action.CANCEL): Move(to=Status.CANCELLED, by=WRITERS, needs_reason=True),
        (Status.PLANNED, Action.CANCEL): Move(to=Status.CANCELLED, by=WRITERS, needs_reason=True),
        (Status.CONFIRMED, Action.CANCEL): Move(to=Status.CANCELLED, by=WRITERS, needs_reason=True),
        (Status.POSTPONED, Action.CANCEL): Move(to=Status.CANCELLED, by=WRITERS, needs_reason=True),
    },
    "events",
)

# An event that is off holds no room: others may have it.
RELEASING = frozenset({Status.POSTPONED, Status.CANCELLED})
BOOKABLE = frozenset({Status.DRAFT, Status.PLANNED, Status.CONFIRMED})


# What a unit left open when it went into another, that one's officers take over (docs/adr/0017).
OPEN = frozenset(Status) - {Status.DONE, Status.CANCELLED}


def may_take_over(status: Status, roles: frozenset[str], *, left: bool) -> bool:
    """`left`: the unit that would have to carry the event out went into the caller's."""
    return left and status in OPEN and "officer" in roles


def require_left(status: Status, *, left: bool) -> None:
    if not left:
        raise RuleViolation("events.not_left")
    if status not in OPEN:
        raise RuleViolation("events.wrong_status", status=str(status), action="take_over")


def is_published(visibility: str, status: str) -> bool:
    """Whether others may know of it: a draft is nobody's business, whatever it will become."""
    return visibility == Visibility.PUBLIC and status != Status.DRAFT


def is_visible(visibility: str, status: str, *, seen: bool) -> bool:
    """Whoever sees all of its unit sees an event; the others once it is public."""
    return seen or is_published(visibility, status)


def require_organisations_once(organisations: Collection[Mapping[str, Any]]) -> None:
    """Refuse an organisation that is named twice: by its id, or without one by its name."""
    named = {one["ngo_id"] or fold(one["name"]) for one in organisations}
    if len(named) != len(organisations):
        code = "events.organisation_repeated"
        raise RuleViolation(code, errors=[FieldProblem("/body/organisations", code)])


def require_editable(status: Status) -> None:
    """A cancelled event is opened again before it is changed."""
    if status is Status.CANCELLED:
        raise RuleViolation("events.wrong_status", status=str(status), action="update")


def require_held(action: Action, starts_at: datetime, now: datetime) -> None:
    """Nothing is done before it has begun."""
    if action is Action.COMPLETE and now < starts_at:
        raise RuleViolation("events.not_yet_held")


def actions(
    status: Status, roles: frozenset[str], *, own: bool, has_clock: bool, begun: bool
) -> list[str]:
    """What this caller's buttons should offer, in one order."""
    if not own or roles.isdisjoint(WRITERS):
        return []
    moves = MOVES.allowed(status, roles)
    if not begun:
        moves = [move for move in moves if move != Action.COMPLETE]
    update = ["update"] if status is not Status.CANCELLED else []
    book = ["book"] if has_clock and status in BOOKABLE else []
    return [*update, *book, *moves]
