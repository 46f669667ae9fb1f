"""How much body is read, decided before any of it is."""

import pytest

from chassis.errors import TooLarge, UnsupportedMedia
from gateway.edge import headers, limits
from gateway.edge.errors import BadFraming


def limit(**said: str) -> int:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in said.items()]
    return limits.body_limit(headers.read([(b"host", b"h"), *raw]))


@pytest.mark.parametrize("kind", ["", "application/json", "application/x-www-form-urlencoded", "x"])
def test_text_is_small(kind: str) -> None:
    assert limit(content_type=kind, content_length=str(limits.MAX_TEXT)) == limits.MAX_TEXT
    with pytest.raises(TooLarge):
        limit(content_type=kind, content_length=str(limits.MAX_TEXT + 1))


@pytest.mark.parametrize("kind", ["Multipart/Form-Data; boundary=x", "application/pdf", "text/csv"])
def test_a_file_may_be_larger(kind: str) -> None:
    assert limit(content_type=kind, content_length=str(limits.MAX_UPLOAD)) == limits.MAX_UPLOAD
    with pytest.raises(TooLarge):
        limit(content_type=kind, content_length=str(limits.MAX_UPLOAD + 1))


def test_a_compressed_body_is_not_taken() -> None:
    assert limit(content_encoding="identity", content_length="1")
    with pytest.raises(UnsupportedMedia):
        limit(content_encoding="gzip")


@pytest.mark.parametrize("length", ["+4", "-1", "4.0", "0x4", "", "٤"])
def test_a_length_is_plain_digits(length: str) -> None:
    with pytest.raises(BadFraming):
        limit(content_length=length)


def test_a_request_without_length_and_chunks_has_no_body() -> None:
    assert limit(content_type="application/json") == 0
    assert limit(content_length="0") == 0
    assert limit(transfer_encoding="chunked") == limits.MAX_TEXT


def test_an_absurd_length_is_too_large_and_not_an_accident() -> None:
    with pytest.raises(TooLarge):
        limit(content_length="9" * 5000)
