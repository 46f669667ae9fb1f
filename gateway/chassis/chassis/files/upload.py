"""How an upload reaches the store: the store of this process, the content in pieces, the parts."""

from collections import Counter
from collections.abc import AsyncIterator, Collection
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request, UploadFile
from starlette.responses import Response, StreamingResponse

from chassis.errors import FieldProblem, Invalid
from chassis.files.names import download_headers
from chassis.files.store import FileStore, sealer
from chassis.settings import Settings

_CHUNK = 256 * 1024


async def chunks(upload: UploadFile) -> AsyncIterator[bytes]:
    """What was uploaded, piece by piece."""
    while piece := await upload.read(_CHUNK):
        yield piece


@cache
def _store(url: str, data_dir: Path, secret: str, before: str, is_demonstration: bool) -> FileStore:
    seals = sealer(secret, before, data_dir, is_demonstration=is_demonstration)
    return FileStore.at(url, data_dir, seals)


async def files(request: Request) -> FileStore:
    config: Settings = request.app.state.settings
    secret, before = config.files_secret, config.files_secret_before
    return _store(
        config.files_url,
        config.data_dir,
        secret.get_secret_value(),
        before.get_secret_value(),
        config.demonstration,
    )


Files = Annotated[FileStore, Depends(files)]


async def require_parts(request: Request, parts: Collection[str]) -> None:
    """Refuse parts of a form that mean nothing here, that come twice or with an empty text: none is
    dropped, as FastAPI does with an empty one."""
    told = (await request.form()).multi_items()
    sent = Counter(name for name, _ in told)
    problems = [FieldProblem("/body", "field.unknown") for name in sent if name not in parts]
    problems += [
        FieldProblem(f"/body/{name}", "field.repeated") for name in sorted(parts) if sent[name] > 1
    ]
    problems += [
        FieldProblem(f"/body/{name}", "field.too_short", (("min", 1),))
        for name, text in told
        if text == ""
    ]
    if problems:
        raise Invalid("invalid", errors=problems[:20])


async def download(
    store: FileStore, key: str, *, name: str, media_type: str, size: int, sha256: str, known: str
) -> Response:
    """Kept content as an attachment that no browser renders; 304 for who has it (`known`)."""
    tag = f'"{sha256}"'
    if tag in known or known.strip() == "*":
        return Response(status_code=304, headers={"ETag": tag})
    headers = download_headers(name, media_type)
    headers |= {"ETag": tag, "Cache-Control": "private, no-cache", "Content-Length": str(size)}
    return StreamingResponse(await store.get(key), headers=headers)
