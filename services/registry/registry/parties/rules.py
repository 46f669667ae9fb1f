"""What kinds of party there are, and of contact with them. Pure."""

from enum import StrEnum


class PartyKind(StrEnum):
    CONSULATE = "consulate"
    EMBASSY = "embassy"
    PEOPLES_ORGANISATION = "peoples_organisation"
    OVERSEAS_ASSOCIATION = "overseas_association"
    FIRM = "firm"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    AUTHORITY = "authority"
    INSTITUTION = "institution"


class ContactKind(StrEnum):
    COURTESY_CALL = "courtesy_call"
    WORKING_SESSION = "working_session"
    LETTER = "letter"
    OTHER = "other"
