"""Who may call an operation, written once: the same block is enforced, published and tested."""

from typing import Any, Literal

from chassis.errors import NotAllowed, NotAuthenticated
from chassis.identity import Actor

Scope = Literal["public", "national", "steward", "unit", "left", "own", "self"]
PUBLIC = "public"


def allow(
    *roles: str,
    scope: Scope,
    obj: str | None = None,
    sod: str | None = None,
    action: Literal["read", "write", "decide"] | None = None,
    step_up: bool = False,
    **route: Any,
) -> dict[str, Any]:
    """Route arguments that carry `x-authz`.

    scope: `public` no identity needed; `national` a shared record for every listed role; `steward`
    a shared record that its steward, a unit it names as a side, or national staff change (else
    403); `unit` a unit's record, for that unit and national staff, and to read for the unit into
    which it went (else 404); `left` what a unit that went into the caller's left: seen as `unit`
    says, and refused with 409 where it was not left; `own` for that unit only (else 404);
    `self` for the one person whose record it is (else 404).
    obj: the path parameter that names the record. sod: the separation of duties, in words.
    action: the last part of a client's scope `service:resource:action`; by the method if not given.
    step_up: the gateway lets a person through who proved who they are a few minutes ago.
    """
    block: dict[str, Any] = {"roles": sorted(roles), "scope": scope, "object": obj}
    block |= {"sod": sod, "action": action}
    if step_up:
        block["step_up"] = True
    extra = dict(route.pop("openapi_extra", {}))
    return {**route, "openapi_extra": {**extra, "x-authz": block}}


def scope_of(service: str, path: str, name: str, method: str, action: str | None) -> str:
    """What a program needs for an operation: `service:resource:action`, by address and method."""
    words = [word for word in path.split("/") if word and word != "v1" and "{" not in word]
    verb = action or ("read" if method.upper() in ("GET", "HEAD") else "write")
    return f"{service}:{words[0] if words else name}:{verb}"


def check(actor: Actor, block: dict[str, Any], needed_scope: str) -> None:
    """Refuse a caller whose role, or whose client's scope, does not cover this operation."""
    if PUBLIC in block["roles"]:
        return
    if actor.kind == "anonymous":
        raise NotAuthenticated
    if actor.roles.isdisjoint(block["roles"]):
        raise NotAllowed("identity.role")
    if actor.kind == "client" and needed_scope not in actor.scopes:
        raise NotAllowed("identity.scope", scope=needed_scope)
