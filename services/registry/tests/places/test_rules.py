"""Names as officers write them mean one code, on the day they were written for."""

from datetime import date

import pytest

from registry.certificates.rules import KIND_NAMES
from registry.places import load
from registry.places.rules import Named, Vocabulary, word

THEN, NOW = date(2021, 11, 11), date(2026, 5, 1)


def vocabulary(rows: list[load.Row], *names: str) -> Vocabulary:
    return Vocabulary(
        Named(
            row["code"],
            (*(row[name] for name in names), *row.get("aliases", ())),
            (row["code3"],) if "code3" in row else (),
            row["valid_from"],
            row["valid_to"],
        )
        for row in rows
    )


PROVINCES = vocabulary(load.provinces(), "name_vi", "name_en", "short_vi")
COUNTRIES = vocabulary(load.countries(), "name_vi", "name_en")
SECTORS = vocabulary(load.sectors(), "name_vi", "name_en")


@pytest.mark.parametrize(
    ("written", "day", "code"),
    [
        ("Thành phố Hồ Chí Minh", THEN, "VN-79"),
        ("TP.HCM", NOW, "VN-79"),
        ("tp hcm", NOW, "VN-79"),
        ("TP. HỒ CHÍ MINH", THEN, "VN-79"),
        ("Tp Hồ Chí Minh", NOW, "VN-79"),
        ("Sài Gòn", NOW, "VN-79"),
        ("TT Huế", THEN, "VN-46"),
        ("VN-79", THEN, "VN-79"),
        ("Long An", THEN, "VN-80"),
        ("Tỉnh Long An", NOW, None),  # merged into Tây Ninh
        ("Tỉnh Tây Ninh", NOW, "VN-80"),  # the code went over to it
        ("Tỉnh Tây Ninh", THEN, "VN-72"),
        ("Tỉnh Đồng Tháp", THEN, "VN-87"),
        ("Tỉnh Đồng Tháp", NOW, "VN-82"),
        ("Atlantis", NOW, None),
    ],
)
def test_a_province_is_the_one_that_had_this_name_on_the_day(
    written: str, day: date, code: str | None
) -> None:
    assert PROVINCES.code(written, day) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("Mỹ", "US"), ("mỹ", "US"), ("hoa ky", "US"), ("US", "US"), ("USA", "US")),
        *(("Ô-xtrây-li-a", "AU"), ("Úc", "AU"), ("Nga", "RU"), ("Áo", "AT"), ("MYS", "MY")),
        *(("Anh", "GB"), ("Hàn Quốc", "KR")),
        *(("NGA", "RU"), ("MY", None), ("AO", None)),  # a code, or a name without its marks?
    ],
)
def test_a_country_is_found_by_any_of_its_names(written: str, code: str | None) -> None:
    assert COUNTRIES.code(written) == code


def test_every_name_in_the_lists_means_one_code() -> None:
    """A name that folds to the same word as another's would be refused as unclear."""
    for row in load.countries():
        for name in (row["name_vi"], row["name_en"], *row["aliases"]):
            assert COUNTRIES.code(name) == row["code"], name
    for row in load.sectors():
        for name in (row["name_vi"], row["name_en"]):
            assert SECTORS.code(name) == row["code"], name
    for row in load.provinces():
        day = row["valid_from"] or THEN
        for name in (row["name_vi"], row["short_vi"], row["name_en"], *row["aliases"]):
            assert PROVINCES.code(name, day) == row["code"], name


def test_no_two_kinds_of_certificate_share_a_name() -> None:
    names = [word(name) for kind in KIND_NAMES for name in KIND_NAMES[kind]]

    assert len(names) == len(set(names))
