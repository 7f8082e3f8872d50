"""All outputs together: links that lead nowhere, places of problems, and words for each of them."""

import ast
import re
from pathlib import Path

import pytest

import huiying.audits
from huiying import public
from huiying.audits import AUDITS, check
from huiying.audits.facts import Facts
from huiying.content import Content
from huiying.messages import audits_en, audits_zh, sentence
from huiying.problem import Level, Problem
from huiying.public import Projection
from huiying.settings import Settings
from tests.helper import NOW, RUMOUR, read
from tests.render.sites import BASE_URL, SITE

PAGE = "rumours/20260312-tingshui/index.html"
FOLDER = Path(huiying.audits.__file__).parent


@pytest.fixture
def site(tmp_path: Path) -> tuple[Content, Projection]:
    content = read(tmp_path, SITE)
    return content, public.project(content.library, Settings(content.site, BASE_URL, NOW))


Site = tuple[Content, Projection]


def problems(site: Site, found: dict[str, Facts], *paths: str) -> list[Problem]:
    content, projection = site
    return list(check(found, {*found, *paths}, content.library, projection, {}))


def keys(site: Site, found: dict[str, Facts], *paths: str) -> list[tuple[str, str]]:
    return [(each.key, each.values["value"]) for each in problems(site, found, *paths)]


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("index.html", None),
        ("media/a.svg", None),
        ("none/index.html", "internal-link"),
        ("../etc/passwd", "internal-link"),
        ("/hygq/index.html", None),
        ("/hygq/", None),
        ("/none/", "internal-link"),
        ("about/index.html#history", None),
        ("about/index.html#future", "internal-link.fragment"),
        ("media/a.mp4#t=10", None),
        ("#menu", None),
        ("#none", "internal-link.fragment"),
    ],
)
def test_a_link_leads_to_something_or_is_a_problem(site: Site, link: str, key: str | None) -> None:
    found = {
        PAGE: Facts("filling", links=(link,), ids=("facts",)),
        "about/index.html": Facts("page", ids=("history",)),
        "x/shell.html": Facts("shell", links=("#facts",), ids=("menu",)),
    }
    seen = keys(site, found, "index.html", "media/a.svg", "media/a.mp4")
    assert [name for name, _ in seen] == ([key] if key else [])


def test_a_skip_link_of_a_shell_needs_its_target_in_a_body(site: Site) -> None:
    found = {"x/a.html": Facts("shell", links=("#content",)), PAGE: Facts("filling")}
    assert keys(site, found) == [("internal-link.fragment", "#content")]


def test_a_fault_is_placed_in_the_record_or_at_the_output(site: Site) -> None:
    fault = (("heading-order", "h2 → h4"),)
    found = {PAGE: Facts("filling", faults=fault), "about/index.html": Facts("page", faults=fault)}
    marks = [str(problem.mark.file) for problem in problems(site, found)]
    assert marks == [f"content/{RUMOUR}", "about/index.html"]


def test_the_sites_own_address_is_no_foreign_host(site: Site) -> None:
    own, other = f"{BASE_URL}media/a.webp", "https://hy.example.evil.example/a.webp"
    found = {PAGE: Facts("filling", faults=(("foreign-host", own), ("foreign-host", other)))}
    assert keys(site, found) == [("foreign-host", other)]


def test_every_audit_stops_a_build(site: Site) -> None:
    found = {PAGE: Facts("filling", links=("none",), faults=(("page-tags", "SiteName"),))}
    assert {problem.level for problem in problems(site, found)} == {Level.ERROR}


def yielded() -> set[str]:
    """Every key of a sentence that the code of the audits writes down, and the ones of `check`."""
    found = {"internal-link", "internal-link.fragment", "internal-string", "personal-output"}
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                first = node.value.elts[0]
                if isinstance(first, ast.Constant) and str(first.value).startswith(AUDITS):
                    found.add(str(first.value))
    return found


def test_every_problem_has_its_sentence_in_both_languages() -> None:
    assert yielded() == audits_zh.SENTENCES.keys() == audits_en.SENTENCES.keys()


@pytest.mark.parametrize("key", sorted(audits_zh.SENTENCES))
def test_a_sentence_says_what_is_wrong_and_how_to_mend_it(key: str) -> None:
    filled = sentence(key, {"value": "甲", "path": "乙"})
    assert re.fullmatch(r"[^。]+。请[^。]+。", filled), filled
    assert "…" not in filled
    assert len(re.findall(r"\. [A-Z]", sentence(key, {"value": "x", "path": "y"}, "en"))) == 1


def test_every_audit_is_a_file_of_its_name_with_its_page_of_the_guide() -> None:
    for name in AUDITS:
        text = (FOLDER / f"{name.replace('-', '_')}.py").read_text(encoding="utf-8")
        docstring = ast.get_docstring(ast.parse(text)) or ""
        assert "对：" in docstring, name
        assert "错：" in docstring, name
        assert "In English:" in docstring, name
