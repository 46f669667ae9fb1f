"""Where files live: local folder or S3, under a name made of their content and nothing else."""

import asyncio
import hashlib
import os
import re
import tempfile
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from chassis.errors import Invalid, NotFound, TooLarge
from chassis.files.names import clean_name
from chassis.files.sealing import HEAD, FileSealer, drawn_in, secret_of
from chassis.files.sniff import media_type_of

# Imported with the first file and not before: 7 MB that most processes never need.
if TYPE_CHECKING:
    from obstore.store import ObjectStore

_KEY = re.compile(r"sha256/([0-9a-f]{2})/\1[0-9a-f]{62}")
IN_MEMORY = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """One kept file: `key` in the store, `sha256` in hex, `size` in bytes, its cleaned name."""

    key: str
    sha256: str
    size: int
    media_type: str
    name: str


class FileStore:
    """Takes, checks, seals and returns files. The same content is kept once, whatever it was
    called."""

    def __init__(
        self, store: "ObjectStore", sealer: FileSealer, folder: Path | None = None
    ) -> None:
        self._store, self._sealer, self._folder = store, sealer, folder

    @classmethod
    def at(cls, url: str, data_dir: Path, sealer: FileSealer) -> "FileStore":
        """The store at `url` (`s3://bucket/prefix`, credentials from the environment).

        An empty `url` means the folder `files` in `data_dir`, made when it is not there.
        """
        from obstore.store import LocalStore, from_url

        if url:
            store = from_url(url)
            return cls(store, sealer, store.prefix if isinstance(store, LocalStore) else None)
        folder = data_dir.absolute() / "files"
        return cls(LocalStore(folder, mkdir=True), sealer, folder)

    async def put(
        self,
        stream: AsyncIterable[bytes],
        *,
        declared_name: str,
        declared_type: str,
        max_bytes: int,
    ) -> Stored:
        """Keep what `stream` yields, if it is what it says; nothing of it reaches the store before.

        Raises TooLarge `files.too_large` with the first byte beyond `max_bytes`, Invalid
        `files.empty`, and the refusals of `media_type_of`.
        """
        name = clean_name(declared_name)
        digest, size = hashlib.sha256(), 0
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
            async for chunk in stream:
                size += len(chunk)
                if size > max_bytes:
                    raise TooLarge("files.too_large", limit=max_bytes)
                digest.update(chunk)
                spool.write(chunk)
            if not size:
                raise Invalid("files.empty")
            # Reads the whole file, which may be long: not in the event loop.
            media_type = await asyncio.to_thread(media_type_of, spool, name, declared_type)
            sha256 = digest.hexdigest()
            key = f"sha256/{sha256[:2]}/{sha256}"
            # Also when it is there: its age says when it was last handed in (`sweep`).
            await self._write(key, spool)
        return Stored(key, sha256, size, media_type, name)

    async def replace(self, key: str, content: IO[bytes]) -> None:
        """Seal the same content anew, under the name that it has."""
        await self._write(key, content)

    async def _write(self, key: str, content: IO[bytes]) -> None:
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as sealed:
            await asyncio.to_thread(self._sealer.seal, key, content, sealed)
            sealed.seek(0)
            await self._store.put_async(key, sealed, mode="overwrite")
        if self._folder:
            await asyncio.to_thread(sync, self._folder / key)

    async def get(self, key: str) -> AsyncIterator[bytes]:
        """The content in chunks; raises NotFound before the first one. Await, then iterate."""
        if not _KEY.fullmatch(key):
            raise NotFound("files.unknown_key")
        try:
            found = await self._store.get_async(key)
        except FileNotFoundError:
            raise NotFound("files.unknown_key") from None
        return self._sealer.open(key, _chunks(found.stream()))

    async def keys(self) -> AsyncIterator[str]:
        """The name of every file that is kept."""
        async for some in self._store.list():
            for one in some:
                if _KEY.fullmatch(one["path"]):
                    yield one["path"]

    async def is_sealed(self, key: str) -> bool:
        """Whether this file is sealed with the secret that is set now."""
        size = (await self._store.head_async(key))["size"]
        head = await self._store.get_range_async(key, start=0, end=min(HEAD, size))
        return self._sealer.is_current(bytes(head))

    async def written_at(self, key: str) -> datetime:
        """When this file was last handed in or sealed anew."""
        return (await self._store.head_async(key))["last_modified"]

    async def remove(self, key: str) -> None:
        """Remove a file that nothing names: see `chassis.files.sweep`."""
        await self._store.delete_async(key)

    async def has(self, key: str) -> bool:
        """Whether the store holds `key`."""
        try:
            return bool(_KEY.fullmatch(key) and await self._store.head_async(key))
        except FileNotFoundError:
            return False


def sealer(secret: str, before: str, data_dir: Path, *, is_demonstration: bool) -> FileSealer:
    """From the settings: FILES_SECRET seals, FILES_SECRET_BEFORE still opens. A demonstration that
    is told none draws its own; production does not start without."""
    if not secret and is_demonstration:
        secret = drawn_in(data_dir)
    try:
        return FileSealer(secret_of(secret), *([secret_of(before)] if before else []))
    except ValueError as error:
        raise SystemExit(f"FILES_SECRET or FILES_SECRET_BEFORE: {error}") from None


def kept_here() -> FileStore:
    """The store that the environment names, for a program beside the services."""
    data_dir = Path(os.environ.get("DATA_DIR") or ".data")
    secret, before = (os.environ.get(name, "") for name in ("FILES_SECRET", "FILES_SECRET_BEFORE"))
    is_demonstration = (os.environ.get("MODE") or "demo") == "demo"
    seals = sealer(secret, before, data_dir, is_demonstration=is_demonstration)
    return FileStore.at(os.environ.get("FILES_URL", ""), data_dir, seals)


async def _chunks(stream: AsyncIterable[object]) -> AsyncIterator[bytes]:
    async for chunk in stream:
        yield bytes(chunk)  # type: ignore[call-overload]  # obstore's own buffer type


def sync(path: Path) -> None:
    """Put the file and its new folders on disk: an acknowledged upload outlives a power cut."""
    for place in (path, *list(path.parents)[:3]):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
