"""Where the content of documents is, and how an upload reaches it."""

from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request, UploadFile

from chassis.files.store import FileStore

_CHUNK = 256 * 1024


async def chunks(upload: UploadFile) -> AsyncIterator[bytes]:
    """What was uploaded, piece by piece."""
    while piece := await upload.read(_CHUNK):
        yield piece


@cache
def _store(url: str, data_dir: Path) -> FileStore:
    return FileStore.at(url, data_dir)


async def files(request: Request) -> FileStore:
    settings = request.app.state.settings
    return _store(settings.files_url, settings.data_dir)


Files = Annotated[FileStore, Depends(files)]
