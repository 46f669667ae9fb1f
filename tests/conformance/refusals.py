"""Refusals that a program can act on, in two languages; limits that are told beforehand."""

from uuid import uuid4

from .kit import RECIPIENTS, House, expect, scenario


@scenario("a refusal speaks Vietnamese, or English when asked; the code stays")
def languages(house: House) -> None:
    path = f"{RECIPIENTS}/{uuid4()}"
    vi = house.problem(house.call("GET", path), 404)
    en = house.problem(house.call("GET", path, headers={"Accept-Language": "en"}), 404)
    expect(vi["code"] == en["code"], "the code follows the language")
    expect(vi["detail"] != en["detail"], "both speak the same language")
    expect(en["detail"].isascii(), "English is not English")


@scenario("every value at fault is named by a pointer")
def pointers(house: House) -> None:
    body = {"kind": "nothing", "name_vi": "", "unknown": 1}
    said = house.problem(house.call("POST", RECIPIENTS, json=body), 422, "invalid")
    named = {one["pointer"] for one in said["errors"]}
    expect({"/body/kind", "/body/name_vi"} <= named, f"only {named} are named")
    expect("nothing" not in str(said["errors"]), "the answer repeats what was sent")


@scenario("a body that is no JSON is 400, a repeated key 422")
def no_json(house: House) -> None:
    headers = {"Content-Type": "application/json"}
    for content, status in (("{", 400), ('{"kind": "x", "kind": "y"}', 422), ('"\\ud800"', 422)):
        answer = house.call("POST", RECIPIENTS, content=content, headers=headers)
        expect(answer.status_code in {status, 400, 422}, f"{content}: {status}", answer)


@scenario("a body of 2 MiB is refused")
def too_large(house: House) -> None:
    headers = {"Content-Type": "application/json"}
    content = '{"name_vi": "' + "x" * 2**21 + '"}'
    house.problem(house.call("POST", RECIPIENTS, content=content, headers=headers), 413)


@scenario("another unit's record looks like one that never was")
def unknown(house: House) -> None:
    answers = [house.get(f"{RECIPIENTS}/{uuid4()}") for _ in range(2)]
    texts = [one.text.replace(one.json()["request_id"], "") for one in answers]
    expect(texts[0] == texts[1], "two unknown records differ")
    expect(answers[0].status_code == 404, "it is not 404", answers[0])


@scenario("a method that is not there is 405 with Allow")
def method(house: House) -> None:
    answer = house.call("PUT", RECIPIENTS, json={})
    house.problem(answer, 405)
    expect("GET" in answer.headers.get("allow", ""), "no Allow", answer)


@scenario("an address that is not there is a problem, and never a page")
def address(house: House) -> None:
    house.problem(house.call("GET", "/api/aid/v1/nothing-here"), 404)
    house.problem(house.call("GET", "/api/nothing-here"), 404)


@scenario("every answer tells what is left of the budget")
def budget(house: House) -> None:
    left = []
    for _ in range(3):
        said = house.get(RECIPIENTS, limit=1).headers
        expect("ratelimit-policy" in said and "ratelimit" in said, "no RateLimit headers")
        left.append(int(said["ratelimit"].split(";r=")[1].split(";")[0]))
    expect(left[0] > left[1] > left[2] or left[2] > left[0], f"it does not count down: {left}")


@scenario("a request names its day in a demonstration; elsewhere that is refused, not ignored")
def named_day(house: House) -> None:
    day = {"X-Test-Today": "2031-03-01"}
    answer = house.call("GET", RECIPIENTS, params={"limit": 1}, headers=day)
    if answer.status_code == 200:
        expect(answer.headers.get("x-test-today") == day["X-Test-Today"], "it was ignored", answer)
        wrong = {"X-Test-Today": "today"}
        house.problem(house.call("GET", RECIPIENTS, headers=wrong), 400, "clock.no_day")
    else:
        house.problem(answer, 400, "clock.fixed")


@scenario("every answer has a request id that a refusal repeats")
def request_id(house: House) -> None:
    answer = house.get(f"{RECIPIENTS}/{uuid4()}")
    expect(answer.json()["request_id"] == answer.headers.get("x-request-id"), "ids differ", answer)
