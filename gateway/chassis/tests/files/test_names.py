import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.files.names import clean_name, content_disposition, download_headers, extension


@pytest.mark.parametrize(
    ("declared", "kept"),
    [
        ("Công văn số 12.pdf", "Công văn số 12.pdf"),
        (unicodedata.normalize("NFD", "Báo cáo.docx"), "Báo cáo.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\An\\tờ trình.docx", "tờ trình.docx"),
        ("a/b\\c.pdf", "c.pdf"),
        ("..", "file"),
        ("", "file"),
        (".htaccess", "htaccess"),
        ("a\x00b\r\nX: y.pdf", "ab X_ y.pdf"),
        ("anh\u202efdp.exe", "anhfdp.exe"),
        ("a\u200bb\ufeff.pdf", "ab.pdf"),
        ('a"b<c>|?*.pdf', "a_b_c____.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("contract.pdf", "contract.pdf"),
        ("a\u00a0 b .pdf ", "a b .pdf"),
        ("\ud800.pdf", "pdf"),
        ("tệp.pdf...", "tệp.pdf"),
    ],
)
def test_a_declared_name_is_kept_as(declared, kept):
    assert clean_name(declared) == kept


def test_a_long_name_keeps_its_extension():
    name = clean_name("ổ" * 300 + ".docx")

    assert len(name) == 200
    assert name.endswith("ổ.docx")


@given(st.text(max_size=400))
def test_any_name_becomes_short_flat_and_stable(declared):
    name = clean_name(declared)

    assert 1 <= len(name) <= 200
    assert not set(name) & set('/\\<>:"|?*\r\n\0')
    assert name.encode("utf-8")
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("name", "found"), [("a.PDF", "pdf"), ("a.b.c", "c"), ("a", ""), (".x", ""), ("a.", "")]
)
def test_the_extension_is_what_follows_the_last_dot(name, found):
    assert extension(name) == found


def test_a_disposition_carries_both_forms_of_the_name():
    assert content_disposition("Quyết định 5%.pdf") == (
        'attachment; filename="Quyet dinh 5_.pdf"; '
        "filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%205%25.pdf"
    )


@given(st.text(max_size=300))
def test_a_disposition_is_one_header_line_from_which_the_name_comes_back(name):
    header = content_disposition(name)

    assert header.isascii()
    assert header.isprintable()
    assert unquote(header.rpartition("''")[2]) == clean_name(name)
    assert header.count('"') == 2


def test_a_download_is_never_rendered():
    headers = download_headers("a.pdf", "application/pdf")

    assert headers["Content-Disposition"].startswith("attachment;")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "sandbox"
    assert headers["Content-Type"] == "application/pdf"
