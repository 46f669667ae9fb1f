"""The life of each demonstration grant: the steps that brought it where it stands, by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from aid.grants.models import Grant
from aid.grants.rules import Action, Deed, Status
from aid.grants.schemas import searched
from aid.rates.load import NAMESPACE
from chassis.db import now
from chassis.identity import Actor

Row = dict[str, str]
# status in the file -> the steps after `create`
STEPS: dict[str, tuple[Action, ...]] = {
    "draft": (),
    "submitted": (Action.SUBMIT,),
    "returned": (Action.SUBMIT, Action.RETURN),
    "approved": (Action.SUBMIT, Action.APPRAISE, Action.APPROVE),
    "rejected": (Action.SUBMIT, Action.APPRAISE, Action.REJECT),
}
TAKEN_BY = {
    Action.SUBMIT: ("officer", Deed.SUBMIT, Status.SUBMITTED),
    Action.RETURN: ("appraiser", None, Status.SUPPLEMENT_REQUESTED),
    Action.APPRAISE: ("appraiser", Deed.APPRAISE, Status.APPRAISED),
    Action.APPROVE: ("approver", Deed.DECIDE, Status.APPROVED),
    Action.REJECT: ("approver", Deed.DECIDE, Status.REJECTED),
}
NAMES = {"officer": "Cán bộ", "appraiser": "Người thẩm định", "approver": "Người phê duyệt"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the grant after it, who took it, and what it made of that person."""

    grant: Grant
    action: str
    by: Actor
    deed: Deed | None


def person(role: str, unit: str, unit_id: UUID) -> Actor:
    """A fictional person; no account has this id, so every demonstration account may act."""
    name = f"{NAMES[role]} hư cấu của {unit} (demo)"
    person_id = uuid5(NAMESPACE, f"aid/person/{unit}/{role}")
    return Actor(person_id, "person", name, frozenset({role}), unit_id, unit)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _months_after(day: date | None) -> tuple[date | None, date | None]:
    """A year of work from the month after: the file has no such dates."""
    if day is None:
        return None, None
    start = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return start, start.replace(year=start.year + 1) - timedelta(days=1)


def draft(row: Row, unit_id: UUID, recipient: Row) -> Grant:
    """The dossier as it was first entered."""
    shares = [share.split(":") for share in row["sectors"].split("|")]
    starts_on, ends_on = _months_after(_day(row["approved_on"]) or _day(row["submitted_on"]))
    grant = Grant(
        id=UUID(row["id"]),
        version=1,
        created_at=now(),
        updated_at=now(),
        unit_id=unit_id,
        code=row["code"],
        status=Status.DRAFT,
        title_vi=row["title_vi"],
        title_en=row["title_en"],
        form=row["form"],
        donor_id=UUID(row["donor_id"]),
        donor_name=row["donor_name"],
        recipient_id=UUID(row["recipient_id"]),
        recipient_name=recipient["name_vi"],
        managing_agency=recipient["managing_agency"],
        authority=row["authority"],
        purpose=f"Số liệu trình diễn, không có thật. {row['title_vi']}",
        sectors=[{"code": code, "percentage": part} for code, part in shares],
        provinces=row["provinces"].split("|"),
        amount=Decimal(row["amount"]),
        currency=row["currency"],
        starts_on=starts_on,
        ends_on=ends_on,
        demo=True,
    )
    grant.search = searched(grant)
    return grant


def live(grant: Grant, row: Row, unit: str, rates: dict[str, UUID | None]) -> Iterator[Step]:
    """Take the grant through its steps. Each is yielded while the grant is as it was then."""
    officer = person("officer", unit, grant.unit_id)
    yield Step(grant, "create", officer, Deed.EDIT)
    for action in STEPS[row["status"]]:
        role, deed, to = TAKEN_BY[action]
        by = person(role, unit, grant.unit_id)
        for name, value in _words(action, row, by, rates).items():
            setattr(grant, name, value)
        grant.status, grant.version = to, grant.version + 1
        yield Step(grant, str(action), by, deed)


def _words(action: Action, row: Row, by: Actor, rates: dict[str, UUID | None]) -> dict[str, Any]:
    """What a step writes into the dossier."""
    match action:
        case Action.SUBMIT:
            return {"submitted_on": _day(row["submitted_on"]), "submitted_by": by.id}
        case Action.APPRAISE:
            opinion = "Phù hợp, đủ điều kiện phê duyệt (demo)."
            day = _day(row["appraised_on"])
            return {"appraised_on": day, "appraised_by": by.id, "opinion": opinion}
        case Action.APPROVE:
            day = _day(row["approved_on"])
            number = row["decision_number"]
            decided = {"decided_on": day, "approved_on": day, "decided_by": by.id}
            return decided | {"decision_number": number} | rates
        case Action.REJECT:
            day, why = _day(row["refused_on"]), "Không phù hợp lĩnh vực ưu tiên (demo)."
            return {"decided_on": day, "decided_by": by.id, "reason": why}
        case _:
            why = "Đề nghị bổ sung dự toán chi tiết (demo)."
            return {"returned_on": _day(row["refused_on"]), "reason": why}
