"""Keep members agreements recognitions and referrals."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title_vi", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=True),
        sa.Column("parties", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("starts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("ends", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "signed", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("predecessor_id", sa.Uuid(), nullable=True),
        sa.Column("clauses", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("evidence", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reviews", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("unit_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
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
            "kind IN ('coordination', 'memorandum', 'plan')", name=op.f("agreements_kind_check")
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("agreements_dates_check")),
        sa.CheckConstraint("predecessor_id <> id", name=op.f("agreements_predecessor_check")),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["agreements.id"], name=op.f("agreements_predecessor_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("agreements_pkey")),
    )
    op.create_index("agreements_last_idx", "agreements", ["last_on", "id"], unique=False)
    op.create_index("agreements_starts_idx", "agreements", ["starts_on", "id"], unique=False)
    op.create_index(
        "agreements_units_idx", "agreements", ["unit_ids"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "needs",
        sa.Column("title_vi", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=True),
        sa.Column("province_code", sa.String(), nullable=False),
        sa.Column("sectors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("beneficiaries", sa.BigInteger(), nullable=True),
        sa.Column("open_from", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("title_sort", sa.String(), nullable=False),
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
        sa.CheckConstraint("closed_on >= open_from", name=op.f("needs_dates_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("needs_pkey")),
    )
    op.create_index("needs_title_idx", "needs", ["title_sort", "id"], unique=False)
    op.create_table(
        "parties",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("short_name", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("province_code", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("contacts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
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
            "kind IN ('consulate', 'embassy', 'peoples_organisation',"
            " 'overseas_association', 'firm', 'international_organisation',"
            " 'authority', 'institution')",
            name=op.f("parties_kind_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("parties_pkey")),
    )
    op.create_index("parties_name_idx", "parties", ["name_sort", "id"], unique=False)
    op.create_table(
        "members",
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("short_name", sa.String(), nullable=True),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("union_id", sa.Uuid(), nullable=True),
        sa.Column("host", sa.String(), nullable=True),
        sa.Column("province_code", sa.String(), nullable=True),
        sa.Column(
            "joined", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column(
            "left", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("people", sa.BigInteger(), nullable=True),
        sa.Column("people_on", sa.Date(), nullable=True),
        sa.Column("leader", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("name_sort", sa.String(), nullable=False),
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
            "kind IN ('union', 'friendship_association', 'club', 'overseas_liaison',"
            " 'institution', 'other')",
            name=op.f("members_kind_check"),
        ),
        sa.CheckConstraint("level IN ('central', 'local')", name=op.f("members_level_check")),
        sa.CheckConstraint("left_on >= joined_on", name=op.f("members_dates_check")),
        sa.ForeignKeyConstraint(["union_id"], ["units.id"], name=op.f("members_union_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("members_pkey")),
    )
    op.create_index("members_name_idx", "members", ["name_sort", "id"], unique=False)
    op.create_index("members_unit_idx", "members", ["unit_id", "level"], unique=False)
    op.create_table(
        "recognitions",
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("giver", sa.String(), nullable=False),
        sa.Column("giver_unit_id", sa.Uuid(), nullable=True),
        sa.Column("presenter", sa.String(), nullable=True),
        sa.Column("recipient_type", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("recipient_unit_id", sa.Uuid(), nullable=True),
        sa.Column("recipient_ngo_id", sa.Uuid(), nullable=True),
        sa.Column("recipient_member_id", sa.Uuid(), nullable=True),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("decision_number", sa.String(), nullable=True),
        sa.Column("decided", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("achievement", sa.String(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("unit_ids", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("recipient_key", sa.String(), nullable=False),
        sa.Column("achievement_key", sa.String(), nullable=False),
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
            "kind IN ('emulation_flag', 'certificate_of_merit', 'commendation', 'medal',"
            " 'acknowledgement', 'gift')",
            name=op.f("recognitions_kind_check"),
        ),
        sa.CheckConstraint(
            "recipient_type IN ('collective', 'individual', 'ngo', 'unit', 'member')",
            name=op.f("recognitions_recipient_type_check"),
        ),
        sa.CheckConstraint(
            "status IN ('granted', 'revoked')", name=op.f("recognitions_status_check")
        ),
        sa.CheckConstraint("period_to >= period_from", name=op.f("recognitions_dates_check")),
        sa.ForeignKeyConstraint(
            ["giver_unit_id"], ["units.id"], name=op.f("recognitions_giver_unit_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["recipient_member_id"],
            ["members.id"],
            name=op.f("recognitions_recipient_member_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["recipient_ngo_id"], ["ngos.id"], name=op.f("recognitions_recipient_ngo_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["recipient_unit_id"], ["units.id"], name=op.f("recognitions_recipient_unit_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("recognitions_pkey")),
    )
    op.create_index("recognitions_code_key", "recognitions", ["code"], unique=True)
    op.create_index("recognitions_decided_idx", "recognitions", ["decided_on", "id"], unique=False)
    op.create_index(
        "recognitions_once_key",
        "recognitions",
        ["recipient_key", "achievement_key"],
        unique=True,
        postgresql_where=sa.text("status = 'granted'"),
    )
    op.create_index(
        "recognitions_units_idx", "recognitions", ["unit_ids"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "referrals",
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("to_unit_id", sa.Uuid(), nullable=False),
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("ngo_name", sa.String(), nullable=False),
        sa.Column("need_id", sa.Uuid(), nullable=True),
        sa.Column("introduced_on", sa.Date(), nullable=False),
        sa.Column("letter", sa.String(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("visited_on", sa.Date(), nullable=True),
        sa.Column("visit", sa.String(), nullable=True),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("credits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("grant_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
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
            "status IN ('introduced', 'accepted', 'visited', 'concluded', 'declined')",
            name=op.f("referrals_status_check"),
        ),
        sa.CheckConstraint("to_unit_id <> unit_id", name=op.f("referrals_two_unions_check")),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name=op.f("referrals_need_id_fkey")),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("referrals_ngo_id_fkey")),
        sa.ForeignKeyConstraint(
            ["to_unit_id"], ["units.id"], name=op.f("referrals_to_unit_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("referrals_pkey")),
    )
    op.create_index("referrals_introduced_idx", "referrals", ["introduced_on", "id"], unique=False)
    op.create_index("referrals_ngo_idx", "referrals", ["ngo_id"], unique=False)
    op.create_index("referrals_to_idx", "referrals", ["to_unit_id"], unique=False)
    op.create_index("referrals_unit_idx", "referrals", ["unit_id"], unique=False)


def downgrade() -> None:
    op.drop_index("referrals_unit_idx", table_name="referrals")
    op.drop_index("referrals_to_idx", table_name="referrals")
    op.drop_index("referrals_ngo_idx", table_name="referrals")
    op.drop_index("referrals_introduced_idx", table_name="referrals")
    op.drop_table("referrals")
    op.drop_index("recognitions_units_idx", table_name="recognitions", postgresql_using="gin")
    op.drop_index(
        "recognitions_once_key",
        table_name="recognitions",
        postgresql_where=sa.text("status = 'granted'"),
    )
    op.drop_index("recognitions_decided_idx", table_name="recognitions")
    op.drop_index("recognitions_code_key", table_name="recognitions")
    op.drop_table("recognitions")
    op.drop_index("members_unit_idx", table_name="members")
    op.drop_index("members_name_idx", table_name="members")
    op.drop_table("members")
    op.drop_index("parties_name_idx", table_name="parties")
    op.drop_table("parties")
    op.drop_index("needs_title_idx", table_name="needs")
    op.drop_table("needs")
    op.drop_index("agreements_units_idx", table_name="agreements", postgresql_using="gin")
    op.drop_index("agreements_starts_idx", table_name="agreements")
    op.drop_index("agreements_last_idx", table_name="agreements")
    op.drop_table("agreements")
