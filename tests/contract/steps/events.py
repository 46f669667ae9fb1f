"""The events' operations, with valid data. An internal event carries its unit's canary."""

from uuid import UUID

from tests.contract.steps.step import ERASE, FIND, READ, SCHEMA, Given, Step, after

_VENUE, _EVENT, _BOOKING = "events_create_venue", "events_create_event", "events_create_booking"
_PLAN = "events_plan_event"
NGO = UUID("01980000-0000-7000-8000-000000000001")  # opaque to events: it asks no registry


def _venue(given: Given) -> object:
    return {"name_vi": f"Phòng {given.number} (demo)", "province": "VN-79", "capacity": 40}


def _event(given: Given) -> object:
    return {
        "kind": "review_conference",
        "title_vi": f"Hội nghị {given.canary} {given.number} (demo)",
        "description": given.canary,
        "organisers": ["Liên hiệp các tổ chức hữu nghị"],
        "organisations": [{"name": "Quỹ Vầng Trăng Hư Cấu", "ngo_id": str(NGO)}],
        "visibility": "internal",
        "starts_at": given.hour(),
        "ends_at": given.hour(2),
        "countries": ["LA"],
        "provinces": ["VN-79"],
        "participation": [{"category": "youth", "count": 40, "qualifier": "about"}],
    }


def _past(given: Given) -> object:
    """A time that has gone by: only what has begun can be completed."""
    return {"starts_at": "2026-02-03T01:00:00Z", "ends_at": "2026-02-03T04:00:00Z"}


def _reason(given: Given) -> object:
    return {"reason": f"Khách hoãn chuyến đi. {given.canary}"}


_ICS = Step(known=lambda given: given.unit)
_POSTPONED = (_EVENT, _PLAN, "events_postpone_event")

STEPS = {
    "events_find_subject": FIND,
    "events_erase_subject": ERASE,
    "events_list_kinds": READ,
    "events_list_venues": Step(query={"q": "phong"}),
    "events_create_venue": Step(body=_venue),
    "events_get_venue": after(_VENUE),
    "events_update_venue": Step(after=(_VENUE,), body=lambda _: {"capacity": 60}),
    "events_get_venue_history": after(_VENUE),
    "events_list_events": Step(
        query={"starts_from": "2026-01-01", "unit": "HUFO", "ngo_id": str(NGO)}
    ),
    "events_create_event": Step(body=_event),
    "events_get_event": after(_EVENT),
    "events_update_event": Step(after=(_EVENT,), body=_past),
    "events_get_event_history": after(_EVENT),
    "events_take_over_event": Step(after=(_EVENT,), body=_reason, left=True),
    "events_plan_event": after(_EVENT),
    "events_confirm_event": after(_EVENT, _PLAN),
    "events_complete_event": after(_EVENT, "events_update_event", _PLAN),
    "events_postpone_event": Step(after=(_EVENT, _PLAN), body=_reason),
    "events_reopen_event": after(*_POSTPONED),
    "events_cancel_event": Step(after=(_EVENT, _PLAN), body=_reason),
    "events_list_bookings": Step(query={"sort": "-starts_at"}),
    "events_create_booking": Step(
        body=lambda given: dict(given.refs), refs={"event_id": _EVENT, "venue_id": _VENUE}
    ),
    "events_get_booking": after(_BOOKING),
    "events_update_booking": Step(
        after=(_BOOKING,), body=lambda given: {"starts_at": given.hour(), "ends_at": given.hour(1)}
    ),
    "events_cancel_booking": after(_BOOKING),
    "events_confirm_booking": after(_BOOKING, "events_cancel_booking"),
    "events_get_booking_history": after(_BOOKING),
    "events_event_statistics": Step(query={"by": "kind"}),
    "events_get_calendar": _ICS,
    "public_get_calendar": _ICS,
    "events_list_changes": Step(query={"after": "0", "limit": "500"}),
    "events_digest_changes": READ,
    "events_get_change_schema": SCHEMA,
    "events_list_entries": Step(query={"q": "demo"}),
}
