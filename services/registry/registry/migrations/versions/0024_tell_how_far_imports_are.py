"""Tell how far imports are."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_progress",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "stage IN ('reading', 'checking', 'storing', 'entering')",
            name=op.f("import_progress_stage_check"),
        ),
        sa.PrimaryKeyConstraint("import_id", name=op.f("import_progress_pkey")),
    )


def downgrade() -> None:
    op.drop_table("import_progress")
