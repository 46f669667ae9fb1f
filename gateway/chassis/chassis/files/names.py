"""File names as people gave them, made safe to keep and to send back in a header."""

import re
import unicodedata
from urllib.parse import quote

_LIMIT = 200
_FALLBACK = "file"
# Windows cannot save these; the names are its devices, with whatever extension.
_RESERVED = re.compile(r"[<>:\"|?*]")
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_ASCII_LETTERS = str.maketrans("Đđ", "Dd")
# attr-char of RFC 8187 without what quote() always keeps.
_ATTR_CHAR = "!#$&+^`|"


def clean_name(declared: str) -> str:
    """The last path part in NFC without control, invisible or reserved characters.

    At most 200 characters, extension kept; never empty, never starting or ending with a dot.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", declared))[-1]
    # Cc and Cf hold controls, zero-width and direction-changing characters ("exe.fdp" tricks);
    # Cs the lone surrogates, which no UTF-8 can carry.
    visible = "".join(
        " " if char.isspace() else char
        for char in last
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    name = _RESERVED.sub("_", re.sub(" +", " ", visible)).strip(" .")
    if _DEVICE.match(name):
        name = f"_{name}"
    stem, dot, extension = name.rpartition(".")
    if len(name) > _LIMIT:
        tail = dot + extension if stem and len(extension) <= 10 else ""
        name = name[: _LIMIT - len(tail)].rstrip(" .") + tail
    return name or _FALLBACK


def extension(name: str) -> str:
    """The part after the last dot in lower case, "" when there is none."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem else ""


def content_disposition(name: str) -> str:
    """`attachment` with the name in both forms (RFC 6266): ASCII for old clients, RFC 8187."""
    name = clean_name(name)
    bare = unicodedata.normalize("NFKD", name.translate(_ASCII_LETTERS))
    ascii_name = "".join(
        char if " " <= char <= "~" and char not in '"\\%;' else "_"
        for char in bare
        if not unicodedata.combining(char)
    )
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe=_ATTR_CHAR)}"


def download_headers(name: str, media_type: str) -> dict[str, str]:
    """Response headers under which no browser renders or runs what somebody uploaded."""
    return {
        "Content-Type": media_type,
        "Content-Disposition": content_disposition(name),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox",
    }
