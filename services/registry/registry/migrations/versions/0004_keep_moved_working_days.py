"""Keep moved working days."""

import sqlalchemy as sa
from alembic import op

from registry.working_days import load

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "day_exceptions",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('off', 'work')", name=op.f("day_exceptions_kind_check")),
        sa.CheckConstraint(
            "confidence IN ('QUOTED', 'SECONDARY', 'DERIVED', 'MEMORY')",
            name=op.f("day_exceptions_confidence_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("day_exceptions_pkey")),
        sa.UniqueConstraint("day", name=op.f("day_exceptions_day_key")),
    )
    load.load(op.get_bind())


def downgrade() -> None:
    op.drop_table("day_exceptions")
