"""One-time links, and from when to when a role holds."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.fold import VN_FOLD_SQL

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.execute(VN_FOLD_SQL)
    op.create_table(
        "invitations",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.CheckConstraint(
            "kind IN ('invitation', 'reset', 'bootstrap')", name=op.f("invitations_kind_check")
        ),
        sa.CheckConstraint("octet_length(digest) = 32", name=op.f("invitations_digest_check")),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("invitations_account_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("invitations_pkey")),
    )
    op.add_column(
        "accounts",
        sa.Column(
            "role_periods",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            server_default="[]",
        ),
    )


def downgrade() -> None:
    op.execute("DROP FUNCTION vn_fold(text)")
    op.drop_column("accounts", "role_periods")
    op.drop_table("invitations")
