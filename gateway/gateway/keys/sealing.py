"""Ed25519 keys, and their private half as it is kept: sealed, bound to the key's id."""

from typing import Any

import orjson
from joserfc.jwk import OKPKey

from gateway.sealing.sealer import Sealer


def generate() -> tuple[str, dict[str, Any], dict[str, Any]]:
    """A new key: its id (the RFC 7638 thumbprint), its public and its private JWK."""
    key = OKPKey.generate_key("Ed25519", private=True)
    kid = key.thumbprint()
    public = {**key.as_dict(private=False), "kid": kid, "use": "sig", "alg": "Ed25519"}
    return kid, public, {**key.as_dict(private=True), "kid": kid}


def seal(sealer: Sealer, kid: str, private: dict[str, Any]) -> bytes:
    return sealer.seal(kid.encode(), orjson.dumps(private))


def opened(sealer: Sealer, kid: str, sealed: bytes) -> OKPKey:
    """The private key; raises Unreadable for another secret or a changed row."""
    return OKPKey.import_key(orjson.loads(sealer.open(kid.encode(), sealed)))
