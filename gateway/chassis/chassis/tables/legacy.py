"""Vietnamese from before Unicode: TCVN3 and VNI look like text and are none."""

import re
import unicodedata

from chassis.tables.faults import Refused

# A vowel followed by a letter that VNI uses for its marks; no language here writes them so.
_VNI = re.compile(r"(?i)[aeo][äåâ]|[aeouyöô][ùøûï]|[aeoö]õ|[a-z]ö[a-zùøûïõ]|\bñ[aeioöu]")
# TCVN3 puts marked letters where Latin-1 has signs: inside a word they mean nothing else.
_TCVN3 = re.compile(r"[A-Za-z][µ¶·¸¹¨©ª«¬­®»¼½¾Æ]|[§®][a-zµ¶·¸¹¨©ª«¬­]")
_UNICODE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_ENOUGH = 3


def refuse_legacy(text: str) -> None:
    """Raises Refused `tables.legacy_font` when `text` reads like TCVN3 or VNI, not Unicode."""
    text = unicodedata.normalize("NFC", text)
    proper = len(_UNICODE.findall(text))
    for encoding, pattern in (("TCVN3 (ABC)", _TCVN3), ("VNI", _VNI)):
        found = len(pattern.findall(text))
        if found >= _ENOUGH and found > proper:
            raise Refused("tables.legacy_font", encoding=encoding)
