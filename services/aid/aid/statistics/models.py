"""The summary table of approved grants, kept by triggers on `grants`."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from aid.store import Base


class GrantTotal(Base):
    """What was added to (or taken from) one cell: unit, month, form, currency and the two rates.

    Rows are only added by the triggers, so that two approvals never wait for one hot row; `fold`
    replaces several rows of a cell by their sum. The month is enough: a period's first and last
    days that fill no month are read from the grants themselves.
    """

    __tablename__ = "grant_totals"
    __table_args__ = (
        Index("grant_totals_unit_month_idx", "unit_id", "month"),
        Index("grant_totals_month_idx", "month"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    unit_id: Mapped[UUID]
    month: Mapped[date]
    form: Mapped[str]
    currency: Mapped[str]
    rate_id: Mapped[UUID | None]
    usd_rate_id: Mapped[UUID | None]
    count: Mapped[int]
    amount: Mapped[Decimal] = mapped_column(Numeric(24, 2))


# One function for the three statements; each sees the transition tables that its trigger names.
TOTALS_SQL = (
    """
CREATE FUNCTION grant_totals_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO grant_totals (unit_id, month, form, currency, rate_id, usd_rate_id, count, amount)
    SELECT unit_id, date_trunc('month', approved_on)::date, form, currency, rate_id, usd_rate_id,
           -count(*), -sum(amount)
    FROM old_rows WHERE approved_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO grant_totals (unit_id, month, form, currency, rate_id, usd_rate_id, count, amount)
    SELECT unit_id, date_trunc('month', approved_on)::date, form, currency, rate_id, usd_rate_id,
           count(*), sum(amount)
    FROM new_rows WHERE approved_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6;
  END IF;
  RETURN NULL;
END $$
""",
    "CREATE TRIGGER grants_totals_insert AFTER INSERT ON grants"
    " REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION grant_totals_add()",
    "CREATE TRIGGER grants_totals_update AFTER UPDATE ON grants"
    " REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows"
    " FOR EACH STATEMENT EXECUTE FUNCTION grant_totals_add()",
    "CREATE TRIGGER grants_totals_delete AFTER DELETE ON grants"
    " REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION grant_totals_add()",
)
