"""The page of the finder as it is sent: what stands there without its script."""

import re
from pathlib import Path

import pytest

from huiying.render.body import body, environment
from huiying.render.head import head
from huiying.render.plan import Page
from huiying.render.sitemap import outputs
from huiying.settings import Settings
from tests.conftest import ROOT
from tests.helper import BASE, SITE
from tests.render.sites import page, project

ENV = environment(ROOT / "theme")
MORE = "热线: 0000-12345\n信箱网址: https://xinxiang.example/write?content={text}\n"


@pytest.fixture
def found(tmp_path: Path) -> tuple[Page, Settings]:
    projection = project(tmp_path, {**BASE, "site.yml": SITE + MORE})
    return page(projection, "find/"), projection.settings


def test_search_engines_may_lead_to_it_by_its_one_address(found: tuple[Page, Settings]) -> None:
    html = head(*found)
    assert "<title>查一查 - 示例市回应</title>" in html
    assert '<link rel="canonical" href="https://hy.example/hygq/find/">' in html
    assert "noindex" not in html
    for name in ("SiteName", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"):
        assert f'<meta name="{name}" content="' in html


def test_it_is_in_the_sitemap(tmp_path: Path) -> None:
    projection = project(tmp_path, BASE)
    files = {
        output.path: output.data.decode() for output in outputs(projection, ["find/index.html"])
    }
    assert "<loc>https://hy.example/hygq/find/</loc>" in files["sitemaps/pages.xml"]


def test_the_field_has_no_name_so_that_a_form_without_script_sends_nothing(
    found: tuple[Page, Settings],
) -> None:
    html = body(*found, ENV)
    [field] = re.findall(r"<textarea[^>]*>", html)
    assert " name=" not in field
    assert re.findall(r"<(?:input|select)[^>]* name=", html) == []
    header = (ROOT / "theme" / "frame" / "header.html").read_text(encoding="utf-8")
    assert " name=" not in header


def test_without_a_script_every_way_into_the_index_is_there(found: tuple[Page, Settings]) -> None:
    html = body(*found, ENV)
    for way in ("../rumours/", "../responses/", "../qa/", "../rumours/organisation/shuiwuju/"):
        assert f'href="{way}"' in html
    assert 'href="../rumours/2026/03/"' in html
    assert "<noscript>" in html
    assert "0000-12345" in html


def test_what_the_script_fills_is_hidden_and_what_is_read_aloud_is_not(
    found: tuple[Page, Settings],
) -> None:
    html = body(*found, ENV)
    assert re.search(r'<section class="resp-results"[^>]* hidden>', html)
    [status] = re.findall(r'<p[^>]*role="status"[^>]*>', html)
    assert "hidden" not in status
    section = html[html.index("<section") :]
    assert 'role="status"' not in section
    for part in ("stamp false-claim", "badge outdated", "kind response", "standing withdrawn"):
        assert html.count(f'data-part="{part}"') == 1
