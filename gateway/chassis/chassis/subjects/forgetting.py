"""One subject blanked in one database, and the entry that accounts for it."""

from dataclasses import dataclass
from uuid import UUID

from chassis.changes.act import Acting
from chassis.fold import fold
from chassis.subjects import queries
from chassis.subjects.schemas import ErasureOut


@dataclass(frozen=True, slots=True)
class Subject:
    """A person: an account, if there is one, every spelling, and the records about the person."""

    account: UUID | None
    texts: list[str]
    records: list[tuple[str, UUID]]

    def named(self) -> dict[str, list[object]]:
        return {
            "resources": [resource for resource, _ in self.records],
            "ids": [one for _, one in self.records],
        }


def mark_of(erasure: UUID) -> str:
    """What stands where the person stood."""
    return f"(đã xoá {str(erasure)[-8:]})"


def spellings(texts: list[str]) -> list[str]:
    """The texts, and as the search columns hold them."""
    return list(dict.fromkeys([*texts, *(fold(one) for one in texts)]))


async def blank(act: Acting, erasure: UUID, subject: Subject, reason: str) -> ErasureOut:
    """Blank one subject in this database and write down that it was done."""
    mark, actor = mark_of(erasure), act.actor
    entry = act.entry("erasures", erasure, 1, "erase", None, unit_id=actor.unit_id, reason=reason)
    # What the person does in this very request is not signed with the name again.
    if subject.account is not None and actor.id == subject.account:
        entry |= {"actor_name": mark, "address": None}
    who = {name: entry[name] for name in ("operation", "actor_kind", "actor_name", "acting_as")}
    who |= {"actor_id": actor.id and str(actor.id), "request_id": entry["request_id"]}
    who |= {"address": entry["address"]}
    told = {"account": subject.account, "mark": mark, "texts": subject.texts, **subject.named()}
    done = await queries.erase(act.tx, erasure, told, who)
    out = ErasureOut(id=erasure, mark=mark, reason=reason, **done)
    act.tx.add(act.change(**{**entry, "after": out.model_dump(mode="json")}))
    return out
