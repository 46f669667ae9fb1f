"""Give sectors all their DAC codes."""

import sqlalchemy as sa
from alembic import op

from registry.places import load as places

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sector_dac_codes",
        sa.Column("sector_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sector_id"], ["sectors.id"], name=op.f("sector_dac_codes_sector_id_fkey")
        ),
        sa.PrimaryKeyConstraint("sector_id", "code", name=op.f("sector_dac_codes_pkey")),
    )
    places.load_sector_codes(op.get_bind())


def downgrade() -> None:
    op.drop_table("sector_dac_codes")
