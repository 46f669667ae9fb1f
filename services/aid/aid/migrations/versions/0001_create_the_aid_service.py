"""Create the aid service."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from aid.grants.guards import GUARDS_SQL
from aid.rates import load as rates
from aid.statistics.models import TOTALS_SQL
from chassis.fold import VN_FOLD_SQL
from chassis.migrate import install_change_log, remove_change_log

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(VN_FOLD_SQL)
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
        "donors",
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("home_country", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(kind = 'ngo') = (unit_id IS NULL)", name=op.f("donors_owner_check")),
        sa.CheckConstraint(
            "kind IN ('ngo', 'enterprise', 'individual', 'overseas_vietnamese', 'foreign_public_body')",  # noqa: E501
            name=op.f("donors_kind_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("donors_pkey")),
    )
    op.create_index("donors_name_idx", "donors", ["name_sort", "id"], unique=False)
    op.create_index(
        "donors_search_idx",
        "donors",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_table(
        "grant_numbers",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("unit_id", "year", name=op.f("grant_numbers_pkey")),
    )
    op.create_table(
        "grant_totals",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("rate_id", sa.Uuid(), nullable=True),
        sa.Column("usd_rate_id", sa.Uuid(), nullable=True),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=24, scale=2), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("grant_totals_pkey")),
    )
    op.create_index("grant_totals_month_idx", "grant_totals", ["month"], unique=False)
    op.create_index(
        "grant_totals_unit_month_idx", "grant_totals", ["unit_id", "month"], unique=False
    )
    op.create_table(
        "mirrors",
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("as_of", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("source", name=op.f("mirrors_pkey")),
    )
    op.create_table(
        "rates",
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("rate", sa.Numeric(precision=18, scale=8), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("currency"), "="),
            (sa.text("daterange(valid_from, valid_to, '[]')"), "&&"),
            using="gist",
            name="rates_no_overlap",
        ),
        sa.CheckConstraint("rate > 0", name=op.f("rates_rate_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("rates_pkey")),
    )
    op.create_table(
        "recipients",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("province", sa.String(), nullable=True),
        sa.Column("managing_agency", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('state_body', 'public_unit', 'political_social_organisation', 'professional_organisation', 'social_organisation', 'science_technology_organisation', 'fund', 'social_enterprise', 'other')",  # noqa: E501
            name=op.f("recipients_kind_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("recipients_pkey")),
    )
    op.create_index("recipients_name_idx", "recipients", ["name_sort", "id"], unique=False)
    op.create_index(
        "recipients_search_idx",
        "recipients",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_index(
        "recipients_unit_name_idx", "recipients", ["unit_id", "name_sort", "id"], unique=False
    )
    op.create_table(
        "units",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("national", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("units_pkey")),
        sa.UniqueConstraint("code", name=op.f("units_code_key")),
    )
    op.create_table(
        "grants",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("title_vi", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=True),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("donor_id", sa.Uuid(), nullable=True),
        sa.Column("donor_name", sa.String(), nullable=True),
        sa.Column("recipient_id", sa.Uuid(), nullable=True),
        sa.Column("recipient_name", sa.String(), nullable=True),
        sa.Column("managing_agency", sa.String(), nullable=True),
        sa.Column("authority", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("sectors", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("provinces", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("amount", sa.Numeric(precision=17, scale=2), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("submitted_by", sa.Uuid(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("appraised_on", sa.Date(), nullable=True),
        sa.Column("appraised_by", sa.Uuid(), nullable=True),
        sa.Column("opinion", sa.String(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decision_number", sa.String(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("rate_id", sa.Uuid(), nullable=True),
        sa.Column("usd_rate_id", sa.Uuid(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column(
            "approved_order",
            sa.Date(),
            sa.Computed("COALESCE(approved_on, '1900-01-01'::date)", persisted=True),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(status = 'approved') = (approved_on IS NOT NULL)", name=op.f("grants_approval_check")
        ),
        sa.CheckConstraint(
            "form IN ('programme', 'project', 'non_project', 'emergency_relief', 'recovery')",
            name=op.f("grants_form_check"),
        ),
        sa.CheckConstraint(
            "status <> 'approved' OR (decision_number IS NOT NULL AND authority IS NOT NULL AND amount IS NOT NULL AND decided_by IS NOT NULL)",  # noqa: E501
            name=op.f("grants_decision_check"),
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'submitted', 'supplement_requested', 'appraised', 'approved', 'rejected', 'withdrawn')",  # noqa: E501
            name=op.f("grants_status_check"),
        ),
        sa.CheckConstraint(
            "(amount IS NULL) = (currency IS NULL) AND amount >= 0",
            name=op.f("grants_amount_check"),
        ),
        sa.CheckConstraint(
            "appraised_by <> submitted_by AND decided_by <> submitted_by AND decided_by <> appraised_by",  # noqa: E501
            name=op.f("grants_four_eyes_check"),
        ),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("grants_dates_check")),
        sa.ForeignKeyConstraint(["donor_id"], ["donors.id"], name=op.f("grants_donor_id_fkey")),
        sa.ForeignKeyConstraint(["rate_id"], ["rates.id"], name=op.f("grants_rate_id_fkey")),
        sa.ForeignKeyConstraint(
            ["recipient_id"], ["recipients.id"], name=op.f("grants_recipient_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["usd_rate_id"], ["rates.id"], name=op.f("grants_usd_rate_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("grants_pkey")),
        sa.UniqueConstraint("unit_id", "code", name=op.f("grants_unit_id_code_key")),
    )
    op.create_index("grants_approved_idx", "grants", ["approved_order", "id"], unique=False)
    op.create_index("grants_code_idx", "grants", ["code", "id"], unique=False)
    op.create_index("grants_donor_idx", "grants", ["donor_id"], unique=False)
    op.create_index(
        "grants_provinces_idx", "grants", ["provinces"], unique=False, postgresql_using="gin"
    )
    op.create_index("grants_recipient_idx", "grants", ["recipient_id"], unique=False)
    op.create_index(
        "grants_search_idx",
        "grants",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_index(
        "grants_unit_approved_idx", "grants", ["unit_id", "approved_order", "id"], unique=False
    )
    op.create_index("grants_unit_code_idx", "grants", ["unit_id", "code", "id"], unique=False)
    op.create_index("grants_unit_status_idx", "grants", ["unit_id", "status"], unique=False)
    op.create_index(
        "grants_unit_updated_idx", "grants", ["unit_id", "updated_at", "id"], unique=False
    )
    op.create_index("grants_updated_idx", "grants", ["updated_at", "id"], unique=False)
    op.create_table(
        "documents",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("grant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_key", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('request', 'donor_agreement', 'project_document', 'donor_status', 'certificate_copy', 'goods_list', 'other')",  # noqa: E501
            name=op.f("documents_kind_check"),
        ),
        sa.CheckConstraint("size > 0", name=op.f("documents_size_check")),
        sa.ForeignKeyConstraint(["grant_id"], ["grants.id"], name=op.f("documents_grant_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("documents_pkey")),
    )
    op.create_index(
        "documents_grant_idx", "documents", ["grant_id", "created_at", "id"], unique=False
    )
    op.create_table(
        "grant_acts",
        sa.Column("grant_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column(
            "part",
            sa.String(),
            sa.Computed(
                "CASE act WHEN 'edit' THEN 'prepare' WHEN 'submit' THEN 'prepare' WHEN 'appraise' THEN 'appraise' WHEN 'decide' THEN 'decide' END",  # noqa: E501
                persisted=True,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("grant_id"), "="),
            (sa.column("person_id"), "="),
            (sa.column("part"), "<>"),
            using="gist",
            name="grant_acts_four_eyes",
        ),
        sa.CheckConstraint(
            "act IN ('edit', 'submit', 'appraise', 'decide')", name=op.f("grant_acts_act_check")
        ),
        sa.ForeignKeyConstraint(["grant_id"], ["grants.id"], name=op.f("grant_acts_grant_id_fkey")),
        sa.PrimaryKeyConstraint("grant_id", "person_id", "act", name=op.f("grant_acts_pkey")),
    )
    install_change_log(op)
    for statement in (*GUARDS_SQL, *TOTALS_SQL):
        op.execute(statement)
    rates.load(op.get_bind())


def downgrade() -> None:
    remove_change_log(op)
    op.drop_table("grant_acts")
    op.drop_index("documents_grant_idx", table_name="documents")
    op.drop_table("documents")
    op.drop_index("grants_updated_idx", table_name="grants")
    op.drop_index("grants_unit_updated_idx", table_name="grants")
    op.drop_index("grants_unit_status_idx", table_name="grants")
    op.drop_index("grants_unit_code_idx", table_name="grants")
    op.drop_index("grants_unit_approved_idx", table_name="grants")
    op.drop_index(
        "grants_search_idx",
        table_name="grants",
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.drop_index("grants_recipient_idx", table_name="grants")
    op.drop_index("grants_provinces_idx", table_name="grants", postgresql_using="gin")
    op.drop_index("grants_donor_idx", table_name="grants")
    op.drop_index("grants_code_idx", table_name="grants")
    op.drop_index("grants_approved_idx", table_name="grants")
    op.drop_table("grants")
    op.drop_table("units")
    op.drop_index("recipients_unit_name_idx", table_name="recipients")
    op.drop_index(
        "recipients_search_idx",
        table_name="recipients",
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.drop_index("recipients_name_idx", table_name="recipients")
    op.drop_table("recipients")
    op.drop_table("rates")
    op.drop_table("mirrors")
    op.drop_index("grant_totals_unit_month_idx", table_name="grant_totals")
    op.drop_index("grant_totals_month_idx", table_name="grant_totals")
    op.drop_table("grant_totals")
    op.drop_table("grant_numbers")
    op.drop_index(
        "donors_search_idx",
        table_name="donors",
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.drop_index("donors_name_idx", table_name="donors")
    op.drop_table("donors")
    op.drop_index(
        "changes_unsequenced_idx", table_name="changes", postgresql_where=sa.text("pos IS NULL")
    )
    op.drop_index("changes_record_idx", table_name="changes")
    op.drop_index(
        "changes_idempotency_key", table_name="changes", postgresql_where=sa.text("key IS NOT NULL")
    )
    op.drop_table("changes")
    op.execute("DROP FUNCTION grant_totals_add()")
    for guard in ("grant_acts_keep", "grants_done_by_somebody", "grants_stay_decided"):
        op.execute(f"DROP FUNCTION {guard}()")
    op.execute("DROP FUNCTION vn_fold(text)")
