"""A small real HTTP server on loopback: it echoes what reached it and misbehaves on request."""

import asyncio
import json
import socket
import threading
from collections import Counter
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import uvicorn

from chassis.workdays import Calendar

JSON = (b"content-type", b"application/json")


class Upstream:
    """Runs in a thread of its own; `hits` counts requests by method and path."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        # the ids that a search for a person finds, one in each answer; and what it was asked
        self.found: list[str] = []
        self.asked: list[dict[str, Any]] = []
        # what it answers to a new unit
        self.takes_units = 201
        # the change feed that it serves, as CloudEvents whose sequences are 1, 2, 3 …
        self.feed: list[dict[str, Any]] = []
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        config = uvicorn.Config(
            self.app,
            http="httptools",
            interface="asgi3",
            lifespan="off",
            proxy_headers=False,
            log_level="error",
            access_log=False,
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(
            target=self.server.run, kwargs={"sockets": [self.socket]}, daemon=True
        )

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(5)

    def forget(self) -> None:
        self.hits.clear()
        self.left.clear()
        self.feed.clear()
        self.found.clear()
        self.asked.clear()
        self.takes_units = 201

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        path = scope["path"]
        self.hits[f"{scope['method']} {path}"] += 1
        said = {key: values[0] for key, values in parse_qs(scope["query_string"].decode()).items()}
        match path.rsplit("/", 1)[-1]:
            case "slow":
                await self.slow(receive, send, float(said["seconds"]))
            case "break":
                await send({"type": "http.response.start", "status": 200, "headers": [JSON]})
                await send({"type": "http.response.body", "body": b'{"half":', "more_body": True})
            case "stream":
                await self.stream(send, int(said["parts"]))
            case "status":
                await self.answer(send, {}, int(said["code"]))
            case "chatty":
                await self.answer(send, {}, 200, CHATTY)
            case "changes":
                items = self.feed[int(said["after"]) :][: int(said["limit"])]
                reached = int(items[-1]["sequence"]) if items else int(said["after"])
                await self.answer(send, {"items": items, "next": str(reached)})
            case "digest":
                await self.answer(send, {"position": "0", "newest": str(len(self.feed))})
            case "units":
                self.asked.append(json.loads((await receive())["body"]))
                await self.answer(send, {}, self.takes_units)
            case "working-days":
                until = Calendar().after(date.fromisoformat(said["from"]), int(said["days"]))
                await self.answer(send, {"until": until.isoformat()})
            case "find":
                await self.find(receive, send)
            case "openapi.json":
                await self.answer(send, CONTRACT)
            case _:
                await self.echo(scope, receive, send)

    async def answer(self, send: Any, body: Any, status: int = 200, headers: Any = (JSON,)) -> None:
        await send({"type": "http.response.start", "status": status, "headers": list(headers)})
        await send({"type": "http.response.body", "body": json.dumps(body).encode()})

    async def find(self, receive: Any, send: Any) -> None:
        said = json.loads((await receive())["body"])
        self.asked.append(said)
        seen = self.found.index(said["after"]["id"]) + 1 if said["after"] else 0
        one = {"resource": "things", "version": 1, "record": {}, "entries": 1}
        records = [{**one, "id": id_} for id_ in self.found[seen:][:1]]
        whole = seen + 1 >= len(self.found)
        body = {"service": "x", "acts": [], "records": records, "is_whole": whole}
        await self.answer(send, body)

    async def echo(self, scope: Any, receive: Any, send: Any) -> None:
        size, more = 0, True
        while more:
            message = await receive()
            size += len(message.get("body", b""))
            more = message.get("more_body", False)
        headers = [[k.decode(), v.decode("latin-1")] for k, v in scope["headers"]]
        query = scope["query_string"].decode()
        seen = {"path": scope["raw_path"].decode(), "query": query, "method": scope["method"]}
        await self.answer(send, {**seen, "headers": headers, "size": size})

    async def slow(self, receive: Any, send: Any, seconds: float) -> None:
        left = asyncio.create_task(self.leaving(receive))
        await asyncio.wait([left], timeout=seconds)
        left.cancel()
        await self.answer(send, {})

    async def leaving(self, receive: Any) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self.left["slow"] += 1

    async def stream(self, send: Any, parts: int) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [JSON]})
        for _ in range(parts):
            await send({"type": "http.response.body", "body": b"x" * 65536, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


CHATTY = (
    JSON,
    (b"server", b"uvicorn/9"),
    (b"x-powered-by", b"python"),
    (b"set-cookie", b"sid=stolen"),
    (b"connection", b"x-private"),
    (b"x-private", b"for one hop"),
    (b"access-control-allow-origin", b"*"),
    (b"x-request-id", b"the-service-says"),
    (b"etag", b'"7"'),
    (b"location", b"/api/registry/v1/things/7"),
    (b"content-security-policy", b"sandbox"),
    (b"cache-control", b"private, max-age=60"),
)

CONTRACT = {
    "openapi": "3.1.0",
    "info": {"title": "x", "version": "1"},
    "paths": {
        "/v1/ngos": {
            "get": {
                "operationId": "list_ngos",
                "tags": ["ngos"],
                "security": [{"bearer": []}],
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/NgoOut"}}
                        },
                    }
                },
            }
        },
        "/livez": {"get": {"operationId": "livez", "responses": {}}},
    },
    "components": {"schemas": {"NgoOut": {"type": "object"}, "Problem": {"type": "object"}}},
}
