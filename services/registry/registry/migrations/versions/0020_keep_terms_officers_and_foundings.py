"""Keep terms officers and foundings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "terms",
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("starts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ends", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("congress_ordinal", sa.BigInteger(), nullable=True),
        sa.Column(
            "congress_planned",
            postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
            nullable=True,
        ),
        sa.Column(
            "congress_held",
            postgresql.JSONB(none_as_null=True, astext_type=sa.Text()),
            nullable=True,
        ),
        sa.Column("statute", sa.String(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("terms_dates_check")),
        sa.CheckConstraint("ordinal BETWEEN 1 AND 999", name=op.f("terms_ordinal_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("terms_pkey")),
        sa.UniqueConstraint("unit_id", "ordinal", name=op.f("terms_unit_id_ordinal_key")),
    )
    op.create_index("terms_starts_idx", "terms", ["starts_on", "id"], unique=False)
    op.create_table(
        "foundings",
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("province_code", sa.String(), nullable=False),
        sa.Column("union_id", sa.Uuid(), nullable=True),
        sa.Column("guided", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "dossier", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column(
            "congress", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('guided', 'dossier', 'founded', 'stopped')",
            name=op.f("foundings_status_check"),
        ),
        sa.CheckConstraint("closed_on >= opened_on", name=op.f("foundings_dates_check")),
        sa.ForeignKeyConstraint(["union_id"], ["units.id"], name=op.f("foundings_union_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("foundings_pkey")),
    )
    op.create_index("foundings_opened_idx", "foundings", ["opened_on", "id"], unique=False)
    op.create_index("foundings_province_idx", "foundings", ["province_code"], unique=False)
    op.create_table(
        "officers",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("concurrent", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("term_id", sa.Uuid(), nullable=True),
        sa.Column(
            "starts", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column(
            "ends", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("known_on", sa.Date(), nullable=True),
        sa.Column("appointment", sa.String(), nullable=True),
        sa.Column("held_from", sa.Date(), nullable=False),
        sa.Column("held_to", sa.Date(), nullable=False),
        sa.Column("person_sort", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "post IN ('chair', 'deputy_chair_in_charge', 'standing_deputy_chair', 'deputy_chair',"
            " 'secretary_general', 'standing_member', 'presidium_member', 'inspection_head',"
            " 'editor', 'other')",
            name=op.f("officers_post_check"),
        ),
        sa.CheckConstraint("held_to >= held_from", name=op.f("officers_dates_check")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("officers_term_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("officers_pkey")),
    )
    op.create_index("officers_held_idx", "officers", ["held_from", "id"], unique=False)
    op.create_index("officers_person_idx", "officers", ["person_sort", "id"], unique=False)
    op.create_index("officers_unit_idx", "officers", ["unit_id", "post"], unique=False)
    op.add_column("units", sa.Column("succession_form", sa.String(), nullable=True))
    op.add_column(
        "units", sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("units", "demo")
    op.drop_column("units", "succession_form")
    op.drop_index("officers_unit_idx", table_name="officers")
    op.drop_index("officers_person_idx", table_name="officers")
    op.drop_index("officers_held_idx", table_name="officers")
    op.drop_table("officers")
    op.drop_index("foundings_province_idx", table_name="foundings")
    op.drop_index("foundings_opened_idx", table_name="foundings")
    op.drop_table("foundings")
    op.drop_index("terms_starts_idx", table_name="terms")
    op.drop_table("terms")
