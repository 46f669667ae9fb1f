r"""One folding of Vietnamese text for search and header matching, and one key for Vietnamese order.

`fold` and the SQL function of `VN_FOLD_SQL` give the same result: neither asks the locale, so an
index built on one machine is right on the next. Folding keeps what people search by and drops
what they leave out: case, tone and letter marks, the stroke of đ, invisible characters, the kind
and number of spaces.
"""

import re
import unicodedata

_INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad"
# ETH and AFRICAN D look like Đ and are typed for it.
_STROKED_D = "ĐđÐðƉɖ"
_MARK_RANGE = range(0x0300, 0x0370)


def _capitals() -> dict[str, str]:
    """Latin, Greek and Cyrillic capitals that stay capitals once their marks are gone."""
    letters = map(chr, (*range(0xC0, 0x250), *range(0x391, 0x3AA), *range(0x400, 0x430)))
    return {
        letter: letter.lower()
        for letter in letters
        if len(letter.lower()) == 1
        and letter.lower() != letter
        and unicodedata.is_normalized("NFKD", letter)
        and unicodedata.is_normalized("NFKD", letter.lower())
    }


# str.lower() knows a final sigma, PostgreSQL's does not: both sides use this table instead.
_MAPPED = _capitals() | {"ς": "σ"} | dict.fromkeys(_STROKED_D, "d")
_TABLE: dict[int, str | None] = {
    **{ord(letter): small for letter, small in _MAPPED.items()},
    **{code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)},
    **dict.fromkeys((*_MARK_RANGE, *map(ord, _INVISIBLE))),
}
# Written out, because \s differs between Python, PostgreSQL and PostgreSQL's locales.
_SPACE = r"[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
_SPACES = re.compile(_SPACE)
_HEADER_SPACES = re.compile("[_ ]+")

# Every part is IMMUTABLE and fully qualified: index builds run with an almost empty search_path.
# lower(… COLLATE "C") touches ASCII alone, whatever the database's locale is.
VN_FOLD_SQL = rf"""CREATE OR REPLACE FUNCTION public.vn_fold(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
 SELECT pg_catalog.btrim(pg_catalog.regexp_replace(pg_catalog.translate(pg_catalog.lower(
  pg_catalog.regexp_replace(pg_catalog.normalize($1 COLLATE pg_catalog."C", 'NFKD'),
   '[\u0300-\u036f\u200b-\u200d\ufeff\u00ad]', '', 'g')),
  '{"".join(_MAPPED)}',
  '{"".join(_MAPPED.values())}'),
  '{_SPACE}', ' ', 'g'), ' ')
$$"""


def fold(text: str) -> str:
    """`text` as it is searched and compared: lower case, no marks, d for đ, single spaces."""
    bare = unicodedata.normalize("NFKD", text).translate(_TABLE)
    return _SPACES.sub(" ", bare).strip(" ")


def header(text: str) -> str:
    """`fold` for column titles and choice labels: underscores count as spaces as well."""
    return _HEADER_SPACES.sub(" ", fold(text)).strip(" ")


def like_pattern(query: str) -> str:
    r"""The operand of `vn_fold(column) LIKE …` that finds `query` anywhere, taken literally.

    Folded before it is escaped: folding turns the full-width ％ into a wildcard.
    """
    escaped = re.sub(r"([\\%_])", r"\\\1", fold(query))
    return f"%{escaped}%"


# -- Vietnamese order --------------------------------------------------------------------------

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# CLDR's order of what stands before the digits; anything else sorts behind z.
_SIGNS = "_-–—,;:!¡?¿.·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#%‰•†‡′″`^°©®←→+±÷×<=>¬|¦~−≤≥■●✓¤¢$£¥₫€"
# Vietnamese order of tones (huyền, hỏi, ngã, sắc, nặng), then CLDR's order of other marks.
_TONES = (
    "\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327\u0328"
)
_OWN_LETTER = {"a\u0306": "ă", "a\u0302": "â", "e\u0302": "ê", "o\u0302": "ô", "o\u031b": "ơ"}
_OWN_LETTER["u\u031b"] = "ư"
_SPELT = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
    | {"ø": "o\u0338", "Ø": "O\u0338", "ł": "l\u0338", "Ł": "L\u0338"}
)
# Separator < space < sign < digit < letter < anything else; all of ASCII, so one byte each.
_SEPARATOR, _BLANK, _SIGN, _OTHER = "!", '"', "#", "~"
_PRIMARY = (
    {letter: chr(ord("A") + rank) for rank, letter in enumerate(_LETTERS)}
    | {sign: _SIGN + chr(ord("$") + rank) for rank, sign in enumerate(_SIGNS)}
    | {digit: digit for digit in "0123456789"}
)
_TONE_CODE = {tone: chr(ord("A") + rank) for rank, tone in enumerate(_TONES)}


def sort_key(text: str) -> str:
    """A text that sorts under collation "C" (or in Python) as `text` does in Vietnamese.

    Three levels, as in ICU's `vi`: letters (a ă â … d đ), then tones, then small before capital.
    """
    letters, tones, cases = [], [], []
    for base, marks in _clusters(text):
        small = base.lower()
        for mark in marks:
            own = _OWN_LETTER.get(small + mark)
            if own:
                small, marks = own, marks.replace(mark, "", 1)
                break
        blank = _BLANK if _SPACES.fullmatch(base) else _OTHER + small
        letters.append(_PRIMARY.get(small, blank))
        tones.append("0" + "".join(_TONE_CODE.get(mark, _OTHER) for mark in marks))
        cases.append("A" if base != base.lower() else "0")
    # What is missing at the end sorts below every code, as the lowest code does: leave it out.
    levels = ("".join(letters), "".join(tones).rstrip("0"), "".join(cases).rstrip("0"))
    return _SEPARATOR.join(levels).rstrip(_SEPARATOR)


def _clusters(text: str) -> list[tuple[str, str]]:
    """Base characters with the marks that follow each; controls have no weight and are left out."""
    clusters: list[tuple[str, str]] = []
    for char in unicodedata.normalize("NFKD", text.translate(_SPELT)):
        if unicodedata.combining(char):
            if clusters:
                clusters[-1] = (clusters[-1][0], clusters[-1][1] + char)
        elif unicodedata.category(char) not in ("Cc", "Cf") or _SPACES.fullmatch(char):
            clusters.append((char, ""))
    return clusters
