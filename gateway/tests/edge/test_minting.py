"""What a service is told, and how often it is signed anew."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from chassis.db import now
from chassis.errors import NotAuthenticated
from chassis.identity import SKEW_SECONDS, Verifier
from gateway.clients import live as clients
from gateway.edge.caller import Caller
from gateway.edge.minting import LIFE_SECONDS, Mint, claims
from gateway.running import Running
from gateway.sessions import live

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
        self.said = said
        return f"{said['aud']} {self.signed}"


class Went:
    """The unit 8 went into the one of our person."""

    async def of(self, unit_id: UUID | None) -> tuple[UUID, ...]:
        return (UUID(int=8),) if unit_id == UNIT else ()


def test_a_person_is_stated_whole() -> None:
    said = claims(PERSON, "aid", "nhip-cau", NOW)

    at = int(NOW.timestamp())
    assert said.pop("jti")
    assert said == {
        "iss": "nhip-cau", "aud": "aid", "sub": str(PERSON.id), "kind": "person", "name": "Lan",
        "roles": ["officer"], "unit_id": str(UNIT), "unit_code": "HUFO", "national": False,
        "iat": at, "nbf": at, "exp": at + 45,
    }  # fmt: skip


def test_a_session_is_named_and_says_when_it_was_proved() -> None:
    said = claims(replace(PERSON, sid=UUID(int=5), authenticated_at=NOW), "aid", "nhip-cau", NOW)

    assert (said["sid"], said["auth_time"]) == (str(UUID(int=5)), int(NOW.timestamp()))


def test_who_is_out_is_out_everywhere_within_a_minute() -> None:
    assert live.FRESH_SECONDS + LIFE_SECONDS + SKEW_SECONDS <= 60
    assert clients.FRESH_SECONDS + LIFE_SECONDS + SKEW_SECONDS <= 60


async def test_a_captured_identity_is_refused_55_seconds_after_it_was_made(
    running: Running,
) -> None:
    service = Verifier(running.issuer, "aid", running.ring.fetch)

    async def after(seconds: int) -> str:
        moment = now() - timedelta(seconds=seconds)
        said = claims(PERSON, "aid", running.issuer, moment)
        return (await service.actor(running.ring.sign(said, now()))).name

    assert await after(40) == "Lan"
    with pytest.raises(NotAuthenticated):
        await after(57)


def test_a_service_learns_of_a_clients_scopes_only_its_own() -> None:
    assert claims(MACHINE, "aid", "nhip-cau", NOW)["scope"] == "aid:grants:read"
    assert claims(MACHINE, "events", "nhip-cau", NOW)["scope"] == ""


async def test_a_token_is_reused_per_session_and_service() -> None:
    mint = Mint(Ring(), Went(), "nhip-cau")  # type: ignore[arg-type]

    first = [await mint.token(PERSON, "aid"), await mint.token(PERSON, "registry")]
    again = [await mint.token(replace(PERSON), "aid"), await mint.token(PERSON, "registry")]

    assert first == again == ["aid 1", "registry 2"]


async def test_a_changed_role_or_another_session_gets_a_token_of_its_own() -> None:
    mint = Mint(Ring(), Went(), "nhip-cau")  # type: ignore[arg-type]
    first = await mint.token(PERSON, "aid")

    promoted = await mint.token(replace(PERSON, roles=("approver",)), "aid")
    other = await mint.token(replace(PERSON, key="s2"), "aid")

    assert len({first, promoted, other}) == 3


async def test_a_token_names_the_units_that_went_into_the_callers() -> None:
    ring = Ring()
    mint = Mint(ring, Went(), "nhip-cau")  # type: ignore[arg-type]

    await mint.token(PERSON, "aid")
    heir = ring.said.get("predecessors")
    await mint.token(replace(PERSON, key="s3", unit_id=UUID(int=9)), "aid")
    other = ring.said.get("predecessors")
    await mint.token(replace(PERSON, key="s4", national=True), "aid")

    assert heir == [str(UUID(int=8))]
    assert (other, ring.said.get("predecessors")) == (None, None)


async def test_a_token_says_from_where_and_another_address_gets_its_own() -> None:
    ring = Ring()
    mint = Mint(ring, Went(), "nhip-cau")  # type: ignore[arg-type]

    first = await mint.token(PERSON, "aid", "203.0.113.7")
    said = ring.said["address"]
    same, other = [await mint.token(PERSON, "aid", f"203.0.113.{n}") for n in (7, 8)]

    assert said == "203.0.113.7"
    assert (first, ring.said["address"]) == (same, "203.0.113.8")
    assert other != first
