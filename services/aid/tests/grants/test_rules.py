"""The table of steps, every cell on purpose; and what a dossier must say."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aid import roles
from aid.grants import rules
from aid.grants.rules import MOVES, Action, Status
from chassis.errors import NotAllowed, RuleViolation

W, APP, DEC = set(roles.WRITERS), {roles.APPRAISER}, {roles.APPROVER}
PREPARED, JUDGED = {"editor", "submitter"}, {"appraiser", "decider"}
# status -> action -> (next status, by whom, forbidden to whom, with a reason)
ALLOWED: dict[str, dict[str, tuple[str, set[str], set[str], bool]]] = {
    "draft": {
        "update": ("draft", W, JUDGED, False),
        "submit": ("submitted", W, JUDGED, False),
        "withdraw": ("withdrawn", W, set(), False),
    },
    "submitted": {
        "withdraw": ("withdrawn", W, set(), False),
        "return": ("supplement_requested", APP, PREPARED, True),
        "appraise": ("appraised", APP, PREPARED | {"decider"}, False),
    },
    "supplement_requested": {
        "update": ("supplement_requested", W, JUDGED, False),
        "submit": ("submitted", W, JUDGED, False),
        "withdraw": ("withdrawn", W, set(), False),
    },
    "appraised": {
        "withdraw": ("withdrawn", W, set(), False),
        "return": ("supplement_requested", DEC, PREPARED, True),
        "approve": ("approved", DEC, PREPARED | {"appraiser"}, False),
        "reject": ("rejected", DEC, PREPARED | {"appraiser"}, True),
    },
    "approved": {},
    "rejected": {},
    "withdrawn": {},
}


@pytest.mark.parametrize("cell", list(MOVES.cells()), ids=lambda c: f"{c.status}-{c.action}")
def test_every_cell_of_the_table_is_decided_on_purpose(cell: Any) -> None:
    expected = ALLOWED[cell.status].get(cell.action)

    if expected is None:
        with pytest.raises(RuleViolation) as refused:
            MOVES.next(cell.status, cell.action, roles=roles.STAFF)
        assert refused.value.code == "aid.wrong_status"
        return
    to, by, forbidden, needs_reason = expected
    assert MOVES.next(cell.status, cell.action, roles=by) == to
    assert (set(cell.move.by), set(cell.move.forbids)) == (by, forbidden)
    assert cell.move.needs_reason is needs_reason
    for role in set(roles.STAFF) - by:
        with pytest.raises(NotAllowed) as unfit:
            MOVES.next(cell.status, cell.action, roles={role})
        assert unfit.value.code == "aid.wrong_role"
    for relation in forbidden:
        with pytest.raises(NotAllowed) as seen_before:
            MOVES.next(cell.status, cell.action, roles=by, relations={relation})
        assert seen_before.value.code == "aid.four_eyes"


def test_the_table_has_all_statuses_and_actions() -> None:
    assert len(list(MOVES.cells())) == len(Status) * len(Action) == 49


def test_a_dossier_awaits_the_roles_that_can_take_its_next_step() -> None:
    assert rules.awaiting({"officer"}) == ["supplement_requested"]
    assert rules.awaiting({"appraiser"}) == ["submitted"]
    assert rules.awaiting({"approver"}) == ["appraised"]
    assert rules.awaiting({"viewer", "auditor", "admin"}) == []


COMPLETE: dict[str, Any] = {
    "donor_id": 1, "recipient_id": 1, "managing_agency": "UBND", "purpose": "x",
    "sectors": [{"code": "a", "percentage": "33.34"}, {"code": "b", "percentage": "66.66"}],
    "provinces": ["VN-79"], "amount": Decimal(1), "starts_on": date(2021, 1, 1),
    "ends_on": date(2021, 1, 1),
}  # fmt: skip


def test_a_complete_dossier_is_taken() -> None:
    rules.require_complete(COMPLETE)


@pytest.mark.parametrize(
    ("fields", "pointers"),
    [
        ({"donor_id": None}, ["/donor_id"]),
        ({"sectors": [], "provinces": []}, ["/sectors", "/provinces"]),
        ({"amount": Decimal(0)}, ["/amount"]),
        ({"sectors": [{"code": "a", "percentage": "99.99"}]}, ["/sectors"]),
        ({"sectors": [{"code": "a", "percentage": "100.01"}]}, ["/sectors"]),
    ],
)
def test_what_a_dossier_lacks_is_named(fields: dict[str, Any], pointers: list[str]) -> None:
    with pytest.raises(RuleViolation) as refused:
        rules.require_complete(COMPLETE | fields)

    assert refused.value.code == "aid.incomplete"
    assert [problem.pointer for problem in refused.value.errors] == pointers


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("594500000000", "VND", "594500000000"),
        ("594500000000.00", "VND", "594500000000"),
        ("671000", "USD", "671000"),
        ("25847826.09", "USD", "25847826.09"),
        ("0.5", "USD", "0.50"),
        ("10", "EUR", "10"),
    ],
)
def test_money_is_a_decimal_string_without_needless_decimals(
    amount: str, currency: str, text: str
) -> None:
    assert rules.money(Decimal(amount), currency) == {"amount": text, "currency": currency}


def test_dong_have_no_parts_and_days_their_order() -> None:
    with pytest.raises(RuleViolation, match=r"aid\.dong_has_no_parts"):
        rules.require_consistent(Decimal("1.5"), "VND", None, None)
    with pytest.raises(RuleViolation, match=r"aid\.dates_out_of_order"):
        rules.require_consistent(None, None, date(2021, 1, 2), date(2021, 1, 1))
    rules.require_consistent(Decimal("1.5"), "USD", date(2021, 1, 1), date(2021, 1, 1))
