"""The programs of docs/api.md and of the page: the same, and they run."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from huiying.render.api.examples import javascript, python
from huiying.render.api.openapi import ENDPOINTS
from huiying.render.api.tables import HEADINGS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOME = "https://huiying.example/"
BASE = f"{HOME}api/v1/"
DOCS = (ROOT / "docs" / "api.md").read_text("utf-8")


def block(language: str) -> str:
    [found] = re.findall(rf"```{language}\n(.*?)```", DOCS, re.DOTALL)
    return str(found)


@pytest.mark.parametrize(("language", "text"), [("python", python), ("javascript", javascript)])
def test_docs_and_page_show_the_same_program(language: str, text: object, tree: Path) -> None:
    assert callable(text)
    assert block(language) == text(BASE)
    page = unescape((tree / "api/index.html").read_text("utf-8"))
    assert text(BASE) in page
    assert len([line for line in block(language).splitlines() if line.strip()]) <= 10


def test_ten_lines_of_python_run(address: str) -> None:
    program = block("python").replace(HOME, f"{address}/")
    command = [sys.executable, "-X", "utf8", "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 5
    assert all(re.fullmatch(rf"20\d\d-\d\d-\d\d \S.* {HOME}rumours/\S+/", line) for line in lines)
    assert lines == sorted(lines, key=lambda line: line[:10], reverse=True)


def test_ten_lines_of_javascript_run_in_a_page_of_another_site(
    browser: "Browser", tree: Path
) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    free = {"Access-Control-Allow-Origin": "*"}
    page.route(
        f"{HOME}**",
        lambda route: route.fulfill(path=tree / route.request.url.removeprefix(HOME), headers=free),
    )
    page.route(
        "https://other.example/",
        lambda route: route.fulfill(body="<title>x</title>", content_type="text/html"),
    )
    page.goto("https://other.example/")
    page.evaluate(f"async () => {{ {block('javascript')} }}")
    page.close()
    assert len(said) == 5
    assert all(re.match(r"20\d\d-\d\d-\d\d [a-z_]+ \S", line) for line in said)


def test_every_file_and_column_is_described() -> None:
    described = DOCS.replace("<yyyy>", "{year}").replace("<mm>", "{month}").replace("<id>", "{id}")
    described = described.replace("<word>", "{word}").replace("<term>", "{verdict}")
    described = described.replace("<name>", "{name}")
    assert [each.path for each in ENDPOINTS if each.path[1:] not in described] == []
    assert [word for word in HEADINGS if word not in described] == []
