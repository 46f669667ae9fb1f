"""The kinds of recipients of decree 80/2020, article 2.3. Pure."""

from enum import StrEnum


class Kind(StrEnum):
    STATE_BODY = "state_body"
    PUBLIC_UNIT = "public_unit"
    POLITICAL_SOCIAL_ORGANISATION = "political_social_organisation"
    PROFESSIONAL_ORGANISATION = "professional_organisation"
    SOCIAL_ORGANISATION = "social_organisation"
    SCIENCE_TECHNOLOGY_ORGANISATION = "science_technology_organisation"
    FUND = "fund"
    SOCIAL_ENTERPRISE = "social_enterprise"
    OTHER = "other"


LABELS = {
    Kind.STATE_BODY: ("Cơ quan nhà nước", "State body"),
    Kind.PUBLIC_UNIT: ("Đơn vị sự nghiệp công lập", "Public service unit"),
    Kind.POLITICAL_SOCIAL_ORGANISATION: (
        "Tổ chức chính trị - xã hội",
        "Political and social organisation",
    ),
    Kind.PROFESSIONAL_ORGANISATION: (
        "Tổ chức xã hội - nghề nghiệp",
        "Social and professional organisation",
    ),
    Kind.SOCIAL_ORGANISATION: ("Tổ chức xã hội", "Social organisation"),
    Kind.SCIENCE_TECHNOLOGY_ORGANISATION: (
        "Tổ chức khoa học và công nghệ",
        "Science and technology organisation",
    ),
    Kind.FUND: ("Quỹ xã hội, quỹ từ thiện", "Social or charity fund"),
    Kind.SOCIAL_ENTERPRISE: ("Doanh nghiệp xã hội", "Social enterprise"),
    Kind.OTHER: ("Tổ chức khác", "Other organisation"),
}


def allowed(roles: frozenset[str], *, own: bool) -> list[str]:
    """What this caller's buttons should offer."""
    return ["update", "delete"] if own and "officer" in roles else []
