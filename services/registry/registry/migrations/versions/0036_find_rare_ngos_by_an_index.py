"""Find NGOs of a rare country or sector, and those changed last, by an index."""

from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ngos_updated_idx", "ngos", ["updated_at", "id"])
    op.create_index("ngos_country_idx", "ngos", ["home_country", "name_sort", "id"])
    op.create_index("ngos_sectors_idx", "ngos", ["sectors"], postgresql_using="gin")


def downgrade() -> None:
    for name in ("sectors", "country", "updated"):
        op.drop_index(f"ngos_{name}_idx", table_name="ngos")
