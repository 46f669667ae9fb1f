"""Bound the papers of a unit: the sum of their sizes, beside their rows."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "file_totals",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("file_totals_pkey")),
    )
    op.execute(
        "INSERT INTO file_totals (unit_id, size)"
        " SELECT unit_id, sum(size) FROM documents GROUP BY unit_id"
    )


def downgrade() -> None:
    op.drop_table("file_totals")
