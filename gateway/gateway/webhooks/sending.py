"""One attempt to deliver one event."""

import ssl
import time
from collections.abc import Collection, Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp

from chassis.db import now
from gateway.webhooks import rules, signing
from gateway.webhooks.guard import Refused
from gateway.webhooks.rules import Try

MEDIA_TYPE = "application/cloudevents+json; charset=utf-8"
LONGEST_REPLY = 64 * 1024


async def send(
    http: aiohttp.ClientSession,
    url: str,
    secrets: Iterable[bytes],
    message: str,
    body: bytes,
    allowed: Collection[str] = (),
) -> Try:
    """POST the event, signed now; never raises for what the other side does."""
    began = time.monotonic()
    timestamp = int(time.time())
    headers = {
        "Content-Type": MEDIA_TYPE,
        "User-Agent": "NhipCau-Webhooks/1",
        "webhook-id": message,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signing.signature(secrets, message, timestamp, body),
    }
    status, error, pause = None, None, None
    try:
        # Looked at again with every try: what was allowed once may not be any more.
        if not rules.is_callable(url, allowed):
            raise Refused(url)
        async with http.post(url, data=body, headers=headers, allow_redirects=False) as answer:
            status, pause = answer.status, retry_after(answer.headers.get("Retry-After"), now())
            error = rules.error(status)
            await _read(answer)
    except Refused:
        error = "address"
    except (aiohttp.ClientSSLError, ssl.SSLError):
        error = "tls"
    except TimeoutError:
        error = "timeout"
    except (aiohttp.ClientError, OSError, ValueError) as failure:
        error = "address" if isinstance(failure.__cause__, Refused) else "connection"
    return Try(status, error, round((time.monotonic() - began) * 1000), pause)


async def _read(answer: aiohttp.ClientResponse) -> None:
    """A short reply is read, so that the connection can be used again; a long one is dropped."""
    size = 0
    async for part in answer.content.iter_chunked(8192):
        size += len(part)
        if size > LONGEST_REPLY:
            answer.close()
            return


def retry_after(text: str | None, moment: datetime) -> float | None:
    """Seconds, from a number or an HTTP date; None for neither."""
    if not text:
        return None
    if text.strip().isdecimal():
        return float(min(int(text), 10**6))
    try:
        return max(0.0, (parsedate_to_datetime(text) - moment).total_seconds())
    except (ValueError, TypeError):
        return None
