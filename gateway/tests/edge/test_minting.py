"""What a service is told, and how often it is signed anew."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from gateway.edge.caller import Caller
from gateway.edge.minting import Mint, claims

NOW = datetime(2026, 11, 22, tzinfo=UTC)
UNIT = UUID(int=7)
PERSON = Caller("s1", "person", UUID(int=1), "Lan", ("officer",), UNIT, "HUFO", False)
SCOPES = ("registry:ngos:read", "aid:grants:read")
MACHINE = replace(PERSON, key="c1", kind="client", roles=("integrator",), scopes=SCOPES)


class Ring:
    """Counts signatures."""

    signed = 0

    async def refresh(self) -> None:
        pass

    def sign(self, said: dict[str, Any], moment: datetime) -> str:
        self.signed += 1
        return f"{said['aud']} {self.signed}"


def test_a_person_is_stated_whole() -> None:
    said = claims(PERSON, "aid", "nhip-cau", NOW)

    at = int(NOW.timestamp())
    assert said.pop("jti")
    assert said == {
        "iss": "nhip-cau", "aud": "aid", "sub": str(PERSON.id), "kind": "person", "name": "Lan",
        "roles": ["officer"], "unit_id": str(UNIT), "unit_code": "HUFO", "national": False,
        "iat": at, "nbf": at, "exp": at + 60,
    }  # fmt: skip


def test_a_service_learns_of_a_clients_scopes_only_its_own() -> None:
    assert claims(MACHINE, "aid", "nhip-cau", NOW)["scope"] == "aid:grants:read"
    assert claims(MACHINE, "events", "nhip-cau", NOW)["scope"] == ""


async def test_a_token_is_reused_per_session_and_service() -> None:
    mint = Mint(Ring(), "nhip-cau")  # type: ignore[arg-type]

    first = [await mint.token(PERSON, "aid"), await mint.token(PERSON, "registry")]
    again = [await mint.token(replace(PERSON), "aid"), await mint.token(PERSON, "registry")]

    assert first == again == ["aid 1", "registry 2"]


async def test_a_changed_role_or_another_session_gets_a_token_of_its_own() -> None:
    mint = Mint(Ring(), "nhip-cau")  # type: ignore[arg-type]
    first = await mint.token(PERSON, "aid")

    promoted = await mint.token(replace(PERSON, roles=("approver",)), "aid")
    other = await mint.token(replace(PERSON, key="s2"), "aid")

    assert len({first, promoted, other}) == 3
