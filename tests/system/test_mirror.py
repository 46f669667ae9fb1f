"""The reference mirror keeps an equal copy although it is killed again and again."""

import pytest

from tests.mirror.drill import drill

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_copy_made_under_kills_is_equal() -> None:
    (line,) = await drill(changes=3_600, kills=6)

    assert "equal" in line
