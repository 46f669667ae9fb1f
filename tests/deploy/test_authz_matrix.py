"""The table says what the contracts say."""

from typing import Any

import pytest

from deploy.authz_matrix import COLUMNS, HEAD, rows, table


def document(*roles: str, **block: Any) -> dict[str, Any]:
    said = {"roles": list(roles), "scope": "own", "object": None, "sod": None} | block
    return {"paths": {"/v1/things": {"post": {"operationId": "make_thing", "x-authz": said}}}}


def test_a_row_ticks_who_may_and_says_what_is_asked_for_as_well() -> None:
    (row,) = rows("aid", document("officer", "admin", sod="two people", step_up=True))

    said = dict(zip(HEAD, row, strict=True))
    assert [role for role in COLUMNS if said[role]] == ["admin", "officer"]
    assert said["call"] == "POST /api/aid/v1/things"
    assert said["beside"] == "step-up; two people"
    assert table([row]).splitlines()[-1].count("|") == len(HEAD) + 1


def test_a_role_without_a_column_is_not_left_out_in_silence() -> None:
    with pytest.raises(SystemExit, match="king"):
        list(rows("aid", document("king")))
