import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.fold import fold, header, like_pattern

VOWELS, CONSONANTS = "aăâeêioôơuưy", "bcdđghklmnpqrstvx"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
LETTERS = [*SMALL, *CONSONANTS, *(letter.upper() for letter in (*SMALL, *CONSONANTS))]


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_vietnamese_letter_folds_to_one_small_ascii_letter(letter, form):
    folded = fold(unicodedata.normalize(form, letter))

    assert folded.isascii()
    assert len(folded) == 1
    assert folded.islower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HỮU NGHỊ", "huu nghi"),
        ("Hoà Hòa", "hoa hoa"),
        ("Ðà Nẵng", "da nang"),
        ("Ɖà Nẵng", "da nang"),
        ("  Hà \u00a0\r\n Nội\t", "ha noi"),
        ("T\u200bê\u200cn\u200d \ufeffgọ\u00adi", "ten goi"),
        ("ＡＢＣ１２", "abc12"),
        ("Москва ΣΟΦΟΣ", "москва σοφοσ"),
        ("a_b", "a_b"),
        ("", ""),
    ],
)
def test_text_folds_to(text, expected):
    assert fold(text) == expected


def test_the_alphabet_has_178_letters():
    assert len(set(LETTERS)) == 178


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "title",
    [
        "Tên tổ chức",
        "TÊN TỔ CHỨC",
        "ten to chuc",
        "Ten_to_chuc",
        " Tên\r\ntổ  chức ",
        "Tên\u00a0tổ chức",
        "T\u200bên tổ chức",
        unicodedata.normalize("NFD", "Tên tổ chức"),
        "_Tên__tổ _ chức_",
    ],
)
def test_every_spelling_of_a_title_is_one_header(title):
    assert header(title) == "ten to chuc"


def test_eth_stands_for_the_stroked_d_in_a_header():
    assert header("Ðịa chỉ") == header("Địa chỉ") == "dia chi"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Hữu Nghị", "%huu nghi%"),
        ("100%", r"%100\%%"),
        ("100％", r"%100\%%"),
        ("a_b", r"%a\_b%"),
        ("a\\b", r"%a\\b%"),
    ],
)
def test_a_pattern_finds_the_query_literally(query, expected):
    assert like_pattern(query) == expected
