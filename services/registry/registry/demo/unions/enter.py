"""Enters what is missing of the unions' demonstration data."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from registry.demo.unions.entry import Entry, Row, read
from registry.demo.unions.relations import enter_relations
from registry.foundings import queries as foundings
from registry.foundings.models import Founding
from registry.foundings.rules import FoundingStatus
from registry.foundings.schemas import FoundingIn, FoundingOut
from registry.officers import queries as officers
from registry.officers.models import Officer
from registry.officers.schemas import OfficerIn, OfficerOut
from registry.terms import queries as terms
from registry.terms.models import Term
from registry.terms.schemas import TermIn, TermOut


async def enter_unions(tx: AsyncSession, act: Acting) -> Entry:
    """All of it, in the order in which one record names another."""
    entry = Entry(tx, act)
    await entry.locals()
    units = entry.units
    await entry.all(Term, read("terms"), TermIn, terms.settle, TermOut)
    of = {(t.unit_id, t.ordinal): t.id for t in await tx.scalars(select(Term))}
    posts = [_post(row, units, of) for row in read("officers")]
    await entry.all(Officer, posts, OfficerIn, officers.settle, OfficerOut)
    cases = [_case(row, units) for row in read("foundings")]
    await entry.all(Founding, cases, FoundingIn, foundings.settle, FoundingOut)
    await enter_relations(entry)
    return entry


def _post(row: Row, units: dict[str, UUID], terms: dict[tuple[UUID, int], UUID]) -> Row:
    """`term` is the number of a term of the same union."""
    term = row.pop("term", None)
    return row | ({"term_id": str(terms[units[row["unit"]], term])} if term else {})


def _case(row: Row, units: dict[str, UUID]) -> Row:
    """`union` is the code of the union founded; a case's status is no client's to set."""
    union, status = (
        units[row.pop("union")],
        FoundingStatus(row.pop("status", FoundingStatus.GUIDED)),
    )
    return row | {"union_id": str(union), "fixed": {"status": status}}
