"""`huiying schema`: what it prints, what it writes for VS Code, and what it leaves alone."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from huiying.commands.schema import command
from huiying.messages import schema_en, schema_zh
from huiying.problem import Problem
from huiying.schema import DOCUMENT_BY_NAME, DOCUMENTS, schema
from huiying.schema.vscode import EXTENSIONS, SETTINGS, schema_file, schemas, texts, wanted
from tests.conftest import ROOT
from tests.declared import is_read
from tests.sites import write_site


def run(*words: str) -> Result:
    return CliRunner().invoke(command, words)


def merged(present: dict[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """What would be changed beside the schemas, and what is wrong."""
    changed, problems = texts("content", "zh", present)
    return {path: text for path, text in changed.items() if "schemas/" not in path}, problems


# -- printing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", DOCUMENT_BY_NAME)
def test_the_schema_of_every_sort_of_file_is_printed(name: str, language: str) -> None:
    document = DOCUMENT_BY_NAME[name]
    for word in (document.name, document.zh):
        done = run(word, "--keys", language)
        assert done.exit_code == 0
        assert json.loads(done.output) == schema(document, language)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["辟谣谣"], "您是否想写“辟谣”？"),
        (["clarifcation"], "您是否想写“clarification”？"),
        (["☂"], "可以写：topic、专题、"),
        ([], "请写一个 NAME"),
        (["site", "--vscode"], "请写一个 NAME"),
    ],
)
def test_wrong_use_is_told_what_would_be_right(words: list[str], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.output


# -- writing ---------------------------------------------------------------------------------------


def test_what_this_project_has_is_what_the_command_writes() -> None:
    paths = [*schemas("zh"), *wanted("content")]
    present = {path: (ROOT / path).read_text(encoding="utf-8") for path in paths}
    assert texts("content", "zh", present) == ({}, []), "run: huiying schema --vscode"


def test_a_new_site_gets_its_wiring_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    done = run("--vscode", "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 0
    settings = json.loads((site / SETTINGS).read_text(encoding="utf-8"))
    for document in DOCUMENTS:
        path = schema_file(document.name)
        assert path in done.output
        assert settings["yaml.schemas"][path] == f"content/{document.files}"
        written = json.loads((site / path).read_text(encoding="utf-8"))
        assert schema(document, "zh").items() <= written.items()
    assert "redhat.vscode-yaml" in (site / EXTENSIONS).read_text(encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in site.rglob(".vscode/**/*.json")}
    assert run("--vscode", "-f", str(site / "mkdocs.yml")).exit_code == 0
    assert before == {path: path.stat().st_mtime_ns for path in site.rglob(".vscode/**/*.json")}


def test_english_keys_replace_our_own_schemas_only() -> None:
    changed, problems = texts("content", "en", schemas("zh"))
    assert problems == []
    assert set(schemas("zh")) <= set(changed)


def test_settings_of_others_stay_and_ours_are_added() -> None:
    theirs = '{"editor.tabSize": 2, "yaml.schemas": {"a.json": "b/*.yml"}}'
    changed, problems = merged({SETTINGS: theirs, EXTENSIONS: '{"recommendations": ["a.b"]}'})
    assert problems == []
    settings = json.loads(changed[SETTINGS])
    assert settings["editor.tabSize"] == 2
    assert settings["yaml.schemas"]["a.json"] == "b/*.yml"
    assert wanted("content")[SETTINGS]["yaml.schemas"].items() <= settings["yaml.schemas"].items()
    assert json.loads(changed[EXTENSIONS]) == {"recommendations": ["a.b", "redhat.vscode-yaml"]}


def test_settings_that_say_otherwise_are_told_with_their_place_and_left_alone() -> None:
    theirs = '{\n  "editor.tabSize": 2,\n  "yaml.schemaStore.enable": true\n}\n'
    changed, [problem] = merged({SETTINGS: theirs})
    assert SETTINGS not in changed
    assert (problem.key, problem.mark.line, problem.mark.column) == ("editor-settings.clash", 3, 3)
    assert problem.values["found"] == "true"
    assert problem.values["wanted"] == "false"


@pytest.mark.parametrize("text", ['{"a": 1, // why\n}', "[]", "", "{"])
def test_settings_that_are_no_plain_json_are_left_alone(text: str) -> None:
    changed, [problem] = merged({SETTINGS: text})
    assert SETTINGS not in changed
    assert problem.key == "editor-settings"
    assert "yaml.schemas" in problem.values["wanted"]


def test_a_schema_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    path = site / schema_file("clarification")
    path.parent.mkdir(parents=True)
    path.write_text("{}", encoding="utf-8")
    done = run("--vscode", "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 1
    assert f"{schema_file('clarification')}:1:1: 错误：这个文件不是" in done.output
    assert [path] == [*site.rglob(".vscode/**/*.json")]
    assert path.read_text(encoding="utf-8") == "{}"


def test_its_sentences_exist_in_both_languages() -> None:
    assert schema_zh.SENTENCES.keys() == schema_en.SENTENCES.keys()


# -- snippets --------------------------------------------------------------------------------------


def typed(body: Any) -> Any:
    """A snippet's body as an editor leaves it: the first choice, the day of writing, some words."""
    if isinstance(body, dict):
        return {typed(key): typed(value) for key, value in body.items()}
    if isinstance(body, list):
        return [typed(value) for value in body]
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", body)
    for name, value in {"YEAR": "2026", "HOUR": "09"}.items():
        text = text.replace(f"$CURRENT_{name}", value)
    text = re.sub(r"\$CURRENT_[A-Z]+", "12", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    return re.sub(r"\$\d+", "yi", text)


def snippets(value: Any) -> Iterator[Any]:
    """The bodies of all snippets of a schema."""
    for key, below in value.items() if isinstance(value, dict) else enumerate(value):
        if key == "defaultSnippets":
            yield from below
        elif isinstance(below, dict | list):
            yield from snippets(below)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", DOCUMENT_BY_NAME)
def test_a_whole_snippet_is_a_record_that_is_read(name: str, language: str) -> None:
    document = DOCUMENT_BY_NAME[name]
    found = schema(document, language)
    whole = found["defaultSnippets"] if document.by_id else found["then"].get("defaultSnippets", [])
    for snippet in whole:
        text = json.dumps(typed(snippet["body"]), ensure_ascii=False)
        assert is_read(document, text) or name == "site", text
    assert len(whole) == (name != "media")


@pytest.mark.parametrize("name", DOCUMENT_BY_NAME)
def test_the_stops_of_a_snippet_count_from_one(name: str) -> None:
    for snippet in snippets(schema(DOCUMENT_BY_NAME[name], "zh")):
        text = json.dumps(snippet.get("body", ""))
        stops = sorted({int(number) for number in re.findall(r"\$\{?(\d+)", text)})
        assert stops == [*range(1, len(stops) + 1)]


def test_a_time_that_nobody_chose_is_never_written_with_its_key() -> None:
    found = schema(DOCUMENT_BY_NAME["clarification"], "zh")
    for key in ("发布时间", "复核期限", "失效时间", "下次更新"):
        [snippet] = found["properties"][key]["defaultSnippets"]
        assert "body" not in snippet
        assert snippet["bodyText"].startswith("$CURRENT_YEAR-")
