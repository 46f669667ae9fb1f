"""Python and PostgreSQL must agree: needs TEST_POSTGRES_URL (python -m deploy.with_postgres …)."""

import os
import random
import unicodedata
from pathlib import Path

import asyncpg
import pytest

from chassis.fold import VN_FOLD_SQL, fold, like_pattern, sort_key

VOWELS, CONSONANTS = "aăâeêioôơuưy", "bcdđghklmnpqrstvx"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
LETTERS = [*SMALL, *CONSONANTS, *(letter.upper() for letter in (*SMALL, *CONSONANTS))]
NASTY = [
    "",
    " ",
    "\u00a0Hà\u00a0Nội\u00a0",
    "Hà\u200bNội",
    "\ufeffTên",
    "mềm\u00admại",
    "a\u200c\u200db",
    "Ðà Nẵng",
    "ƉÀ NẴNG",
    "ð ɖ",
    "a\r\n\tb\x0b\x0cc\x85d\u2028e\u2029f",
    "a\u1680\u2003\u202f\u205f\u3000b",
    "\x1c\x1d\x1e\x1f",
    "100％ ＡＢＣ ａｂｃ",
    "ﬁ ½ ² ① ™ … ´ ¨",
    "%_\\ 'quoted' \"double\" $$ $1",
    "ΣΊΣΥΦΟΣ Οδυσσεύς",
    "МОСКВА Ёлка Йод Ѐ Ї",
    "İstanbul ıi I",
    "Straße ẞ Ø Ł Æ Œ Þ Ħ Ŋ ǅ Ǆ ǉ Ƕ Ⱥ",
    "ñ ç ü ÿ ÅÄÖ",
    "한국어 日本語 ไทย",
    "\u0301dấu đứng đầu",
    "o\u0301\u0323\u0302\u031b",
    "a\u0483b\u20ddc",
    "👩\u200d👩\u200d👧 😀",
    "Hoà Hòa HOÀ",
    "K\u212a Å\u212b",
    "\uffff\ufffd\U0010ffff",
]


@pytest.fixture
async def database():
    """A connection inside a transaction that is rolled back, with vn_fold in place."""
    connection = await asyncpg.connect(os.environ["TEST_POSTGRES_URL"])
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute(VN_FOLD_SQL)
    yield connection
    await transaction.rollback()
    await connection.close()


async def folded_by_sql(database, texts):
    query = "SELECT public.vn_fold(x) FROM unnest($1::text[]) WITH ORDINALITY AS t(x, n) ORDER BY n"
    return [row[0] for row in await database.fetch(query, texts)]


async def assert_equal_folding(database, texts):
    by_sql = await folded_by_sql(database, texts)
    different = [(t, s, fold(t)) for t, s in zip(texts, by_sql, strict=True) if s != fold(t)]
    assert different == []


async def test_all_178_letters_fold_alike_in_both_forms(database):
    decomposed = [unicodedata.normalize("NFD", letter) for letter in LETTERS]

    await assert_equal_folding(database, LETTERS + decomposed)


async def test_nasty_text_folds_alike(database):
    await assert_equal_folding(database, NASTY)


async def test_every_character_of_the_first_plane_folds_alike(database):
    # Letters younger than the oldest Unicode table in use may differ.
    known = [c for c in map(chr, range(1, 0xD800)) if unicodedata.category(c) != "Cn"]

    await assert_equal_folding(database, [f"a{c}B" for c in known])


async def test_random_text_folds_alike(database):
    chance = random.Random(7)
    alphabet = [*LETTERS, *"".join(NASTY), *map(chr, range(0x300, 0x370)), *"%_\\\x01"]
    texts = ["".join(chance.choices(alphabet, k=chance.randrange(30))) for _ in range(5000)]

    await assert_equal_folding(database, texts)


async def test_the_function_serves_an_index_with_an_empty_search_path(database):
    await database.execute("CREATE TEMP TABLE place (name text)")
    await database.execute("SET LOCAL search_path TO ''")

    await database.execute("CREATE INDEX ON pg_temp.place (public.vn_fold(name))")


async def test_a_column_of_any_collation_folds_alike(database):
    folded = await database.fetchval('SELECT public.vn_fold($1 COLLATE "C")', "ĐÀ NẴNG Ж")

    assert folded == "da nang ж"


@pytest.mark.parametrize(
    ("query", "name", "found"),
    [
        ("huu nghi", "Hội Hữu Nghị", True),
        ("HỮU  NGHỊ", "Hội Hữu Nghị", True),
        ("100％", "đạt 100% kế hoạch", True),
        ("100%", "đạt 100 kế hoạch", False),
        ("a_b", "axb", False),
        ("a\\b", "A\\B", True),
    ],
)
async def test_the_pattern_finds_literally(database, query, name, found):
    sql = "SELECT public.vn_fold($1) LIKE $2"

    assert await database.fetchval(sql, name, like_pattern(query)) is found


def test_the_sort_key_gives_the_order_of_icu():
    """The list beside this file was put in order by ICU's `vi` collation in PostgreSQL 15."""
    ordered = (Path(__file__).parent / "vietnamese_order.txt").read_text("utf-8").splitlines()

    by_key = sorted(ordered, key=lambda word: (sort_key(word), word))

    assert len(ordered) > 500
    assert by_key == ordered
