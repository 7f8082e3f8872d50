"""docs/rules.md leads from the field's codes to our rules, and the code says the same."""

import re
from pathlib import Path

import pytest

from huiying.against import COMPARISONS
from huiying.audits import AUDITS
from huiying.links import LINK_CHECKS
from huiying.messages import CATALOGUE
from huiying.rules import RULE_BY_NAME
from tests.conftest import ROOT

WITH_PAGES = {*RULE_BY_NAME, *COMPARISONS, *AUDITS, *LINK_CHECKS}
SENTENCES = {key.partition(".")[0] for key in CATALOGUE["zh"]}
CODE = re.compile(r"\b[A-Z][A-Z0-9]+(?:-[0-9](?:/[0-9])?(?!\.\.)|(?=-1\.\.n))")
PACKAGE = ROOT / "generator" / "huiying"


def table() -> dict[str, tuple[str, set[str]]]:
    """By code: the cell of rules, and the names in it."""
    rows = re.findall(
        r"(?m)^\| ([A-Z][A-Z0-9-]+|–) \| [^|]+ \| ([^|]+) \|$",
        (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"),
    )
    return {code: (cell, set(re.findall(r"`([a-z-]+)`", cell))) for code, cell in rows}


def codes(text: str) -> set[str]:
    """The codes a text names, `REF-1/2` as two."""
    found = set()
    for code in CODE.findall(text):
        stem, _, numbers = code.partition("-")
        found |= {f"{stem}-{number}" for number in numbers.split("/")} if numbers else {code}
    return found


def test_every_name_in_the_table_is_a_rule_and_every_rule_is_in_the_table() -> None:
    names = set().union(*(names for _, names in table().values()))
    assert names - WITH_PAGES - SENTENCES == set()
    assert WITH_PAGES - names == set()


@pytest.mark.parametrize("name", sorted(WITH_PAGES))
def test_the_codes_that_a_rule_refers_to_are_those_of_its_rows(name: str) -> None:
    (file,) = (
        file
        for folder in ("rules", "against", "audits", "links")
        if (file := PACKAGE / folder / f"{name.replace('-', '_')}.py").exists()
    )
    comment = "".join(
        re.findall(r"(?m)^# Reference:.*(?:\n#.*)*", file.read_text(encoding="utf-8"))
    )
    referred = codes(comment) & table().keys()
    rows = {code for code, (_, names) in table().items() if name in names}
    assert referred <= rows


def test_the_table_has_every_code_of_the_catalogue_once(shared: Path) -> None:
    text = (shared / "DOMAIN.md").read_text(encoding="utf-8")
    catalogue = text[text.index("## (e) Rule catalogue") :]
    wanted = set().union(*(codes(cell) for cell in re.findall(r"(?m)^\| ([^|]+) \|", catalogue)))
    assert len(wanted) > 35
    assert table().keys() - {"–"} == wanted


@pytest.mark.parametrize("name", sorted(WITH_PAGES - RULE_BY_NAME.keys()))
def test_what_judges_outputs_releases_and_links_is_expected_in_some_test(name: str) -> None:
    tests = (file for file in (ROOT / "tests").rglob("test_*.py") if "node" not in file.parts)
    expecting = [file.name for file in tests if f'"{name}' in file.read_text(encoding="utf-8")]
    assert [each for each in expecting if each != "test_rule_table.py"] != []
