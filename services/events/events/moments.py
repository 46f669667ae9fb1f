"""An instant as this service takes it: any offset in, UTC kept, so that all answers look alike."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator

from chassis.strict import Instant


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment = Annotated[Instant, AfterValidator(_utc)]
