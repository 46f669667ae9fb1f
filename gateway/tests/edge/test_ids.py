"""Request ids."""

from uuid import RFC_4122, UUID

from gateway.edge.ids import request_id


def test_an_id_is_a_uuid_of_version_7_and_never_given_twice() -> None:
    made = [request_id() for _ in range(5000)]

    first = UUID(hex=made[0])
    assert (first.version, first.variant) == (7, RFC_4122)
    assert len(set(made)) == len(made)
    assert made == sorted(made)
