"""Files in a form: bounded before they are read, and repeated safely whatever their boundary."""

from collections.abc import AsyncIterator

import httpx
import pytest

from chassis import routing
from chassis.testing import Caller

URL = "/v1/things/scan"


async def scan(writer: Caller, text: str, **headers: str) -> httpx.Response:
    return await writer.post(URL, files={"file": ("tên.txt", text.encode())}, headers=headers)


async def in_parts(writer: Caller, content: bytes) -> httpx.Response:
    """The file sent without saying beforehand how long it is."""
    made = httpx.Request("POST", "http://x", files={"file": ("a.txt", content)})
    form = made.read()

    async def parts() -> AsyncIterator[bytes]:
        yield form

    headers = {"Content-Type": made.headers["content-type"]}
    return await writer.post(URL, content=parts(), headers=headers)


async def test_a_repeated_key_with_the_same_file_gets_the_first_answer(client: Caller) -> None:
    writer, key = client.as_("writer"), {"Idempotency-Key": "the-same-file"}

    first = await scan(writer, "một", **key)
    again = await scan(writer, "một", **key)

    assert first.status_code == 201
    sent = [answer.request.headers["content-type"] for answer in (first, again)]
    assert sent[0] != sent[1], "the boundary is another one"
    assert (again.status_code, again.content) == (201, first.content)


async def test_a_repeated_key_with_another_file_is_refused(client: Caller) -> None:
    writer, key = client.as_("writer"), {"Idempotency-Key": "another-file"}

    await scan(writer, "một", **key)
    other = await scan(writer, "hai", **key)

    assert (other.status_code, other.json()["code"]) == (422, "idempotency.key_reused")


async def test_a_form_that_is_too_large_is_refused(
    client: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routing, "MAX_FORM", 1000)
    declared = await scan(client.as_("writer"), "x" * 2000)
    counted = await in_parts(client.as_("writer"), b"x" * 2000)

    assert (declared.status_code, declared.json()["code"]) == (413, "body.too_large")
    assert (counted.status_code, counted.json()["code"]) == (413, "body.too_large")


async def test_a_form_without_a_declared_length_is_read(client: Caller) -> None:
    answer = await in_parts(client.as_("writer"), b"ba")

    assert (answer.status_code, answer.json()["name"]) == (201, "ba")
