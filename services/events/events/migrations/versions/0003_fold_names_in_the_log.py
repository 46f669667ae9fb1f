"""Find people in the change log however their names are typed."""

from alembic import op

from chassis.fold import VN_FOLD_SQL

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(VN_FOLD_SQL)


def downgrade() -> None:
    op.execute("DROP FUNCTION vn_fold(text)")
