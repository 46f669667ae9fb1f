"""Members, parties, agreements, recognitions, needs and referrals of the demonstration data."""

from datetime import date

from sqlalchemy import select

from registry.agreements import queries as agreements
from registry.agreements.models import Agreement
from registry.agreements.schemas import AgreementIn, AgreementOut
from registry.demo.unions import fiction
from registry.demo.unions.entry import Entry, Row, read
from registry.demo.unions.locals import PRINTED_ON
from registry.demo.unions.proposals import enter_proposals
from registry.demo.unions.speakers import enter_speakers
from registry.members import queries as members
from registry.members.models import Member
from registry.members.schemas import MemberIn, MemberOut
from registry.needs import queries as needs
from registry.needs.models import Need
from registry.needs.schemas import NeedIn, NeedOut
from registry.parties import queries as parties
from registry.parties.models import Party
from registry.parties.schemas import PartyIn, PartyOut
from registry.recognitions import queries as recognitions
from registry.recognitions.models import Recognition
from registry.recognitions.schemas import RecognitionIn, RecognitionOut
from registry.referrals import queries as referrals
from registry.referrals.models import Referral
from registry.referrals.schemas import ReferralIn, ReferralOut
from registry.units.models import Unit
from registry.units.queries import stood_on


async def enter_relations(entry: Entry) -> None:
    """In the order in which one record names another."""
    local = stood_on(PRINTED_ON) & (Unit.level == "local")
    unions = await entry.tx.scalars(select(Unit).where(local).order_by(Unit.code))
    central, locals_ = fiction.central_members(), fiction.local_members(list(unions))
    rows = [dict(row) for row in (*central, *locals_, *read("members"))]
    await entry.all(Member, rows, MemberIn, members.settle, MemberOut)
    marked = [_marked(row) for row in read("parties")]
    await entry.all(Party, marked, PartyIn, parties.settle, PartyOut)
    for row in read("agreements"):  # one by one: the second names the first
        await entry.all(
            Agreement, [_agreement(row, entry)], AgreementIn, agreements.settle, AgreementOut
        )
    given = [
        *[_award(row, entry) for row in read("recognitions")],
        *_merits(entry),
        *fiction.acknowledged(entry.units),
        *fiction.flags(entry.units, central, locals_),
    ]
    await entry.all(Recognition, given, RecognitionIn, recognitions.settle, RecognitionOut)
    marked = [_marked(row) for row in read("needs")]
    await entry.all(Need, marked, NeedIn, needs.settle, NeedOut)
    introduced = fiction.referrals(entry.units)
    await entry.all(Referral, introduced, ReferralIn, referrals.settle, ReferralOut)
    await enter_speakers(entry)
    await enter_proposals(entry)


def _marked(row: Row) -> Row:
    """What says (demo) in its name is marked as demonstration data."""
    name = row.get("name_vi") or row.get("title_vi") or ""
    return row | {"fixed": {"demo": "(demo)" in name}}


def _agreement(row: Row, entry: Entry) -> Row:
    """`sides` are codes of units, `predecessor` is the key of another record."""
    names = {
        "HUFO": "Liên hiệp các tổ chức hữu nghị Thành phố Hồ Chí Minh",
        "HAUGIANG": "Liên hiệp các tổ chức hữu nghị tỉnh Hậu Giang",
    }
    sides = [{"name": names[s], "unit_id": str(entry.units[s])} for s in row.pop("sides")]
    before = row.pop("predecessor", None)
    followed = {"predecessor_id": str(fiction.record_id("agreements", before))} if before else {}
    return row | {"parties": sides} | followed


def _award(row: Row, entry: Entry) -> Row:
    """`from` and `to` are codes of units."""
    giver, recipient = row.pop("from", None), row.pop("to")
    given = {"giver_unit_id": str(entry.units[giver])} if giver else {}
    named = {"recipient_unit_id": str(entry.units[recipient])}
    return fiction.recognised(row.pop("unit"), row.pop("key"), False, **row, **given, **named)


def _merits(entry: Entry) -> list[Row]:
    city = "Liên hiệp các tổ chức hữu nghị Thành phố Hồ Chí Minh"
    port = "Liên hiệp các tổ chức hữu nghị thành phố Hải Phòng"
    of = fiction.merit
    return [
        # S3: 21 and 36; S1 names no number
        *of("HAIPHONG", port, entry.units, 2022, date(2023, 1, 9), collective=21, individual=36),
        *of("HUFO", city, entry.units, 2021, date(2022, 1, 20), collective=3, individual=4),
    ]
