"""Who may change what of a union's record, without a database."""

from uuid import UUID, uuid4

import pytest

from chassis.errors import NotAllowed, RuleViolation
from registry.units import rules

OWN, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("caller", "national", "fields"),
    [(OWN, False, {"phone", "email"}), (OTHER, True, {"name_vi", "status"})],
)
def test_a_union_changes_its_contact_card_and_the_national_union_all_of_it(
    caller: UUID, national: bool, fields: set[str]
) -> None:
    rules.require_change(OWN, caller, fields, national=national)


@pytest.mark.parametrize(
    ("caller", "fields", "code"),
    [
        (OWN, {"phone", "name_vi"}, "registry.national_only"),
        (OTHER, {"phone"}, "registry.not_steward"),
    ],
)
def test_its_name_and_another_union_are_not_its_own_to_change(
    caller: UUID, fields: set[str], code: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        rules.require_change(OWN, caller, fields, national=False)

    assert refused.value.code == code


@pytest.mark.parametrize(("status", "successor"), [("active", "CANTHO"), ("merged", "HAUGIANG")])
def test_only_a_merged_union_has_a_successor_and_never_itself(status: str, successor: str) -> None:
    with pytest.raises(RuleViolation):
        rules.require_succession(status, successor, "HAUGIANG")
