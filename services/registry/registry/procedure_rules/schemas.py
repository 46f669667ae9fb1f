"""The decree's rules on the wire."""

from datetime import date

from chassis.strict import Day
from chassis.wire import Out, Params
from registry.procedures.rules import ProcedureKind


class RuleOut(Out):
    """One dated rule: a clock, a line of a checklist or a body that is consulted."""

    instrument: str
    article: str
    valid_from: date
    valid_to: date | None
    confidence: str
    verified: bool
    source: str
    note: str


class ClockRuleOut(RuleOut):
    code: str
    procedure: ProcedureKind
    certificate_kind: str
    scope: str
    value: int
    unit: str
    actor: str


class PaperRuleOut(RuleOut):
    procedure: ProcedureKind
    certificate_kind: str
    code: str
    position: int
    name_vi: str
    name_en: str
    required: bool
    form: str


class BodyOut(RuleOut):
    code: str
    name_vi: str
    name_en: str


class DutyRuleOut(RuleOut):
    """What is owed after the grant; see `/v1/obligations` for who still owes it."""

    code: str
    subject: str
    trigger: str
    value: int
    unit: str
    due: str
    window_from: str
    window_to: str
    name_vi: str
    name_en: str
    recipient: str
    form: str


class ConditionOut(RuleOut):
    """What an NGO, its office or an intake has to be like. `limit`: how many there may be; `among`:
    where it must be (codes of provinces) or how papers come in; see `/v1/ngos/{id}/conformity`."""

    code: str
    rule: str
    certificate_kind: str
    limit: int | None
    among: list[str]
    name_vi: str
    name_en: str


class RulesOut(Out):
    """The rules that held on `on`, and the grounds that suspension and termination may name."""

    on: date
    clocks: list[ClockRuleOut]
    papers: list[PaperRuleOut]
    bodies: list[BodyOut]
    duties: list[DutyRuleOut]
    conditions: list[ConditionOut]
    grounds: dict[str, list[str]]


class RulesQuery(Params):
    on: Day | None = None
