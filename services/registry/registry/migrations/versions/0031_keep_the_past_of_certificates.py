"""Keep the past of certificates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_NONE = sa.text("'[]'::jsonb")


def upgrade() -> None:
    for name in ("suspensions", "former"):
        entries = postgresql.JSONB(astext_type=sa.Text())
        column = sa.Column(name, entries, server_default=_NONE, nullable=False)
        op.add_column("certificates", column)
    op.create_index(
        "certificates_former_idx",
        "certificates",
        ["id"],
        unique=False,
        postgresql_where=sa.text("former <> '[]'::jsonb"),
    )


def downgrade() -> None:
    op.drop_index(
        "certificates_former_idx",
        table_name="certificates",
        postgresql_where=sa.text("former <> '[]'::jsonb"),
    )
    op.drop_column("certificates", "former")
    op.drop_column("certificates", "suspensions")
