"""Let the unit into which another went finish that one's open dossiers."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("grants", sa.Column("keeper_id", sa.Uuid(), nullable=True))
    op.create_check_constraint(op.f("grants_keeper_check"), "grants", "keeper_id <> unit_id")


def downgrade() -> None:
    op.drop_column("grants", "keeper_id")
