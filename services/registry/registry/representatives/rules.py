"""The posts of those who speak for an NGO in Viet Nam, and their papers. Pure."""

from enum import StrEnum

from chassis.errors import FieldProblem, RuleViolation


class RepresentativePost(StrEnum):
    """The first two are those of decree 58/2022, articles 10 and 14."""

    REPRESENTATIVE = "representative"
    OFFICE_HEAD = "office_head"
    DEPUTY = "deputy"
    PROJECT_HEAD = "project_head"
    CONTACT_PERSON = "contact_person"
    OTHER = "other"


class PaperKind(StrEnum):
    """What the dossier's identity copy may be of."""

    PASSPORT = "passport"
    CITIZEN_CARD = "citizen_card"
    IDENTITY_CARD = "identity_card"


def require_paper(kind: str | None, masked: str | None) -> None:
    """A number says what paper it is of, and a paper has a number."""
    if (kind is None) != (masked is None):
        code = "registry.paper_incomplete"
        field = "paper_kind" if kind is None else "paper_number"
        raise RuleViolation(code, errors=[FieldProblem(f"/body/{field}", code)])
