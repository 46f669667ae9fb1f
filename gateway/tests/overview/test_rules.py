"""What the overview asks."""

from datetime import date

from gateway.overview import rules

DAY = date(2021, 11, 11)


def test_a_union_asks_for_itself() -> None:
    asked = rules.questions(DAY, DAY, date(2021, 1, 1), date(2021, 12, 1), "HUFO")

    assert [(q.service, q.name, q.address) for q in asked] == [
        (
            "registry",
            "ngos_by_region",
            "/v1/statistics/ngos?by=region&unit=HUFO&as_of=2021-11-11",
        ),
        (
            "registry",
            "certificates_expiring",
            "/v1/certificates?expiring_within=120&sort=valid_to&limit=10",
        ),
        (
            "aid",
            "grants_by_form",
            "/v1/statistics/grants?by=form&unit=HUFO&from=2021-01-01&to=2021-12-01",
        ),
        ("aid", "grants_waiting", "/v1/grants?waiting_for_me=true&limit=10"),
        (
            "events",
            "upcoming_events",
            "/v1/events?starts_from=2021-11-11&sort=starts_at&limit=10",
        ),
    ]


def test_the_whole_country_is_asked_for_without_a_unit() -> None:
    asked = rules.questions(DAY, DAY, DAY, DAY, None)

    assert not [question for question in asked if "unit=" in question.address]
