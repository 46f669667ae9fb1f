"""Keep what people ask about their own data, with its days."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KINDS = "('access', 'correct', 'erase', 'withdraw', 'restrict', 'object')"


def upgrade() -> None:
    op.create_table(
        "subject_requests",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("unit_code", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=True),
        sa.Column("wish", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("third_party", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("answer_due_on", sa.Date(), nullable=False),
        sa.Column("finish_due_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("extended_on", sa.Date(), nullable=True),
        sa.Column("extension_reason", sa.String(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"kind IN {KINDS}", name=op.f("subject_requests_kind_check")),
        sa.CheckConstraint(
            "outcome IN ('done', 'partly', 'refused', 'taken_back')",
            name=op.f("subject_requests_outcome_check"),
        ),
        sa.CheckConstraint(
            "status IN ('received', 'answered', 'finished')",
            name=op.f("subject_requests_status_check"),
        ),
        sa.CheckConstraint(
            "(status = 'received') = (answered_on IS NULL)",
            name=op.f("subject_requests_answered_check"),
        ),
        sa.CheckConstraint(
            "(status = 'finished') = (finished_on IS NOT NULL)",
            name=op.f("subject_requests_finished_check"),
        ),
        sa.CheckConstraint(
            "(extended_on IS NULL) = (extension_reason IS NULL)",
            name=op.f("subject_requests_extended_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("subject_requests_pkey")),
    )
    op.create_index("subject_requests_due_idx", "subject_requests", ["due_on", "id"])
    op.create_index("subject_requests_received_idx", "subject_requests", ["received_on", "id"])


def downgrade() -> None:
    op.drop_table("subject_requests")
