"""`POST /v1/ngos/{id}/merge` and `…/unmerge`: nothing is lost, both ids lead on."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from chassis.authz import allow
from chassis.changes.act import Act
from chassis.db import Tx, now
from chassis.errors import FieldProblem, RuleViolation
from chassis.preconditions import IfMatch
from chassis.routing import Operation
from registry import roles
from registry.ngos import rules as ngos
from registry.ngos.merges import actions, queries, rules
from registry.ngos.merges.models import NgoMerge
from registry.ngos.merges.schemas import MergeIn, UnmergeIn
from registry.ngos.schemas import NgoOut

router = APIRouter(prefix="/v1/ngos/{ngo_id}", tags=["ngos"], route_class=Operation)
_STEWARD = allow(roles.OFFICER, scope="steward", obj="ngo_id")
_LISTS = ("names", "identifiers")


@router.post("/merge", response_model=NgoOut, **_STEWARD)
async def merge_ngo(ngo_id: UUID, body: MergeIn, match: IfMatch, tx: Tx, act: Act) -> Response:
    """This record was of the same organisation as another: its papers and names go there."""
    ngo, into = await queries.lock_both(tx, ngo_id, body.into)
    ngos.require_steward(ngo.unit_id, act.actor.unit_id, national=act.actor.national)
    match.require(ngo.version)
    if into is None:
        code = "registry.unknown_ngo"
        raise RuleViolation(code, errors=[FieldProblem("/body/into", code)])
    ngos.require_steward(into.unit_id, act.actor.unit_id, national=act.actor.national)
    ngos.require_present(ngo)
    rules.require_two(ngo, into)
    papers = await queries.hand_over(tx, ngo, into)
    moved: dict[str, list[Any]] = {
        "papers": [str(paper.id) for paper in papers],
        "names": rules.names_taken(vars(ngo), vars(into)),
        "identifiers": list(ngo.identifiers),
    }
    merge = NgoMerge(ngo_id=ngo.id, into_id=into.id, moved=moved, merged_at=now(), undone_at=None)
    ngo.merged_into, ngo.duplicate_of = into.id, None
    answer = await act.update(ngo, NgoOut.of, "merge", body.reason)
    tx.add(merge)
    actions.put(into, {name: getattr(into, name) + moved[name] for name in _LISTS})
    await actions.record(act, into, papers, "merge", body.reason)
    return answer


@router.post("/unmerge", response_model=NgoOut, **_STEWARD)
async def unmerge_ngo(ngo_id: UUID, body: UnmergeIn, match: IfMatch, tx: Tx, act: Act) -> Response:
    """The merge was a mistake: what it moved comes back, but for what was changed since."""
    merge = await queries.merge_of(tx, ngo_id)
    ngo, into = await queries.lock_both(tx, ngo_id, merge.into_id)
    ngos.require_steward(ngo.unit_id, act.actor.unit_id, national=act.actor.national)
    match.require(ngo.version)
    assert into  # a record is never deleted
    moved = merge.moved
    papers = await queries.hand_over(tx, into, ngo, only=moved["papers"])
    actions.put(into, {name: rules.without(getattr(into, name), moved[name]) for name in _LISTS})
    merge.undone_at = now()
    await actions.record(act, into, papers, "unmerge", body.reason)
    ngo.merged_into = None
    return await act.update(ngo, NgoOut.of, "unmerge", body.reason)
