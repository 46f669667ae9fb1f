"""What other unions propose to change in the first demonstration NGOs: plainly fictional."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from chassis.days import today
from registry.demo.unions.entry import Entry
from registry.demo.unions.fiction import DEMO, first_ngos, record_id
from registry.ngos.models import Ngo
from registry.ngos.schemas import NgoOut
from registry.proposals.models import Proposal
from registry.proposals.rules import ProposalStatus, differing
from registry.proposals.schemas import ProposalOut

_MADE: tuple[tuple[str, dict[str, Any], str], ...] = (
    (
        "CANTHO",
        {"website": "https://ngo-001-moi.example", "founded_year": 1998},
        "Tổ chức đã đổi trang thông tin điện tử khi làm việc với Liên hiệp (demo).",
    ),
    (
        "HAIPHONG",
        {"sectors": ["education", "vocational_training"]},
        "Dự án ở địa phương chỉ còn giáo dục và dạy nghề (demo).",
    ),
)


async def enter_proposals(entry: Entry) -> None:
    """One for each of the first NGOs, waiting for an answer."""
    there = set(await entry.tx.scalars(select(Proposal.id)))
    for (unit, changes, reason), row in zip(_MADE, first_ngos(len(_MADE)), strict=True):
        made = record_id("proposals", row["n"])
        if made in there:
            entry.there += 1
            continue
        ngo = await entry.tx.get_one(Ngo, UUID(row["id"]))
        proposal = Proposal(
            id=made,
            unit_id=entry.units[unit],
            steward_id=ngo.unit_id,
            ngo_id=ngo.id,
            status=ProposalStatus.OPEN,
            changes=differing(NgoOut.model_validate(ngo).model_dump(mode="json"), changes),
            reason=reason,
            source=DEMO,
            taken=[],
            proposed_on=today(),
            demo=True,
        )
        entry.tx.add(proposal)
        await entry.tx.flush()
        entry.act.log(proposal, ProposalOut.of(proposal, entry.act.actor), "create", reason=reason)
        entry.entered += 1
