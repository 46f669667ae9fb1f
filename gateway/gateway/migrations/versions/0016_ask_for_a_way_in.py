"""Let two administrators agree to a new way into the account of somebody who decides."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access_requests",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
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
            "kind IN ('reset', 'remove_otp')", name=op.f("access_requests_kind_check")
        ),
        sa.CheckConstraint(
            "status IN ('proposed', 'confirmed', 'declined')",
            name=op.f("access_requests_status_check"),
        ),
        sa.CheckConstraint(
            "(status = 'proposed') = (decided_by IS NULL)",
            name=op.f("access_requests_decided_check"),
        ),
        sa.CheckConstraint("proposed_by <> account_id", name=op.f("access_requests_own_check")),
        sa.CheckConstraint(
            "status <> 'confirmed' OR (decided_by <> proposed_by AND decided_by <> account_id)",
            name=op.f("access_requests_four_eyes_check"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("access_requests_account_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("access_requests_pkey")),
    )
    op.create_index("access_requests_account_idx", "access_requests", ["account_id", "created_at"])


def downgrade() -> None:
    op.drop_index("access_requests_account_idx", table_name="access_requests")
    op.drop_table("access_requests")
