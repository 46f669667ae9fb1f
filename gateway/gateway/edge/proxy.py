"""The way to the services: requests and answers stream through, nothing is parsed or kept.

aiohttp's client, by measurement (docs: 98 µs a request against 1,200 for httpx). Redirects are not
followed, answers not unpacked, writes never sent twice.
"""

import logging
from collections.abc import AsyncIterator, Mapping

import aiohttp
from starlette.types import Receive, Send
from yarl import URL

from gateway.edge import headers
from gateway.edge.body import Body, Gone, Watch
from gateway.edge.onward import Onward
from gateway.edge.security import Headers, Security
from gateway.edge.upstream import Upstream, patience

log = logging.getLogger("gateway.edge")

# Less than the five seconds after which the services' servers close an idle connection.
IDLE_SECONDS = 4.0
LARGEST_ANSWER = 4 * 1024 * 1024
UNSENT = ("User-Agent", "Accept", "Accept-Encoding", "Content-Type")
UNUSABLE = (aiohttp.ClientError, TimeoutError, ConnectionError)
Payload = bytes | AsyncIterator[bytes] | None


class Proxy:
    """All services behind this process, and the connections to them."""

    session: aiohttp.ClientSession

    def __init__(self, urls: Mapping[str, str]) -> None:
        self.ways = {name: Upstream(name, url) for name, url in urls.items()}

    def refuse_a_crowd(self, service: str) -> None:
        """Raises 503 for a service with no place left; our own application is none."""
        if way := self.ways.get(service):
            way.gate.refuse_a_crowd()

    async def start(self) -> None:
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=IDLE_SECONDS),
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=UNSENT,
            max_field_size=16 * 1024,
        )
        # aiohttp repeats PUT and DELETE by itself when a kept connection turns out closed; a write
        # is never ours to repeat. It has no public switch; a test holds this line.
        self.session._retry_connection = False

    async def stop(self) -> None:
        await self.session.close()

    async def forward(
        self,
        onward: Onward,
        security: Security,
        rid: str,
        receive: Receive,
        send: Send,
    ) -> None:
        """Stream one request to its service and the answer back.

        Raises a refusal while nothing was answered yet. An answer that breaks off half-way is left
        unfinished, so that the server closes the connection and nobody takes it for whole.
        """
        way = self.ways[onward.service]
        body = Body(receive, onward.limit)
        try:
            payload = await body.begin()
        except Gone:
            return
        await way.enter()
        try:
            async with Watch(body):
                response = await self._open(way, onward, payload, body)
                head = security.complete(headers.answer(response.raw_headers), rid)
                last = await _pass_on(way, response, head, send)
        except Gone:
            way.breaker.abandoned()
            return
        finally:
            way.leave()
        if last is not None:
            # after the watch: the server reports the end of an answer as a client that left
            await send({"type": "http.response.body", "body": last})

    async def _open(
        self, way: Upstream, onward: Onward, payload: Payload, body: Body | None = None
    ) -> aiohttp.ClientResponse:
        """The service's answer, as far as its headers; a read is tried once more."""
        url = URL(way.url + onward.address, encoded=True)
        is_first = True
        while True:
            try:
                response = await self.session.request(
                    onward.method,
                    url,
                    headers=onward.headers,
                    data=payload,
                    allow_redirects=False,
                    timeout=patience(onward.seconds),
                )
            except UNUSABLE as error:
                if body is not None and body.refusal is not None:
                    way.breaker.abandoned()
                    raise body.refusal from None
                if body is not None and body.is_gone:
                    raise Gone from None
                if is_first and way.may_retry(onward.method, error):
                    is_first = False
                    continue
                refusal = way.failed(error)
                log.warning("%s %s: %s", onward.service, onward.method, type(error).__name__)
                raise refusal from error
            way.answered()
            return response

    async def ask(
        self, onward: Onward, payload: bytes | None = None, *, largest: int = LARGEST_ANSWER
    ) -> tuple[int, Mapping[str, str], bytes]:
        """An answer whole: status, headers, body. For the gateway's own questions."""
        way = self.ways[onward.service]
        await way.enter()
        try:
            response = await self._open(way, onward, payload)
            body = await _whole(way, response, largest)
        finally:
            way.leave()
        return response.status, response.headers, body


async def _pass_on(
    way: Upstream, response: aiohttp.ClientResponse, head: Headers, send: Send
) -> bytes | None:
    """Send an answer on all but its last piece, which is given back: None when it broke off."""
    try:
        await send({"type": "http.response.start", "status": response.status, "headers": head})
        while True:
            part = await response.content.readany()
            if response.content.at_eof():
                return part
            await send({"type": "http.response.body", "body": part, "more_body": True})
    except UNUSABLE as error:
        way.failed(error)
        log.warning("%s broke off its answer: %s", way.name, type(error).__name__)
        return None
    finally:
        response.close()  # before its last byte this closes the connection, after it, nothing


async def _whole(way: Upstream, response: aiohttp.ClientResponse, largest: int) -> bytes:
    body = b""
    try:
        while not response.content.at_eof() and len(body) <= largest:
            body += await response.content.readany()
    except UNUSABLE as error:
        raise way.failed(error) from error
    finally:
        response.close()
    return body
