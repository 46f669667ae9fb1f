"""How much body is read, decided before any of it is. Pure."""

from chassis.errors import TooLarge, UnsupportedMedia
from gateway.edge.errors import BadFraming
from gateway.edge.headers import Inbound

MAX_TEXT = 1024 * 1024
MAX_UPLOAD = 25 * 1024 * 1024
# Files; everything else (JSON, forms, no type at all) is text that a handler holds in memory whole.
UPLOADS = (
    "multipart/",
    "application/octet-stream",
    "application/pdf",
    "application/vnd.",
    "application/zip",
    "application/x-ndjson",
    "image/",
    "text/csv",
)


def body_limit(inbound: Inbound) -> int:
    """The most bytes of body this request may send; 0 when it has none (RFC 9112, 6.3).

    Raises 413 when it declares more, and 415 when it is compressed: a small body that unpacks to a
    large one would pass every limit.
    """
    seen = inbound.seen
    if b"content-encoding" in seen and seen[b"content-encoding"].strip().lower() != b"identity":
        raise UnsupportedMedia(
            "edge.content_encoding", headers={"Accept-Encoding": "identity", "Connection": "close"}
        )
    limit = MAX_TEXT
    if b"content-type" in seen and inbound.get(b"content-type").lower().startswith(UPLOADS):
        limit = MAX_UPLOAD
    declared = seen.get(b"content-length")
    if declared is not None:
        if not declared.isdigit():
            raise BadFraming("edge.content_length")
        if len(declared) > 12 or int(declared) > limit:
            raise too_large(limit)
    is_empty = declared is None or int(declared) == 0
    return 0 if is_empty and b"transfer-encoding" not in seen else limit


def too_large(limit: int) -> TooLarge:
    """413 that closes the connection: the rest of the body will not be read."""
    return TooLarge("body.too_large", headers={"Connection": "close"}, limit=limit)
