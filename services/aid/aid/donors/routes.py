"""Donors: list with the age of the copy, record, enter another kind, correct, history."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from aid import roles
from aid.donors import queries
from aid.donors.models import Donor
from aid.donors.rules import DonorKind
from aid.donors.schemas import (
    DonorIn,
    DonorOut,
    DonorPage,
    DonorPatch,
    DonorQuery,
)
from aid.names import derived
from aid.store import stale
from chassis.authz import allow
from chassis.changes.act import Act
from chassis.changes.history import History, RecordHistory
from chassis.db import Tx, now
from chassis.errors import RuleViolation
from chassis.fold import like_pattern
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.tenancy import narrowed
from chassis.wire import MERGE_PATCH, answer

router = APIRouter(prefix="/v1/donors", tags=["donors"], route_class=Operation)
_ONE = "/{donor_id}"


@router.get("", response_model=DonorPage, **allow(*roles.STAFF, scope="unit"))
async def list_donors(
    query: Annotated[DonorQuery, Query()], read: Read, actor: CurrentActor
) -> Response:
    """Donors by name. `source` says when the registry last confirmed the copied NGOs."""
    values: dict[str, Any] = {"q": like_pattern(query.q)} if query.q else {}
    if query.country:
        values["country"] = query.country
    values |= narrowed(actor.reach)
    heard = await read.value(queries.HEARD)
    source = {"as_of": heard, "stale": stale(heard, now())}
    return await queries.DONORS.page(
        read, query, sort=query.sort, values=values, beside={"source": source}
    )


@router.get(_ONE, response_model=DonorOut, **allow(*roles.STAFF, scope="unit", obj="donor_id"))
async def get_donor(donor_id: UUID, tx: Tx, actor: CurrentActor) -> Response:
    """One donor."""
    return answer(DonorOut.of(await queries.get(tx, donor_id, actor), actor))


@router.get(
    _ONE + "/history", response_model=History, **allow(*roles.STAFF, scope="unit", obj="donor_id")
)
async def get_donor_history(
    donor_id: UUID, tx: Tx, read: Read, actor: CurrentActor, history: RecordHistory
) -> Response:
    """Who changed what here; an NGO's history is the registry's to tell."""
    await queries.get(tx, donor_id, actor)
    return await history.of(read, "donors", donor_id)


@router.post("", status_code=201, response_model=DonorOut, **allow(*roles.WRITERS, scope="own"))
async def create_donor(body: DonorIn, tx: Tx, act: Act) -> Response:
    """Record a donor that is no foreign NGO, known to the caller's unit."""
    fields = body.columns("id") | derived(body.name_vi, body.name_en)
    donor = Donor(id=body.id or new_id(), unit_id=act.unit_id, **fields)
    return await act.create(donor, DonorOut.of)


@router.patch(_ONE, response_model=DonorOut, **allow(*roles.WRITERS, scope="own", obj="donor_id"))
async def update_donor(
    donor_id: UUID, body: Annotated[DonorPatch, MERGE_PATCH], match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct a donor of the caller's unit; an NGO is corrected in the registry."""
    donor = await queries.lock(tx, donor_id, act.unit_id)
    if donor.kind == DonorKind.NGO:
        raise RuleViolation("aid.donor_is_a_copy")
    match.require(donor.version)
    for name, value in body.changes().items():
        setattr(donor, name, value)
    for name, value in derived(donor.name_vi, donor.name_en).items():
        setattr(donor, name, value)
    return await act.update(donor, DonorOut.of)
