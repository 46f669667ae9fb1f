"""Keep imports."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("counts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("notes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('checked', 'committed', 'cancelled')", name=op.f("imports_status_check")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("imports_pkey")),
    )
    op.create_index("imports_created_idx", "imports", ["created_at", "id"], unique=False)
    op.create_index(
        "imports_finished_idx",
        "imports",
        ["finished_at"],
        unique=False,
        postgresql_where=sa.text("finished_at IS NOT NULL"),
    )
    op.create_index("imports_unit_idx", "imports", ["unit_id", "created_at", "id"], unique=False)
    op.create_table(
        "import_rows",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column(
            "cells", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("reasons", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "before", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column(
            "after", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.CheckConstraint(
            "outcome IN ('add', 'change', 'same', 'error')", name=op.f("import_rows_outcome_check")
        ),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.id"],
            name=op.f("import_rows_import_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("import_rows_pkey")),
    )
    op.create_index(
        "import_rows_outcome_idx",
        "import_rows",
        ["import_id", "outcome", "row", "id"],
        unique=False,
    )
    op.create_index("import_rows_row_idx", "import_rows", ["import_id", "row", "id"], unique=True)
    op.create_index(
        "ngos_folded_name_idx",
        "ngos",
        [sa.literal_column("vn_fold(name_vi)"), "home_country"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ngos_folded_name_idx", table_name="ngos")
    op.drop_index("import_rows_row_idx", table_name="import_rows")
    op.drop_index("import_rows_outcome_idx", table_name="import_rows")
    op.drop_table("import_rows")
    op.drop_index("imports_unit_idx", table_name="imports")
    op.drop_index(
        "imports_finished_idx",
        table_name="imports",
        postgresql_where=sa.text("finished_at IS NOT NULL"),
    )
    op.drop_index("imports_created_idx", table_name="imports")
    op.drop_table("imports")
