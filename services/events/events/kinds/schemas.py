"""Kinds of events on the wire."""

from chassis.wire import RecordOut


class KindOut(RecordOut):
    """`confidence`: QUOTED or DERIVED; unverified rows are shown as such."""

    code: str
    name_vi: str
    name_en: str
    position: int
    source: str
    confidence: str
    verified: bool
