"""Another person's sessions on the wire."""

from datetime import datetime
from uuid import UUID

from chassis.wire import Out


class OpenSessionOut(Out):
    """Where somebody is signed in; `agent` is what the browser says of itself."""

    id: UUID
    created_at: datetime
    seen_at: datetime
    has_otp: bool
    agent: str


class OpenSessionsOut(Out):
    items: list[OpenSessionOut]
    next_cursor: None = None
    has_otp: bool
