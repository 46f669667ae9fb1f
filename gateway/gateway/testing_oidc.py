"""An OpenID Connect provider on loopback, for tests: real HTTP, real keys, and lies on request.

`python -m gateway.testing_oidc PORT` runs one by itself, says how a house is told of it, and has a
page that asks who you are.
"""

import base64
import hashlib
import html
import json
import secrets
import socket
import sys
import threading
import time
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import httpx
import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

URL = "/api/gateway/v1/authenticators/oidc"
SIGN_IN = "/api/gateway/v1/sessions/oidc"
CLIENT_ID, CLIENT_SECRET = "nhip-cau", "mật khẩu của máy: khách%"
PATHS = ("/authorize", "/token", "/keys")
HTML, JSON = b"text/html; charset=utf-8", b"application/json"


class Provider:
    """Runs in a thread of its own. `lies`: claims, a header, metadata or a status to be wrong with;
    `told`: what it says of everybody beside the subject."""

    def __init__(self, port: int = 0) -> None:
        self.first_key = self.key = another_key()
        self.codes: dict[str, dict[str, str]] = {}
        self.hits: list[str] = []
        self.told: dict[str, Any] = {}
        self.lies: dict[str, Any] = {}
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("127.0.0.1", port))
        self.issuer = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        config = uvicorn.Config(
            self.app, interface="asgi3", lifespan="off", log_level="error", access_log=False
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
        for kept in (self.codes, self.hits, self.told, self.lies):
            kept.clear()
        self.key = self.first_key

    def settings(self) -> dict[str, str]:
        """What a house is told of it."""
        return {
            "OIDC_ISSUER": self.issuer,
            "OIDC_CLIENT_ID": CLIENT_ID,
            "OIDC_CLIENT_SECRET": CLIENT_SECRET,
            "OIDC_NAME": "Tài khoản thử (demo)",
            "OIDC_SECOND_FACTOR": "mfa, urn:strong",
        }

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        path = scope["path"]
        asked = {key: one[0] for key, one in parse_qs(scope["query_string"].decode()).items()}
        self.hits.append(path)
        match path:
            case "/.well-known/openid-configuration":
                await _answer(send, self._metadata())
            case "/keys":
                await _answer(send, {"keys": [self.key.as_dict(private=False)]})
            case "/authorize":
                await self._authorize(send, asked)
            case "/token":
                form = parse_qs((await _body(receive)).decode())
                headers = dict(scope["headers"])
                said = {key: one[0] for key, one in form.items()}
                await self._token(send, said, headers.get(b"authorization", b"").decode())
            case _:
                await _answer(send, {}, 404)

    def _metadata(self) -> Any:
        made = {"issuer": self.issuer, "response_types_supported": ["code"]}
        made |= {"authorization_endpoint": self.issuer + PATHS[0]}
        made |= {"token_endpoint": self.issuer + PATHS[1], "jwks_uri": self.issuer + PATHS[2]}
        return made | self.lies.get("metadata", {})

    async def _authorize(self, send: Any, asked: dict[str, str]) -> None:
        """`as`: who is signed in here; without, a page asks. `amr`: by what, as the token says."""
        if "as" not in asked:
            kept = "".join(
                f'<input type="hidden" name="{name}" value="{html.escape(value)}">'
                for name, value in asked.items()
            )
            page = f"<title>Provider</title><form>{kept}<input name=as aria-label=as autofocus>"
            await _answer(send, page + "<button>OK</button></form>")
            return
        code = secrets.token_urlsafe(24)
        self.codes[code] = asked
        back = {"code": code, "state": asked["state"], **self.lies.get("back", {})}
        if asked["as"] == "no":
            back = {"error": "access_denied", "state": asked["state"]}
        where = f"{asked['redirect_uri']}?{urlencode(back)}".encode()
        await _answer(send, "", 302, (b"location", where))

    async def _token(self, send: Any, said: dict[str, str], authorization: str) -> None:
        time.sleep(self.lies.get("seconds", 0))
        if "status" in self.lies:
            await _answer(send, {"error": "server_error"}, self.lies["status"])
            return
        if authorization != _basic():
            await _answer(send, {"error": "invalid_client"}, 401)
            return
        asked = self.codes.pop(said["code"], None)
        made = base64.urlsafe_b64encode(hashlib.sha256(said["code_verifier"].encode()).digest())
        is_same = asked is not None and asked["code_challenge"] == made.rstrip(b"=").decode()
        if asked is None or not is_same or asked["redirect_uri"] != said["redirect_uri"]:
            await _answer(send, {"error": "invalid_grant"}, 400)
            return
        await _answer(send, {"id_token": self._id_token(asked), "token_type": "Bearer"})

    def _id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims: dict[str, Any] = {"iss": self.issuer, "aud": asked["client_id"], "sub": asked["as"]}
        claims |= {"nonce": asked["nonce"], "preferred_username": f"{asked['as']}@noi-khac"}
        claims |= {"amr": asked["amr"].split()} if "amr" in asked else {}
        claims |= {"iat": now, "exp": now + 300, **self.told, **self.lies.get("claims", {})}
        header = {"alg": "RS256", "kid": "one", **self.lies.get("header", {})}
        key = self.lies.get("key", self.key)
        if header["alg"] == "none":
            parts = (json.dumps(part).encode() for part in (header, claims))
            return ".".join(base64.urlsafe_b64encode(p).rstrip(b"=").decode() for p in parts) + "."
        return jwt.encode(header, claims, key, algorithms=["RS256", "HS256"])


async def begin(client: httpx.AsyncClient, url: str) -> str:
    """Where this browser is sent; it keeps the cookie."""
    begun = await client.post(url)
    assert begun.status_code == 201, begun.text
    return str(begun.json()["address"])


async def returned(address: str, person: str) -> dict[str, str]:
    """What the provider gives back in the address when this person has signed in there."""
    async with httpx.AsyncClient() as there:
        sent = await there.get(f"{address}&as={quote(person)}")
    assert sent.status_code == 302, sent.text
    query = urlsplit(sent.headers["location"]).query
    return {key: one[0] for key, one in parse_qs(query).items()}


async def link(person: httpx.AsyncClient, name: str) -> httpx.Response:
    """Link whoever is signed in here to `name` at the provider."""
    return await person.post(URL, json=await returned(await begin(person, f"{URL}/begin"), name))


async def come_in(browser: httpx.AsyncClient, name: str) -> httpx.Response:
    """Sign in as `name` of the provider."""
    back = await returned(await begin(browser, f"{SIGN_IN}/begin"), name)
    return await browser.post(SIGN_IN, json=back)


def another_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}, auto_kid=False)


def our_own_secret() -> OctKey:
    """The client's secret as a key: a verifier that lets the token choose takes it for good."""
    return OctKey.import_key(CLIENT_SECRET.encode(), {"kid": "one"})


def _basic() -> str:
    pair = ":".join(urlencode({"": one})[1:] for one in (CLIENT_ID, CLIENT_SECRET))
    return "Basic " + base64.b64encode(pair.encode()).decode()


async def _body(receive: Any) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def _answer(send: Any, body: Any, status: int = 200, *headers: tuple[bytes, bytes]) -> None:
    kind = HTML if isinstance(body, str) else JSON
    text = body if isinstance(body, str) else json.dumps(body)
    said = [(b"content-type", kind), *headers]
    await send({"type": "http.response.start", "status": status, "headers": said})
    await send({"type": "http.response.body", "body": text.encode()})


def main() -> None:
    provider = Provider(int(sys.argv[1]))
    for name, value in provider.settings().items():
        sys.stdout.write(f"{name}={value}\n")
    sys.stdout.write("\n")
    sys.stdout.flush()
    provider.server.run(sockets=[provider.socket])


if __name__ == "__main__":
    main()
