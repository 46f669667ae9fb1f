"""Files of a procedure over HTTP."""

from chassis.testing import Caller

from .conftest import URL, Making


async def test_a_file_is_handed_in_ticked_and_kept_as_long_as_it_is_named(
    client: Caller, a_procedure: Making
) -> None:
    made = await a_procedure("amend")
    url, officer = f"{URL}/{made['id']}", client.as_("officer")
    pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
    form = {"title": "Đơn đề nghị (giả định)"}

    paper = await officer.post(
        f"{url}/documents", files={"file": ("Đơn.pdf", pdf, "application/pdf")}, data=form
    )
    file = f"{url}/documents/{paper.json()['id']}"
    tick = {"item": "application", "document_id": paper.json()["id"]}
    ticked = await officer.act(f"{url}/tick", 1, tick)
    kept = await officer.delete(file, headers={"If-Match": '"1"'})
    back = await client.as_("viewer").get(f"{file}/content")
    taken = await client.as_("auditor").get("/v1/changes/entries", params={"action": "download"})
    untick = await officer.act(f"{url}/tick", 2, {"item": "application", "present": False})
    gone = await officer.delete(file, headers={"If-Match": '"1"'})
    listed = (await officer.get(f"{url}/documents")).json()["items"]

    assert (paper.status_code, paper.json()["title"]) == (201, form["title"])
    line = ticked.json()["checklist"][0]
    assert (line["present"], line["document_id"]) == (True, paper.json()["id"])
    assert (kept.status_code, kept.json()["code"]) == (409, "registry.document_in_use")
    assert back.content == pdf
    assert [one["record_id"] for one in taken.json()["items"]] == [paper.json()["id"]]
    assert untick.json()["checklist"][0]["present"] is False
    assert (gone.status_code, listed) == (204, [])
