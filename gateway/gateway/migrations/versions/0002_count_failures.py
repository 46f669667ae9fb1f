"""Count failed sign-ins by address and in all, and those of a name in a row."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "failures",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("bucket", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("failures_pkey")),
    )
    op.create_index("failures_at_idx", "failures", ["at"], unique=False)
    op.create_index("failures_bucket_idx", "failures", ["bucket", "at"], unique=False)
    op.add_column(
        "login_tries",
        sa.Column("consecutive", sa.BigInteger(), nullable=False, server_default="0"),
    )


def downgrade() -> None:
    op.drop_column("login_tries", "consecutive")
    op.drop_index("failures_bucket_idx", table_name="failures")
    op.drop_index("failures_at_idx", table_name="failures")
    op.drop_table("failures")
