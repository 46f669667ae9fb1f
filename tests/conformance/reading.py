"""Lists that stay whole while others write, and reads that cost nothing twice."""

from uuid import uuid4

from .kit import RECIPIENTS, House, expect, scenario


def walk(house: House, path: str, limit: int, **params: str) -> list[str]:
    found, cursor = [], ""
    while True:
        more = {"cursor": cursor} if cursor else {}
        page = house.get(path, limit=limit, **params, **more).json()
        found += [one["id"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


@scenario("pages give every record once")
def pages(house: House) -> None:
    for _ in range(5):
        house.create()
    small, large = walk(house, RECIPIENTS, 3), walk(house, RECIPIENTS, 200)
    expect(len(small) == len(set(small)), "a record came twice")
    expect(sorted(small) == sorted(large), "small and large pages differ")


@scenario("records that come and go during a walk disturb no other")
def moving(house: House) -> None:
    standing = {house.create().json()["id"] for _ in range(6)}
    first = house.get(RECIPIENTS, limit=2).json()
    house.create("A A A Đầu danh sách (demo)")
    gone = house.create("Z Z Z Cuối danh sách (demo)").json()["id"]
    house.call("DELETE", f"{RECIPIENTS}/{gone}", headers={"If-Match": '"1"'})
    seen = [one["id"] for one in first["items"]]
    cursor = first["next_cursor"]
    while cursor:
        page = house.get(RECIPIENTS, limit=2, cursor=cursor).json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next_cursor"]
    expect(len(seen) == len(set(seen)), "a record came twice")
    expect(standing <= set(seen), "a record that stood there was skipped")


@scenario("the total is counted when asked for")
def total(house: House) -> None:
    without = house.get(RECIPIENTS, limit=1).json()
    with_ = house.get(RECIPIENTS, limit=1, count="true").json()
    expect(without.get("total") is None, "it is counted unasked")
    expect(with_["total"] == len(walk(house, RECIPIENTS, 200)), "the total is another")


@scenario("a forged cursor, an unknown parameter and a wrong limit are 422")
def bad_queries(house: House) -> None:
    for params in ({"cursor": "abc"}, {"nonsense": "1"}, {"limit": "100000"}, {"limit": "x"}):
        said = house.problem(house.get(RECIPIENTS, **params), 422)
        expect(said["errors"] or said["code"] != "invalid", f"{params}: no pointer to the fault")


@scenario("search takes Vietnamese as people type it, and wildcards as letters")
def search(house: House) -> None:
    mark = uuid4().hex[:8]
    made = house.create(f"Trường Đào Tạo {mark} (demo)").json()["id"]
    found = house.get(RECIPIENTS, q=f"truong dao tao {mark}").json()["items"]
    expect([one["id"] for one in found] == [made], "not found without marks")
    expect(house.get(RECIPIENTS, q=f"%{mark}").json()["items"] == [], "% is a wildcard")


@scenario("what one has read is not sent again")
def unchanged(house: House) -> None:
    path = "/api/openapi.json"
    first = house.call("GET", path)
    again = house.call("GET", path, headers={"If-None-Match": first.headers.get("etag", "")})
    expect(again.status_code == 304 and not again.content, "it is sent again", again)


@scenario("HEAD answers as GET, without a body")
def head(house: House) -> None:
    path = f"{RECIPIENTS}/{house.create().json()['id']}"
    answer = house.call("HEAD", path)
    expect(answer.status_code == 200 and not answer.content, "HEAD differs", answer)
    expect(answer.headers.get("etag") == '"1"', "HEAD has no ETag")


@scenario("the contract lists every address of this kit")
def contract(house: House) -> None:
    paths = house.call("GET", "/api/openapi.json").json()["paths"]
    for path in (RECIPIENTS, f"{RECIPIENTS}/{{recipient_id}}", "/api/aid/v1/changes"):
        expect(path in paths, f"{path} is not in the contract")
