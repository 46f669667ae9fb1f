"""Whom and what a new procedure concerns, and whether it may be opened for them."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.errors import FieldProblem, NotAllowed, NotFound, RuleViolation
from chassis.identity import Actor
from registry.certificates import queries as certificates
from registry.certificates.rules import CertificateStatus, status_on
from registry.certificates.rules import Kind as CertificateKind
from registry.ngos import queries as ngos
from registry.procedures import guards
from registry.procedures.schemas import ProcedureIn


async def about(tx: AsyncSession, body: ProcedureIn, actor: Actor, opened: date) -> dict[str, Any]:
    """Whom and what a new procedure concerns; another unit's is refused as one not there.

    A procedure that is written down late is judged by what the certificate was when it began.
    """
    if body.certificate_id is None:
        return await _about_ngo(tx, body, actor)
    code = "registry.unknown_certificate"
    try:
        certificate = await certificates.lock(tx, body.certificate_id)
    except NotFound:
        raise RuleViolation(code, errors=[FieldProblem("/body/certificate_id", code)]) from None
    if not actor.keeps(certificate.unit_id):
        raise NotAllowed("registry.not_steward")
    c = certificate
    status: CertificateStatus = status_on(
        opened, valid_from=c.valid_from, valid_to=c.valid_to, ended_on=c.ended_on,
        suspended_on=c.suspended_on, suspensions=c.suspensions,
    )  # fmt: skip
    guards.require_openable(body.kind, CertificateKind(c.kind), status)
    guards.require_ground_of(body.ground, status)
    return {
        "unit_id": c.unit_id,
        "ngo_id": c.ngo_id,
        "certificate_kind": c.kind,
        "expires_on": c.valid_to,
        "demo": c.demo,
    }


async def _about_ngo(tx: AsyncSession, body: ProcedureIn, actor: Actor) -> dict[str, Any]:
    kind = body.certificate_kind or CertificateKind.OPERATION
    guards.require_openable(body.kind, kind, None)
    code = "registry.unknown_ngo"
    unknown = RuleViolation(code, errors=[FieldProblem("/body/ngo_id", code)])
    if body.ngo_id is None:
        raise unknown
    try:
        ngo = await ngos.lock(tx, body.ngo_id)
    except NotFound:
        raise unknown from None
    if not actor.keeps(ngo.unit_id):
        raise NotAllowed("registry.not_steward")
    about = {"unit_id": ngo.unit_id, "ngo_id": ngo.id, "certificate_kind": kind}
    return {**about, "expires_on": None, "demo": ngo.demo}
