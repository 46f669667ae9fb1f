"""Take large imports back: tell how far it is, and find whom a record repeats."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_STAGES = "stage IN ('reading', 'checking', 'storing', 'entering'{})"


def _name_stages(more: str) -> None:
    op.drop_constraint(op.f("import_progress_stage_check"), "import_progress")
    op.create_check_constraint(
        op.f("import_progress_stage_check"), "import_progress", _STAGES.format(more)
    )


def upgrade() -> None:
    _name_stages(", 'taking_back'")
    # a record that is deleted is looked for here: without it, in every record
    op.create_index(
        "ngos_duplicate_of_idx",
        "ngos",
        ["duplicate_of"],
        postgresql_where=sa.text("duplicate_of IS NOT NULL"),
    )
    op.create_index(
        "recognitions_recipient_ngo_idx",
        "recognitions",
        ["recipient_ngo_id"],
        postgresql_where=sa.text("recipient_ngo_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("recognitions_recipient_ngo_idx", table_name="recognitions")
    op.drop_index("ngos_duplicate_of_idx", table_name="ngos")
    op.execute("DELETE FROM import_progress WHERE stage = 'taking_back'")
    _name_stages("")
