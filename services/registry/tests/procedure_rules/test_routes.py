"""What the decree says on a day, over HTTP."""

from chassis.testing import Caller


async def test_the_rules_are_told_with_their_sources(client: Caller) -> None:
    rules, viewer = "/v1/procedure-rules", client.as_("viewer")
    told = (await viewer.get(rules, params={"on": "2026-03-02"})).json()
    before = (await viewer.get(rules, params={"on": "2022-10-31"})).json()

    assert len(told["bodies"]) == 8
    assert {"QUOTED"} == {clock["confidence"] for clock in told["clocks"]}
    assert [c["code"] for c in told["clocks"] if not c["verified"]] == ["NGO-25"]
    assert told["grounds"]["suspend"][2] == "other_account"
    places = [c["among"] for c in told["conditions"] if c["code"] == "office_place"]
    intake = [(c["article"], c["limit"]) for c in told["conditions"] if c["rule"] == "NGO-09"]
    assert places == [["VN-01", "VN-48", "VN-79"]]
    assert intake == [("11.1", 1), ("15.1", 1)]
    assert before["conditions"] == []
    assert (before["clocks"], before["papers"], before["bodies"]) == ([], [], [])
