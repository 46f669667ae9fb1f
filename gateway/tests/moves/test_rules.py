"""Who comes after whom, without a database."""

from uuid import UUID

import pytest

from gateway.moves.rules import predecessors

A, B, C, D = (UUID(int=n) for n in range(1, 5))


@pytest.mark.parametrize(
    ("pairs", "unit", "found"),
    [
        ([], A, ()),
        ([(A, B)], B, (A,)),
        ([(A, B)], A, ()),
        ([(A, B)], C, ()),
        ([(A, B), (B, C)], C, (A, B)),
        ([(A, C), (B, C), (D, B)], C, (A, B, D)),
        ([(A, B), (B, A)], A, (B,)),
        ([(A, B), (B, C), (C, A)], B, (A, C)),
    ],
)
def test_a_unit_follows_all_that_went_into_it_and_is_never_its_own(
    pairs: list[tuple[UUID, UUID]], unit: UUID, found: tuple[UUID, ...]
) -> None:
    assert predecessors(pairs, unit) == found
