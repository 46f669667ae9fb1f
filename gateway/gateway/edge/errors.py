"""The refusals that only a door gives. Pure."""

from typing import ClassVar

from chassis.errors import BadRequest, Refusal, Unavailable


class BadFraming(BadRequest):
    """A message that two parsers could read differently: answered, and the connection is closed."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, headers={"Connection": "close"})
        self.params = params


class WrongMethod(Refusal):
    """A method that this address does not take."""

    status = 405

    def __init__(self, method: str, allow: str) -> None:
        super().__init__("route.method", headers={"Allow": allow}, method=method[:20])


class AddressTooLong(Refusal):
    """More address than is read."""

    status = 414

    def __init__(self, limit: int) -> None:
        super().__init__("edge.address_too_long", headers={"Connection": "close"}, limit=limit)


class HeadersTooLarge(Refusal):
    """More header than is read."""

    status = 431

    def __init__(self, bytes_: int, count: int) -> None:
        closing = {"Connection": "close"}
        super().__init__("edge.headers_too_large", headers=closing, bytes=bytes_, count=count)


class TooManyTries(Refusal):
    """Come back later; says when (seconds)."""

    status = 429

    def __init__(self, code: str, retry_after: int) -> None:
        super().__init__(code, headers={"Retry-After": str(retry_after)}, seconds=retry_after)


class ProveAgain(Refusal):
    """Who they are was proved too long ago for this (RFC 9470): `seconds` is how old it may be."""

    status = 401

    def __init__(self, seconds: int) -> None:
        asked = f'error="insufficient_user_authentication", max_age="{seconds}"'
        super().__init__(
            "identity.insufficient_user_authentication",
            headers={"WWW-Authenticate": f'Bearer realm="api", {asked}'},
            minutes=seconds // 60,
        )


class OverBudget(Refusal):
    """More than this budget allows within its minute or hour."""

    status = 429
    CODES: ClassVar = {"unit": "edge.unit_over_budget", "export": "edge.too_many_exports"}

    def __init__(self, policy: str, limit: int, retry_after: int) -> None:
        super().__init__(
            self.CODES.get(policy, "edge.over_budget"),
            headers={"Retry-After": str(retry_after)},
            limit=limit,
            seconds=retry_after,
        )


class Crowded(Unavailable):
    """All places of one service are taken, `places` of them. Says so as a limit, too: a caller that
    reads only those learns that nothing is left for a second."""

    def __init__(self, places: int, *, retry_after: int) -> None:
        super().__init__("edge.crowded", retry_after=retry_after)
        self.headers["RateLimit-Policy"] = f'"places";q={places};w=1'
        self.headers["RateLimit"] = f'"places";r=0;t={retry_after}'


class ServiceAway(Unavailable):
    """One service does not answer, and was not sent this request; the others do."""

    def __init__(self, service: str, retry_after: int) -> None:
        super().__init__("edge.service_away", retry_after=retry_after)
        self.params = {"service": service}


class BadUpstream(Refusal):
    """The service was reached and its answer could not be used; a write may have happened."""

    status = 502


class UpstreamTimeout(Refusal):
    """The service was reached and did not answer in time; a write may have happened."""

    status = 504
