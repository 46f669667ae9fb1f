"""The two reference libraries of Standard Webhooks, asked about the same messages."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

PROGRAM = Path(__file__).with_name("verify.mjs")
SIGNED = ("webhook-id", "webhook-timestamp", "webhook-signature")


@dataclass(frozen=True, slots=True)
class Message:
    """What arrived, and the secret that its receiver holds."""

    secret: str
    headers: dict[str, str]
    body: bytes


def by_python(message: Message) -> bool:
    try:
        Webhook(message.secret).verify(message.body, message.headers)
    except WebhookVerificationError:
        return False
    return True


def by_javascript(messages: Sequence[Message]) -> list[bool]:
    """All at once: Node starts once. Ask within the five minutes that a message is good for."""
    lines = (
        json.dumps(
            {
                "secret": one.secret,
                "headers": {name: one.headers[name] for name in SIGNED},
                "body": one.body.decode(),
            }
        )
        for one in messages
    )
    done = subprocess.run(
        ["node", str(PROGRAM)], input="\n".join(lines), capture_output=True, text=True, check=True
    )
    said = done.stdout.split()
    if len(said) != len(messages):
        raise RuntimeError(f"{len(messages)} messages, {len(said)} answers: {done.stderr}")
    return [one == "yes" for one in said]
