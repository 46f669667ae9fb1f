"""Let two administrators agree to a move of a unit."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "move_requests",
        sa.Column("from_unit_id", sa.Uuid(), nullable=False),
        sa.Column("from_unit_code", sa.String(), nullable=True),
        sa.Column("to_unit_id", sa.Uuid(), nullable=False),
        sa.Column("to_unit_code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_name", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_name", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accounts", sa.BigInteger(), nullable=True),
        sa.Column("clients", sa.BigInteger(), nullable=True),
        sa.Column("webhooks", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(status = 'proposed') = (decided_by IS NULL)",
            name=op.f("move_requests_decided_check"),
        ),
        sa.CheckConstraint(
            "status <> 'confirmed' OR decided_by <> proposed_by",
            name=op.f("move_requests_four_eyes_check"),
        ),
        sa.CheckConstraint("from_unit_id <> to_unit_id", name=op.f("move_requests_other_check")),
        sa.CheckConstraint(
            "status IN ('proposed', 'confirmed', 'declined')",
            name=op.f("move_requests_status_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("move_requests_pkey")),
    )
    op.create_index(
        "move_requests_one_open",
        "move_requests",
        ["from_unit_id"],
        unique=True,
        postgresql_where=sa.text("status = 'proposed'"),
    )


def downgrade() -> None:
    op.drop_index(
        "move_requests_one_open",
        table_name="move_requests",
        postgresql_where=sa.text("status = 'proposed'"),
    )
    op.drop_table("move_requests")
