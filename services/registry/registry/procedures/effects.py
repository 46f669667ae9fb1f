"""What a procedure does to its certificate, in the transaction of the step that does it."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from chassis.changes.act import Acting
from chassis.ids import new_id
from chassis.workdays import Calendar
from registry.certificates import queries as certificates
from registry.certificates.models import Certificate
from registry.certificates.rules import AMENDED, replaced
from registry.certificates.schemas import CertificateOut
from registry.obligations.owing import owe
from registry.places.queries import require_provinces, require_sectors
from registry.procedures.models import Procedure
from registry.procedures.rules import ProcedureKind

MINISTRY = "Bộ Ngoại giao"
_DAYS = ("issued_on", "valid_from", "valid_to")


async def take_effect(
    tx: AsyncSession,
    act: Acting,
    procedure: Procedure,
    on: date,
    calendar: Calendar,
) -> None:
    """Enter a new certificate, or change the one that the procedure is about, and what is owed.

    The step's reason is told on the procedure only, which is its unit's own: every unit reads the
    history of a certificate. One request id leads from this change to the step.
    """
    kind = ProcedureKind(procedure.kind)
    said = _said(procedure.outcome or {})
    if kind is ProcedureKind.GRANT:
        certificate = await _enter(tx, act, procedure, said)
        procedure.certificate_id = certificate.id
        owe(tx, act, procedure, on, calendar)
        return
    certificate = await certificates.lock(tx, UUID(str(procedure.certificate_id)))
    acts: dict[ProcedureKind, dict[str, Any]] = {
        ProcedureKind.SUSPEND: {"suspended_on": on},
        ProcedureKind.LIFT: {"suspended_on": None, "suspensions": _lifted(certificate, on)},
        ProcedureKind.TERMINATE: {"ended_on": on},
        ProcedureKind.SELF_TERMINATE: {"ended_on": procedure.ends_on or on},
    }
    changes = acts.get(kind, said)
    if "provinces" in changes:
        await require_provinces(tx, changes["provinces"], on)
    await require_sectors(tx, changes.get("sectors", []), on)
    # what it said until yesterday stays: figures of days before an amendment do not change
    changes = {**changes, "former": replaced(_past(certificate), changes, on)}
    for name, value in changes.items():
        setattr(certificate, name, value)
    certificate.touch()
    await tx.flush()
    act.log(certificate, CertificateOut.of(certificate, act.actor), kind)
    owe(tx, act, procedure, on, calendar)


def _past(certificate: Certificate) -> dict[str, Any]:
    """What an amendment may replace of it."""
    return {name: getattr(certificate, name) for name in ("former", "valid_from", *AMENDED)}


def _lifted(certificate: Certificate, on: date) -> list[dict[str, Any]]:
    """Its suspensions with the one that ends now."""
    since = certificate.suspended_on
    if since is None:
        return certificate.suspensions
    over = {"since": since.isoformat(), "lifted_on": on.isoformat()}
    return [*certificate.suspensions, over]


async def _enter(
    tx: AsyncSession, act: Acting, procedure: Procedure, said: dict[str, Any]
) -> Certificate:
    await require_provinces(tx, said["provinces"], said["issued_on"])
    await require_sectors(tx, said.get("sectors") or [], said["issued_on"])
    certificate = Certificate(
        id=new_id(),
        ngo_id=procedure.ngo_id,
        unit_id=procedure.unit_id,
        kind=procedure.certificate_kind,
        demo=procedure.demo,
        **{"issuer": MINISTRY, "sectors": [], **said},
    )
    tx.add(certificate)
    await tx.flush()
    act.log(certificate, CertificateOut.of(certificate, act.actor), "grant")
    return certificate


def _said(outcome: dict[str, Any]) -> dict[str, Any]:
    """A decision as column values."""
    return {n: date.fromisoformat(v) if n in _DAYS else v for n, v in outcome.items()}
