"""`GET /v1/procedure-rules`: clocks, papers, bodies, conditions and the like as they held."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from chassis.authz import allow
from chassis.days import today
from chassis.routing import Operation
from registry import roles
from registry.procedure_rules.schemas import RulesOut, RulesQuery
from registry.procedures import law
from registry.procedures.rules import GROUNDS

router = APIRouter(prefix="/v1/procedure-rules", tags=["procedure_rules"], route_class=Operation)


@router.get("", response_model=RulesOut, **allow(*roles.STAFF, scope="national"))
async def get_procedure_rules(query: Annotated[RulesQuery, Query()]) -> Any:
    """The decree as data, each row with its source and how far it is trusted."""
    on = query.on or today()
    return {
        "on": on,
        "clocks": law.every_clock(on),
        "papers": law.every_paper(on),
        "bodies": law.bodies(on),
        "duties": law.duties(on),
        "conditions": law.every_condition(on),
        "grounds": {kind: list(grounds) for kind, grounds in GROUNDS.items()},
    }
