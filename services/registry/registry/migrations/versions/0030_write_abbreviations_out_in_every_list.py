"""Write abbreviations out in every list.

What was stored is folded already, so an abbreviation with marks (VPĐD) is found once its record is
written again.
"""

import sqlalchemy as sa
from alembic import op

from registry.finding import searched

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

TABLES = (
    *("units", "terms", "officers", "foundings", "members", "parties", "agreements"),
    *("recognitions", "needs", "referrals", "representatives", "bank_accounts", "contacts"),
)


def upgrade() -> None:
    bind = op.get_bind()
    for table in TABLES:
        rows = bind.execute(sa.text(f"SELECT id, search FROM {table}")).all()
        changed = [
            {"id": row.id, "search": searched(row.search)}
            for row in rows
            if searched(row.search) != row.search
        ]
        if changed:
            bind.execute(sa.text(f"UPDATE {table} SET search = :search WHERE id = :id"), changed)


def downgrade() -> None:
    """What is written out stays: it is found by more, and nothing asks for its absence."""
