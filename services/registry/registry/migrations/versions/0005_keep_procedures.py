"""Keep procedures, and since when a certificate is suspended."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "procedures",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("certificate_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("certificate_kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("ground", sa.String(), nullable=True),
        sa.Column("rules_on", sa.Date(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("home_registration_until", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("checklist", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("opinions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("clocks", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("steps", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column(
            "outcome", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("step_due_on", sa.Date(), nullable=True),
        sa.Column("overall_due_on", sa.Date(), nullable=True),
        sa.Column("next_due_on", sa.Date(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "certificate_id IS NOT NULL OR (kind = 'grant' AND status <> 'completed')",
            name=op.f("procedures_certificate_check"),
        ),
        sa.CheckConstraint(
            "certificate_kind IN ('operation', 'representative_office', 'project_office')",
            name=op.f("procedures_certificate_kind_check"),
        ),
        sa.CheckConstraint(
            "kind IN ('grant', 'extend', 'amend', 'reissue', 'suspend', 'lift', 'terminate',"
            " 'self_terminate')",
            name=op.f("procedures_kind_check"),
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'submitted', 'supplement_requested', 'accepted', 'consulting',"
            " 'opinions_complete', 'ministry_appraisal', 'granted', 'refused', 'suspended',"
            " 'awaiting_remedy', 'remedy_reported', 'revoked', 'winding_up', 'notified',"
            " 'completed', 'closed_refused', 'dismissed', 'not_remedied', 'withdrawn')",
            name=op.f("procedures_status_check"),
        ),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["certificates.id"], name=op.f("procedures_certificate_id_fkey")
        ),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("procedures_ngo_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("procedures_pkey")),
    )
    op.create_index("procedures_certificate_idx", "procedures", ["certificate_id"], unique=False)
    op.create_index("procedures_due_idx", "procedures", ["next_due_on", "id"], unique=False)
    op.create_index("procedures_ngo_idx", "procedures", ["ngo_id"], unique=False)
    op.create_index(
        "procedures_one_grant",
        "procedures",
        ["ngo_id", "certificate_kind"],
        unique=True,
        postgresql_where=sa.text("closed_on IS NULL AND kind = 'grant'"),
    )
    op.create_index(
        "procedures_one_open",
        "procedures",
        ["certificate_id", "kind"],
        unique=True,
        postgresql_where=sa.text("closed_on IS NULL"),
    )
    op.create_index("procedures_opened_idx", "procedures", ["opened_on", "id"], unique=False)
    op.create_index(
        "procedures_unit_due_idx", "procedures", ["unit_id", "next_due_on", "id"], unique=False
    )
    op.create_index(
        "procedures_unit_opened_idx", "procedures", ["unit_id", "opened_on", "id"], unique=False
    )
    op.create_table(
        "procedure_documents",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("procedure_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_key", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("procedure_documents_size_check")),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedures.id"], name=op.f("procedure_documents_procedure_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("procedure_documents_pkey")),
    )
    op.create_index(
        "procedure_documents_idx",
        "procedure_documents",
        ["procedure_id", "created_at", "id"],
        unique=False,
    )
    op.add_column("certificates", sa.Column("suspended_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("certificates", "suspended_on")
    op.drop_index("procedure_documents_idx", table_name="procedure_documents")
    op.drop_table("procedure_documents")
    op.drop_index("procedures_unit_opened_idx", table_name="procedures")
    op.drop_index("procedures_unit_due_idx", table_name="procedures")
    op.drop_index("procedures_opened_idx", table_name="procedures")
    op.drop_index(
        "procedures_one_open",
        table_name="procedures",
        postgresql_where=sa.text("closed_on IS NULL"),
    )
    op.drop_index(
        "procedures_one_grant",
        table_name="procedures",
        postgresql_where=sa.text("closed_on IS NULL AND kind = 'grant'"),
    )
    op.drop_index("procedures_ngo_idx", table_name="procedures")
    op.drop_index("procedures_due_idx", table_name="procedures")
    op.drop_index("procedures_certificate_idx", table_name="procedures")
    op.drop_table("procedures")
