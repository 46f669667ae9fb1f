"""Name the organisations that take part in events."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    entries = postgresql.JSONB(astext_type=sa.Text())
    column = sa.Column("organisations", entries, server_default=sa.text("'[]'"), nullable=False)
    op.add_column("events", column)
    op.create_check_constraint(
        op.f("events_organisations_check"), "events", "jsonb_typeof(organisations) = 'array'"
    )
    op.create_index(
        "events_organisations_idx",
        "events",
        ["organisations"],
        postgresql_using="gin",
        postgresql_ops={"organisations": "jsonb_path_ops"},
    )


def downgrade() -> None:
    op.drop_index("events_organisations_idx", table_name="events")
    op.drop_constraint(op.f("events_organisations_check"), "events")
    op.drop_column("events", "organisations")
