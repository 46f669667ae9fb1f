"""A request as it goes on to a service: headers checked, identity ours."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Onward:
    """A request as it goes on: headers are checked, identity is ours."""

    service: str
    method: str
    address: str  # path and query, as they came
    headers: list[tuple[str, str]]
    seconds: float
    limit: int  # bytes of body; 0 when there is none


def question(service: str, address: str, seconds: float, *headers: tuple[str, str]) -> Onward:
    """A question of the gateway's own, for JSON; anonymous unless `headers` say who asks."""
    return Onward(service, "GET", address, [("accept", "application/json"), *headers], seconds, 0)
