"""Whose act each step of a procedure is, as the decree names them. Pure."""

from registry.procedures.rules import ProcedureAction, ProcedureKind

_A = ProcedureAction
# A union writes down what these did.
NGO, COMINGO, CONSULTED, MINISTRY = "ngo", "comingo", "consulted", "ministry"
_ACTS: dict[str, tuple[ProcedureAction, ...]] = {
    NGO: (_A.FILE, _A.REPORT, _A.CLOSE, _A.WITHDRAW),
    COMINGO: (
        *(_A.RETURN, _A.ACCEPT, _A.CONSULT, _A.CONCLUDE, _A.MEET, _A.FORWARD),
        *(_A.DELIVER, _A.NOTIFY),
    ),
    CONSULTED: (_A.REPLY,),
    MINISTRY: (_A.GRANT, _A.REFUSE, _A.SUSPEND, _A.DISMISS, _A.LIFT, _A.REJECT, _A.REVOKE),
}
ACTOR = {action: actor for actor, actions in _ACTS.items() for action in actions}


def actor_of(kind: ProcedureKind, action: ProcedureAction) -> str:
    """Whose act a step is: a suspension or termination is the ministry's to give up."""
    own_accord = kind in (ProcedureKind.SUSPEND, ProcedureKind.TERMINATE)
    return MINISTRY if own_accord and action is _A.WITHDRAW else ACTOR[action]
