"""If-Match: a change names the version it was made on, so nobody overwrites what they never saw."""

from typing import Annotated

from fastapi import Depends, Header

from chassis.errors import PreconditionFailed, PreconditionRequired
from chassis.strict import FIELD_VALUE
from chassis.wire import etag


class Match:
    """The versions that the caller will accept."""

    def __init__(self, header: str) -> None:
        self.tags = [tag.strip() for tag in header.split(",") if tag.strip()]

    def require(self, version: int) -> None:
        """428 without If-Match, 412 when the locked record is at another version."""
        if not self.tags:
            raise PreconditionRequired("precondition.required")
        # An unreadable tag matches nothing (RFC 9110): 412, not 422. Weak tags never match either.
        if "*" not in self.tags and etag(version) not in self.tags:
            raise PreconditionFailed(
                "precondition.failed", headers={"ETag": etag(version)}, extra={"version": version}
            )


async def match(
    if_match: Annotated[
        str,
        Header(
            alias="If-Match",
            max_length=200,
            pattern=FIELD_VALUE,
            description="The ETag that was read.",
        ),
    ] = "",
) -> Match:
    return Match(if_match)


IfMatch = Annotated[Match, Depends(match)]
IfNoneMatch = Annotated[str, Header(alias="If-None-Match", max_length=500, pattern=FIELD_VALUE)]
