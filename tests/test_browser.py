"""The test server answers as the real one, and Chromium obeys what it says."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser import CSP, serve_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A site of two pages, one of them with a script that no policy of ours allows."""
    (tmp_path / "index.html").write_text("<script>document.title = '内联'</script><p>回应")
    (tmp_path / "404.html").write_text("没有这一页")
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "a.json").write_text("{}")
    with serve_folder(tmp_path) as address:
        yield address


def test_pages_and_data_carry_headers_and_type(address: str) -> None:
    with urlopen(f"{address}/api/a.json") as answer:
        assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
        assert answer.headers["Content-Security-Policy"] == CSP
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/missing/", "/missing.json", "/api/"])
def test_what_is_not_there_is_the_sites_own_404(address: str, path: str) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(address + path)
    with caught.value as answer:
        assert (answer.code, answer.read().decode()) == (404, "没有这一页")
        assert answer.headers["Content-Security-Policy"] == CSP


def test_an_inline_script_does_not_run(address: str, browser: "Browser") -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    assert (page.title(), page.inner_text("p")) == ("", "回应")
    context.close()
