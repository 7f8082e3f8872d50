"""What the documentation says is so: commands, pages of rules, help, examples, links."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from huiying import build, console, content, public, records, rules
from huiying.against import COMPARISONS
from huiying.audits import AUDITS
from huiying.cache import Cache
from huiying.commands import COMMANDS, main
from huiying.commands.explain import explain
from huiying.content import Content
from huiying.explanation import page_of
from huiying.importing.declaration import FORM, FieldRule, IdRule, ImportMapping
from huiying.links import LINK_CHECKS
from huiying.problem import Problem, arrange
from huiying.records import KINDS, REGISTERS, vocabulary
from huiying.records.clarification import Clarification
from huiying.records.field import Model, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.vocabulary import Term, Vocabulary
from huiying.rules import RULE_BY_NAME
from tests.helper import BASE, RUMOUR, ZONE, read, settings
from tests.sites import write_empty_site

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
PAGES = (*READMES, "CHANGELOG.md", *(f"docs/{path.name}" for path in ROOT.glob("docs/*.md")))
IMPORT = "docs/import.md"
SCREENSHOTS = ROOT / "docs" / "screenshots"
ADDRESS = "rumours/20260312-tingshui"
VOCABULARIES = [each for each in vars(vocabulary).values() if isinstance(each, Vocabulary)]
TERMS = [(each.name, term) for each in (*VOCABULARIES, FORM) for term in each]


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The fenced examples of a page in one language, in order."""
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", text(page))


def codes(page: str) -> set[str]:
    """All that a page sets as code within a line."""
    return set(re.findall(r"`([^`\n]+)`", text(page)))


def judge(found: Content, folder: Path) -> list[Problem]:
    """What reading and the rules say."""
    said = rules.check(found.library, settings(found), folder / "content", "content")
    return arrange([*found.problems, *said])


# -- commands, rules and audits --------------------------------------------------------------------


@pytest.mark.parametrize("page", READMES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(page: str, name: str) -> None:
    assert any(re.match(rf"huiying {name}\b", code) for code in codes(page))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_no_command_and_no_option_that_is_not_there(page: str) -> None:
    for code in codes(page):
        called = re.match(r"huiying ([a-z-]+)", code)
        if called:
            assert called[1] in COMMANDS
            offered = CliRunner().invoke(main, [called[1], "--help"]).output
            assert all(option in offered for option in re.findall(r"--[a-z-]+", code))


@pytest.mark.parametrize("name", [*sorted(RULE_BY_NAME), *AUDITS, *COMPARISONS, *LINK_CHECKS])
def test_every_rule_and_audit_has_a_page_with_two_examples_and_is_explained(name: str) -> None:
    page = page_of(name) or ""
    # Below its mark as a block; where bytes are meant, beside it in words.
    right, wrong = re.findall(r"(?m)^(?:对|错)(?:（.+）)?：(.+|\n\n(?:    .+\n)+)", page)
    assert right.strip() != wrong.strip()
    assert "\n\nIn English: " in page
    for language in ("zh", "en"):
        assert explain(name, language)


# -- fields and terms ------------------------------------------------------------------------------


def models() -> Iterator[type[Model]]:
    """Every model that an editor or a site keeper fills in, those within others too."""
    waiting: list[type[Model]] = [each.model for each in (*KINDS, *REGISTERS)]
    waiting += [Sidecar, Site, ImportMapping]
    seen: set[type[Model]] = set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield model
            waiting += below(model)


def below(model: type[Model]) -> Iterator[type[Model]]:
    for item in fields_of(model):
        shape = item.shape
        while shape.inner is not None:
            shape = shape.inner
        if shape.model is not None:
            yield shape.model


@pytest.mark.parametrize("model", [*models()], ids=lambda model: model.__name__)
def test_every_field_says_in_both_languages_what_it_is_for(model: type[Model]) -> None:
    for item in fields_of(model):
        assert re.search(r"[\u4e00-\u9fff].*。\Z", item.key.help_zh), item.name
        assert re.match(r"[A-Za-z].*\.\Z", item.key.help_en), item.name


@pytest.mark.parametrize(("name", "term"), TERMS, ids=lambda value: getattr(value, "en", value))
def test_every_term_says_in_both_languages_what_it_means(name: str, term: Term) -> None:
    assert re.search(r"[\u4e00-\u9fff].*。\Z", term.help_zh), name
    assert re.match(r"[A-Za-z].*[.?]\Z", term.help_en), name


# -- the first record ------------------------------------------------------------------------------


@pytest.mark.parametrize("page", READMES)
def test_the_first_record_of_the_readme_is_read_without_a_problem(page: str) -> None:
    first = blocks(page, "yaml")[0]
    parsed = records.parse(first.encode(), RUMOUR, Clarification, "zh")
    record, problems = records.construct(
        parsed, Clarification, "clarification", "20260312-tingshui", RUMOUR, ZONE
    )
    assert problems == []
    assert record is not None
    assert record.language == "zh"


@pytest.mark.parametrize("page", READMES)
def test_the_first_record_is_a_draft_that_lacks_who_is_responsible(
    page: str, tmp_path: Path
) -> None:
    found = read(tmp_path, {**BASE, RUMOUR: blocks(page, "yaml")[0]})
    problems = judge(found, tmp_path)
    assert [each.values["key"] for each in problems] == ["第一责任单位", "责任依据"]
    assert not build.stops(problems, strict=True)  # nor may a draft hold up others
    assert not public.project(found.library, settings(found)).records
    preview = public.project(found.library, settings(found), preview=True)
    assert preview.records[ADDRESS].state == "draft"


@pytest.mark.parametrize("page", READMES)
def test_with_the_three_things_added_the_first_record_is_public(page: str, tmp_path: Path) -> None:
    first, added, *_ = blocks(page, "yaml")
    assert len(re.findall(r"(?m)^\S", added)) == 3
    found = read(tmp_path, {**BASE, RUMOUR: first + added})
    assert judge(found, tmp_path) == []
    assert ADDRESS in public.project(found.library, settings(found)).records


@pytest.mark.parametrize("page", READMES)
def test_the_error_line_of_the_readme_is_what_is_printed(page: str, tmp_path: Path) -> None:
    wrong = blocks(page, "yaml")[0].replace("结论: 不实", "结论: 不属实")
    (problem,) = read(tmp_path, {**BASE, RUMOUR: wrong}).problems
    assert [f"{console.line(problem)}\n"] == [b for b in blocks(page, "") if "(choice)" in b]


@pytest.mark.parametrize("page", READMES)
def test_the_readme_names_what_site_yml_has_to_have(page: str) -> None:
    needed = {item.key.zh for item in fields_of(Site) if Site.model_fields[item.name].is_required()}
    assert needed == {"网站名称", "网站标识码", "主办单位", "审核关"}
    assert needed <= codes(page)


# -- the import ------------------------------------------------------------------------------------


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example of the page, run as the page says, in a site without a record."""
    write_empty_site(tmp_path)
    (tmp_path / "piyao-2019.csv").write_text(blocks(IMPORT, "csv")[0], encoding="utf-8")
    (tmp_path / "piyao.yml").write_text(blocks(IMPORT, "yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (line,) = re.findall(r"(?m)^huiying (import .*)$", blocks(IMPORT, "sh")[0])
    done = CliRunner().invoke(main, line.split())
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"`{done.stdout.splitlines()[0]}`" in text(IMPORT)
    return tmp_path


def test_the_example_of_the_import_writes_what_the_page_shows(imported: Path) -> None:
    written = sorted((imported / "content" / "clarifications").rglob("*.yml"))
    assert len(written) == 2
    assert written[0].relative_to(imported).as_posix() in codes(IMPORT)
    assert written[0].read_text(encoding="utf-8") == blocks(IMPORT, "yaml")[1]
    assert (imported / "content/registers/organisations.yml").is_file()


def test_what_the_example_wrote_is_public_and_without_a_problem(imported: Path) -> None:
    found = content.read(imported, imported / "content", "test", Cache(None))
    assert judge(found, imported) == []
    assert len(public.project(found.library, settings(found)).records) == 2


@pytest.mark.parametrize("model", [ImportMapping, IdRule, FieldRule])
def test_every_key_of_a_mapping_stands_on_the_page(model: type[Model]) -> None:
    keys = {item.label(language) for item in fields_of(model) for language in ("zh", "en")}
    assert keys <= codes(IMPORT)


def test_every_shipped_mapping_and_no_unknown_rule_stands_on_the_page() -> None:
    shipped = {path.stem for path in ROOT.glob("generator/huiying/importing/mappings/*.yml")}
    assert len(shipped) == 2
    assert shipped <= codes(IMPORT)
    named = {code for code in codes(IMPORT) if code.startswith("import-")}
    assert len(named) > 10
    assert all(explain(code, "zh") for code in named)


# -- links -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_to_a_file(page: str) -> None:
    base = (ROOT / page).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", text(page)):
        path = (base / target.partition("#")[0]).resolve()
        made_later = path.is_relative_to(SCREENSHOTS) and not SCREENSHOTS.exists()
        if "://" not in target and not made_later:
            assert path.exists(), target
