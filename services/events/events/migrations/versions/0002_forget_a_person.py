"""Let a person be forgotten: salted entries, and a record of each that was blanked."""

import sqlalchemy as sa
from alembic import op

from chassis.subjects.sql import install_redactions, remove_redactions

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "redactions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("erasure_id", sa.Uuid(), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("now", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("redactions_pkey")),
        # The grants stated after every upgrade read this: the application role may only add rows.
        comment="append-only",
    )
    install_redactions(op)


def downgrade() -> None:
    remove_redactions(op)
    op.drop_table("redactions")
