"""The schedule, the choice of events, and the addresses that may be called: tables."""

from datetime import UTC, datetime
from ipaddress import ip_address

import pytest

from gateway.settings import GatewaySettings
from gateway.webhooks import rules, sending

HOURS = 3600


def test_ten_tries_within_three_days_then_a_dead_letter() -> None:
    waits = [rules.delay(tries, 0.5, None) for tries in range(11)]

    assert waits == [0, 5, 300, 1800, 2 * HOURS, 5 * HOURS, 10 * HOURS, 14 * HOURS, 20 * HOURS,
                     24 * HOURS, None]  # fmt: skip
    assert sum(wait or 0 for wait in waits) / HOURS == pytest.approx(75.6, abs=0.05)


@pytest.mark.parametrize(
    ("chance", "asked", "scale", "wait"),
    [
        (0, None, 1, 240),
        (1, None, 1, 360),
        (0.5, 1000.0, 1, 1000),
        (0.5, 10.0, 1, 300),
        (0.5, 10**6, 1, 86_400),
        (0.5, None, 0.01, 3),
    ],
)
def test_tries_are_spread_and_a_receiver_may_ask_for_a_pause(
    chance: float, asked: float | None, scale: float, wait: float
) -> None:
    assert rules.delay(2, chance, asked, scale) == pytest.approx(wait)


@pytest.mark.parametrize(
    ("status", "error"),
    [(200, None), (204, None), (299, None), (301, "redirect"), (307, "redirect"), (400, "status"),
     (410, "status"), (500, "status"), (199, "status")],
)  # fmt: skip
def test_only_2xx_is_delivered(status: int, error: str | None) -> None:
    assert rules.error(status) == error


@pytest.mark.parametrize(
    ("types", "wanted"),
    [
        (["registry"], True),
        (["registry.ngos"], True),
        (["registry.ngos.create"], True),
        (["aid", "registry.ngos.create"], True),
        (["registry.ngo"], False),
        (["registry.ngos.update"], False),
        (["aid"], False),
    ],
)
def test_a_type_names_a_service_a_collection_or_one_action(types: list[str], wanted: bool) -> None:
    assert rules.wants(types, "registry", "ngos", "create") is wanted


@pytest.mark.parametrize(
    ("units", "of", "shown"),
    [
        ({"a"}, "a", True),
        ({"a", "b"}, "b", True),
        ({"a"}, None, True),
        ({"a"}, "b", False),
        (None, "b", True),
        (None, None, True),
    ],
)
def test_a_unit_hears_of_its_own_and_of_what_is_shared(
    units: set[str] | None, of: str | None, shown: bool
) -> None:
    assert rules.is_shown(units, of) is shown


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.88.99.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "100::1",
    ],
)
def test_an_address_that_is_not_public_is_never_called(address: str) -> None:
    assert not rules.is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111"])
def test_a_public_address_may_be_called(address: str) -> None:
    assert rules.is_public(ip_address(address))


@pytest.mark.parametrize(
    ("url", "ok"),
    [
        ("https://kho.example.vn/hook", True),
        ("https://kho.example.vn:8443/a?b=c", True),
        ("https://kho.example.vn:443", True),
        ("https://xn--kho-dla.example.vn/", True),
        ("http://kho.example.vn/hook", False),
        ("https://kho.example.vn:22/", False),
        ("https://kho.example.vn:0/", False),
        ("https://kho.example.vn:99999/", False),
        ("https://user@kho.example.vn/", False),
        ("https://user:word@kho.example.vn/", False),
        ("https://@kho.example.vn/", False),
        ("https://localhost/", False),
        ("https://kho/", False),
        ("https://127.0.0.1/", False),
        ("https://8.8.8.8/", False),
        ("https://2130706433/", False),
        ("https://0x7f.0.0.1/", False),
        ("https://127.1/", False),
        ("https://0177.0.0.01/", False),
        ("https://[::1]/", False),
        ("https://[2606:4700:4700::1111]/", False),
        ("https://kho.example.vn./", False),
        ("https://kho..example.vn/", False),
        ("https://kho_x.example.vn/", False),
        ("https://kho.example.vn/#part", False),
        ("https://kho.example.vn\\@10.0.0.1/", False),
        ("https:///path", False),
        ("ftp://kho.example.vn/", False),
        ("https://[kho/", False),
    ],
)
def test_only_a_public_name_by_https_may_be_named(url: str, ok: bool) -> None:
    assert rules.is_callable(url) is ok


def test_a_test_may_name_a_network_and_production_may_not() -> None:
    assert rules.is_callable("http://127.0.0.1:5000/", ["127.0.0.0/8"])
    assert not rules.is_callable("http://10.0.0.1:5000/", ["127.0.0.0/8"])
    for switch in ({"webhook_allow_cidrs": "127.0.0.0/8"}, {"webhook_scale": 0.5}):
        with pytest.raises(SystemExit):
            GatewaySettings(**switch).refuse_test_switches()
    GatewaySettings().refuse_test_switches()


def test_retry_after_is_a_number_or_a_date() -> None:
    moment = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert sending.retry_after("120", moment) == 120
    assert sending.retry_after("Sun, 22 Nov 2026 09:01:00 GMT", moment) == 60
    assert sending.retry_after("Sun, 22 Nov 2026 08:00:00 GMT", moment) == 0
    assert sending.retry_after("soon", moment) is None
