"""The posts of a union, and the days on which a person is known to have held one. Pure."""

from datetime import date
from enum import StrEnum

from chassis.errors import FieldProblem, RuleViolation


class Post(StrEnum):
    CHAIR = "chair"
    DEPUTY_CHAIR_IN_CHARGE = "deputy_chair_in_charge"
    STANDING_DEPUTY_CHAIR = "standing_deputy_chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY_GENERAL = "secretary_general"
    STANDING_MEMBER = "standing_member"
    PRESIDIUM_MEMBER = "presidium_member"
    INSPECTION_HEAD = "inspection_head"
    EDITOR = "editor"
    OTHER = "other"


Days = tuple[date | None, date | None]


def held_days(stated: Days, term: Days, known_on: date | None) -> tuple[date, date]:
    """The days that count as held: as stated, else those of the term, else the day it was printed.

    A post whose end nobody has stated is still held, once its beginning was stated.
    """
    begins = stated[0] or term[0] or known_on or stated[1]
    if begins is None:
        code = "registry.undated_post"
        raise RuleViolation(code, errors=[FieldProblem("/body/starts", code)])
    open_end = date.max if stated[0] else known_on
    ends = stated[1] or term[1] or open_end or begins
    if ends < begins:
        code = "registry.dates_out_of_order"
        raise RuleViolation(code, errors=[FieldProblem("/body/ends", code)])
    return begins, ends
