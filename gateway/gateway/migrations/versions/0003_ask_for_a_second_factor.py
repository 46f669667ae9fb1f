"""Second factors, recovery codes, and what a session knows of how it was proved."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0010"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "authenticators",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("confirmed_at", TIME, nullable=True),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("authenticators_account_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("authenticators_pkey")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["accounts.id"],
            name=op.f("recovery_codes_account_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "digest", name=op.f("recovery_codes_pkey")),
    )
    for column in (
        sa.Column("id", sa.Uuid(), nullable=False, server_default=sa.text("gen_random_uuid()")),
        sa.Column("authenticated_at", TIME, nullable=False, server_default=sa.func.now()),
        sa.Column("has_otp", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("agent", sa.String(), nullable=False, server_default=""),
    ):
        op.add_column("sessions", column)
    op.create_unique_constraint(op.f("sessions_id_key"), "sessions", ["id"])


def downgrade() -> None:
    op.drop_constraint(op.f("sessions_id_key"), "sessions")
    for name in ("agent", "has_otp", "authenticated_at", "id"):
        op.drop_column("sessions", name)
    op.drop_table("recovery_codes")
    op.drop_table("authenticators")
