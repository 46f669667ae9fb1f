"""Kinds over HTTP."""

from chassis.testing import Caller


async def test_every_kind_has_both_labels_and_says_where_it_comes_from(client: Caller) -> None:
    kinds = (await client.as_("viewer").get("/v1/kinds")).json()["items"]

    assert len(kinds) == 26
    assert [kind["position"] for kind in kinds] == list(range(1, 27))
    assert all(kind["name_vi"] and kind["name_en"] and kind["source"] for kind in kinds)
    assert {kind["confidence"] for kind in kinds} == {"QUOTED", "DERIVED"}
    assert (await client.get("/v1/kinds")).status_code == 401
