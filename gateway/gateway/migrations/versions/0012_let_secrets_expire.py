"""Let a machine client have two secrets for a while, and each of them an end."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

YEAR = sa.text("now() + interval '365 days'")


def upgrade() -> None:
    expires = sa.Column("secret_expires_at", sa.DateTime(timezone=True), server_default=YEAR)
    op.add_column("clients", expires)
    op.alter_column("clients", "secret_expires_at", nullable=False, server_default=None)
    op.add_column("clients", sa.Column("secret_before", sa.LargeBinary(), nullable=True))
    op.add_column("clients", sa.Column("before_until", sa.DateTime(timezone=True), nullable=True))
    op.create_check_constraint(
        op.f("clients_secret_before_check"),
        "clients",
        "(secret_before IS NULL) = (before_until IS NULL)",
    )


def downgrade() -> None:
    op.drop_constraint(op.f("clients_secret_before_check"), "clients")
    op.drop_column("clients", "before_until")
    op.drop_column("clients", "secret_before")
    op.drop_column("clients", "secret_expires_at")
