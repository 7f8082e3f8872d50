"""Old addresses: which file answers there, what it says, and which addresses are refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from huiying.audits.facts import facts
from huiying.render.redirect import output, redirects
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import BASE_URL, SITE, clarification, project

ADDRESS = "rumours/20260312-tingshui"


def paths(folder: Path, *urls: str) -> list[str]:
    """The paths that those old addresses of one record give."""
    projection = clarification(folder, f"旧网址: [{', '.join(urls)}]\n")
    found = list(redirects(projection))
    assert {record.address for _, record in found} <= {ADDRESS}
    return [path for path, _ in found]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/old/a.html", "old/a.html"),
        ("/old/a.HTM", "old/a.HTM"),
        ("/old/a/", "old/a/index.html"),
        ("/old/a", "old/a/index.html"),
        ("/old/a.jsp", "old/a.jsp/index.html"),
        ("/old/%E5%81%9C%E6%B0%B4.html", "old/停水.html"),
        ("/old/a.html#top", "old/a.html"),
        (f"{BASE_URL}old/a.html", "old/a.html"),
        ("http://HY.example/hygq/old/", "old/index.html"),
    ],
)
def test_an_old_address_is_the_file_that_a_server_gives_out(
    tmp_path: Path, url: str, path: str
) -> None:
    assert paths(tmp_path, url) == [path]


@pytest.mark.parametrize(
    "url",
    [
        "/",
        BASE_URL,
        "https://other.example/old/a.html",
        "https://hy.example/elsewhere/a.html",
        "/old/a.html?id=3",
        "/old/../../etc/passwd",
        "/old/%2e%2e/%2e%2e/passwd",
        "/.git/config",
        "/media/a.html",
        "/feeds/all.xml",
        "/index.html",
        "/sitemap.xml",
        "/rumours/20260312-tingshui/",
        "/rumours/20260312-tingshui/index.html",
        "/rumours/20260312-tingshui/index.html/a",
        "http://[oops/a",
    ],
)
def test_an_address_that_cannot_be_served_is_passed_over(tmp_path: Path, url: str) -> None:
    assert paths(tmp_path, f"'{url}'") == []


def test_an_address_written_twice_leads_once(tmp_path: Path) -> None:
    assert paths(tmp_path, "/old/a", "/old/a/", f"{BASE_URL}old/a") == ["old/a/index.html"]


def test_a_page_and_a_folder_never_have_one_name(tmp_path: Path) -> None:
    assert paths(tmp_path, "/old/a.html", "/old/a.html/b", "/old") == [
        "old/a.html",
        "old/index.html",
    ]


def test_the_page_leads_on_without_script_and_is_not_indexed(tmp_path: Path) -> None:
    projection = project(tmp_path)
    found = output("old/2026/a.html", projection.records[ADDRESS], projection.settings)
    html = found.data.decode()
    assert found.path == "old/2026/a.html"
    assert '<html lang="zh-CN">' in html
    assert f'content="0; url=../../{ADDRESS}/"' in html
    assert f'<a href="../../{ADDRESS}/">3月12日起' in html
    assert f'<link rel="canonical" href="{BASE_URL}{ADDRESS}/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert facts(found.path, html).faults == ()
    assert facts(found.path, html).links == (f"{ADDRESS}/index.html",)


def test_a_hostile_title_is_only_text_there(tmp_path: Path) -> None:
    projection = project(tmp_path)
    record = projection.records[ADDRESS]
    hostile = replace(record, values={**record.values, "title": "</title><script>1</script>\"'"})
    html = output("old/a.html", hostile, projection.settings).data.decode()
    assert "<script" not in html
    assert html.count("</title>") == 1


def test_two_records_never_share_an_old_address(tmp_path: Path) -> None:
    files = {
        **SITE,
        RUMOUR: CLARIFICATION + "旧网址: [/old/a.html]\n",
        "clarifications/2026/20260301-b.yml": CLARIFICATION + "旧网址: [/old/a.html]\n",
    }
    found = [(path, record.id) for path, record in redirects(project(tmp_path, files))]
    assert found == [("old/a.html", "20260301-b")]
