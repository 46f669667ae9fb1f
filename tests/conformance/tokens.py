"""Getting in, and staying out."""

from .kit import House, expect, scenario


@scenario("the metadata of RFC 8414 names the addresses")
def metadata(house: House) -> None:
    said = house.http.get("/.well-known/oauth-authorization-server").json()
    expect(said["token_endpoint"].endswith("/oauth2/token"), "token_endpoint is not told")
    expect("client_credentials" in said["grant_types_supported"], "the grant is not told")
    expect("aid:recipients:read" in said["scopes_supported"], "a scope that exists is not told")
    keys = house.http.get("/.well-known/jwks.json").json()["keys"]
    expect(keys and all("d" not in key for key in keys), "the public keys are not public only")


@scenario("a client gets a token of at most 15 minutes")
def a_token(house: House) -> None:
    answer = house.ask_token()
    expect(answer.status_code == 200, "no token", answer)
    said = answer.json()
    expect(said["token_type"].lower() == "bearer", "it is no bearer token", answer)
    expect(0 < said["expires_in"] <= 900, "it lives longer than 15 minutes", answer)
    expect("no-store" in answer.headers.get("cache-control", ""), "a token may be cached")
    expect("refresh_token" not in said, "a program gets a refresh token")


@scenario("a client may ask for less than it may")
def a_smaller_token(house: House) -> None:
    answer = house.ask_token(scope="aid:recipients:read")
    expect(answer.json().get("scope") == "aid:recipients:read", "the scope is another", answer)
    headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    refused = house.call("GET", "/api/registry/v1/ngos", headers=headers)
    house.problem(refused, 403, "identity.scope")


@scenario("a wrong secret and an unknown client look the same")
def a_wrong_secret(house: House) -> None:
    form = {"grant_type": "client_credentials"}
    wrong = house.http.post("/oauth2/token", data=form, auth=(house.client, "x" * 43))
    nobody = house.http.post("/oauth2/token", data=form, auth=("nobody-at-all", "x" * 43))
    expect(wrong.status_code == nobody.status_code == 401, "it is not 401", wrong)
    expect(wrong.json()["error"] == "invalid_client", "RFC 6749 says invalid_client", wrong)
    expect(wrong.json() == nobody.json(), "the two answers differ", nobody)


@scenario("another grant is refused as RFC 6749 says")
def another_grant(house: House) -> None:
    answer = house.ask_token(grant_type="password", username="a", password="b")
    expect(answer.status_code == 400, "it is not 400", answer)
    expect(answer.json()["error"] == "unsupported_grant_type", "another error", answer)


@scenario("no token, a broken one and a changed one are 401")
def bad_tokens(house: House) -> None:
    house.get("/api/registry/v1/ngos", limit=1)
    head, body, _ = house.token.split(".")
    for bad in ("x", f"{head}.{body}.{'A' * 86}", f"{head}.{body}."):
        headers = {"Authorization": f"Bearer {bad}"}
        house.problem(house.call("GET", "/api/registry/v1/ngos", headers=headers), 401)
    answer = house.call("GET", "/api/registry/v1/ngos", anonymous=True)
    house.problem(answer, 401)
    expect("bearer" in answer.headers.get("www-authenticate", "").lower(), "no WWW-Authenticate")


@scenario("headers that claim an identity give none")
def claimed(house: House) -> None:
    headers = {"X-User-Id": "1", "X-Identity": "admin", "X-Forwarded-User": "admin"}
    answer = house.call("GET", "/api/registry/v1/ngos", anonymous=True, headers=headers)
    house.problem(answer, 401)
