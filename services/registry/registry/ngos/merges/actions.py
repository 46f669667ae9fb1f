"""What a merge or its undoing does to the other record and to the papers it moves."""

from collections.abc import Iterable, Mapping
from typing import Any

from chassis.changes.act import Acting
from chassis.identity import Actor
from chassis.wire import RecordOut
from registry.certificates.schemas import CertificateOut
from registry.ngos import changing
from registry.ngos.merges.queries import Paper
from registry.ngos.models import Ngo
from registry.ngos.schemas import NgoOut
from registry.obligations.models import Obligation
from registry.obligations.schemas import ObligationOut
from registry.procedures.models import Procedure
from registry.procedures.schemas import ProcedureOut


def put(ngo: Ngo, values: Mapping[str, Any]) -> None:
    """Set these fields and what follows from them, as a new version."""
    changing.put(ngo, values)
    ngo.touch()


async def record(act: Acting, ngo: Ngo, papers: Iterable[Paper], action: str, reason: str) -> None:
    """Write down what happened to the other record and to each paper."""
    await act.tx.flush()
    act.log(ngo, NgoOut.of(ngo, act.actor), action, reason=reason)
    for paper in papers:
        act.log(paper, _shown(paper, act.actor), action, reason=reason)


def _shown(paper: Paper, actor: Actor) -> RecordOut:
    if isinstance(paper, Procedure):
        return ProcedureOut.of(paper, actor)
    if isinstance(paper, Obligation):
        return ObligationOut.of(paper, actor)
    return CertificateOut.of(paper, actor)
