"""Merge NGOs, and mark repetitions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ngos", sa.Column("duplicate_of", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("ngos_duplicate_of_fkey"), "ngos", "ngos", ["duplicate_of"], ["id"])
    op.create_check_constraint(op.f("ngos_duplicate_of_check"), "ngos", "duplicate_of <> id")
    op.create_table(
        "ngo_merges",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("into_id", sa.Uuid(), nullable=False),
        sa.Column("moved", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("ngo_merges_ngo_id_fkey")),
        sa.ForeignKeyConstraint(["into_id"], ["ngos.id"], name=op.f("ngo_merges_into_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("ngo_merges_pkey")),
    )
    op.create_index(
        "ngo_merges_open",
        "ngo_merges",
        ["ngo_id"],
        unique=True,
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_index("ngo_merges_into_idx", "ngo_merges", ["into_id"])


def downgrade() -> None:
    op.drop_table("ngo_merges")
    op.drop_column("ngos", "duplicate_of")
