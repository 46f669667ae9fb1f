"""Say of every entry of the log from where its actor came."""

from alembic import op

from chassis.subjects.sql import install_redactions

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    install_redactions(op)


def downgrade() -> None:
    """The column stays: the functions of an earlier revision are made with it, too."""
