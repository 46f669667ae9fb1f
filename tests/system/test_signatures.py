"""What the house signs is taken by the reference library of Standard Webhooks in both languages."""

import asyncio
import time

from deploy import spa
from gateway.webhooks import signing
from tests.webhooks.verifying import Message, by_javascript, by_python

BODY = '{"id": "registry-1", "name": "Quỹ 🙂"}'.encode()


def signed(secrets: list[bytes], shown: bytes, body: bytes = BODY, age: int = 0) -> Message:
    """A message whose receiver holds the secret `shown`."""
    at = int(time.time()) - age
    headers = {
        "webhook-id": "registry-1",
        "webhook-timestamp": str(at),
        "webhook-signature": signing.signature(secrets, "registry-1", at, BODY),
    }
    return Message(signing.shown(shown), headers, body)


def test_both_libraries_take_either_secret_and_nothing_else() -> None:
    asyncio.run(spa.install())
    old, new, strange = (signing.new_secret() for _ in range(3))
    messages = [
        signed([new], new),
        signed([new, old], new),
        signed([new, old], old),
        signed([new, old], strange),
        signed([new], new, BODY + b" "),
        signed([new], new, age=301),
    ]

    assert [by_python(one) for one in messages] == [True, True, True, False, False, False]
    assert by_javascript(messages) == [True, True, True, False, False, False]
