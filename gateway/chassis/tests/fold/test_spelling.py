"""Text with its marks kept: what counts as written exactly alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.spelling import is_marked, spelt, spelt_pattern


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),
        ("HOÀ BÌNH", "hòa  bình"),
        ("Quý", "Qúy"),
        ("Ðường", "Đường"),
        ("thuý", "thúy"),
        ("Nguyễn", unicodedata.normalize("NFD", "nguyễn")),
        ("hữu\u00a0nghị\u200b", "Hữu nghị"),
    ],
)
def test_written_alike(one, other):
    assert spelt(one) == spelt(other)


@pytest.mark.parametrize(
    ("one", "other"), [("đường", "dương"), ("đường", "đương"), ("hoa", "hoà"), ("an", "ân")]
)
def test_written_otherwise(one, other):
    assert spelt(one) != spelt(other)


def test_what_is_typed_so_far_stands_at_the_beginning_of_the_word():
    assert spelt("đường").startswith(spelt("đườ"))


def test_only_a_mark_makes_a_query_say_more_than_its_folded_form():
    assert is_marked("đuong")
    assert is_marked("dường")
    assert not is_marked("DUONG  moi")


@given(st.text())
def test_both_unicode_forms_are_spelt_alike(text):
    assert spelt(unicodedata.normalize("NFD", text)) == spelt(unicodedata.normalize("NFC", text))


def test_a_pattern_is_taken_literally():
    assert spelt_pattern("50%_a") == "%50\\%\\_a%"
