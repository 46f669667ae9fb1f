"""What a certificate may say. Pure; the kinds are those of decrees 12/2012 and 58/2022."""

from datetime import date
from enum import StrEnum

from chassis.errors import FieldProblem, RuleViolation


class Kind(StrEnum):
    """Giấy đăng ký hoạt động; lập Văn phòng đại diện; lập Văn phòng dự án (12/2012 only)."""

    OPERATION = "operation"
    REPRESENTATIVE_OFFICE = "representative_office"
    PROJECT_OFFICE = "project_office"


def require_order(
    issued_on: date, valid_from: date, valid_to: date | None, ended_on: date | None
) -> None:
    """Refuse dates that contradict each other."""
    for pointer, wrong in (
        ("/body/valid_to", valid_to is not None and valid_to < valid_from),
        ("/body/issued_on", valid_to is not None and issued_on > valid_to),
        ("/body/ended_on", ended_on is not None and ended_on < issued_on),
    ):
        if wrong:
            code = "registry.dates_out_of_order"
            raise RuleViolation(code, errors=[FieldProblem(pointer, code)])
