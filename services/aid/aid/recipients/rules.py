"""The kinds of recipients of decree 80/2020, article 2.3. Pure."""

from enum import StrEnum


class RecipientKind(StrEnum):
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
    RecipientKind.STATE_BODY: ("Cơ quan nhà nước", "State body"),
    RecipientKind.PUBLIC_UNIT: ("Đơn vị sự nghiệp công lập", "Public service unit"),
    RecipientKind.POLITICAL_SOCIAL_ORGANISATION: (
        "Tổ chức chính trị - xã hội",
        "Political and social organisation",
    ),
    RecipientKind.PROFESSIONAL_ORGANISATION: (
        "Tổ chức xã hội - nghề nghiệp",
        "Social and professional organisation",
    ),
    RecipientKind.SOCIAL_ORGANISATION: ("Tổ chức xã hội", "Social organisation"),
    RecipientKind.SCIENCE_TECHNOLOGY_ORGANISATION: (
        "Tổ chức khoa học và công nghệ",
        "Science and technology organisation",
    ),
    RecipientKind.FUND: ("Quỹ xã hội, quỹ từ thiện", "Social or charity fund"),
    RecipientKind.SOCIAL_ENTERPRISE: ("Doanh nghiệp xã hội", "Social enterprise"),
    RecipientKind.OTHER: ("Tổ chức khác", "Other organisation"),
}


def allowed(roles: frozenset[str], *, own: bool) -> list[str]:
    """What this caller's buttons should offer."""
    return ["update", "delete"] if own and "officer" in roles else []
