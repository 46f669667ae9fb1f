"""A person as an office that answers him or her names one: by texts, records and an account."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.strict import Flag, Id, Paragraph, Slug, Text
from chassis.wire import In

# Shorter ones stand in too many other words.
Trace = Annotated[str, Text(300, 4)]
Traces = Annotated[list[Trace], Field(min_length=1, max_length=20)]


class SubjectIn(In):
    """`texts`: every spelling of name, telephone, e-mail address. `account_id`: the account with
    which the person signed in, if any."""

    texts: Traces
    account_id: Id | None = None


class NamedRecord(In):
    resource: Slug
    id: Id


class FindIn(SubjectIn):
    """`after`: the last record of an answer that was not whole. `with_files`: search the content of
    papers, too, and give those that name the person."""

    after: NamedRecord | None = None
    with_files: Flag = False


class ErasureIn(SubjectIn):
    """`id`: one id for all services, so that the person becomes the same mark everywhere.
    `records`: those that were found and are about this person, and not about a namesake."""

    id: Id
    records: Annotated[list[NamedRecord], Field(max_length=50)] = Field(default_factory=list)
    reason: Paragraph


class FoundRecord(BaseModel):
    """`record`: as the wire shows it now, null once deleted; `entries`: of its history. A record
    without any came with the house: its own address shows it."""

    resource: str
    id: UUID
    version: int
    record: dict[str, Any] | None
    entries: int


class ActsOut(BaseModel):
    """What the account did in this service, counted by operation."""

    operation: str
    count: int
    first_at: datetime
    last_at: datetime


class FoundFile(BaseModel):
    """A paper that names the person in its name or its content. `content`: base64; null where all
    papers together would be more than an answer holds: then it is taken from its own address."""

    resource: str
    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    content: str | None


class SubjectOut(BaseModel):
    """`is_whole` is false when more records were found than are shown. `unread`: papers whose
    content could not be searched, such as scans."""

    service: str
    records: list[FoundRecord]
    acts: list[ActsOut]
    files: list[FoundFile] = Field(default_factory=list)
    unread: int = 0
    is_whole: bool


class ErasureOut(BaseModel):
    """`mark` stands where the texts stood. `records` went on as a new version, `entries` of the
    log were blanked; `digest` sums the blanked ones up for whoever proves the log."""

    id: UUID
    mark: str
    records: int
    entries: int
    digest: str
    reason: str
