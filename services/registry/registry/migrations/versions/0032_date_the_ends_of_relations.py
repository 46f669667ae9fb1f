"""Date what had no day of its own: a referral declined, a recognition revoked, a proposal."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_DAY = "(({column}) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"


def upgrade() -> None:
    # none of these changes any more once it is over: its last change was the end of it
    ended, begun = (_DAY.format(column=name) for name in ("updated_at", "created_at"))
    op.add_column("referrals", sa.Column("declined_on", sa.Date(), nullable=True))
    op.execute(f"UPDATE referrals SET declined_on = {ended} WHERE status = 'declined'")
    op.add_column("recognitions", sa.Column("revoked_on", sa.Date(), nullable=True))
    op.execute(f"UPDATE recognitions SET revoked_on = {ended} WHERE status = 'revoked'")
    op.add_column("proposals", sa.Column("proposed_on", sa.Date(), nullable=True))
    op.add_column("proposals", sa.Column("closed_on", sa.Date(), nullable=True))
    op.execute(f"UPDATE proposals SET proposed_on = {begun}")
    op.execute(f"UPDATE proposals SET closed_on = {ended} WHERE status <> 'open'")
    op.alter_column("proposals", "proposed_on", nullable=False)


def downgrade() -> None:
    for table, column in (
        ("proposals", "closed_on"),
        ("proposals", "proposed_on"),
        ("recognitions", "revoked_on"),
        ("referrals", "declined_on"),
    ):
        op.drop_column(table, column)
