"""The opinions of the bodies that were asked: what is kept of each. Pure."""

from datetime import date
from typing import Any

from chassis.errors import FieldProblem, RuleViolation
from registry.procedures.steps.schemas import OpinionStance, ReplyIn

Opinion = dict[str, Any]


def asked(body: str, on: date, due_on: date | None) -> Opinion:
    """A body that was asked and has not replied."""
    return {
        "body": body,
        "asked_on": on.isoformat(),
        "due_on": due_on.isoformat() if due_on else None,
        **dict.fromkeys(("replied_on", "stance", "number", "document_id", "note")),
    }


def replied(opinions: list[Opinion], reply: ReplyIn, on: date) -> list[Opinion]:
    """The opinions with this body's; a later letter of the same body takes the earlier's place."""
    found = next((one for one in opinions if one["body"] == reply.body), None)
    if found is None:
        code = "registry.body_not_asked"
        raise RuleViolation(code, errors=[FieldProblem("/body/body", code)])
    is_silent = reply.stance is OpinionStance.NO_REPLY
    if is_silent and found["due_on"] and on.isoformat() <= found["due_on"]:
        raise RuleViolation("registry.time_left", due_on=date.fromisoformat(found["due_on"]))
    if not is_silent and reply.paper is None:
        raise RuleViolation(
            "registry.step_incomplete", errors=[FieldProblem("/body/paper", "registry.missing")]
        )
    paper = reply.paper.model_dump(mode="json") if reply.paper else {}
    told = {
        "replied_on": None if is_silent else on.isoformat(),
        "stance": str(reply.stance),
        "number": paper.get("number"),
        "document_id": paper.get("document_id"),
        "note": reply.reason or paper.get("summary"),
    }
    return [{**one, **told} if one is found else one for one in opinions]
