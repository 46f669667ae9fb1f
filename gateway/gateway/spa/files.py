"""The built pages, read once at start: an address is looked up and never becomes a path."""

import hashlib
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path

from chassis.errors import NotFound, Unavailable
from gateway.edge.headers import Inbound

INDEX = "/index.html"
ASSETS = "/assets/"
# Vite names a file after its content: such a file never changes under its name.
_HASHED = re.compile(r"[.-][A-Za-z0-9_-]{8,}\.[a-z0-9]+$")
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".ico": "image/x-icon",
}
_PACKED = ((".br", b"br"), (".gz", b"gzip"))

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class File:
    """One file: its bodies by content coding (the plain one under b""), with an ETag each."""

    type: bytes
    cache: bytes
    bodies: dict[bytes, tuple[bytes, bytes]]


def _etag(body: bytes) -> bytes:
    return b'"' + hashlib.sha256(body).hexdigest()[:32].encode() + b'"'


def _file(path: Path, address: str) -> File:
    plain = path.read_bytes()
    bodies = {b"": (_etag(plain), plain)}
    for suffix, coding in _PACKED:
        packed = path.with_name(path.name + suffix)
        if packed.is_file():
            body = packed.read_bytes()
            bodies[coding] = (_etag(body), body)
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    forever = address.startswith(ASSETS) and _HASHED.search(path.name)
    cache = b"public, max-age=31536000, immutable" if forever else b"no-cache"
    return File((kind or "application/octet-stream").encode(), cache, bodies)


class Pages:
    """All files of one build. An address that is no file is a page of the app: its index."""

    def __init__(self, directory: Path) -> None:
        self.files: dict[str, File] = {}
        root = directory.resolve()
        for path in sorted(root.rglob("*")) if root.is_dir() else ():
            # a link may point out of the build: only what really lies in it is served
            if path.is_file() and path.resolve().is_relative_to(root):
                if path.suffix in (".br", ".gz") and path.with_suffix("").is_file():
                    continue
                address = "/" + path.relative_to(root).as_posix()
                self.files[address] = _file(path, address)

    def answer(self, path: str, inbound: Inbound) -> tuple[int, Headers, bytes]:
        """Status, headers and body for an address; 304 when the client has it already.

        Raises 404 for an asset of another build (its index would be read as a script) and 503
        when nothing was built.
        """
        file = self.files.get(path)
        if file is None:
            if path.startswith(ASSETS):
                raise NotFound("route.unknown")
            file = self.files.get(INDEX)
        if file is None:
            raise Unavailable("spa.not_built", retry_after=30)
        coding = _coding(inbound, file)
        etag, body = file.bodies[coding]
        head: Headers = [(b"etag", etag), (b"cache-control", file.cache)]
        if len(file.bodies) > 1:
            head.append((b"vary", b"accept-encoding"))
        if _matches(inbound, etag):
            return 304, head, b""
        head += [(b"content-type", file.type), (b"content-length", str(len(body)).encode())]
        if coding:
            head.append((b"content-encoding", coding))
        return 200, head, body


def _passed(inbound: Inbound, wanted: str) -> str:
    return next((value for name, value in inbound.passed if name == wanted), "")


def _coding(inbound: Inbound, file: File) -> bytes:
    """The best coding that both have; one refused with q=0 is not taken."""
    accepted = {}
    for part in _passed(inbound, "accept-encoding").lower().split(","):
        name, _, parameter = part.strip().partition(";")
        accepted[name.strip()] = parameter.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00")
    for _, coding in _PACKED:
        if coding in file.bodies and accepted.get(coding.decode()):
            return coding
    return b""


def _matches(inbound: Inbound, etag: bytes) -> bool:
    sent = _passed(inbound, "if-none-match").encode("utf-8")
    tags = {tag.strip().removeprefix(b"W/") for tag in sent.split(b",")}
    return etag in tags or b"*" in tags
