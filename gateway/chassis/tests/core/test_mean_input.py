"""What plain FastAPI with PostgreSQL answers with 500, or takes: a permanent regression suite."""

import json
from typing import Any

import pytest

from chassis.testing import Caller

GOOD = {"name": "một", "day": "2021-11-11"}


async def send(client: Caller, body: bytes, **headers: str) -> Any:
    told = {"Content-Type": "application/json"} | {
        k.replace("_", "-"): v for k, v in headers.items()
    }
    return await client.as_("writer").post("/v1/things", content=body, headers=told)


def told(answer: Any) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    assert answer.json()["request_id"] == answer.headers["x-request-id"]
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", '"a\\u0000b"'),
        ("name", '"\\ud800"'),
        ("name", '"a\\u202eb"'),
        ("name", '""'),
        ("name", '"   "'),
        ("name", "12"),
        ("name", "null"),
        ("name", '"' + "x" * 301 + '"'),
        ("number", "9223372036854775808"),
        ("number", "2147483648"),
        ("number", "true"),
        ("number", '"12"'),
        ("number", "1.5"),
        ("amount", "1e30"),
        ("amount", '"1e30"'),
        ("amount", '"NaN"'),
        ("amount", '"-1"'),
        ("amount", '"10000000000000000"'),
        ("day", "0"),
        ("day", '"2021-02-29"'),
        ("day", '"9999-12-31"'),
        ("day", '"0001-01-01"'),
        ("day", '"infinity"'),
        ("day", '"2021-11-11T00:00:00Z"'),
        ("moment", '"2021-11-11T00:00:00"'),
        ("moment", '"9999-12-31T23:59:59-13:00"'),
        ("moment", "0"),
        ("twin_id", '"{00000000-0000-0000-0000-000000000000}"'),
        ("unknown", '"x"'),
        ("version", "7"),
        ("unit_id", '"00000000-0000-0000-0000-000000000000"'),
    ],
)
async def test_a_value_outside_its_published_schema_is_422_and_is_not_repeated(
    client: Caller, field: str, value: str
) -> None:
    fields = {name: json.dumps(good) for name, good in GOOD.items()} | {field: value}
    body = "{" + ",".join(f'"{name}":{text}' for name, text in fields.items()) + "}"

    answer = await send(client, body.encode())

    assert told(answer) == (422, "invalid")
    assert len(answer.json()["errors"]) == 1
    assert answer.json()["errors"][0]["pointer"].startswith("/body")
    assert value.strip('"')[:200] not in answer.text or len(value) < 6


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"name": NaN}', 400, "body.malformed"),
        (b'{"number": 1e400}', 400, "body.malformed"),
        (b'{"number": ' + b"9" * 5000 + b"}", 400, "body.malformed"),
        (b'{"name": "a", "name": "b"}', 422, "body.duplicate_key"),
        (b'{"name": "a", "note": {"k": 1, "k": 2}}', 422, "body.duplicate_key"),
        (b"[" * 100_000, 400, "body.too_deep"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, 400, "body.too_deep"),
        (b'\xff\xfe{\x00"\x00', 400, "body.encoding"),
        (b"\xef\xbb\xbf{}", 400, "body.malformed"),
        (b"", 400, "body.malformed"),
        (b"not json", 400, "body.malformed"),
        (b"[1]", 422, "invalid"),
        (b" " * (1024 * 1024 + 1), 413, "body.too_large"),
    ],
)
async def test_a_body_that_is_no_json_of_ours_is_refused(
    client: Caller, body: bytes, status: int, code: str
) -> None:
    assert told(await send(client, body)) == (status, code)


async def test_brackets_inside_strings_do_not_count_as_depth(client: Caller) -> None:
    body = json.dumps({**GOOD, "note": '[{"' * 100}).encode()

    assert (await send(client, body)).status_code == 201


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_another_media_type_is_415_and_names_the_right_one(
    client: Caller, media: str
) -> None:
    answer = await send(client, b"{}", Content_Type=media)

    assert told(answer) == (415, "body.media_type")
    assert answer.headers["accept-post"] == "application/json"


async def test_a_patch_takes_merge_patch_only(client: Caller) -> None:
    answer = await client.as_("writer").patch(
        "/v1/things/00000000-0000-0000-0000-000000000000", json={}
    )

    assert told(answer) == (415, "body.media_type")
    assert answer.headers["accept-patch"] == "application/merge-patch+json"


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/query/limit"),
        ("limit=201", "/query/limit"),
        ("limit=99999999999999999999", "/query/limit"),
        ("limit=ten", "/query/limit"),
        ("limit=1&limit=2", "/query/limit"),
        ("nosuch=1", "/query"),
        ("q=%00", "/query/q"),
        ("q=" + "x" * 201, "/query/q"),
        ("day=2021-13-01", "/query/day"),
        ("sort=secret", "/query/sort"),
        ("cursor=AAAA", "/query/cursor"),
        ("cursor=%22%00", "/query/cursor"),
    ],
)
async def test_a_bad_query_is_422_and_names_the_parameter(
    client: Caller, query: str, pointer: str
) -> None:
    answer = await client.as_("reader").get(f"/v1/things?{query}")

    assert answer.status_code == 422, answer.text
    assert [field["pointer"] for field in answer.json()["errors"]] == [pointer]


async def test_search_takes_wildcards_as_letters(client: Caller) -> None:
    writer = client.as_("writer")
    for name in ("100%", "100 phần", "a_b", "a'b; --", "back\\slash"):
        await writer.post("/v1/things", json={**GOOD, "name": name})

    for q, expected in {"%": "100%", "_": "a_b", "'b; --": "a'b; --", "\\": "back\\slash"}.items():
        items = (await writer.get("/v1/things", params={"q": q})).json()["items"]
        assert [item["name"] for item in items] == [expected]


@pytest.mark.parametrize("path", ["/v1/things/1", "/v1/things/%00", "/v1/things/" + "9" * 40])
async def test_an_id_that_is_no_uuid_is_422(client: Caller, path: str) -> None:
    assert (await client.as_("reader").get(path)).status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", "/v1/things", "GET, HEAD, POST"),
        ("TRACE", "/v1/things", "GET, HEAD, POST"),
        ("OPTIONS", "/v1/things", "GET, HEAD, POST"),
        ("POST", f"/v1/things/{'0' * 8}-0000-0000-0000-000000000000", "DELETE, GET, HEAD, PATCH"),
    ],
)
async def test_a_wrong_method_is_405_and_allow_unites_the_routes(
    client: Caller, method: str, path: str, allow: str
) -> None:
    answer = await client.request(method, path)

    assert told(answer) == (405, "route.method")
    assert answer.headers["allow"] == allow


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/things/", "/docs", "/V1/things"])
async def test_an_unknown_address_is_404_in_our_words(client: Caller, path: str) -> None:
    assert told(await client.get(path)) == (404, "route.unknown")


async def test_head_answers_like_get_without_a_body(client: Caller) -> None:
    reader = client.as_("reader")

    got, head = await reader.get("/v1/things"), await reader.head("/v1/things")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == got.headers["content-length"]


async def test_refusals_speak_the_callers_language(client: Caller) -> None:
    vi = await client.get("/v1/things")
    en = await client.get("/v1/things", headers={"Accept-Language": "en-GB,vi;q=0.5"})

    assert vi.json()["detail"] == "Hãy đăng nhập trước."
    assert en.json()["detail"] == "Sign in first."


@pytest.mark.parametrize("if_match", ['"2"', 'W/"1"', "1", "nonsense", '"1', ""])
async def test_a_version_that_is_not_the_records_is_refused(client: Caller, if_match: str) -> None:
    writer = client.as_("writer")
    thing = (await writer.post("/v1/things", json=GOOD)).json()
    headers = {"Content-Type": "application/merge-patch+json", "If-Match": if_match}

    answer = await writer.patch(f"/v1/things/{thing['id']}", content=b"{}", headers=headers)

    assert answer.status_code == (412 if if_match else 428)


async def test_a_duplicate_and_a_missing_twin_are_conflicts_not_faults(client: Caller) -> None:
    writer, nobody = client.as_("writer"), "00000000-0000-0000-0000-000000000000"
    await writer.post("/v1/things", json=GOOD)

    same = await writer.post("/v1/things", json=GOOD)
    lonely = await writer.post("/v1/things", json={**GOOD, "name": "hai", "twin_id": nobody})

    assert told(same) == (409, "conflict.unique")
    assert told(lonely) == (409, "conflict.reference")
