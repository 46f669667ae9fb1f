"""Tell every gateway process when a session ends or an account changes."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """CREATE FUNCTION tell_signed_out() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_TABLE_NAME = 'accounts' THEN
            PERFORM pg_notify('signed_out', OLD.id::text);
          ELSE
            PERFORM pg_notify('signed_out', OLD.account_id::text);
          END IF;
          RETURN NULL;
        END $$"""
    )
    op.execute(
        "CREATE TRIGGER sessions_tell AFTER DELETE ON sessions"
        " FOR EACH ROW EXECUTE FUNCTION tell_signed_out()"
    )
    op.execute(
        "CREATE TRIGGER accounts_tell AFTER UPDATE OF roles, role_periods, disabled_at, unit_id,"
        " unit_code, national ON accounts FOR EACH ROW EXECUTE FUNCTION tell_signed_out()"
    )


def downgrade() -> None:
    op.execute("DROP TRIGGER accounts_tell ON accounts")
    op.execute("DROP TRIGGER sessions_tell ON sessions")
    op.execute("DROP FUNCTION tell_signed_out()")
