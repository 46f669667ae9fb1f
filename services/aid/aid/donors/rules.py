"""The kinds of donors of decree 80/2020, article 2.2. Pure."""

from enum import StrEnum


class DonorKind(StrEnum):
    """An `ngo` comes from the registry; the others are recorded here by the unit that met them."""

    NGO = "ngo"
    ENTERPRISE = "enterprise"
    INDIVIDUAL = "individual"
    OVERSEAS_VIETNAMESE = "overseas_vietnamese"
    FOREIGN_PUBLIC_BODY = "foreign_public_body"


def may_change(kind: str, roles: frozenset[str], *, own: bool) -> bool:
    """Whether this caller's buttons should offer a change: a copy is changed at its source."""
    return kind != DonorKind.NGO and own and "officer" in roles
