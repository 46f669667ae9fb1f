"""What a device says, checked by py_webauthn: origin, relying party, verified person, signature."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from gateway.authenticators.passkeys import rules
from gateway.authenticators.passkeys.models import Passkey
from gateway.authenticators.passkeys.schemas import AssertionIn, ChallengeOut, NewPasskeyIn

# EdDSA, ES256, RS256: what devices have.
ALGORITHMS = [-8, -7, -257]


@dataclass(frozen=True, slots=True)
class Registered:
    """A key that a device has just made, and the challenge that it answered."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    challenge: bytes


class Ceremony:
    """`origin`: as browsers spell our address; a passkey works on its pages and no other's."""

    def __init__(self, origin: str, key: bytes) -> None:
        self.origin, self.rp_id, self.key = rules.spelled(origin), rules.relying_party(origin), key

    def challenge(self, now: datetime, account: UUID | None = None) -> ChallengeOut:
        """For a new passkey of this account, or for signing in, which names nobody."""
        made = rules.new_challenge(self.key, _purpose(account), now)
        return ChallengeOut(
            challenge=rules.encoded(made),
            rp_id=self.rp_id,
            expires_at=now + rules.LIFE,
        )

    def registered(self, said: NewPasskeyIn, account: UUID, now: datetime) -> Registered | None:
        """The new key; None for whatever is wrong with what was said."""
        challenge = self._challenge(said.client_data, account, now)
        response = {"clientDataJSON": said.client_data, "attestationObject": said.attestation}
        if challenge is None:
            return None
        made = _verdict(
            lambda webauthn: webauthn.verify_registration_response(
                credential=_credential(said.credential_id, response),
                expected_challenge=challenge,
                expected_rp_id=self.rp_id,
                expected_origin=self.origin,
                require_user_verification=True,
            )
        )
        if made is None:
            return None
        return Registered(
            made.credential_id, made.credential_public_key, made.sign_count, challenge
        )

    def asserted(self, said: AssertionIn, passkey: Passkey, now: datetime) -> bytes | None:
        """The challenge that this passkey answered, its count moved on; None when it did not."""
        challenge = self._challenge(said.client_data, None, now)
        response = {
            "clientDataJSON": said.client_data,
            "authenticatorData": said.authenticator_data,
            "signature": said.signature,
        }
        if challenge is None:
            return None
        done = _verdict(
            lambda webauthn: webauthn.verify_authentication_response(
                credential=_credential(said.credential_id, response),
                expected_challenge=challenge,
                expected_rp_id=self.rp_id,
                expected_origin=self.origin,
                credential_public_key=passkey.public_key,
                credential_current_sign_count=passkey.sign_count,
                require_user_verification=True,
            )
        )
        if done is None:
            return None
        passkey.sign_count, passkey.last_used_at = done.new_sign_count, now
        return challenge

    def _challenge(self, client_data: str, account: UUID | None, now: datetime) -> bytes | None:
        """The challenge in what the browser says it signed, if we gave it out for this."""
        said = _verdict(
            lambda webauthn: webauthn.helpers.parse_client_data_json(rules.decoded(client_data))
        )
        if said is None or not rules.is_good(self.key, _purpose(account), said.challenge, now):
            return None
        challenge: bytes = said.challenge
        return challenge


def _verdict(check: Callable[[Any], Any]) -> Any:
    """What py_webauthn says; None when it refuses. Imported with the first passkey: a process in
    which nobody uses one need not hold its 7 MB."""
    import webauthn
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        return check(webauthn)
    except (WebAuthnException, ValueError, KeyError, TypeError):
        return None


def _purpose(account: UUID | None) -> str:
    return f"{rules.REGISTER} {account}" if account else rules.SIGN_IN


def _credential(credential_id: str, response: dict[str, str]) -> dict[str, Any]:
    return {
        "id": credential_id,
        "rawId": credential_id,
        "type": "public-key",
        "response": response,
    }
