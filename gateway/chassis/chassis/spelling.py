r"""Vietnamese text with its marks, compared as readers mean it: what "exactly as written" is.

`chassis.fold` drops every mark, so that "duong" finds "đường" and "dương". This key keeps them, so
that a list can show what was written exactly first. Case, Unicode form, spaces and the place of the
tone ("Hoà", "Hòa") make no difference.
"""

import re
import unicodedata

from chassis.fold import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTER_MARKS = "\u0302\u0306\u031b"
_VOWELS = re.compile(f"(?:[aeiouy][{_TONES}{_LETTER_MARKS}]*)+")
_TONE = re.compile(f"[{_TONES}]")
_FIRST = re.compile(f"[aeiouy][{_LETTER_MARKS}]*")
_STROKED = str.maketrans({"Đ": "đ", "Ð": "đ", "ð": "đ", "Ɖ": "đ", "ɖ": "đ"})
_INVISIBLE = re.compile("[\u200b\u200c\u200d\ufeff\u00ad]")


def spelt(text: str) -> str:
    """`text` with letters and tones kept, each tone behind the first vowel of its syllable."""
    bare = _INVISIBLE.sub("", unicodedata.normalize("NFKD", text).translate(_STROKED)).lower()
    return _VOWELS.sub(_one_place, " ".join(bare.split()))


def _one_place(found: re.Match[str]) -> str:
    run = found.group()
    tones = "".join(_TONE.findall(run))
    letters = _TONE.sub("", run)
    first = _FIRST.match(letters)
    assert first
    return first.group() + tones + letters[first.end() :]


def spelt_pattern(query: str) -> str:
    r"""The operand of `spelling LIKE … ESCAPE '\'` that finds `query` anywhere, marks and all."""
    return "%" + re.sub(r"([\\%_])", r"\\\1", spelt(query)) + "%"


def is_marked(query: str) -> bool:
    """Whether `query` says more than its folded form: it holds a mark or a stroked d."""
    return spelt(query) != fold(query)
