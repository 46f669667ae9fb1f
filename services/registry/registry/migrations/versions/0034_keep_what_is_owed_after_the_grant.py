"""Keep what is owed after the grant."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "obligations",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("ngo_id", sa.Uuid(), nullable=True),
        sa.Column("certificate_id", sa.Uuid(), nullable=True),
        sa.Column("procedure_id", sa.Uuid(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "rule IN ('NGO-26', 'NGO-27', 'NGO-28', 'NGO-30', 'NGO-31', 'NGO-32')",
            name=op.f("obligations_rule_check"),
        ),
        sa.CheckConstraint(
            "outcome IN ('done', 'not_applicable')", name=op.f("obligations_outcome_check")
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (done_on IS NULL)", name=op.f("obligations_done_check")
        ),
        sa.CheckConstraint("due_on >= since", name=op.f("obligations_dates_check")),
        *(
            sa.ForeignKeyConstraint(
                [f"{one}_id"], [f"{one}s.id"], name=op.f(f"obligations_{one}_id_fkey")
            )
            for one in ("ngo", "certificate", "procedure")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("obligations_pkey")),
    )
    for name, columns in (
        ("unit_due", ["unit_id", "due_on", "id"]),
        ("due", ["due_on", "id"]),
        ("certificate", ["certificate_id"]),
        ("ngo", ["ngo_id"]),
    ):
        op.create_index(f"obligations_{name}_idx", "obligations", columns)
    for name, owner, empty in (("ngo", "ngo_id", "NOT NULL"), ("unit", "unit_id", "NULL")):
        op.create_index(
            f"obligations_{name}_year_key",
            "obligations",
            [owner, "rule", "year"],
            unique=True,
            postgresql_where=sa.text(f"year IS NOT NULL AND ngo_id IS {empty}"),
        )


def downgrade() -> None:
    op.drop_table("obligations")
