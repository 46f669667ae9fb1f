"""Create the registry."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from chassis.fold import VN_FOLD_SQL
from chassis.migrate import install_change_log, remove_change_log
from registry.places import load as places
from registry.units import load as units

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(VN_FOLD_SQL)
    op.create_table(
        "changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=True),
        sa.Column(
            "at",
            sa.DateTime(timezone=True),
            server_default=sa.text("clock_timestamp()"),
            nullable=False,
        ),
        sa.Column("resource", sa.String(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=True),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("acting_as", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("request_id", sa.String(), nullable=False),
        sa.Column(
            "after", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column(
            "answer", postgresql.JSON(none_as_null=True, astext_type=sa.Text()), nullable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("changes_pkey")),
        sa.UniqueConstraint("pos", name=op.f("changes_pos_key")),
    )
    op.create_index(
        "changes_idempotency_key",
        "changes",
        ["actor_id", "operation", "key"],
        unique=True,
        postgresql_where=sa.text("key IS NOT NULL"),
    )
    op.create_index("changes_record_idx", "changes", ["resource", "record_id", "id"], unique=False)
    op.create_index(
        "changes_unsequenced_idx",
        "changes",
        ["id"],
        unique=False,
        postgresql_where=sa.text("pos IS NULL"),
    )
    op.create_table(
        "countries",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("code3", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("aliases", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("countries_pkey")),
        sa.UniqueConstraint("code", name=op.f("countries_code_key")),
    )
    op.create_table(
        "provinces",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("short_vi", sa.String(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("aliases", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("successor_code", sa.String(), nullable=True),
        sa.Column("successor_from", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("provinces_pkey")),
        sa.UniqueConstraint(
            "code",
            "valid_from",
            name=op.f("provinces_code_valid_from_key"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "regions",
        sa.Column("taxonomy", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("regions_pkey")),
        sa.UniqueConstraint("taxonomy", "code", name=op.f("regions_taxonomy_code_key")),
    )
    op.create_table(
        "sectors",
        sa.Column("taxonomy", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("dac_vocabulary", sa.String(), nullable=True),
        sa.Column("dac_code", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("sectors_pkey")),
        sa.UniqueConstraint("taxonomy", "code", name=op.f("sectors_taxonomy_code_key")),
    )
    op.create_table(
        "units",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("national", sa.Boolean(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("short_name", sa.String(), nullable=True),
        sa.Column("aliases", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("founded", sa.Date(), nullable=True),
        sa.Column("founded_precision", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_as_of", sa.Date(), nullable=True),
        sa.Column("successor_code", sa.String(), nullable=True),
        sa.Column("successor_from", sa.Date(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("fax", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("units_pkey")),
        sa.UniqueConstraint("code", name=op.f("units_code_key")),
    )
    op.create_table(
        "ngos",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("short_name", sa.String(), nullable=True),
        sa.Column("home_country", sa.String(), nullable=False),
        sa.Column("sectors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("website", sa.String(), nullable=True),
        sa.Column("founded_year", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("name_sort", sa.String(), nullable=False),
        sa.Column("search", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "founded_year BETWEEN 1500 AND 2200", name=op.f("ngos_founded_year_check")
        ),
        sa.ForeignKeyConstraint(
            ["home_country"], ["countries.code"], name=op.f("ngos_home_country_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("ngos_pkey")),
    )
    op.create_index(op.f("ngos_home_country_idx"), "ngos", ["home_country"], unique=False)
    op.create_index("ngos_name_idx", "ngos", ["name_sort", "id"], unique=False)
    op.create_index(
        "ngos_search_idx",
        "ngos",
        ["search"],
        unique=False,
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.create_table(
        "unit_provinces",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("province_code", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confidence", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("unit_provinces_unit_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("unit_provinces_pkey")),
    )
    op.create_index("unit_provinces_unit_idx", "unit_provinces", ["unit_id"], unique=False)
    op.create_table(
        "certificates",
        sa.Column("ngo_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("provinces", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("sectors", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind IN ('operation', 'representative_office', 'project_office')",
            name=op.f("certificates_kind_check"),
        ),
        sa.CheckConstraint("cardinality(provinces) > 0", name=op.f("certificates_provinces_check")),
        sa.CheckConstraint("valid_to >= valid_from", name=op.f("certificates_dates_check")),
        sa.ForeignKeyConstraint(["ngo_id"], ["ngos.id"], name=op.f("certificates_ngo_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("certificates_pkey")),
        sa.UniqueConstraint("number", "kind", name=op.f("certificates_number_kind_key")),
    )
    op.create_index("certificates_ngo_idx", "certificates", ["ngo_id", "valid_from"], unique=False)
    op.create_index(
        "certificates_provinces_idx",
        "certificates",
        ["provinces"],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index("certificates_valid_to_idx", "certificates", ["valid_to", "id"], unique=False)
    install_change_log(op)
    places.load(op.get_bind())
    units.load(op.get_bind())


def downgrade() -> None:
    remove_change_log(op)
    op.execute("DROP FUNCTION vn_fold(text)")
    op.drop_index("certificates_valid_to_idx", table_name="certificates")
    op.drop_index("certificates_provinces_idx", table_name="certificates", postgresql_using="gin")
    op.drop_index("certificates_ngo_idx", table_name="certificates")
    op.drop_table("certificates")
    op.drop_index("unit_provinces_unit_idx", table_name="unit_provinces")
    op.drop_table("unit_provinces")
    op.drop_index(
        "ngos_search_idx",
        table_name="ngos",
        postgresql_using="gin",
        postgresql_ops={"search": "gin_trgm_ops"},
    )
    op.drop_index("ngos_name_idx", table_name="ngos")
    op.drop_index(op.f("ngos_home_country_idx"), table_name="ngos")
    op.drop_table("ngos")
    op.drop_table("units")
    op.drop_table("sectors")
    op.drop_table("regions")
    op.drop_table("provinces")
    op.drop_table("countries")
    op.drop_index(
        "changes_unsequenced_idx", table_name="changes", postgresql_where=sa.text("pos IS NULL")
    )
    op.drop_index("changes_record_idx", table_name="changes")
    op.drop_index(
        "changes_idempotency_key", table_name="changes", postgresql_where=sa.text("key IS NOT NULL")
    )
    op.drop_table("changes")
