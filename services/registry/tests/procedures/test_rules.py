"""Every status × action of every procedure, decided on purpose; and what may be opened on what."""

import pytest

from chassis.errors import NotAllowed, RuleViolation
from registry.certificates.rules import CertificateStatus
from registry.certificates.rules import Kind as CertificateKind
from registry.procedures import guards
from registry.procedures.actors import actor_of
from registry.procedures.rules import CLOSED, EFFECTIVE, FIRST, MACHINES, openable
from registry.procedures.rules import ProcedureAction as Action
from registry.procedures.rules import ProcedureKind as Kind
from registry.procedures.rules import ProcedureStatus as Status

# status: actions that lead on, as `action>status`; actions that stay stand alone.
FILING = """
draft: update tick attach file>submitted withdraw>withdrawn
submitted: tick attach return>supplement_requested accept>accepted withdraw>withdrawn
supplement_requested: update tick attach file>submitted withdraw>withdrawn
accepted: attach consult>consulting withdraw>withdrawn
consulting: attach reply conclude>opinions_complete withdraw>withdrawn
opinions_complete: attach forward>ministry_appraisal withdraw>withdrawn
ministry_appraisal: attach grant>granted refuse>refused withdraw>withdrawn
granted: attach deliver>completed
refused: attach notify>closed_refused
"""
OPINIONS = """
draft: update attach consult>consulting withdraw>withdrawn
consulting: attach reply conclude>opinions_complete withdraw>withdrawn
"""
TABLES = {
    **dict.fromkeys(
        (Kind.GRANT, Kind.EXTEND, Kind.AMEND, Kind.REISSUE),
        FILING,
    ),
    Kind.SUSPEND: OPINIONS
    + """
opinions_complete: attach meet suspend>suspended dismiss>dismissed
suspended: attach notify>completed
""",
    Kind.LIFT: """
awaiting_remedy: update tick attach report>remedy_reported reject>not_remedied withdraw>withdrawn
remedy_reported: tick attach lift>completed reject>not_remedied
""",
    Kind.TERMINATE: OPINIONS
    + """
opinions_complete: attach meet revoke>revoked dismiss>dismissed
revoked: attach notify>winding_up
winding_up: attach close>completed
""",
    Kind.SELF_TERMINATE: """
draft: update tick attach file>notified withdraw>withdrawn
notified: tick attach close>completed withdraw>withdrawn
""",
}


def expected(kind: Kind) -> dict[tuple[str, str], str]:
    """The cells of one table as written above."""
    cells = {}
    for line in filter(None, TABLES[kind].split("\n")):
        status, _, words = line.partition(":")
        for word in words.split():
            action, _, to = word.partition(">")
            cells[status, action] = to or status
    return cells


@pytest.mark.parametrize("kind", Kind)
def test_every_cell_is_decided_on_purpose(kind: Kind, said: list[str]) -> None:
    decided, machine, count = expected(kind), MACHINES[kind], 0

    for status in Status:
        for action in Action:
            count += 1
            to = decided.pop((status, action), None)
            if to is None:
                with pytest.raises((RuleViolation, NotAllowed)):
                    machine.next(status, action, roles={"officer"})
            else:
                assert machine.next(status, action, roles={"officer"}) == to
                assert machine.next(status, action, roles={"integrator"}) == to
                with pytest.raises(NotAllowed):
                    machine.next(status, action, roles={"viewer", "admin", "approver"})

    assert not decided, "cells that no status or action has"
    said.append(f"procedure {kind}: {count} cells, {len(expected(kind))} of them moves")


@pytest.mark.parametrize("kind", Kind)
def test_a_closed_procedure_allows_nothing_and_an_open_one_can_be_brought_to_its_end(
    kind: Kind,
) -> None:
    machine = MACHINES[kind]

    reached, edge = {FIRST[kind]}, [FIRST[kind]]
    while edge:
        status = edge.pop()
        for cell in machine.cells():
            if cell.status is status and cell.move and cell.move.to not in reached:
                reached.add(cell.move.to)
                edge.append(cell.move.to)

    assert Status.COMPLETED in reached
    for status in reached:
        assert (machine.allowed(status, {"officer"}) == []) is (status in CLOSED)
    assert sum(1 for of, _ in EFFECTIVE if of is kind) == 1


# regulations 1.3, column "Actor"; what is not here is no step, but keeping the dossier
ACTORS = {
    "file": "ngo", "return": "comingo", "accept": "comingo", "consult": "comingo",
    "reply": "consulted", "conclude": "comingo", "meet": "comingo", "forward": "comingo",
    "grant": "ministry", "refuse": "ministry", "deliver": "comingo", "notify": "comingo",
    "suspend": "ministry", "dismiss": "ministry", "report": "ngo", "lift": "ministry",
    "reject": "ministry", "revoke": "ministry", "close": "ngo", "withdraw": "ngo",
}  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_every_step_is_the_act_of_somebody_whom_the_decree_names(kind: Kind) -> None:
    kept = {"update", "tick", "attach"}
    steps = {
        cell.action for cell in MACHINES[kind].cells() if cell.move and cell.action not in kept
    }
    ministrys = {"withdraw": "ministry"} if kind in ("suspend", "terminate") else {}

    acts = {str(action): actor_of(kind, action) for action in steps}

    assert acts == {name: {**ACTORS, **ministrys}[name] for name in acts}
    assert set(Action) - kept == set(ACTORS)


CERTIFICATE_PROCEDURES = {
    CertificateStatus.UPCOMING: "",
    CertificateStatus.ACTIVE: "extend amend reissue suspend terminate self_terminate",
    CertificateStatus.SUSPENDED: "lift terminate",
    CertificateStatus.EXPIRED: "suspend",
    CertificateStatus.ENDED: "",
}


@pytest.mark.parametrize("of", CertificateKind)
@pytest.mark.parametrize("status", CertificateStatus)
def test_what_may_be_opened_on_a_certificate(
    of: CertificateKind, status: CertificateStatus
) -> None:
    allowed = set(CERTIFICATE_PROCEDURES[status].split())
    if of is CertificateKind.PROJECT_OFFICE:
        allowed -= {"extend"}  # decree 12/2012 only: it runs out

    assert {str(kind) for kind in openable(of, status)} == allowed
    for kind in Kind:
        if kind in allowed:
            guards.require_openable(kind, of, status)
        else:
            with pytest.raises(RuleViolation):
                guards.require_openable(kind, of, status)


@pytest.mark.parametrize("of", CertificateKind)
def test_only_a_grant_begins_without_a_certificate(of: CertificateKind) -> None:
    for kind in Kind:
        if kind is Kind.GRANT and of is not CertificateKind.PROJECT_OFFICE:
            guards.require_openable(kind, of, None)
        else:
            with pytest.raises(RuleViolation):
                guards.require_openable(kind, of, None)


@pytest.mark.parametrize(
    ("kind", "ground", "is_taken"),
    [
        (Kind.SUSPEND, "other_account", True), (Kind.SUSPEND, None, False),
        (Kind.SUSPEND, "prohibited_act", False), (Kind.TERMINATE, "not_remedied", True),
        (Kind.TERMINATE, "nonsense", False), (Kind.EXTEND, None, True),
        (Kind.EXTEND, "other_account", False),
    ],
)  # fmt: skip
def test_a_ground_is_one_of_the_decree(kind: Kind, ground: str | None, is_taken: bool) -> None:
    if is_taken:
        guards.require_ground(kind, ground)
    else:
        with pytest.raises(RuleViolation, match="ground_needed"):
            guards.require_ground(kind, ground)
