"""What the unions' lists are searched by: as written, and with abbreviations written out.

The same is done to what is stored and to what is asked, so "LHHN" finds "Liên hiệp các tổ chức hữu
nghị" and the reverse; `registry.ngos.finding` has the table and does more for NGOs.
"""

from chassis import records
from chassis.fold import like_pattern
from registry.ngos.finding import written_out


def searched(*texts: str | None) -> str:
    """What a search looks at: all these texts, and what their abbreviations stand for."""
    told = [text for text in texts if text]
    return records.searched(*dict.fromkeys([*told, *map(written_out, told)]))


def asked(query: str) -> str:
    """The operand that finds what somebody typed."""
    return like_pattern(written_out(query))
