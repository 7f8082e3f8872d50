"""Old addresses lead here, and nowhere else."""

import pytest

from huiying.rules import former_url
from tests.rules.helper import BASE_URL, CLARIFICATION, RUMOUR, merge, places, problems

OTHER = "clarifications/2026/20260313-shuizhi.yml"


def with_old(*urls: str) -> str:
    """A record with old addresses."""
    return merge(CLARIFICATION, "旧网址:\n" + "".join(f"  - '{url}'\n" for url in urls))


@pytest.mark.parametrize(
    "url",
    [
        "/old/1.html",
        "/old/",
        f"/{'水' * 66}/",
        f"{BASE_URL}old/2.htm",
        "/旧/页",
        "/rumours/20250101-jiu/",
    ],
)
def test_an_address_below_the_site_passes(url: str) -> None:
    assert places(former_url, with_old(url)) == []


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://other.example/1.html", "former-url"),
        ("https://hy.example/elsewhere/1.html", "former-url"),
        ("http://hy.example/hygq/1.html", "former-url"),
        ("https://hy.example/hygqx", "former-url"),
        ("/show.asp?id=3", "former-url.form"),
        ("/a#b", "former-url.form"),
        ("/a/../b", "former-url.form"),
        ("/a/%2e%2E/b", "former-url.form"),
        ("/a:b/1.html", "former-url.name"),
        ("/a%3Fb/1.html", "former-url.name"),
        ("/channels/index.html/x", "former-url.name"),
        (f"/{'水' * 67}/", "former-url.name"),
        ("/rumours/20260312-tingshui", "former-url.own"),
        ("/rumours/20260312-tingshui/", "former-url.own"),
        (f"{BASE_URL}rumours/20260312-tingshui/index.html", "former-url.own"),
    ],
)
def test_an_address_that_cannot_lead_here_is_named(url: str, key: str) -> None:
    assert places(former_url, with_old(url)) == [(15, 5, key)]


def test_two_records_cannot_claim_one_address() -> None:
    files = {RUMOUR: with_old("/old/"), OTHER: with_old("/new/", "/old/index.html")}
    [found] = problems(former_url, files)
    assert (found.key, found.mark.file, found.mark.line) == (
        "former-url.twice",
        f"content/{OTHER}",
        16,
    )
    assert found.also is not None
    assert (found.also.file, found.also.line) == (f"content/{RUMOUR}", 15)


def test_the_address_of_an_unreadable_record_is_taken_too() -> None:
    broken = {"rumours/20260101-huai": "content/clarifications/2026/20260101-huai.yml"}
    found = places(former_url, with_old("/rumours/20260101-huai/"), unreadable=broken)
    assert found == [(15, 5, "former-url.own")]
