"""The refusals a service may give. Pure: no web framework, so that rules may raise them.

A refusal carries a stable dotted `code`; the sentence in Vietnamese and English is looked up in the
catalogues (`refusals.py`) when the answer is written, so a rule never spells prose.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One value that cannot be taken: where it stands (`/body/name_vi`, `/query/limit`) and why."""

    pointer: str
    code: str
    params: tuple[tuple[str, object], ...] = ()


class Refusal(Exception):
    """An expected refusal, answered as problem+json with this status."""

    status = 500

    def __init__(
        self,
        code: str,
        *,
        errors: Sequence[FieldProblem] = (),
        headers: dict[str, str] | None = None,
        extra: dict[str, object] | None = None,
        **params: object,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.errors = tuple(errors)
        self.headers = headers or {}
        self.extra = extra or {}


class BadRequest(Refusal):
    """The message cannot be read at all."""

    status = 400


class NotAuthenticated(Refusal):
    """Nobody, or not provably anybody."""

    status = 401

    def __init__(self, code: str = "identity.required") -> None:
        super().__init__(code, headers={"WWW-Authenticate": 'Bearer realm="api"'})


class NotAllowed(Refusal):
    """Somebody, but not one who may do this."""

    status = 403


class NotFound(Refusal):
    """Not there, or not the caller's to know of: both look the same."""

    status = 404

    def __init__(self, code: str = "not_found") -> None:
        super().__init__(code)


class RuleViolation(Refusal):
    """Every value is well-formed, but they contradict each other, a reference or the state."""

    status = 409


class Gone(Refusal):
    """It was there and will not be again: begin anew."""

    status = 410


class PreconditionFailed(Refusal):
    """The record moved on since the caller read it."""

    status = 412


class PreconditionRequired(Refusal):
    """A change must name the version it was made on."""

    status = 428


class TooLarge(Refusal):
    """More than may be sent."""

    status = 413


class UnsupportedMedia(Refusal):
    """A media type that this operation does not take."""

    status = 415


class Invalid(Refusal):
    """One value breaks its published schema."""

    status = 422


class Unavailable(Refusal):
    """Not now: something this operation needs is away. Always says when to try again."""

    status = 503

    def __init__(self, code: str, *, retry_after: int = 2) -> None:
        super().__init__(code, headers={"Retry-After": str(retry_after)})
