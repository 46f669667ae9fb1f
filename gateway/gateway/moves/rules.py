"""Who comes after whom. Pure."""

from collections.abc import Iterable
from uuid import UUID


def predecessors(pairs: Iterable[tuple[UUID, UUID]], unit_id: UUID) -> tuple[UUID, ...]:
    """The units that went into this one, and those that had gone into them, in a fixed order."""
    went: dict[UUID, list[UUID]] = {}
    for gone, into in pairs:
        went.setdefault(into, []).append(gone)
    found: set[UUID] = set()
    open_ = [unit_id]
    while open_:
        new = [one for one in went.get(open_.pop(), ()) if one != unit_id and one not in found]
        found.update(new)
        open_ += new
    return tuple(sorted(found))
