"""Let a person hand roles to a colleague for an absence."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delegations",
        sa.Column("giver_id", sa.Uuid(), nullable=False),
        sa.Column("giver_name", sa.String(), nullable=False),
        sa.Column("taker_id", sa.Uuid(), nullable=False),
        sa.Column("taker_name", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("unit_code", sa.String(), nullable=False),
        sa.Column("roles", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_name", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "NOT ('approver' = ANY (roles) AND status = 'active') OR (decided_by IS NOT NULL"
            " AND decided_by <> giver_id AND decided_by <> taker_id)",
            name=op.f("delegations_four_eyes_check"),
        ),
        sa.CheckConstraint(
            "status IN ('proposed', 'active', 'declined', 'ended')",
            name=op.f("delegations_status_check"),
        ),
        sa.CheckConstraint("giver_id <> taker_id", name=op.f("delegations_two_check")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("delegations_period_check")),
        sa.ForeignKeyConstraint(
            ["giver_id"], ["accounts.id"], name=op.f("delegations_giver_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["taker_id"], ["accounts.id"], name=op.f("delegations_taker_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("delegations_pkey")),
    )
    op.create_index("delegations_taker_idx", "delegations", ["taker_id", "ends_on"], unique=False)
    op.create_index(
        "delegations_unit_idx", "delegations", ["unit_id", "created_at", "id"], unique=False
    )


def downgrade() -> None:
    op.drop_index("delegations_unit_idx", table_name="delegations")
    op.drop_index("delegations_taker_idx", table_name="delegations")
    op.drop_table("delegations")
