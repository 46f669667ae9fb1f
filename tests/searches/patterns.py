"""A hundred patterns that a search could choke on: wildcards, marks, common words, long texts."""

import random

LONGEST = 200
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệ"
# Every row of the filling has these words, or parts of them.
COMMON = [
    "vien tro",
    "Viện trợ",
    "viện",
    "tro",
    "do",
    "tốc độ",
    "so",
    "v",
    "i",
    "o",
    "1",
    "99",
    "BM",
]
MARKS = [
    "%",
    "_",
    "%%",
    "_%",
    "%_%_%",
    "\\",
    "\\%",
    "'",
    "''",
    '"',
    "--",
    ";",
    "/*",
    "*/",
    "(",
    ")",
]
MARKS += ["|", "&", "!", "<->", ":*", ":", "*", "?", "[a-z]", ".*", "(a+)+$", "^", "$1", "{}", "~"]
MEAN = [
    "%" * LONGEST,
    "_" * LONGEST,
    "%a" * (LONGEST // 2),
    "a" * LONGEST,
    "1 " * (LONGEST // 2),
    "vien tro " * 22,
    "đ" * LONGEST,
    "e\u0302\u0301" * 66,
    "(a+)+" * 40,
    "' OR '1'='1",
    "'; DROP TABLE grants; --",
    "a & b | c & !d <-> e",
    "tốc độ số 99999 không có ở đâu cả",
    "\u200b" * 50 + "x",
    "VIỆN TRỢ ĐO TỐC ĐỘ SỐ 1",
    "ve\u0323\u0302n",
]


def worst() -> list[str]:
    """All of them; what chance adds is the same in every run."""
    dice = random.Random(9)
    found = [*COMMON, *MARKS, *MEAN]
    while len(found) < 100:
        word = "".join(
            dice.choice(LETTERS) for _ in range(dice.choice((1, 2, 2, 3, 5, 40, LONGEST)))
        )
        found.append(word if dice.random() < 0.7 else f"vien {word}")
    return [one[:LONGEST] for one in found[:100]]
