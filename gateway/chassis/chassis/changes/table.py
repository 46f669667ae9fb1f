"""One row per change, written in the transaction of the change it tells of.

`after` holds the record whole, as the wire shows it; what changed is read by comparing a row with
the one before it. `pos` and `hash` stay NULL until the sequencer gives them to committed rows.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, LargeBinary, Text, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSON, JSONB
from sqlalchemy.orm import Mapped, mapped_column

# The comment of a table whose rows nobody changes any more: the application role may only add.
APPEND_ONLY = "append-only"


# The unit of an entry about a record that only national staff see: no unit has this id, while an
# entry without one is every unit's.
NATIONAL_ONLY = UUID(int=2**128 - 1)


class ChangeRow:
    """The columns of the change log: `class Change(ChangeRow, Base)` in a service's `store.py`."""

    __tablename__ = "changes"

    if TYPE_CHECKING:

        def __init__(self, **columns: Any) -> None: ...

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    pos: Mapped[int | None] = mapped_column(BigInteger, unique=True)
    hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())
    resource: Mapped[str]
    record_id: Mapped[UUID]
    version: Mapped[int]
    action: Mapped[str]
    operation: Mapped[str]
    unit_id: Mapped[UUID | None]
    actor_id: Mapped[UUID | None]
    actor_kind: Mapped[str]
    actor_name: Mapped[str]
    acting_as: Mapped[list[str]] = mapped_column(ARRAY(Text))
    reason: Mapped[str | None]
    request_id: Mapped[str]
    after: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    key: Mapped[str | None]
    digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    # json, not jsonb: a repeated request gets the very text of the first answer
    answer: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    # from where the actor came, as the gateway saw it; hashed with the entry
    address: Mapped[str | None]
    # hashed with the entry and taken away when it is blanked: nobody can guess what stood there
    salt: Mapped[UUID | None] = mapped_column(server_default=func.gen_random_uuid())


def change_indexes() -> tuple[Index, ...]:
    """The indexes of one service's change log: a fresh tuple for each table."""
    return (
        Index("changes_unsequenced_idx", "id", postgresql_where=text("pos IS NULL")),
        Index("changes_record_idx", "resource", "record_id", "id"),
        Index(
            "changes_idempotency_key",
            "actor_id",
            "operation",
            "key",
            unique=True,
            postgresql_where=text("key IS NOT NULL"),
        ),
    )


# Runs as the owner: the application role has INSERT and SELECT on `changes`, and this function.
# A loop, because each hash needs the one before it; measured at 20,000 rows/s in one transaction.
SEQUENCER_SQL = (
    """
CREATE OR REPLACE FUNCTION change_canonical(c changes) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(c.id,
    to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    c.resource, c.record_id, c.version, c.action, c.operation, c.unit_id, c.actor_id,
    c.actor_kind, c.actor_name, c.acting_as, c.reason, c.request_id, c.after, c.key,
    encode(c.digest, 'hex'))::text
$$
""",
    """
CREATE OR REPLACE FUNCTION sequence_changes(batch integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last_pos bigint; last_hash bytea; one changes; done integer := 0;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('sequence_changes', 0)) THEN
    RETURN 0;
  END IF;
  SELECT pos, hash INTO last_pos, last_hash FROM changes
    WHERE pos IS NOT NULL ORDER BY pos DESC LIMIT 1;
  last_pos := coalesce(last_pos, 0);
  FOR one IN SELECT * FROM changes WHERE pos IS NULL ORDER BY id LIMIT batch LOOP
    last_pos := last_pos + 1;
    last_hash := sha256('\\x01'::bytea || coalesce(last_hash, '\\x'::bytea)
                        || convert_to(change_canonical(one), 'UTF8'));
    UPDATE changes SET pos = last_pos, hash = last_hash WHERE id = one.id;
    done := done + 1;
  END LOOP;
  IF done > 0 THEN
    PERFORM pg_notify('sequenced', '');
  END IF;
  RETURN done;
END $$
""",
    "REVOKE ALL ON FUNCTION sequence_changes(integer) FROM PUBLIC",
)
