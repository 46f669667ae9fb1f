"""The base models of the wire: strict in, exact out, merge patch as RFC 7396 means it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, ClassVar, Generic, TypeVar, get_args, get_origin
from uuid import UUID

from fastapi import Body
from pydantic import BaseModel, BeforeValidator, ConfigDict, Strict
from pydantic_core import PydanticUndefined
from starlette.responses import Response

T = TypeVar("T")
M = TypeVar("M", bound="type[In]")

MERGE_PATCH_TYPE = "application/merge-patch+json"
# Marks the body of a PATCH; the operation then takes this media type only.
MERGE_PATCH: Any = Body(media_type=MERGE_PATCH_TYPE)


class Params(BaseModel):
    """The parameters of a read: text, read into each field's type; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid")


class In(BaseModel):
    """What a client may send: unknown fields are refused, never ignored.

    A field that is a bare `int` or `bool` is refused at import: it would take `false` for 0 and
    "yes" for true, which its published schema does not. `chassis.strict` has `Whole` and `Flag`.
    """

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    is_partial: ClassVar[bool] = False

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        for name, field in cls.__pydantic_fields__.items():
            if _is_loose(field.annotation, field.metadata):
                raise TypeError(f"{cls.__name__}.{name}: a body's number needs Whole, a bool Flag")

    def columns(self, *without: str) -> dict[str, Any]:
        """The fields as column values, without those named."""
        return self.model_dump(exclude=set(without))

    def changes(self, *without: str) -> dict[str, Any]:
        """Of a merge patch: just what was sent, `None` where the client clears a field.

        A field that is an object is sent whole: what it leaves out takes its default.
        """
        values = self.model_dump(exclude=set(without))
        return {name: value for name, value in values.items() if name in self.model_fields_set}


def _is_loose(hint: Any, metadata: Iterable[Any] = ()) -> bool:
    """Whether Pydantic would read another JSON type into this one."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return _is_loose(inner, (*metadata, *more))
    if hint in (int, bool, float):
        return not any(isinstance(one, BeforeValidator | Strict) for one in metadata)
    return any(_is_loose(one) for one in get_args(hint))


def partial(model: M) -> M:
    """Make every field of this model optional, for a merge patch.

    A field left out stays as it is; `null` clears it, and only where the full model allows `null`.
    """
    for field in model.__pydantic_fields__.values():
        # a default beside a factory cannot be published: FastAPI builds each field again
        field.default, field.default_factory = PydanticUndefined, lambda: None
    model.is_partial = True
    model.model_rebuild(force=True)
    return model


class Out(BaseModel):
    """What the house answers."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")


class RecordOut(Out):
    """The fields of every record."""

    id: UUID
    version: int
    created_at: datetime
    updated_at: datetime


class LivingOut(RecordOut):
    """A record with a life cycle: its status, and what *this* caller may do to it now."""

    status: str
    allowed_actions: list[str] = []


class Page(BaseModel, Generic[T]):
    """One page of a list; `next_cursor` is null on the last, `total` there when asked for."""

    items: list[T]
    next_cursor: str | None = None
    total: int | None = None


def etag(version: int) -> str:
    return f'"{version}"'


def answer(out: RecordOut) -> Response:
    """One record as the answer to a GET, with its ETag."""
    headers = {"ETag": etag(out.version)}
    return Response(out.model_dump_json(), 200, headers, "application/json")
