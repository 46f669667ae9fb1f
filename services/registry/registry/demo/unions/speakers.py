"""Who speaks for the first demonstration NGOs, their accounts, and what was talked about with them:
plainly fictional."""

from sqlalchemy import select

from registry.bank_accounts import queries as bank_accounts
from registry.bank_accounts.models import BankAccount, BankAccountNumber
from registry.bank_accounts.schemas import BankAccountIn, BankAccountOut
from registry.contacts import queries as contacts
from registry.contacts.models import Contact
from registry.contacts.schemas import NgoContactIn, NgoContactOut
from registry.demo.unions.entry import Entry, Row
from registry.demo.unions.fiction import DEMO, first_ngos, record_id
from registry.representatives import queries as representatives
from registry.representatives.models import Representative, RepresentativePaper
from registry.representatives.schemas import RepresentativeIn, RepresentativeOut
from registry.sealed import masked, seal

HOW_MANY = 6
PASSPORT, ACCOUNT = "DEMO00000{:02}", "000000009{:03}"


def _speakers(ngo: dict[str, str], n: int) -> list[Row]:
    """Who spoke for it until the end of 2023, and who has since; the paper of the second."""
    one: Row = {"unit": ngo["unit_code"], "ngo_id": ngo["id"], "post": "representative"}
    one |= {"nationality": ngo["home_country"], "source": DEMO}
    now = {"paper_kind": "passport", "starts": {"date": "2024-01-01", "precision": "month"}}
    before: Row = {"starts": {"date": "2020-01-01", "precision": "year"}, "fixed": {"demo": True}}
    before["ends"] = {"date": "2023-12-01", "precision": "month"}
    shown = {"demo": True, "paper_masked": masked(PASSPORT.format(n))}
    return [
        {**one, **before, "key": f"{n}/1", "person": f"Người Đại Diện Cũ {n:02} (demo)"},
        {**one, "key": f"{n}/2", "person": f"Người Đại Diện Hư Cấu {n:02} (demo)"}
        | {**now, "title": "Giám đốc quốc gia (demo)", "fixed": shown},
    ]


def _account(ngo: dict[str, str], n: int) -> Row:
    return {
        "unit": ngo["unit_code"],
        "key": str(n),
        "ngo_id": ngo["id"],
        "bank": "Ngân hàng Giả Định (demo)",
        "branch": "Chi nhánh Tưởng Tượng",
        "holder": ngo["name_vi"],
        "currency": "USD",
        "number": ACCOUNT.format(n),
        "notified_on": "2024-01-20",
        "letter": f"{n:02}/TB-TK",
        "source": DEMO,
        "fixed": {"demo": True, "number_masked": masked(ACCOUNT.format(n))},
    }


def _contact(ngo: dict[str, str], n: int) -> Row:
    """A meeting whose next step was done, or still waits for every second one."""
    done = {"next_done_on": "2026-09-25"} if n % 2 else {}
    return done | {
        "unit": ngo["unit_code"],
        "key": str(n),
        "ngo_id": ngo["id"],
        "held_on": f"2026-09-{n:02}",
        "channel": "meeting",
        "ours": "Ban công tác phi chính phủ (demo)",
        "theirs": f"Người Đại Diện Hư Cấu {n:02} (demo)",
        "summary": "Trao đổi kế hoạch hoạt động năm sau và nhu cầu của địa phương (demo).",
        "next_step": "Gửi danh mục nhu cầu kêu gọi viện trợ (demo)",
        "next_due_on": "2026-10-15",
        "fixed": {"demo": True},
    }


async def enter_speakers(entry: Entry) -> None:
    """The records, and beside each new one its number."""
    ngos = list(enumerate(first_ngos(HOW_MANY), 1))
    people = [row for n, ngo in ngos for row in _speakers(ngo, n)]
    papers = {record_id("representatives", f"{n}/2"): PASSPORT.format(n) for n, _ in ngos}
    there = set(await entry.tx.scalars(select(Representative.id)))
    shapes = (RepresentativeIn, representatives.settle, RepresentativeOut)
    await entry.all(Representative, people, *shapes)
    for record, number in papers.items():
        if record not in there:
            await seal(entry.tx, RepresentativePaper, record, number)
    numbers = {record_id("bank_accounts", str(n)): ACCOUNT.format(n) for n, _ in ngos}
    there = set(await entry.tx.scalars(select(BankAccount.id)))
    accounts = [_account(ngo, n) for n, ngo in ngos]
    await entry.all(BankAccount, accounts, BankAccountIn, bank_accounts.settle, BankAccountOut)
    for record, number in numbers.items():
        if record not in there:
            await seal(entry.tx, BankAccountNumber, record, number)
    talks = [_contact(ngo, n) for n, ngo in ngos]
    await entry.all(Contact, talks, NgoContactIn, contacts.settle, NgoContactOut)
