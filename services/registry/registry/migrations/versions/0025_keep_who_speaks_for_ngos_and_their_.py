"""Keep who speaks for NGOs and their accounts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bank_accounts",
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("bank", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("number_masked", sa.String(), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=False),
        sa.Column("letter", sa.String(), nullable=True),
        sa.Column(
            "starts", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column(
            "ends", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("held_from", sa.Date(), nullable=False),
        sa.Column("held_to", sa.Date(), nullable=False),
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
        sa.CheckConstraint("held_to >= held_from", name=op.f("bank_accounts_dates_check")),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("bank_accounts_ngo_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("bank_accounts_pkey")),
    )
    op.create_index("bank_accounts_ngo_idx", "bank_accounts", ["ngo_id"], unique=False)
    op.create_index(
        "bank_accounts_notified_idx", "bank_accounts", ["notified_on", "id"], unique=False
    )
    op.create_table(
        "representatives",
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("nationality", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("paper_kind", sa.String(), nullable=True),
        sa.Column("paper_masked", sa.String(), nullable=True),
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
            "paper_kind IN ('passport', 'citizen_card', 'identity_card')",
            name=op.f("representatives_paper_kind_check"),
        ),
        sa.CheckConstraint(
            "post IN ('representative', 'office_head', 'deputy', 'project_head',"
            " 'contact_person', 'other')",
            name=op.f("representatives_post_check"),
        ),
        sa.CheckConstraint(
            "(paper_kind IS NULL) = (paper_masked IS NULL)",
            name=op.f("representatives_paper_check"),
        ),
        sa.CheckConstraint("held_to >= held_from", name=op.f("representatives_dates_check")),
        sa.ForeignKeyConstraint(
            ["nationality"], ["countries.code"], name=op.f("representatives_nationality_fkey")
        ),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("representatives_ngo_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("representatives_pkey")),
    )
    op.create_index(
        "representatives_held_idx", "representatives", ["held_from", "id"], unique=False
    )
    op.create_index("representatives_ngo_idx", "representatives", ["ngo_id"], unique=False)
    op.create_index(
        "representatives_person_idx", "representatives", ["person_sort", "id"], unique=False
    )
    op.create_table(
        "bank_account_numbers",
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["bank_accounts.id"],
            name=op.f("bank_account_numbers_record_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("bank_account_numbers_pkey")),
    )
    op.create_table(
        "representative_papers",
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["representatives.id"],
            name=op.f("representative_papers_record_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("record_id", name=op.f("representative_papers_pkey")),
    )


def downgrade() -> None:
    op.drop_table("representative_papers")
    op.drop_table("bank_account_numbers")
    op.drop_index("representatives_person_idx", table_name="representatives")
    op.drop_index("representatives_ngo_idx", table_name="representatives")
    op.drop_index("representatives_held_idx", table_name="representatives")
    op.drop_table("representatives")
    op.drop_index("bank_accounts_notified_idx", table_name="bank_accounts")
    op.drop_index("bank_accounts_ngo_idx", table_name="bank_accounts")
    op.drop_table("bank_accounts")
