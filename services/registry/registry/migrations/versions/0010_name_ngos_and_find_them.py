"""Name NGOs by several names and numbers, and find them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from registry.ngos.finding import derived
from registry.ngos.identifiers import public_id

revision = "0010"
down_revision = "0004"
branch_labels = None
depends_on = None

# Rows of names and numbers follow the record, whoever writes it: the service, an import, a merge.
# Once per statement, because an import writes hundreds of records in one.
KEEP = """
CREATE FUNCTION ngos_keep_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ngo_names USING written WHERE ngo_id = written.id;
  DELETE FROM ngo_identifiers USING written WHERE ngo_id = written.id;
  INSERT INTO ngo_names (ngo_id, folded, text)
    SELECT DISTINCT ON (w.id, vn_fold(called)) w.id, vn_fold(called), called
    FROM written w, LATERAL (
      SELECT unnest(ARRAY[w.name_vi, w.name_en, w.short_name]) AS called
      UNION ALL SELECT entry->>'text' FROM jsonb_array_elements(w.names) AS entry
    ) AS names
    WHERE w.merged_into IS NULL AND vn_fold(called) <> '';
  INSERT INTO ngo_identifiers (scheme, mark, ngo_id)
    SELECT DISTINCT scheme, mark, id FROM (
      SELECT w.id, entry->>'scheme' AS scheme,
        regexp_replace(vn_fold(entry->>'value'), '[^0-9a-z]', '', 'g') AS mark
      FROM written w, jsonb_array_elements(w.identifiers) AS entry
      WHERE w.merged_into IS NULL
    ) AS numbers
    WHERE mark <> '';
  RETURN NULL;
END $$
"""
TRIGGERS = (
    "CREATE TRIGGER ngos_keep_marks_insert AFTER INSERT ON ngos"
    " REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ngos_keep_marks()",
    "CREATE TRIGGER ngos_keep_marks_update AFTER UPDATE ON ngos"
    " REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ngos_keep_marks()",
)


def upgrade() -> None:
    op.execute("CREATE SEQUENCE ngo_numbers")
    op.add_column("ngos", sa.Column("public_id", sa.String(), nullable=True))
    op.add_column("ngos", sa.Column("spelling", sa.String(), nullable=True))
    for name in ("names", "identifiers"):
        empty = sa.Column(name, postgresql.JSONB(), nullable=False, server_default="[]")
        op.add_column("ngos", empty)
        op.alter_column("ngos", name, server_default=None)
    op.add_column("ngos", sa.Column("merged_into", sa.Uuid(), nullable=True))
    op.create_table(
        "ngo_names",
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ngo_id"], ["ngos.id"], name=op.f("ngo_names_ngo_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("ngo_id", "folded", name=op.f("ngo_names_pkey")),
    )
    op.create_index(
        "ngo_names_folded_idx",
        "ngo_names",
        ["folded"],
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.create_table(
        "ngo_identifiers",
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ngo_id"], ["ngos.id"], name=op.f("ngo_identifiers_ngo_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("scheme", "mark", name=op.f("ngo_identifiers_pkey")),
    )
    op.create_index("ngo_identifiers_ngo_idx", "ngo_identifiers", ["ngo_id"])
    op.create_index("ngo_identifiers_mark_idx", "ngo_identifiers", ["mark"])
    op.execute(KEEP)
    for trigger in TRIGGERS:
        op.execute(trigger)
    _number_and_spell()
    for name in ("public_id", "spelling"):
        op.alter_column("ngos", name, nullable=False)
    op.create_unique_constraint(op.f("ngos_public_id_key"), "ngos", ["public_id"])
    op.create_foreign_key(op.f("ngos_merged_into_fkey"), "ngos", "ngos", ["merged_into"], ["id"])
    op.create_check_constraint(op.f("ngos_merged_into_check"), "ngos", "merged_into <> id")
    op.create_index(
        "ngos_merged_into_idx",
        "ngos",
        ["merged_into"],
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )


def _number_and_spell() -> None:
    """Give every NGO on record its public id and the texts by which it is found from now on."""
    bind = op.get_bind()
    names = "name_vi, name_en, short_name"
    for row in bind.execute(sa.text(f"SELECT id, {names} FROM ngos ORDER BY created_at, id")).all():
        number = public_id(bind.scalar(sa.text("SELECT nextval('ngo_numbers')")))
        texts = derived([row[1] or "", row[2] or "", row[3] or ""], [number])
        bind.execute(
            sa.text(
                "UPDATE ngos SET public_id = :public_id, search = :search, spelling = :spelling"
                " WHERE id = :id"
            ),
            {"id": row[0], "public_id": number, **texts},
        )


def downgrade() -> None:
    op.execute("DROP TRIGGER ngos_keep_marks_update ON ngos")
    op.execute("DROP TRIGGER ngos_keep_marks_insert ON ngos")
    op.execute("DROP FUNCTION ngos_keep_marks()")
    op.drop_table("ngo_identifiers")
    op.drop_table("ngo_names")
    op.drop_index("ngos_merged_into_idx", table_name="ngos")
    for name in ("merged_into", "identifiers", "names", "spelling", "public_id"):
        op.drop_column("ngos", name)
    op.execute("DROP SEQUENCE ngo_numbers")
