"""Read the places again.

Sài Gòn and TT Huế are names that officers write, and were not among the provinces' names.
"""

from alembic import op

from registry.places import load as places

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    places.load(op.get_bind())


def downgrade() -> None:
    """The names stay: nothing asks for their absence."""
