"""What an editor of records sees: the real yaml-language-server with the files that we write.

Needs node, and the server in tests/node/node_modules (`npm ci` there; `make proof` does it).
"""

from collections.abc import Callable, Iterator
from itertools import groupby, islice

import pytest
from jsonschema import Draft7Validator

from huiying.records.field import fields_of
from huiying.schema import DOCUMENT_BY_NAME, Document, schema
from huiying.schema.vscode import texts
from tests.declared import complete, faults, write
from tests.language_server import LanguageServer, find_server
from tests.test_schema import GOOD
from tests.test_schema_forms import WRITTEN

EACH = pytest.mark.parametrize("name", DOCUMENT_BY_NAME)
CHINESE = pytest.mark.parametrize("language", ["zh"], indirect=True)
"""For what one language shows as well as two."""


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def server(
    language: str, tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageServer]:
    """A server that knows nothing but what `huiying schema --vscode` has written."""
    command = find_server(tool)
    folder = tmp_path_factory.mktemp(f"desk-{language}")
    changed, problems = texts("content", language, {})
    assert problems == []
    for path, text in changed.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    running = LanguageServer(command, folder)
    yield running
    running.close()


def place(document: Document) -> str:
    """A file of that sort."""
    return f"content/{document.files.replace('**/*', '2026/20260312-tingshui')}"


def opening(document: Document) -> tuple[str, str]:
    """What stands before the keys of a record, and how far they are indented."""
    return ("bianhao:\n", "  ") if document.by_id else ("", "")


@CHINESE
def test_every_good_file_is_without_a_problem(server: LanguageServer) -> None:
    for document, group in groupby(GOOD, key=lambda pair: pair[0]):
        paths = [path for _, path in group]
        found = server.check_all(place(document), [it.read_text(encoding="utf-8") for it in paths])
        assert [(path, its) for path, its in zip(paths, found, strict=True) if its] == []


@EACH
def test_a_record_with_every_field_is_without_a_problem(
    name: str, server: LanguageServer, language: str
) -> None:
    document = DOCUMENT_BY_NAME[name]
    assert server.check(place(document), write(complete(document, language))) == []


@CHINESE
def test_a_record_beside_no_year_is_checked_too(server: LanguageServer) -> None:
    assert server.check("content/topics/gongshui.yml", "x: y\n") != []
    assert server.check("content/pages/about.yml", "x: y\n") == []


@EACH
def test_every_fault_of_form_is_shown_in_our_words(
    name: str, server: LanguageServer, language: str, full_size: bool
) -> None:
    document = DOCUMENT_BY_NAME[name]
    step = 1 if full_size else 9
    chosen = dict(islice(faults(document, language), 0, None, step))
    told = server.check_all(place(document), chosen.values())
    for fault, found in zip(chosen, told, strict=True):
        assert found, fault
        for problem in found:
            assert problem.endswith(("。", "？") if language == "zh" else (".", "?")), (
                fault,
                found,
            )


@EACH
def test_an_empty_file_is_offered_every_key_with_its_help(
    name: str, server: LanguageServer, language: str
) -> None:
    document = DOCUMENT_BY_NAME[name]
    before, indent = opening(document)
    first = fields_of(document.model)[0].label(language)[:1] if document.by_id else ""
    offered = server.complete(place(document), f"{before}{indent}{first}|")
    told = {item["label"]: item.get("documentation") for item in offered}
    help = {
        item.label(language): item.key.help_zh if language == "zh" else item.key.help_en
        for item in fields_of(document.model)
    }
    assert help.items() <= told.items()
    assert [label for label in told if label in help] == list(help)
    assert not {"null", "true", "false", "property"} & set(told)


@EACH
def test_every_vocabulary_offers_its_terms_with_their_meaning(
    name: str, server: LanguageServer, language: str
) -> None:
    document = DOCUMENT_BY_NAME[name]
    before, indent = opening(document)
    for item in fields_of(document.model):
        for vocabulary in (item.vocabulary,) if item.vocabulary else ():
            dash = f"\n{indent}  - " if item.shape.form == "list" else " "
            text = f"{before}{indent}{item.label(language)}:{dash}|"
            meaning = {
                key: term.help_zh if language == "zh" else term.help_en
                for key, term in vocabulary.by_language(language).items()
            }
            offered = server.complete(place(document), text)
            assert meaning == {it["label"]: it.get("documentation") for it in offered}


@EACH
def test_every_key_tells_its_help(name: str, server: LanguageServer, language: str) -> None:
    document = DOCUMENT_BY_NAME[name]
    before, indent = opening(document)
    for item in fields_of(document.model):
        label = item.label(language)
        shown = server.hover(place(document), f"{before}{indent}{label[:1]}|{label[1:]}:\n")
        help = item.key.help_zh if language == "zh" else item.key.help_en
        assert shown.replace("\\", "").strip() == help


def test_a_term_tells_what_all_its_like_mean(server: LanguageServer, language: str) -> None:
    text = "结论: 不|实\n" if language == "zh" else "verdict: false-|claim\n"
    shown = server.hover(place(DOCUMENT_BY_NAME["clarification"]), text)
    term = "旧闻翻炒`: 说的是过去的事" if language == "zh" else "outdated`: Something old"
    assert term in shown


@CHINESE
@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("|", "标题: $1\n状态: ${2|草稿,审核中,已审定|}\n发布时间: "),
        ("责任单位:\n  |", "第一责任单位: $1\n责任依据: "),
        ("责任单位: |\n", "\n  第一责任单位: $1\n  责任依据: "),
        ("网传说法:\n  |", "- 原话: "),
        ("网传说法:\n  - |", "原话: "),
        ("网传说法:\n  - 原话: x\n  |", "- 原话: "),
        ("最新进展:\n  - |", "时间: ${1:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE "),
    ],
)
def test_a_group_is_offered_where_it_fits(text: str, written: str, server: LanguageServer) -> None:
    offered = server.complete(place(DOCUMENT_BY_NAME["clarification"]), text)
    groups = [it["insertText"] for it in offered if it["label"].startswith("一组")]
    assert [text[: len(written)] for text in groups] == [written]


@CHINESE
@pytest.mark.parametrize(
    ("text", "label", "written"),
    [
        ("结|", "结论", "结论: "),
        ("标|", "标题", "标题: "),
        ("网|", "网传说法", "网传说法:\n  - "),
        ("主|", "主题", "主题:\n  - "),
        ("责|", "责任单位", "责任单位:\n  第一责任单位: $1\n  责任依据: "),
        ("状态: 已审定\n发|", "发布时间", "发布时间: "),
        ("发布时间: |\n", "现在", "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:"),
    ],
)
def test_a_key_comes_with_what_follows_it(
    text: str, label: str, written: str, server: LanguageServer
) -> None:
    offered = server.complete(place(DOCUMENT_BY_NAME["clarification"]), text)
    [found] = [item["insertText"] for item in offered if item["label"] == label]
    assert found[: len(written)] == written


@CHINESE
def test_a_validator_and_the_server_agree_on_every_scalar(server: LanguageServer) -> None:
    """The tests of `test_schema.py` rest on a reader of YAML 1.2 of our own: it reads alike."""
    document = DOCUMENT_BY_NAME["clarification"]
    check = Draft7Validator(schema(document, "zh"))
    fields = {"时间": "经过", "查阅日期": "依据", "网址": "依据", "细微": "变更记录", "关键词": ""}
    scalars = {text: value for text, value in WRITTEN.items() if value is not None}
    for key, above in fields.items():
        lines = [f"    {key}: {text}" if above else f"  - {text}" for text in scalars]
        lines = [f"  -\n{line}" if above else line for line in lines]
        shown = server.check(place(document), "\n".join(["标题: x", f"{above or key}:", *lines]))
        wrong = {int(problem.partition(":")[0]) for problem in shown if "缺少" not in problem}
        step = 2 if above else 1
        expected = set()
        for number, value in enumerate(scalars.values()):
            record = {"标题": "x", above or key: [{key: value} if above else value]}
            if any(key in error.absolute_path for error in check.iter_errors(record)):
                expected.add(2 + step * (number + 1))
        assert wrong == expected != set(), key
