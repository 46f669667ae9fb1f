"""What was blanked in the change log, so that the chain still accounts for every entry."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, LargeBinary
from sqlalchemy.orm import Mapped, declared_attr, mapped_column


class RedactionRow:
    """One entry that was blanked: `class Redaction(RedactionRow, Base)` in a `store.py`.

    before: the hash of the entry before it; hash: its own, both as the chain had them; now: SHA-256
    of the text that stands there since. `erasure_id` names the log entry that sums all of them up.
    """

    __tablename__ = "redactions"

    if TYPE_CHECKING:

        def __init__(self, **columns: Any) -> None: ...

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    erasure_id: Mapped[UUID]
    pos: Mapped[int]
    before: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    now: Mapped[bytes] = mapped_column(LargeBinary)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        return ({"comment": "append-only"},)
