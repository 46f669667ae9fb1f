"""Create the specimen: its tables as the models say, since nothing older exists to migrate from."""

from alembic import op
from specimen.store import Base

from chassis.fold import VN_FOLD_SQL
from chassis.migrate import install_change_log, remove_change_log
from chassis.subjects.sql import install_redactions, remove_redactions

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(VN_FOLD_SQL)
    Base.metadata.create_all(op.get_bind())
    install_change_log(op)
    install_redactions(op)


def downgrade() -> None:
    remove_redactions(op)
    remove_change_log(op)
    Base.metadata.drop_all(op.get_bind())
    op.execute("DROP FUNCTION vn_fold(text)")
