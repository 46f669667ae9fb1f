"""Keep operation certificates apart."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        ALTER TABLE certificates ADD CONSTRAINT certificates_one_operation EXCLUDE USING gist (
          ngo_id WITH =,
          daterange(
            valid_from, greatest(valid_from, least(ended_on, valid_to + 1, 'infinity'::date))
          ) WITH &&
        ) WHERE (kind = 'operation')
        """
    )


def downgrade() -> None:
    op.drop_constraint("certificates_one_operation", "certificates")
