"""Viet Nam's clock. A fixed offset: +07 without summer time, as the calendar feed declares it."""

from datetime import UTC, date, datetime, time, timedelta, timezone

HERE = timezone(timedelta(hours=7), "+07")
ONE_DAY = timedelta(days=1)


def midnight(day: date) -> datetime:
    """The instant at which this day begins in Viet Nam."""
    return datetime.combine(day, time.min, HERE).astimezone(UTC)


def day_of(instant: datetime) -> date:
    """The day on which this instant falls in Viet Nam."""
    return instant.astimezone(HERE).date()


def spoken(instant: datetime) -> str:
    """`08:30 05/11/2026`, as refusals name a time."""
    return instant.astimezone(HERE).strftime("%H:%M %d/%m/%Y")
