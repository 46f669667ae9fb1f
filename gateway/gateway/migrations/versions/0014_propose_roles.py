"""Let two administrators give together the roles that decide and rule."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "role_grants",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_name", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_name", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(status = 'proposed') = (decided_by IS NULL)", name=op.f("role_grants_decided_check")
        ),
        sa.CheckConstraint(
            "status <> 'confirmed' OR (decided_by <> proposed_by AND decided_by <> account_id)",
            name=op.f("role_grants_four_eyes_check"),
        ),
        sa.CheckConstraint(
            "status IN ('proposed', 'confirmed', 'declined')", name=op.f("role_grants_status_check")
        ),
        sa.CheckConstraint("proposed_by <> account_id", name=op.f("role_grants_own_check")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("role_grants_period_check")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("role_grants_account_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("role_grants_pkey")),
    )
    op.create_index(
        "role_grants_one_open",
        "role_grants",
        ["account_id", "role"],
        unique=True,
        postgresql_where=sa.text("status = 'proposed'"),
    )


def downgrade() -> None:
    op.drop_index(
        "role_grants_one_open",
        table_name="role_grants",
        postgresql_where=sa.text("status = 'proposed'"),
    )
    op.drop_table("role_grants")
