"""The built pages through the door."""

from pathlib import Path

import httpx
import pytest

from gateway.spa.files import Pages

SCRIPT = "/assets/index-B4xZ91ab.js"


@pytest.mark.parametrize("path", ["/", "/ngos/0192", "/login", "/any.thing", "/index.html"])
async def test_every_page_is_the_app(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert "Nhịp Cầu" in answer.text


async def test_a_hashed_asset_is_kept_for_ever(client: httpx.AsyncClient) -> None:
    answer = await client.get(SCRIPT, headers={"Accept-Encoding": "identity"})

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["vary"] == "accept-encoding"


async def test_a_file_with_a_plain_name_is_asked_for_again(client: httpx.AsyncClient) -> None:
    answer = await client.get("/favicon.svg")

    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("", None),
        ("zstd", None),
    ],
)
async def test_a_packed_file_is_sent_to_who_reads_it(
    client: httpx.AsyncClient, accepted: str, coding: str | None
) -> None:
    async with client.stream("GET", SCRIPT, headers={"Accept-Encoding": accepted}) as answer:
        assert answer.headers.get("content-encoding") == coding
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


async def test_what_the_browser_has_is_not_sent_again(client: httpx.AsyncClient) -> None:
    etag = (await client.get("/")).headers["etag"]

    for known in (etag, f'"other", {etag}', f"W/{etag}", "*"):
        answer = await client.get("/", headers={"If-None-Match": known})
        assert (answer.status_code, answer.content) == (304, b""), known
        assert answer.headers["etag"] == etag
    assert (await client.get("/", headers={"If-None-Match": '"x"'})).status_code == 200


async def test_each_coding_has_an_etag_of_its_own(client: httpx.AsyncClient) -> None:
    tags = set()
    for accepted in ("br", "gzip", "identity"):
        async with client.stream("GET", SCRIPT, headers={"Accept-Encoding": accepted}) as answer:
            tags.add(answer.headers["etag"])

    assert len(tags) == 3


async def test_head_tells_the_length_and_sends_nothing(client: httpx.AsyncClient) -> None:
    answer = await client.head("/")

    assert int(answer.headers["content-length"]) > 0
    assert answer.content == b""


async def test_an_asset_of_another_build_is_404_and_never_the_page(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get("/assets/index-OLDBUILD.js")

    assert (answer.status_code, answer.json()["code"]) == (404, "route.unknown")


def test_a_file_outside_the_build_is_not_reached_by_a_link(tmp_path: Path, pages: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật")
    (pages / "leak.txt").symlink_to(secret)

    assert "/leak.txt" not in Pages(pages).files


async def test_without_a_build_the_door_says_so(tmp_path: Path, client: httpx.AsyncClient) -> None:
    from gateway.main import own

    own.state.running.pages = Pages(tmp_path / "nothing")

    answer = await client.get("/")

    assert (answer.status_code, answer.json()["code"]) == (503, "spa.not_built")
