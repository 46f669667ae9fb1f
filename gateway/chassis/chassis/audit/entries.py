"""Rows of a change log as they leave the database, and the text of each that is hashed.

The text is what the SQL function `change_canonical` makes, built here a second time: whoever can
change rows can also change a function in the same database.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

import asyncpg

# acting_as is a list: the database writes it as it stands inside the hashed text.
QUERY = """
  SELECT pos, hash, id, at, resource, record_id, version, action, operation, unit_id, actor_id,
    actor_kind, actor_name, to_jsonb(acting_as), reason, request_id, after, key, digest, salt,
    address
  FROM changes WHERE pos > $1 ORDER BY pos"""
NULL = "\\N"
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class Entry(NamedTuple):
    """One row: its position, the hash it claims (hex), its time, and the text that is hashed."""

    pos: int
    hash: str
    at: str
    text: bytes


def link(before: bytes, text: bytes) -> bytes:
    """The hash of an entry that follows one with the hash `before` (empty for the first)."""
    return sha256(b"\x01" + before + text).digest()


def moment(text: str) -> str:
    """`2026-11-22 09:41:02.5+00` as the hash has it: `2026-11-22T09:41:02.500000Z`."""
    return f"{text[:10]}T{text[11:19]}.{text[20:-3]:0<6}Z"


def _plain(field: str) -> str:
    if "\\" not in field:
        return field
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), field)


def _text(field: str) -> str:
    """A column as JSON. NULL is told from a text that reads `\\N` before escapes are taken away."""
    return "null" if field == NULL else quoted(_plain(field))


def _id(field: str) -> str:
    return "null" if field == NULL else f'"{field}"'


# The same few hundred words stand in millions of rows.
_word = lru_cache(maxsize=4096)(_text)


def entry(line: str) -> Entry:
    """One line of COPY's text format, in the order of QUERY."""
    (pos, hash_, id_, at, resource, record, version, action, operation, unit, actor, kind, name,
     acting_as, reason, request, after, key, digest, salt, address) = line.split("\t")  # fmt: skip
    at = moment(at)
    after = "null" if after == NULL else _plain(after)
    digest = "null" if digest == NULL else f'"{digest[3:]}"'  # \\x0a…
    salted = "" if salt == NULL else f', "{salt}"'
    if address != NULL:
        salted += f', {{"address": {_word(address)}}}'
    text = (
        f'[{id_}, "{at}", {_word(resource)}, "{record}", {version}, {_word(action)},'
        f" {_word(operation)}, {_id(unit)}, {_id(actor)}, {_word(kind)}, {_word(name)},"
        f" {_plain(acting_as)}, {_text(reason)}, {_text(request)}, {after}, {_text(key)}, {digest}"
        f"{salted}]"
    )
    return Entry(int(pos), hash_[3:], at, text.encode())


async def stream(connection: asyncpg.Connection, after: int, take: Callable[[Entry], None]) -> None:
    """Hand every entry behind position `after` to `take`, in order, without holding them all."""
    rest = b""

    async def lines(data: bytes) -> None:
        nonlocal rest
        whole, _, rest = (rest + data).rpartition(b"\n")
        if whole:
            for line in whole.decode().split("\n"):
                take(entry(line))

    await connection.execute("SET datestyle = 'ISO'; SET timezone = 'UTC'; SET bytea_output = hex")
    # A log of millions is read whole: the limit for requests does not fit here.
    await connection.execute("SET statement_timeout = 0")
    await connection.copy_from_query(QUERY, after, output=lines)
