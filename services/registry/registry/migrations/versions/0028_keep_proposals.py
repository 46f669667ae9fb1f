"""Keep what units propose to change in NGOs' records."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposals",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("steward_id", sa.Uuid(), nullable=False),
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("changes", postgresql.JSONB(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("taken", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('open', 'accepted', 'declined', 'withdrawn')",
            name=op.f("proposals_status_check"),
        ),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("proposals_ngo_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("proposals_pkey")),
    )
    op.create_index("proposals_created_idx", "proposals", ["created_at", "id"])
    op.create_index("proposals_ngo_idx", "proposals", ["ngo_id"])
    op.create_index("proposals_unit_idx", "proposals", ["unit_id"])
    op.create_index("proposals_steward_idx", "proposals", ["steward_id", "status"])


def downgrade() -> None:
    op.drop_table("proposals")
