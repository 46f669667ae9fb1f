"""What kinds of member there are. Pure."""

from enum import StrEnum


class MemberKind(StrEnum):
    """`friendship_association`: with one country; `club`: at a host institution."""

    UNION = "union"
    FRIENDSHIP_ASSOCIATION = "friendship_association"
    CLUB = "club"
    OVERSEAS_LIAISON = "overseas_liaison"
    INSTITUTION = "institution"
    OTHER = "other"


class MemberLevel(StrEnum):
    CENTRAL = "central"
    LOCAL = "local"
