"""What may stand in a log: no character that moves a terminal or begins a line, no value of
anybody's. Standard library only: the table reader's child needs it, too."""

import re
import traceback

# C0, DEL and C1 (CR, LF, ESC, CSI), line and paragraph separators, marks that turn text about.
_MOVES = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# A word of an address or an id. What else stands in one was put there by a caller.
_OURS = re.compile(
    r"(?:v\d{1,2}|[a-z]{1,20}(?:-[a-z]{1,20}){0,3}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|)\Z"
)


def inert(text: str) -> str:
    """On one line, every such character written out."""
    return _MOVES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def address(path: str) -> str:
    """A path without what is neither a word nor an id: a name that somebody put into it."""
    return "/".join(part if _OURS.match(part) else "…" for part in path[:400].split("/"))


def places(error: BaseException) -> str:
    """Where an error went through and of which kind it is, and those behind it, oldest first. Not
    what it says: drivers and parsers repeat the values that they choke on."""
    told: list[str] = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        kind = f"{type(one).__module__}.{type(one).__qualname__}"
        state = getattr(one, "sqlstate", None)
        frames = "".join(traceback.format_tb(one.__traceback__))
        told.append(f"{frames}{kind}{f' {state}' if isinstance(state, str) else ''}")
        inner = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        told += [places(part) for part in inner]
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(reversed(told))
