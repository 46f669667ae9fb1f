"""Who may record which step of which procedure, and where it leads. Pure.

The steps are those of decree 58/2022, articles 11 to 19. The union decides nothing here: it records
what the NGO files, and what the committee (COMINGO), the consulted bodies and the ministry do.
"""

from collections.abc import Mapping
from enum import StrEnum

from chassis.moves import Move, Moves
from registry import roles
from registry.certificates.rules import CertificateStatus
from registry.certificates.rules import Kind as CertificateKind


class ProcedureKind(StrEnum):
    """Cấp, gia hạn, sửa đổi bổ sung, cấp lại, đình chỉ, bỏ đình chỉ, chấm dứt, tự chấm dứt."""

    GRANT = "grant"
    EXTEND = "extend"
    AMEND = "amend"
    REISSUE = "reissue"
    SUSPEND = "suspend"
    LIFT = "lift"
    TERMINATE = "terminate"
    SELF_TERMINATE = "self_terminate"


class ProcedureStatus(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    SUPPLEMENT_REQUESTED = "supplement_requested"
    ACCEPTED = "accepted"
    CONSULTING = "consulting"
    OPINIONS_COMPLETE = "opinions_complete"
    MINISTRY_APPRAISAL = "ministry_appraisal"
    GRANTED = "granted"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    AWAITING_REMEDY = "awaiting_remedy"
    REMEDY_REPORTED = "remedy_reported"
    REVOKED = "revoked"
    WINDING_UP = "winding_up"
    NOTIFIED = "notified"
    COMPLETED = "completed"
    CLOSED_REFUSED = "closed_refused"
    DISMISSED = "dismissed"
    NOT_REMEDIED = "not_remedied"
    WITHDRAWN = "withdrawn"


class ProcedureAction(StrEnum):
    UPDATE = "update"
    ATTACH = "attach"
    TICK = "tick"
    FILE = "file"
    RETURN = "return"
    ACCEPT = "accept"
    CONSULT = "consult"
    REPLY = "reply"
    CONCLUDE = "conclude"
    MEET = "meet"
    FORWARD = "forward"
    GRANT = "grant"
    REFUSE = "refuse"
    DELIVER = "deliver"
    NOTIFY = "notify"
    SUSPEND = "suspend"
    DISMISS = "dismiss"
    REPORT = "report"
    LIFT = "lift"
    REJECT = "reject"
    REVOKE = "revoke"
    CLOSE = "close"
    WITHDRAW = "withdraw"


_S, _A = ProcedureStatus, ProcedureAction
Table = Mapping[tuple[ProcedureStatus, ProcedureAction], Move[ProcedureStatus]]
_WRITERS = frozenset(roles.WRITERS)


def _to(status: ProcedureStatus, *, why: bool = False) -> Move[ProcedureStatus]:
    return Move(to=status, by=_WRITERS, needs_reason=why)


_WITHDRAW = _to(_S.WITHDRAWN, why=True)
_STAY = {status: _to(status) for status in ProcedureStatus}

# Grant, extension, amendment and reissue run one machine (articles 11 to 13 and 15 to 17).
_FILING: Table = {
    (_S.DRAFT, _A.UPDATE): _STAY[_S.DRAFT],
    (_S.DRAFT, _A.TICK): _STAY[_S.DRAFT],
    (_S.DRAFT, _A.FILE): _to(_S.SUBMITTED),
    (_S.SUBMITTED, _A.TICK): _STAY[_S.SUBMITTED],
    (_S.SUBMITTED, _A.RETURN): _to(_S.SUPPLEMENT_REQUESTED, why=True),
    (_S.SUBMITTED, _A.ACCEPT): _to(_S.ACCEPTED),
    (_S.SUPPLEMENT_REQUESTED, _A.UPDATE): _STAY[_S.SUPPLEMENT_REQUESTED],
    (_S.SUPPLEMENT_REQUESTED, _A.TICK): _STAY[_S.SUPPLEMENT_REQUESTED],
    (_S.SUPPLEMENT_REQUESTED, _A.FILE): _to(_S.SUBMITTED),
    (_S.ACCEPTED, _A.CONSULT): _to(_S.CONSULTING),
    (_S.CONSULTING, _A.REPLY): _STAY[_S.CONSULTING],
    (_S.CONSULTING, _A.CONCLUDE): _to(_S.OPINIONS_COMPLETE),
    (_S.OPINIONS_COMPLETE, _A.FORWARD): _to(_S.MINISTRY_APPRAISAL),
    (_S.MINISTRY_APPRAISAL, _A.GRANT): _to(_S.GRANTED),
    (_S.MINISTRY_APPRAISAL, _A.REFUSE): _to(_S.REFUSED, why=True),
    (_S.GRANTED, _A.DELIVER): _to(_S.COMPLETED),
    (_S.REFUSED, _A.NOTIFY): _to(_S.CLOSED_REFUSED),
    # the applicant may take a dossier back until it is decided
    **{
        (status, _A.WITHDRAW): _WITHDRAW
        for status in (
            *(_S.DRAFT, _S.SUBMITTED, _S.SUPPLEMENT_REQUESTED, _S.ACCEPTED),
            *(_S.CONSULTING, _S.OPINIONS_COMPLETE, _S.MINISTRY_APPRAISAL),
        )
    },
}
# What the ministry does of its own accord begins with opinions (articles 18.2 and 19.2).
_OPINIONS: Table = {
    (_S.DRAFT, _A.UPDATE): _STAY[_S.DRAFT],
    (_S.DRAFT, _A.CONSULT): _to(_S.CONSULTING),
    (_S.CONSULTING, _A.REPLY): _STAY[_S.CONSULTING],
    (_S.CONSULTING, _A.CONCLUDE): _to(_S.OPINIONS_COMPLETE),
    (_S.OPINIONS_COMPLETE, _A.MEET): _STAY[_S.OPINIONS_COMPLETE],
    (_S.OPINIONS_COMPLETE, _A.DISMISS): _to(_S.DISMISSED, why=True),
    (_S.DRAFT, _A.WITHDRAW): _WITHDRAW,
    (_S.CONSULTING, _A.WITHDRAW): _WITHDRAW,
}
_TABLES: dict[ProcedureKind, Table] = {
    **dict.fromkeys(
        (ProcedureKind.GRANT, ProcedureKind.EXTEND, ProcedureKind.AMEND, ProcedureKind.REISSUE),
        _FILING,
    ),
    ProcedureKind.SUSPEND: {
        **_OPINIONS,
        (_S.OPINIONS_COMPLETE, _A.SUSPEND): _to(_S.SUSPENDED),
        (_S.SUSPENDED, _A.NOTIFY): _to(_S.COMPLETED),
    },
    ProcedureKind.LIFT: {
        (_S.AWAITING_REMEDY, _A.UPDATE): _STAY[_S.AWAITING_REMEDY],
        (_S.AWAITING_REMEDY, _A.TICK): _STAY[_S.AWAITING_REMEDY],
        (_S.AWAITING_REMEDY, _A.REPORT): _to(_S.REMEDY_REPORTED),
        (_S.AWAITING_REMEDY, _A.REJECT): _to(_S.NOT_REMEDIED, why=True),
        (_S.AWAITING_REMEDY, _A.WITHDRAW): _WITHDRAW,
        (_S.REMEDY_REPORTED, _A.TICK): _STAY[_S.REMEDY_REPORTED],
        (_S.REMEDY_REPORTED, _A.LIFT): _to(_S.COMPLETED),
        (_S.REMEDY_REPORTED, _A.REJECT): _to(_S.NOT_REMEDIED, why=True),
    },
    ProcedureKind.TERMINATE: {
        **_OPINIONS,
        (_S.OPINIONS_COMPLETE, _A.REVOKE): _to(_S.REVOKED),
        (_S.REVOKED, _A.NOTIFY): _to(_S.WINDING_UP),
        (_S.WINDING_UP, _A.CLOSE): _to(_S.COMPLETED),
    },
    ProcedureKind.SELF_TERMINATE: {
        (_S.DRAFT, _A.UPDATE): _STAY[_S.DRAFT],
        (_S.DRAFT, _A.TICK): _STAY[_S.DRAFT],
        (_S.DRAFT, _A.FILE): _to(_S.NOTIFIED),
        (_S.DRAFT, _A.WITHDRAW): _WITHDRAW,
        (_S.NOTIFIED, _A.TICK): _STAY[_S.NOTIFIED],
        (_S.NOTIFIED, _A.CLOSE): _to(_S.COMPLETED),
        (_S.NOTIFIED, _A.WITHDRAW): _WITHDRAW,
    },
}


def _attachable(table: Table) -> Table:
    """A paper may be handed in as long as a procedure is open."""
    open_ones = dict.fromkeys(status for status, _ in table)
    return {**table, **{(status, _A.ATTACH): _STAY[status] for status in open_ones}}


MACHINES: dict[ProcedureKind, Moves[ProcedureStatus, ProcedureAction]] = {
    kind: Moves(_attachable(table), "registry") for kind, table in _TABLES.items()
}
FIRST: dict[ProcedureKind, ProcedureStatus] = {
    kind: _S.AWAITING_REMEDY if kind is ProcedureKind.LIFT else _S.DRAFT for kind in ProcedureKind
}
# From here no step leads on.
CLOSED = frozenset({_S.COMPLETED, _S.CLOSED_REFUSED, _S.DISMISSED, _S.NOT_REMEDIED, _S.WITHDRAWN})
# The step with which a procedure changes the certificate.
EFFECTIVE = frozenset(
    {
        *(
            (kind, _A.DELIVER)
            for kind in (
                ProcedureKind.GRANT,
                ProcedureKind.EXTEND,
                ProcedureKind.AMEND,
                ProcedureKind.REISSUE,
            )
        ),
        (ProcedureKind.SUSPEND, _A.SUSPEND),
        (ProcedureKind.LIFT, _A.LIFT),
        (ProcedureKind.TERMINATE, _A.REVOKE),
        (ProcedureKind.SELF_TERMINATE, _A.CLOSE),
    }
)
# Steps that are somebody's paper; the others are acts that leave none, or one of many.
ON_PAPER = frozenset(
    {
        *(_A.FILE, _A.RETURN, _A.CONSULT, _A.FORWARD, _A.GRANT, _A.REFUSE, _A.DELIVER),
        *(_A.NOTIFY, _A.SUSPEND, _A.DISMISS, _A.REPORT, _A.LIFT, _A.REJECT, _A.REVOKE),
    }
)

_CS, _CK = CertificateStatus, CertificateKind
# Which procedure may begin on a certificate in which status (articles 12, 13, 18 and 19).
OPENS: dict[ProcedureKind, frozenset[CertificateStatus]] = {
    ProcedureKind.GRANT: frozenset(),
    ProcedureKind.EXTEND: frozenset({_CS.ACTIVE}),
    ProcedureKind.AMEND: frozenset({_CS.ACTIVE}),
    ProcedureKind.REISSUE: frozenset({_CS.ACTIVE}),
    ProcedureKind.SUSPEND: frozenset({_CS.ACTIVE, _CS.EXPIRED}),
    ProcedureKind.LIFT: frozenset({_CS.SUSPENDED}),
    ProcedureKind.TERMINATE: frozenset({_CS.ACTIVE, _CS.SUSPENDED}),
    ProcedureKind.SELF_TERMINATE: frozenset({_CS.ACTIVE}),
}
# A project office of decree 12/2012 runs out: it is neither granted nor extended (article 28.2).
NEVER = frozenset(
    {(_CK.PROJECT_OFFICE, ProcedureKind.GRANT), (_CK.PROJECT_OFFICE, ProcedureKind.EXTEND)}
)

GROUNDS: dict[ProcedureKind, tuple[str, ...]] = {
    ProcedureKind.SUSPEND: ("active_after_expiry", "outside_registration", "other_account"),
    ProcedureKind.TERMINATE: ("prohibited_act", "idle_twelve_months", "not_remedied"),
}


def openable(kind: CertificateKind, status: CertificateStatus) -> list[ProcedureKind]:
    """The procedures that may begin on a certificate of this kind in this status."""
    return [p for p in ProcedureKind if status in OPENS[p] and (kind, p) not in NEVER]
