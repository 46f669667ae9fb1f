"""`make sweep-files` leaves a day to what may be on its way to a record."""

import pytest

from deploy.refusal import Refusal
from deploy.sweep import main


@pytest.mark.parametrize("days", ["0", "", "-1", "1.5", "all"])
def test_less_than_a_day_is_refused(days: str) -> None:
    with pytest.raises(Refusal, match="DAYS"):
        main(days)
