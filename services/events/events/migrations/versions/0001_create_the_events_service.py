"""Create the events service."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.migrate import install_change_log, remove_change_log
from events import reference
from events.countries import models as countries
from events.kinds import models as kinds

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=True),
        sa.Column(
            "at",
            sa.DateTime(timezone=True),
            server_default=sa.text("clock_timestamp()"),
            nullable=False,
        ),
        sa.Column("resource", sa.String(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("acting_as", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("request_id", sa.String(), nullable=False),
        sa.Column(
            "after", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column(
            "answer", postgresql.JSON(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("changes_pkey")),
        sa.UniqueConstraint("pos", name=op.f("changes_pos_key")),
    )
    op.create_index(
        "changes_idempotency_key",
        "changes",
        ["actor_id", "operation", "key"],
        unique=True,
        postgresql_where=sa.text("key IS NOT NULL"),
    )
    op.create_index("changes_record_idx", "changes", ["resource", "record_id", "id"], unique=False)
    op.create_index(
        "changes_unsequenced_idx",
        "changes",
        ["id"],
        unique=False,
        postgresql_where=sa.text("pos IS NULL"),
    )
    op.create_table(
        "countries",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("countries_pkey")),
        sa.UniqueConstraint("code", name=op.f("countries_code_key")),
    )
    op.create_table(
        "kinds",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("kinds_pkey")),
        sa.UniqueConstraint("code", name=op.f("kinds_code_key")),
    )
    op.create_table(
        "mirrors",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("source", name=op.f("mirrors_pkey")),
    )
    op.create_table(
        "units",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("national", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("units_pkey")),
        sa.UniqueConstraint("code", name=op.f("units_code_key")),
    )
    op.create_table(
        "venues",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("province", sa.String(), nullable=True),
        sa.Column("capacity", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("capacity >= 0", name=op.f("venues_capacity_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("venues_pkey")),
    )
    op.create_index("venues_name_idx", "venues", ["name_sort", "id"], unique=False)
    op.create_index(
        "venues_search_idx",
        "venues",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_table(
        "events",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title_vi", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=True),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("organisers", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("location", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("precision", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("day_part", sa.String(), nullable=True),
        sa.Column("countries", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("provinces", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("expected_attendance", sa.BigInteger(), nullable=True),
        sa.Column("edition", sa.BigInteger(), nullable=True),
        sa.Column("reviewed_year", sa.BigInteger(), nullable=True),
        sa.Column("planned_year", sa.BigInteger(), nullable=True),
        sa.Column("participation", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("ics", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "day_part IS NULL OR precision = 'day'", name=op.f("events_day_part_check")
        ),
        sa.CheckConstraint(
            "jsonb_typeof(participation) = 'array'", name=op.f("events_participation_check")
        ),
        sa.CheckConstraint(
            "precision IN ('time', 'day', 'month', 'quarter', 'year')",
            name=op.f("events_precision_check"),
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'planned', 'confirmed', 'done', 'postponed', 'cancelled')",
            name=op.f("events_status_check"),
        ),
        sa.CheckConstraint(
            "visibility IN ('public', 'internal')", name=op.f("events_visibility_check")
        ),
        sa.CheckConstraint(
            "starts_at < ends_at AND starts_on <= ends_on", name=op.f("events_times_check")
        ),
        sa.ForeignKeyConstraint(["kind"], ["kinds.code"], name=op.f("events_kind_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("events_pkey")),
    )
    op.create_index("events_kind_idx", "events", ["kind", "starts_at", "id"], unique=False)
    op.create_index(
        "events_search_idx",
        "events",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_index("events_start_idx", "events", ["starts_at", "id"], unique=False)
    op.create_index("events_status_idx", "events", ["status", "starts_at", "id"], unique=False)
    op.create_index("events_unit_idx", "events", ["unit_id", "starts_at", "id"], unique=False)
    op.create_index("events_updated_idx", "events", ["updated_at", "id"], unique=False)
    op.create_table(
        "bookings",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("venue_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "during",
            postgresql.TSTZRANGE(),
            sa.Computed("tstzrange(starts_at, ends_at, '[)')", persisted=True),
            nullable=False,
        ),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("venue_id"), "="),
            (sa.column("during"), "&&"),
            where=sa.text("status <> 'cancelled'"),
            deferrable=True,
            initially="IMMEDIATE",
            using="gist",
            name="bookings_no_overlap",
        ),
        sa.CheckConstraint(
            "status IN ('confirmed', 'cancelled')", name=op.f("bookings_status_check")
        ),
        sa.CheckConstraint(
            "NOT isempty(during) AND isfinite(starts_at) AND isfinite(ends_at)",
            name=op.f("bookings_during_check"),
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("bookings_times_check")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("bookings_event_id_fkey")),
        sa.ForeignKeyConstraint(["venue_id"], ["venues.id"], name=op.f("bookings_venue_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("bookings_pkey")),
    )
    op.create_index("bookings_event_idx", "bookings", ["event_id"], unique=False)
    op.create_index("bookings_start_idx", "bookings", ["starts_at", "id"], unique=False)
    op.create_index("bookings_unit_idx", "bookings", ["unit_id", "starts_at", "id"], unique=False)
    op.create_index("bookings_venue_idx", "bookings", ["venue_id", "starts_at", "id"], unique=False)
    install_change_log(op)
    reference.load(op.get_bind(), kinds.Kind, kinds.FILE)
    reference.load(op.get_bind(), countries.Country, countries.FILE)


def downgrade() -> None:
    remove_change_log(op)
    op.drop_index("bookings_venue_idx", table_name="bookings")
    op.drop_index("bookings_unit_idx", table_name="bookings")
    op.drop_index("bookings_start_idx", table_name="bookings")
    op.drop_index("bookings_event_idx", table_name="bookings")
    op.drop_table("bookings")
    op.drop_index("events_updated_idx", table_name="events")
    op.drop_index("events_unit_idx", table_name="events")
    op.drop_index("events_status_idx", table_name="events")
    op.drop_index("events_start_idx", table_name="events")
    op.drop_index(
        "events_search_idx",
        table_name="events",
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.drop_index("events_kind_idx", table_name="events")
    op.drop_table("events")
    op.drop_index(
        "venues_search_idx",
        table_name="venues",
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.drop_index("venues_name_idx", table_name="venues")
    op.drop_table("venues")
    op.drop_table("units")
    op.drop_table("mirrors")
    op.drop_table("kinds")
    op.drop_table("countries")
    op.drop_index(
        "changes_unsequenced_idx", table_name="changes", postgresql_where=sa.text("pos IS NULL")
    )
    op.drop_index("changes_record_idx", table_name="changes")
    op.drop_index(
        "changes_idempotency_key", table_name="changes", postgresql_where=sa.text("key IS NOT NULL")
    )
    op.drop_table("changes")
