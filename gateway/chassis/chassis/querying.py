"""Query strings, read by their model in one go.

FastAPI takes a query model apart again for every request and asks of each field's type whether it
could be a list: measured at a third of a list page's time. Our queries hold single values only (a
repeated name is refused before), so the model can read the names and values as they came. FastAPI
keeps publishing the model's fields as parameters.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from chassis.wire import Params


def read_at_once(dependant: Dependant) -> Dependant:
    """The same needs, each query model met by a dependency of ours."""
    met, left = [], []
    for param in dependant.query_params:
        model = param.field_info.annotation
        if isinstance(model, type) and issubclass(model, Params):
            met.append(
                Dependant(
                    call=_reader(model),
                    name=param.name,
                    path=dependant.path,
                    request_param_name="request",
                    use_cache=False,
                )
            )
        else:
            left.append(param)
    return replace(
        dependant,
        query_params=left,
        dependencies=[*map(read_at_once, dependant.dependencies), *met],
    )


def _reader(model: type[Params]) -> Callable[[Request], Awaitable[Params]]:
    async def read(request: Request) -> Params:
        try:
            return model.model_validate(dict(request.query_params))
        except ValidationError as error:
            found = error.errors(include_url=False)
            raise RequestValidationError(
                [{**one, "loc": ("query", *one["loc"])} for one in found]
            ) from None

    return read
