import io
import zipfile

import pytest

from chassis.errors import Refusal
from chassis.files.refusals import REFUSALS
from chassis.files.sniff import ACCEPTED, media_type_of

OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\0" * 20
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 20
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + b"\0" * 20


def ole(*streams):
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return head + b"\0" * 500 + b"\0\0".join((s + "\0").encode("utf-16-le") for s in streams)


def check(data, name, declared=""):
    return media_type_of(io.BytesIO(data), name, declared)


def refusal(data, name, declared=""):
    with pytest.raises(Refusal) as refused:
        check(data, name, declared)
    assert refused.value.code in REFUSALS
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "name", "declared", "media_type"),
    [
        (PDF, "a.pdf", "application/pdf", "application/pdf"),
        (PDF, "A.PDF", "application/octet-stream", "application/pdf"),
        (PNG, "a.png", "image/png", "image/png"),
        (JPEG, "a.jpg", "image/jpeg", "image/jpeg"),
        (JPEG, "a.jpeg", "", "image/jpeg"),
        (WEBP, "a.webp", "image/webp", "image/webp"),
        (ole("Root Entry", "WordDocument"), "a.doc", "application/msword", "application/msword"),
        (ole("Root Entry", "Workbook"), "a.xls", "", "application/vnd.ms-excel"),
        ("Xin chào\r\n".encode(), "a.txt", "text/plain; charset=utf-8", "text/plain"),
        ("\ufefftên;số\r\n".encode(), "a.csv", "application/vnd.ms-excel", "text/csv"),
        ("\u1ea1".encode() * 700_000, "a.txt", "", "text/plain"),
    ],
)
def test_a_file_whose_three_sides_agree_is_taken(data, name, declared, media_type):
    assert check(data, name, declared) == media_type


@pytest.mark.parametrize(
    ("kind", "subtype"),
    [
        ("docx", "wordprocessingml.document"),
        ("xlsx", "spreadsheetml.sheet"),
        ("pptx", "presentationml.presentation"),
    ],
)
def test_an_office_package_is_known_by_its_main_part(package, kind, subtype):
    declared = f"{OFFICE}.{subtype}"

    assert check(package(kind), f"a.{kind}", declared) == declared


def test_a_document_may_embed_the_workbook_of_its_chart(package):
    data = package("docx", {"word/embeddings/Sheet1.xlsx": "PK"})

    assert check(data, "a.docx").endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    ("data", "name", "declared"),
    [
        (PDF, "a.png", ""),
        (PNG, "a.pdf", ""),
        (PDF, "a.pdf", "image/png"),
        (PDF, "a.pdf", "text/html"),
        (b"chu", "a.pdf", ""),
        (PDF, "a.txt", ""),
        (ole("WordDocument"), "a.xls", ""),
        (ole("Workbook"), "a.docx", ""),
        (b"a,b", "a.csv", "text/html"),
    ],
)
def test_a_file_whose_sides_disagree_is_refused(data, name, declared):
    assert refusal(data, name, declared) == "files.type_mismatch"


def test_one_office_format_does_not_pass_for_another(package):
    assert refusal(package("xlsx"), "a.docx") == "files.type_mismatch"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg"),
        (b'\xef\xbb\xbf <?xml version="1.0"?><svg/>', "a.txt"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "a.html"),
        (b"\n\n<HTML><body>", "a.csv"),
        (b"<!-- x --><html>", "a.txt"),
        (b"<script>1</script>", "a.pdf"),
        (b"MZ\x90\0" + b"\0" * 60, "a.exe"),
        (b"MZ\x90\0" + b"\0" * 60, "a.pdf"),
        (b"\x7fELF" + b"\0" * 60, "a.png"),
        (b"#!/bin/sh\nrm -rf /", "a.txt"),
        (b"a\0b", "a.txt"),
        (b"\xff\xfea\0", "a.txt"),
        ("Ti\u1ebfng".encode("utf-16"), "a.csv"),
        (b"Ti\xd2ng", "a.txt"),
        (b"\x1b[31m", "a.txt"),
        (PDF, "a"),
        (PDF, "a.pdf.exe"),
        (ole("PowerPoint Document"), "a.doc"),
        (b"%PDF-1.7\n<html><script>alert(1)</script>", "a.pdf"),
        (b"\n%PDF-1.7\n%%EOF\x00", "a.pdf"),
        (JPEG + b"<script>", "a.jpg"),
        (b"GIF89a<script>", "a.gif"),
    ],
)
def test_a_dangerous_or_unknown_file_is_refused(data, name):
    known = name.rpartition(".")[2] in ACCEPTED.split(", ")
    assert refusal(data, name) == ("files.type_mismatch" if known else "files.type_refused")


def test_a_pdf_that_is_an_archive_as_well_is_refused(package):
    assert refusal(PDF + package("docx"), "a.pdf") == "files.type_mismatch"


def test_a_plain_zip_is_refused(package):
    assert refusal(package("nothing"), "a.docx") == "files.type_mismatch"
    assert refusal(package("docx"), "a.zip") == "files.type_refused"


@pytest.mark.parametrize("kind", ["xlsm", "docx"])
def test_macros_are_refused(package, kind):
    assert refusal(package(kind, {"word/vbaProject.bin": "x"}), "a.docx") == "files.macros"


def test_macros_in_an_old_document_are_refused():
    assert refusal(ole("WordDocument", "_VBA_PROJECT"), "a.doc") == "files.macros"


def test_a_password_is_refused():
    assert refusal(ole("EncryptionInfo", "EncryptedPackage"), "a.xlsx") == "files.encrypted"


def test_a_truncated_package_is_refused(package):
    assert refusal(package("docx")[:-30], "a.docx") == "files.archive_unsafe"


def test_a_bomb_is_refused_before_it_is_unpacked(package):
    bomb = package("docx", {"word/document.xml": b"\0" * (8 << 20)}, zipfile.ZIP_LZMA)

    assert len(bomb) < 20_000
    assert refusal(bomb, "a.docx") == "files.archive_unsafe"
