"""Certificates: list with expiry, record, enter, correct, history."""

from datetime import timedelta
from functools import partial
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from starlette.responses import Response

from chassis.authz import allow
from chassis.bulk import BULK, Bulk
from chassis.changes.act import Act
from chassis.changes.history import History, Known, RecordHistory
from chassis.days import today
from chassis.db import Tx
from chassis.errors import FieldProblem, NotFound, RuleViolation
from chassis.identity import CurrentActor
from chassis.ids import new_id
from chassis.preconditions import IfMatch
from chassis.reader import Read
from chassis.routing import Operation
from chassis.wire import MERGE_PATCH, Page, answer
from registry import roles
from registry.certificates import queries, rules
from registry.certificates.models import Certificate
from registry.certificates.schemas import (
    CertificateIn,
    CertificateItem,
    CertificateOut,
    CertificatePatch,
    CertificateQuery,
    PastIn,
    shown,
)
from registry.ngos import queries as ngos
from registry.ngos.rules import require_steward
from registry.places.queries import require_provinces, require_sectors, within

router = APIRouter(prefix="/v1/certificates", tags=["certificates"], route_class=Operation)
_ONE = "/{certificate_id}"


@router.get(
    "",
    response_model=Page[CertificateItem],
    responses=BULK,
    **allow(*roles.STAFF, scope="national"),
)
async def list_certificates(
    query: Annotated[CertificateQuery, Query()], read: Read, bulk: Bulk
) -> Response:
    """Certificates, newest first; `expiring_within` days for the deadline board."""
    values: dict[str, Any] = {}
    area = await within(read, query.province, query.boundaries)
    values |= {f"{name}_then" if query.as_of else name: code for name, code in area.items()}
    if query.expiring_within is not None:
        first = today()
        last = first + timedelta(days=query.expiring_within)
        values |= {"expiring_from": first, "expiring_to": last}
    then = partial(shown, as_of=query.as_of)
    return await queries.CERTIFICATES.page(
        read, query, sort=query.sort, values=values, decorate=then, bulk=bulk
    )


@router.get(
    _ONE,
    response_model=CertificateOut,
    **allow(*roles.STAFF, scope="national", obj="certificate_id"),
)
async def get_certificate(
    certificate_id: UUID, tx: Tx, actor: CurrentActor, known: Known
) -> Response:
    """One certificate."""
    certificate = await queries.get(tx, certificate_id)
    return await known.of(certificate) or answer(CertificateOut.of(certificate, actor))


@router.get(
    _ONE + "/history",
    response_model=History,
    **allow(*roles.STAFF, scope="national", obj="certificate_id"),
)
async def get_certificate_history(
    certificate_id: UUID, tx: Tx, read: Read, history: RecordHistory
) -> Response:
    """Who changed what, when and why; newest first."""
    await queries.get(tx, certificate_id)
    return await history.of(read, "certificates", certificate_id)


@router.post(
    "", status_code=201, response_model=CertificateOut, **allow(*roles.WRITERS, scope="steward")
)
async def create_certificate(body: CertificateIn, tx: Tx, act: Act) -> Response:
    """Track a certificate that was issued to an NGO whose record the caller's unit keeps."""
    try:
        ngo = await ngos.lock(tx, body.ngo_id)
    except NotFound:
        code = "registry.unknown_ngo"
        raise RuleViolation(code, errors=[FieldProblem("/body/ngo_id", code)]) from None
    require_steward(ngo.unit_id, act.actor.unit_id, national=act.actor.national)
    rules.require_order(body.issued_on, body.valid_from, body.valid_to, body.ended_on)
    await require_provinces(tx, body.provinces, body.issued_on)
    await require_sectors(tx, body.sectors, body.issued_on)
    certificate = Certificate(id=body.id or new_id(), unit_id=ngo.unit_id, **body.columns("id"))
    return await act.create(certificate, CertificateOut.of)


@router.patch(
    _ONE,
    response_model=CertificateOut,
    **allow(*roles.WRITERS, scope="steward", obj="certificate_id"),
)
async def update_certificate(
    certificate_id: UUID,
    body: Annotated[CertificatePatch, MERGE_PATCH],
    match: IfMatch,
    tx: Tx,
    act: Act,
) -> Response:
    """Correct a certificate's entry."""
    certificate = await queries.lock(tx, certificate_id)
    require_steward(certificate.unit_id, act.actor.unit_id, national=act.actor.national)
    match.require(certificate.version)
    for name, value in body.changes().items():
        setattr(certificate, name, value)
    c = certificate
    rules.require_order(c.issued_on, c.valid_from, c.valid_to, c.ended_on)
    await require_provinces(tx, certificate.provinces, certificate.issued_on)
    await require_sectors(tx, certificate.sectors, certificate.issued_on)
    return await act.update(certificate, CertificateOut.of)


@router.post(
    _ONE + "/past",
    response_model=CertificateOut,
    **allow(*roles.WRITERS, scope="steward", obj="certificate_id"),
)
async def correct_certificate_past(
    certificate_id: UUID, body: PastIn, match: IfMatch, tx: Tx, act: Act
) -> Response:
    """Correct what an amendment left of earlier days, and say why."""
    certificate = await queries.lock(tx, certificate_id)
    require_steward(certificate.unit_id, act.actor.unit_id, national=act.actor.national)
    match.require(certificate.version)
    untils = [one.until for one in body.former]
    rules.require_past(untils, certificate.valid_from, certificate.valid_to, today())
    codes = sorted({code for one in body.former for code in one.provinces})
    sectors = [code for one in body.former for code in one.sectors]
    days = (certificate.issued_on, max(untils, default=None))
    await require_provinces(tx, codes, *days)
    await require_sectors(tx, sectors, *days)
    certificate.former = [one.model_dump(mode="json") for one in body.former]
    return await act.update(certificate, CertificateOut.of, "past", body.reason)
