"""Every SELECT on posts held."""

from datetime import date

from sqlalchemy import Date, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, RuleViolation
from chassis.fold import sort_key
from chassis.imprecise import first_day, last_day
from chassis.listing import Listing, Order, contains
from chassis.records import named
from registry.finding import by_words, searched
from registry.officers import rules
from registry.officers.models import Officer
from registry.sheets import sheet
from registry.terms.models import Term

_ON = bindparam("as_of", type_=Date)

OFFICERS = Listing(
    select(*[c for c in Officer.__table__.columns if c.name not in ("search", "person_sort")]),
    record=Officer.id,
    sheet=sheet(
        *("lanh-dao", "unit_id", "person", "post", "title", "concurrent", "starts"),
        *("ends", "known_on", "source", "verified", "note", "demo"),
    ),
    orders={
        **by_words("person", Officer.person_sort, Officer.person),
        "held_from": Order(Officer.held_from, date),
    },
    filters={
        "q": contains(Officer.search),
        "unit_id": Officer.unit_id == bindparam("unit_id"),
        "post": Officer.post == bindparam("post"),
        "term_id": Officer.term_id == bindparam("term_id"),
        "as_of": (Officer.held_from <= _ON) & (Officer.held_to >= _ON),
    },
)


async def settle(tx: AsyncSession, officer: Officer) -> None:
    """Set the columns that follow from the others; refuse another union's term."""
    unknown = "registry.no_such_term"
    term = await named(tx, Term, officer.term_id, unknown, "term_id")
    if term and term.unit_id != officer.unit_id:
        raise RuleViolation(unknown, errors=[FieldProblem("/body/term_id", unknown)])
    officer.held_from, officer.held_to = rules.held_days(
        (first_day(officer.starts), last_day(officer.ends)),
        (term.starts_on, term.ends_on) if term else (None, None),
        officer.known_on,
    )
    officer.person_sort = sort_key(officer.person)
    officer.search = searched(officer.person, officer.title, *officer.concurrent)
