"""The breaker's rule, with a clock that is told."""

import pytest

from gateway.edge.breaker import OPEN_SECONDS, PROBE_SECONDS, Breaker, State

# f fails, s succeeds; then the state right after
STORIES = [
    ("", State.CLOSED),
    ("ffff", State.CLOSED),
    ("fffff", State.OPEN),
    ("ffffsffff", State.CLOSED),
    ("fs" * 10, State.CLOSED),  # the 20th was a success: it is decided at a failure
    ("fs" * 10 + "f", State.OPEN),
    ("fss" * 7, State.CLOSED),
    ("s" * 20 + "fs" * 9, State.CLOSED),
    ("s" * 20 + "fs" * 9 + "f", State.OPEN),
]


@pytest.mark.parametrize(("story", "state"), STORIES)
def test_five_in_a_row_or_half_of_twenty_open_it(story: str, state: State) -> None:
    breaker = Breaker()

    for letter in story:
        breaker.succeeded() if letter == "s" else breaker.failed(100.0)

    assert breaker.state(100.0) is state


def opened() -> Breaker:
    breaker = Breaker()
    for _ in range(5):
        breaker.failed(100.0)
    return breaker


def test_open_it_admits_nobody_and_says_for_how_long() -> None:
    breaker = opened()

    assert not breaker.admit(100.0)
    assert not breaker.admit(100.0 + OPEN_SECONDS - 0.01)
    assert (breaker.wait(100.0), breaker.wait(104.5)) == (5, 1)


def test_half_open_it_admits_one_at_a_time() -> None:
    breaker = opened()
    later = 100.0 + OPEN_SECONDS

    assert breaker.state(later) is State.HALF_OPEN
    assert breaker.admit(later)
    assert not breaker.admit(later)


def test_a_probe_that_waits_for_news_holds_nobody_else_up() -> None:
    breaker = opened()
    breaker.admit(106.0)

    assert not breaker.admit(106.0 + PROBE_SECONDS - 0.01)
    assert breaker.admit(106.0 + PROBE_SECONDS)


def test_a_probe_that_succeeds_closes_it_and_forgets_the_past() -> None:
    breaker = opened()
    breaker.admit(106.0)

    breaker.succeeded()
    breaker.failed(107.0)

    assert breaker.state(107.0) is State.CLOSED


def test_a_probe_that_fails_opens_it_for_another_while() -> None:
    breaker = opened()
    breaker.admit(106.0)

    breaker.failed(107.0)

    assert breaker.state(111.9) is State.OPEN
    assert breaker.admit(112.0)


def test_a_probe_whose_client_left_frees_the_way_for_the_next() -> None:
    breaker = opened()
    breaker.admit(106.0)

    breaker.abandoned()

    assert breaker.admit(106.0)
