"""Every SELECT on proposals."""

from datetime import datetime

from sqlalchemy import bindparam, select

from chassis.listing import Listing, Order, contains
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.proposals.models import Proposal
from registry.sheets import sheet

PROPOSALS = Listing(
    select(*Proposal.__table__.columns, Ngo.name_vi.label("ngo_name_vi")).join(
        Ngo, Ngo.id == Proposal.ngo_id
    ),
    record=Proposal.id,
    sheet=sheet(
        *("de-xuat", "ngo_name_vi", "ngo_id", "unit_id", "status", "reason", "source", "answer"),
        "demo",
    ),
    orders={"created_at": Order(Proposal.created_at, datetime)},
    filters={
        "q": contains(Ngo.search),
        "unit_id": Proposal.unit_id == bindparam("unit_id"),
        "steward_id": Proposal.steward_id == bindparam("steward_id"),
        "ngo_id": of_ngo(Proposal.ngo_id),
        "status": Proposal.status == bindparam("status"),
    },
)
