"""The offline zip: links lead to files, the same site gives the same bytes."""

import os
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest

from huiying.offline import browsable, packed


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("../../rumours/a/", "../../rumours/a/index.html"),
        ("../../", "../../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../a/#facts", "../a/index.html#facts"),
        ("../find/?q=a&amp;b", "../find/index.html?q=a&amp;b"),
        ("#facts", "#facts"),
        ("?q=a", "?q=a"),
        ("../2026.csv", "../2026.csv"),
        ("https://hy.example/a/", "https://hy.example/a/"),
        ("mailto:a@hy.example", "mailto:a@hy.example"),
        ("tel:12345", "tel:12345"),
    ],
)
def test_a_link_to_a_folder_leads_to_its_file(href: str, expected: str) -> None:
    html = '<a class="x" href="{}">a</a><p title="../a/">'
    assert browsable(html.format(href)) == html.format(expected)


def test_a_page_that_leads_on_leads_to_a_file() -> None:
    html = '<meta http-equiv="refresh" content="0; url={}">'
    assert browsable(html.format("../rumours/a/")) == html.format("../rumours/a/index.html")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": '<a href="rumours/a/">',
        "rumours/a/index.html": '<a href="../../">',
        "media/图.svg": "<svg/>",
        "finder/manifest.json": "{}",
        "admin/index.html": "",
        "manifest.json": "{}",
        ".huiying.json": "",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_needs_a_server_stays_out(site: Path) -> None:
    with ZipFile(BytesIO(packed(site))) as box:
        assert box.namelist() == ["index.html", "media/图.svg", "rumours/a/index.html"]
        assert box.read("rumours/a/index.html") == b'<a href="../../index.html">'
        assert box.testzip() is None


def test_two_zips_of_one_site_are_the_same_bytes(site: Path) -> None:
    before = packed(site)
    os.utime(site / "index.html", (1, 1))
    (site / "index.html").chmod(0o600)
    assert packed(site) == before


def test_every_link_of_the_sample_leads_to_a_file_of_the_zip(tree: Path) -> None:
    with ZipFile(BytesIO(packed(tree))) as box:
        names = set(box.namelist())
        missing = {
            (name, href)
            for name in names
            if name.endswith(".html") and name != "404.html"
            for href in re.findall(r'<a\b[^>]*? href="([^"]*)"', box.read(name).decode())
            if _file(name, href) not in names | {None}
        }
        boxed = [name for name in names if b"data-box" in box.read(name) and name[-5:] == ".html"]
    assert missing == set()
    assert boxed == []


def _file(page: str, href: str) -> str | None:
    """The file that a link leads to within the zip; None for a link elsewhere."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    folder = page.rpartition("/")[0]
    return os.path.normpath(os.path.join(folder, unquote(parts.path))).replace(os.sep, "/")
