"""Every SELECT on proposals."""

from datetime import datetime

from sqlalchemy import Date, bindparam, case, select

from chassis.listing import Listing, Order, contains
from registry.ngos.lineage import of_ngo
from registry.ngos.models import Ngo
from registry.proposals.models import Proposal
from registry.sheets import sheet

_ON = bindparam("as_of", type_=Date)
# `rules.told_on` in SQL
_STATUS_THEN = case((Proposal.closed_on > _ON, "open"), else_=Proposal.status)

PROPOSALS = Listing(
    select(*Proposal.__table__.columns, Ngo.name_vi.label("ngo_name_vi")).join(
        Ngo, Ngo.id == Proposal.ngo_id
    ),
    record=Proposal.id,
    sheet=sheet(
        *("de-xuat", "ngo_name_vi", "ngo_id", "unit_id", "status", "proposed_on", "closed_on"),
        *("reason", "source", "answer"),
        "demo",
    ),
    orders={"created_at": Order(Proposal.created_at, datetime)},
    filters={
        "q": contains(Ngo.search),
        "unit_id": Proposal.unit_id == bindparam("unit_id"),
        "steward_id": Proposal.steward_id == bindparam("steward_id"),
        "ngo_id": of_ngo(Proposal.ngo_id),
        "status": Proposal.status == bindparam("status"),
        "status_then": bindparam("status_then") == _STATUS_THEN,
        "as_of": Proposal.proposed_on <= _ON,
    },
)
