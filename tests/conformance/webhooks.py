"""Verifying what a house tells: copy `verify` into a receiver, or use the reference library."""

import base64
import hashlib
import hmac
import time

from .kit import House, expect, scenario

TOLERANCE_SECONDS = 300
SECRET = "whsec_" + base64.b64encode(b"a secret of the kit, not of a house").decode()
BODY = b'{"specversion":"1.0","id":"aid-17","type":"vn.nhipcau.aid.recipients.create.v1"}'


def sign(secret: str, message: str, timestamp: int, body: bytes) -> str:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    text = f"{message}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()


def verify(secret: str, headers: dict[str, str], body: bytes, now: float) -> bool:
    """Whether this message is the house's and of the last five minutes (Standard Webhooks 1.0)."""
    message, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
    if not timestamp.isdecimal() or abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    wanted = sign(secret, message, int(timestamp), body).encode()
    given = headers["webhook-signature"].split()
    return any(hmac.compare_digest(wanted, one.encode()) for one in given)


def sent(secret: str = SECRET, age: int = 0) -> dict[str, str]:
    at = int(time.time()) - age
    signature = sign(secret, "msg_1", at, BODY)
    return {
        "webhook-id": "msg_1", "webhook-timestamp": str(at), "webhook-signature": signature
    }  # fmt: skip


@scenario("a signed message is verified, a changed one is not")
def genuine(_: House) -> None:
    expect(verify(SECRET, sent(), BODY, time.time()), "a genuine message is refused")
    expect(not verify(SECRET, sent(), BODY + b" ", time.time()), "a changed body is taken")
    other = {**sent(), "webhook-id": "msg_2"}
    expect(not verify(SECRET, other, BODY, time.time()), "a changed id is taken")


@scenario("a message older than five minutes is refused")
def old(_: House) -> None:
    expect(not verify(SECRET, sent(age=301), BODY, time.time()), "a replay is taken")


@scenario("while a secret is replaced, either signature is enough")
def rotated(_: House) -> None:
    new = "whsec_" + base64.b64encode(b"the next secret of this same kit").decode()
    both = sent()
    at = int(both["webhook-timestamp"])
    both["webhook-signature"] = f"{sign(new, 'msg_1', at, BODY)} {both['webhook-signature']}"
    expect(verify(SECRET, both, BODY, time.time()), "the old secret fails")
    expect(verify(new, both, BODY, time.time()), "the new secret fails")


@scenario("an address that leads inside is no webhook")
def inside(house: House) -> None:
    for url in ("http://example.com/hook", "https://127.0.0.1/hook", "https://localhost/hook"):
        body = {"name": "Bộ kiểm thử (demo)", "url": url, "types": ["aid"]}
        answer = house.call("POST", "/api/gateway/v1/webhooks", json=body)
        expect(answer.status_code in (403, 409, 422), f"{url} was taken", answer)
