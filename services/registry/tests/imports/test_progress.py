"""How far a large list is, asked while it runs."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from fastapi import FastAPI

from chassis.testing import Caller
from registry.imports.progress import telling
from registry.imports.progress.telling import Telling
from registry.imports.rules import Stage

URL = "/v1/imports"
Staff = Callable[..., Caller]


async def test_a_list_under_ones_own_id_tells_how_far_it_is(
    staff: Staff, app: FastAPI, sample: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "PAUSE", 0)
    officer, own = staff("officer"), str(uuid4())
    unit = (await officer.get("/v1/units?q=HUFO")).json()["items"][0]["id"]
    asked = f"{URL}/{own}/progress"
    before = await officer.get(asked)

    # what the request itself says while it runs, seen from another connection
    await Telling(app.state.sessions, own, unit).of(Stage.CHECKING, 12)(5)
    during = (await officer.get(asked)).json()
    foreign = await staff("officer", "CANTHO").get(asked)
    sent = await officer.post(URL, files={"file": ("a.csv", sample)}, data={"id": own})
    after = (await officer.get(asked)).json()

    assert before.status_code == foreign.status_code == 404
    assert (during["stage"], during["done"], during["total"]) == ("checking", 5, 12)
    assert (sent.status_code, sent.json()["id"]) == (201, own)
    assert (after["stage"], after["done"], after["total"]) == ("done", 12, 12)


async def test_an_id_is_taken_once(staff: Staff, sample: bytes) -> None:
    own = {"id": str(uuid4())}

    answers = [
        await staff("officer").post(URL, files={"file": ("a.csv", sample)}, data=own)
        for _ in range(2)
    ]

    assert [answer.status_code for answer in answers] == [201, 409]
    assert answers[1].json()["code"] == "registry.id_taken"


async def test_an_undo_tells_how_far_it_is_and_a_commit_that_is_over_does_not(
    staff: Staff, app: FastAPI, sample: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "PAUSE", 0)
    officer = staff("officer")
    unit = (await officer.get("/v1/units?q=HUFO")).json()["items"][0]["id"]
    made = (await officer.post(URL, files={"file": ("a.csv", sample)})).json()
    own = f"{URL}/{made['id']}"
    done = (await officer.act(f"{own}/commit", made["version"], {"skip_errors": True})).json()
    committed = (await officer.get(f"{own}/progress")).json()

    await Telling(app.state.sessions, made["id"], unit).of(Stage.TAKING_BACK, 24)(7)
    during = (await officer.get(f"{own}/progress")).json()
    await officer.act(f"{own}/undo", done["version"])
    after = (await officer.get(f"{own}/progress")).json()

    assert committed["stage"] == "done"
    assert (during["stage"], during["done"], during["total"]) == ("taking_back", 7, 24)
    assert after["stage"] == "done"
