"""A subject export on the wire."""

from datetime import datetime

from pydantic import BaseModel

from chassis.subjects.schemas import SubjectOut


class SubjectExportOut(BaseModel):
    """One part for each service and the gateway itself, as `/v1/subjects/find` of each answers.
    `is_whole`: nothing was cut anywhere; `unread`: papers that a person has to look at."""

    made_at: datetime
    parts: dict[str, SubjectOut]
    unread: int
    is_whole: bool
