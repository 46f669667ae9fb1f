"""Let the unit into which another went carry out that one's open events."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("keeper_id", sa.Uuid(), nullable=True))
    op.create_check_constraint(op.f("events_keeper_check"), "events", "keeper_id <> unit_id")


def downgrade() -> None:
    op.drop_column("events", "keeper_id")
