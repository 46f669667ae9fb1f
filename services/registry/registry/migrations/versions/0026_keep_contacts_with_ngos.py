"""Keep contacts with NGOs."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("ours", sa.String(), nullable=False),
        sa.Column("theirs", sa.String(), nullable=True),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("next_step", sa.String(), nullable=True),
        sa.Column("next_due_on", sa.Date(), nullable=True),
        sa.Column("next_done_on", sa.Date(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "channel IN ('meeting', 'visit', 'call', 'online', 'email', 'letter', 'other')",
            name=op.f("contacts_channel_check"),
        ),
        sa.CheckConstraint("next_done_on >= held_on", name=op.f("contacts_done_check")),
        sa.CheckConstraint("next_due_on >= held_on", name=op.f("contacts_due_check")),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("contacts_ngo_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("contacts_pkey")),
    )
    op.create_index("contacts_held_idx", "contacts", ["held_on", "id"], unique=False)
    op.create_index("contacts_ngo_idx", "contacts", ["ngo_id"], unique=False)
    op.create_index("contacts_unit_idx", "contacts", ["unit_id", "held_on", "id"], unique=False)
    op.create_index(
        "contacts_waiting_idx",
        "contacts",
        ["next_due_on"],
        unique=False,
        postgresql_where=sa.text("next_done_on IS NULL AND next_due_on IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "contacts_waiting_idx",
        table_name="contacts",
        postgresql_where=sa.text("next_done_on IS NULL AND next_due_on IS NOT NULL"),
    )
    op.drop_index("contacts_unit_idx", table_name="contacts")
    op.drop_index("contacts_ngo_idx", table_name="contacts")
    op.drop_index("contacts_held_idx", table_name="contacts")
    op.drop_table("contacts")
