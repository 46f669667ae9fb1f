"""What the unions' lists are searched by: as written, and with abbreviations written out.

The same is done to what is stored and to what is asked, so "LHHN" finds "Liên hiệp các tổ chức hữu
nghị" and the reverse; `registry.ngos.finding` has the table and does more for NGOs.
"""

import re
import unicodedata
from typing import Any

from sqlalchemy import SQLColumnExpression, Text, bindparam, case, func, literal

from chassis import records
from chassis.fold import like_pattern
from chassis.listing import Order
from registry.ngos.finding import written_out

RELEVANCE = "relevance"


def searched(*texts: str | None) -> str:
    """What a search looks at: all these texts, and what their abbreviations stand for."""
    told = [text for text in texts if text]
    return records.searched(*dict.fromkeys([*told, *map(written_out, told)]))


def asked(query: str) -> str:
    """The operand that finds what somebody typed."""
    return like_pattern(written_out(query))


def by_words(
    sort: str, by: SQLColumnExpression[str], *texts: SQLColumnExpression[Any]
) -> dict[str, Order]:
    """The order `sort`, and that of a search: what holds the words exactly as they were typed,
    marks and all, comes before what holds them otherwise."""
    whole = func.pg_catalog.normalize(func.concat_ws(" ", *texts), "NFKD")
    # taken apart, every letter but this one has its case in ASCII
    said = func.translate(func.lower(whole), "Đ", "đ")
    written = bindparam("written", type_=Text)
    first = case((said.like(written, escape="\\"), literal("0")), else_=literal("1"))
    return {sort: Order(by, str), RELEVANCE: Order(first + by, str)}


def ranked(sort: str | None, usual: str, query: str) -> tuple[str, dict[str, str]]:
    """By what a list is ordered when somebody asks for `query`, and what that order needs."""
    bare = unicodedata.normalize("NFKD", query).lower()
    escaped = re.sub(r"([\\%_])", r"\\\1", " ".join(bare.split()))
    return sort or (RELEVANCE if query else usual), {"written": f"%{escaped}%"}
