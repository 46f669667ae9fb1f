"""Which questions make the overview. Pure: the day is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

EXPIRING_DAYS = 120
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Question:
    """One GET of one service; its answer stands under `name` in that service's part."""

    service: str
    name: str
    path: str
    query: Mapping[str, str]

    @property
    def address(self) -> str:
        return f"{self.path}?{urlencode(self.query)}"


def questions(today: date, as_of: date, start: date, end: date, unit: str | None) -> list[Question]:
    """What is asked, for one union or (unit None) for the whole country."""
    mine = {"unit": unit} if unit else {}
    period = {"from": start.isoformat(), "to": end.isoformat()}
    return [
        Question(
            "registry",
            "ngos_by_region",
            "/v1/statistics/ngos",
            {"by": "region", **mine, "as_of": as_of.isoformat()},
        ),
        Question(
            "registry",
            "certificates_expiring",
            "/v1/certificates",
            {"expiring_within": str(EXPIRING_DAYS), "sort": "valid_to", "limit": str(SHOWN)},
        ),
        Question(
            "aid", "grants_by_form", "/v1/statistics/grants", {"by": "form", **mine, **period}
        ),
        Question(
            "aid", "grants_waiting", "/v1/grants", {"waiting_for_me": "true", "limit": str(SHOWN)}
        ),
        Question(
            "events",
            "upcoming_events",
            "/v1/events",
            {"starts_from": today.isoformat(), "sort": "starts_at", "limit": str(SHOWN)},
        ),
    ]
