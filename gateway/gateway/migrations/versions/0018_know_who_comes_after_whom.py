"""Know who comes after whom: the unit into which another went sees that one's records."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "successions",
        sa.Column("from_unit_id", sa.Uuid(), nullable=False),
        sa.Column("to_unit_id", sa.Uuid(), nullable=False),
        sa.Column("to_unit_code", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.CheckConstraint("from_unit_id <> to_unit_id", name=op.f("successions_other_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("successions_pkey")),
        sa.UniqueConstraint("from_unit_id", name=op.f("successions_from_unit_id_key")),
    )


def downgrade() -> None:
    op.drop_table("successions")
