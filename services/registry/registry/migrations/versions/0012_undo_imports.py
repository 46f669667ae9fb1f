"""Undo imports, and hand bad rows back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0005"
branch_labels = None
depends_on = None

_STATUS = "imports_status_check"


def upgrade() -> None:
    op.add_column("import_rows", sa.Column("given", postgresql.JSONB(), nullable=True))
    op.create_table(
        "import_changes",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("resource", sa.String(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("is_new", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.id"],
            name=op.f("import_changes_import_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("import_id", "record_id", name=op.f("import_changes_pkey")),
    )
    op.drop_constraint(op.f(_STATUS), "imports")
    op.create_check_constraint(
        op.f(_STATUS), "imports", "status IN ('checked', 'committed', 'cancelled', 'undone')"
    )


def downgrade() -> None:
    op.drop_constraint(op.f(_STATUS), "imports")
    op.execute("UPDATE imports SET status = 'committed' WHERE status = 'undone'")
    op.create_check_constraint(
        op.f(_STATUS), "imports", "status IN ('checked', 'committed', 'cancelled')"
    )
    op.drop_table("import_changes")
    op.drop_column("import_rows", "given")
