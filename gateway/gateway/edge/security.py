"""What every answer says to a browser, refusals and files included. Pure."""

CSP = (
    "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'; img-src 'self' data:"
)
_ALWAYS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
]
_CSP = (b"content-security-policy", CSP.encode())
_HSTS = (b"strict-transport-security", b"max-age=63072000; includeSubDomains")
_NO_STORE = (b"cache-control", b"no-store")

Headers = list[tuple[bytes, bytes]]


class Security:
    """Adds the headers of one origin: HSTS only where that origin is https."""

    def __init__(self, origin: str) -> None:
        self.always = [*_ALWAYS, _HSTS] if origin.startswith("https://") else list(_ALWAYS)

    def complete(self, headers: Headers, request_id: str) -> Headers:
        """`headers` (lower-case names) with ours behind them.

        A service may be stricter for one answer (`sandbox` on a file it did not write) or allow
        caching; where it says nothing, the page policy and `no-store` hold.
        """
        names = {name for name, _ in headers}
        if b"content-security-policy" not in names:
            headers.append(_CSP)
        if b"cache-control" not in names:
            headers.append(_NO_STORE)
        headers.append((b"x-request-id", request_id.encode("ascii")))
        return headers + self.always
