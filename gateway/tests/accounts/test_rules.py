"""Usernames and passwords."""

import unicodedata
from itertools import product

import pytest

from gateway.accounts import blocklist, passwords, rules


@pytest.mark.parametrize(
    "text", ["Lan.Hufo", "lan.hufo", " LAN.HUFO ", "ｌａｎ．ｈｕｆｏ", "lan.hufo\u00a0"]
)
def test_a_username_has_one_spelling(text: str) -> None:
    assert rules.username(text) == "lan.hufo"


def test_marks_typed_apart_make_the_same_name() -> None:
    assert rules.username(unicodedata.normalize("NFD", "Hữu Nghị")) == "hữu nghị"


@pytest.mark.parametrize(
    "text",
    [
        "bốn con ngựa qua cầu",
        "correct horse battery staple",
        "x" * 10 + "khác nhau thôi" + "y" * 90,
        "13-ký-tự-thêm-nữa",
        "ệ" * 5 + "abcdefghijklmno",
    ],
)
def test_a_long_sentence_is_a_password(text: str) -> None:
    assert rules.password_problem(text, ("lan.hufo", "HUFO")) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("fourteen chars", "accounts.password_too_short"),
        (unicodedata.normalize("NFD", "ệệệệệệ"), "accounts.password_too_short"),
        ("aaaaaaaaaaaaaaaaaaaa", "accounts.password_guessable"),
        ("hufo hufo hufo 2026!", "accounts.password_guessable"),
        ("Liên Hiệp Hữu Nghị 2026", "accounts.password_guessable"),
        ("password123456789", "accounts.password_guessable"),
        ("lan.hufo.lan.hufo", "accounts.password_guessable"),
        ("123456789012345678", "accounts.password_guessable"),
        ("P@ssw0rd Passw0rd", "accounts.password_guessable"),
        ("Anh Yêu Em 1999!!", "accounts.password_guessable"),
        ("qwertyuiop 123456", "accounts.password_guessable"),
    ],
)
def test_a_password_that_will_not_do(text: str, problem: str) -> None:
    assert rules.password_problem(text, ("lan.hufo", "HUFO")) == problem


def test_a_second_factor_makes_twelve_characters_enough() -> None:
    assert rules.password_problem("ngựa qua cầu", has_otp=True) is None
    short = rules.password_problem("ngựa qua cầ", has_otp=True)
    assert short == "accounts.password_too_short_with_otp"
    assert rules.password_problem("hufo hufo 26", has_otp=True) == "accounts.password_guessable"


def test_of_the_persons_name_alone_no_password_is_made() -> None:
    problem = rules.password_problem("Hoa Thị Nguyễn 1980", ("hoa", "Nguyễn Thị Hoa", "HUFO"))

    assert problem == "accounts.password_guessable"


def test_no_common_password_is_taken() -> None:
    stems, counts = (*blocklist.WORDS, *blocklist.RUNS), (*blocklist.COUNTS, *blocklist.YEARS)
    common = {word + end for word, end in product(stems, ("", *counts))}
    common |= {count + word for count, word in product(blocklist.COUNTS, blocklist.WORDS)}
    common |= {word * times for word, times in product(stems, (2, 3, 4))}
    common |= {one + other for one, other in product(blocklist.RUNS, blocklist.RUNS)}
    common |= {digit * times for digit, times in product("0123456789", range(4, 33))}
    common |= {"01011980", "31122040", "30041975"}
    long = [text for text in common if len(text) >= rules.SHORTEST_WITH_OTP]

    assert len(long) >= 3000, "the others are too short anyhow"
    assert all(text == rules.plain(text) for text in common)
    assert [text for text in common if not blocklist.is_common(text)] == []
    assert not blocklist.is_common("32121980")
    assert not blocklist.is_common("bonconnguaquacau")
    assert {rules.password_problem(text, has_otp=True) for text in long} == {
        "accounts.password_guessable"
    }


def test_the_stored_form_meets_the_bar_and_salts_each_time() -> None:
    one, two = passwords.make("bốn con ngựa qua cầu"), passwords.make("bốn con ngựa qua cầu")

    kind, _, parameters, salt, _ = one.split("$")[1:]
    assert kind == "argon2id"
    said = dict(pair.split("=") for pair in parameters.split(","))
    assert int(said["m"]) >= 47104
    assert int(said["t"]) >= 2
    assert said["p"] == "1"
    assert len(salt) >= 22, "16 bytes"
    assert one != two


def test_marks_typed_apart_open_the_same_account_and_case_counts() -> None:
    stored = passwords.make("Bốn con ngựa")

    assert passwords.fits(stored, unicodedata.normalize("NFD", "Bốn con ngựa"))
    assert not passwords.fits(stored, "bốn con ngựa")
    assert not passwords.fits(stored, "Bốn con ngựa ")


def test_nobodys_hash_fits_no_password_and_costs_what_a_real_one_does() -> None:
    assert not passwords.fits(passwords.NOBODY, "")
    assert not passwords.HASHER.check_needs_rehash(passwords.NOBODY)
