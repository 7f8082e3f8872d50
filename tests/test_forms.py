"""The configuration of the web form, from the declarations, and where the form enters a site."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from huiying import doors, forms
from huiying.commands import main
from huiying.forms.fields import is_shown
from huiying.records import KINDS, REGISTERS
from huiying.records.field import Model, Shape, fields_of
from huiying.records.site import Site
from huiying.records.vocabulary import VERDICT
from huiying.settings import UNREADABLE
from tests.conftest import ROOT, is_proof
from tests.sites import CONFIG, digests, run, write_site

SCHEMA = ROOT / "build/admin/node_modules/@sveltia/cms/schema/sveltia-cms.json"
SERVER = {"name": "gitlab", "repo": "hygq/content", "base_url": "https://git.example/x"}
HAN = re.compile(r"[\u4e00-\u9fff]")
MODELS = (*(each.model for each in (*KINDS, *REGISTERS)), Site)


def config(language: str = "zh", server: dict[str, str] | None = None) -> dict[str, Any]:
    site = UNREADABLE.model_copy(update={"key_language": language, "name": "示例市回应"})
    return forms.config(site, "content", server)


def sorts(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Kinds, registers and the site by name."""
    found = [item for each in made["collections"] for item in each.get("files", [each])]
    return {item["name"]: item for item in found if "fields" in item}


def below(model: type[Model]) -> Iterator[type[Model]]:
    """A model and all that lie in it."""
    yield model
    for item in fields_of(model):
        shape: Shape | None = item.shape
        while shape is not None and shape.model is None:
            shape = shape.inner
        if shape is not None and shape.model is not None:
            yield from below(shape.model)


def words(value: Any) -> Iterator[tuple[str, str]]:
    """Everything in a configuration that an editor reads."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("label", "label_singular", "hint", "comment", "app_title"):
                yield key, item
            elif key == "pattern" and isinstance(item, list):
                yield key, item[1]
            else:
                yield from words(item)
    elif isinstance(value, list):
        for item in value:
            yield from words(item)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("server", [None, SERVER])
def test_sveltia_takes_the_configuration(language: str, server: dict[str, str] | None) -> None:
    if not SCHEMA.is_file() and not is_proof():
        pytest.skip("Sveltia is not here: run `make forms` (needs npm)")
    check = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    made = config(language, server)
    assert [error.message for error in check.iter_errors(made)] == []
    made["collections"][0]["fields"][0]["hint"] = 1
    assert list(check.iter_errors(made)) != []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_without_free_keys_is_in_the_form_once(kind: Any, language: str) -> None:
    shown = [field["name"] for field in sorts(config(language))[kind.name]["fields"]]
    declared = [it.label(language) for it in fields_of(kind.model) if is_shown(it.shape)]
    assert sorted(declared) == sorted(shown)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_an_entry_begins_with_its_id(register: Any) -> None:
    (entries,) = sorts(config())[register.name]["fields"]
    declared = [it.key.zh for it in fields_of(register.model) if is_shown(it.shape)]
    assert ["编号", *declared] == [field["name"] for field in entries["fields"]]


def test_what_holds_free_keys_is_left_to_the_file() -> None:
    names = {field["name"] for field in sorts(config())["clarification"]["fields"]}
    assert {"内部", "审核"} & names == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_that_an_editor_reads_is_chinese(language: str) -> None:
    foreign = [text for _, text in words(config(language)) if not HAN.search(text)]
    assert foreign == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_key_tells_its_language_and_holds_no_dot(model: type[Model]) -> None:
    # The form's script tells the language of a file by them, and Sveltia makes paths of them.
    for each in below(model):
        for item in fields_of(each):
            assert HAN.search(item.label("zh"))
            assert not HAN.search(item.label("en"))
            assert "." not in item.label("zh") + item.label("en")


def test_terms_are_written_in_the_language_of_the_files() -> None:
    for language in ("zh", "en"):
        shown = sorts(config(language))["clarification"]["fields"]
        (verdict,) = (field for field in shown if field["label"] == "结论")
        values = [option["value"] for option in verdict["options"]]
        assert [term.zh if language == "zh" else term.en for term in VERDICT] == values


def test_what_is_asked_of_everybody_comes_first() -> None:
    shown = sorts(config())["clarification"]["fields"]
    asked = [field["name"] for field in shown if "comment" in field]
    assert asked == [field["name"] for field in shown][: len(asked)]
    assert {"标题", "状态", "发布时间", "网传说法", "结论", "证据", "事实", "责任单位"} == set(
        asked
    )


def test_what_only_a_kind_has_and_is_made_of_parts_is_not_folded_away() -> None:
    shown = {
        name: {each["name"] for each in sort["fields"] if "comment" in each}
        for name, sort in sorts(config()).items()
    }
    assert "题目" in shown["survey"]
    assert {"发布人", "议程", "实录", "答问摘要"} <= shown["briefing"]
    assert "章节" in shown["topic"]
    assert "最新进展" not in shown["survey"]


def every_field(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in fields:
        yield each
        yield from every_field(each.get("fields", []))


def test_no_hint_asks_for_what_the_form_does_by_itself() -> None:
    found = [each for sort in sorts(config()).values() for each in every_field(sort["fields"])]
    for each in found:
        assert not re.search(r"\[|\]", each.get("hint", "")), each
        if each["widget"] == "relation":
            assert "编号" not in each["hint"]
            assert each["hint"].endswith("从列表里选。")
            assert len(each["hint"]) > len("从列表里选。") + 2


def test_a_group_is_forced_open_only_where_a_draft_may_leave_all_of_it_empty() -> None:
    needed = {
        (name, each["name"])
        for name, sort in sorts(config()).items()
        for each in sort["fields"]
        if each["widget"] == "object" and each["required"]
    }
    assert {key for _, key in needed} == {"责任单位", "解读内容"}


def test_the_page_may_speak_to_the_git_server_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes((ROOT / "theme/admin/index.html").read_bytes())
    made = dict(forms.files(UNREADABLE, "content", tmp_path, SERVER))
    policy = re.findall(r"connect-src [^;]+", made["index.html"].decode())
    assert policy == ["connect-src 'self' https://git.example blob: data:"]


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle of one page."""
    folder = tmp_path / "bundle"
    folder.mkdir()
    (folder / "index.html").write_text("编辑表单")
    monkeypatch.setattr(doors, "form_folder", lambda theme: folder)
    return folder


def test_the_command_writes_a_folder_and_never_over_a_file_of_others(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_site(tmp_path / "site", {}))
    for _ in range(2):  # our own files are brought up to date
        done = CliRunner().invoke(main, ["forms", "--into", "form"])
        assert done.output == "表单写到了 form。\n"
    assert {"config.yml", "index.html"} == set(digests(Path("form")))
    Path("form/config.yml").write_text("backend: {}\n")
    done = CliRunner().invoke(main, ["forms", "--into", "form"])
    assert done.exit_code == 1
    assert "form/config.yml 已经有了" in done.output
    assert Path("form/config.yml").read_text() == "backend: {}\n"


def test_a_page_of_others_is_not_written_over_where_no_form_was(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_site(tmp_path / "site", {}))
    Path("own").mkdir()
    Path("own/index.html").write_text("mine")
    done = CliRunner().invoke(main, ["forms", "--into", "own"])
    assert done.exit_code == 1
    assert "own/index.html 已经有了" in done.output
    assert [*digests(Path("own"))] == ["index.html"]
    assert Path("own/index.html").read_text() == "mine"


def test_without_a_bundle_the_command_says_how_to_make_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "form_folder", lambda theme: tmp_path / "none")
    monkeypatch.chdir(write_site(tmp_path / "site", {}))
    done = CliRunner().invoke(main, ["forms", "--into", "form"])
    assert done.exit_code == 1
    assert "make forms" in done.output


def with_server(folder: Path, server: dict[str, str]) -> Path:
    """A site whose mkdocs.yml names a Git server for the form."""
    write_site(folder, {})
    plugins = f"plugins: [{{huiying: {{forms: {json.dumps(server)}}}}}]"
    text = CONFIG.format(url="https://hy.example/").replace("plugins: [huiying]", plugins)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return folder


def test_a_built_site_has_the_form_where_a_git_server_is_named(tmp_path: Path) -> None:
    if not doors.form_folder(doors.theme_folder()).is_dir() and not is_proof():
        pytest.skip("no bundle: run `make forms` (needs npm)")
    plain = write_site(tmp_path / "plain", {})
    ours, theirs = (with_server(tmp_path / name, SERVER) for name in ("ours", "theirs"))
    for folder, door in ((plain, "huiying"), (ours, "huiying"), (theirs, "mkdocs")):
        done = run(folder, door, "build", "--strict")
        assert done.returncode == 0, done.stderr
    made = digests(ours / "site")
    assert digests(theirs / "site") == made
    extra = made.keys() - digests(plain / "site").keys()
    assert {name.split("/")[0] for name in extra} == {"admin", "manifest"}
    assert {"admin/index.html", "admin/config.yml", "admin/forms.js"} <= extra
    maps = [path.read_text("utf-8") for path in (ours / "site").glob("sitemap*/*.xml")]
    assert maps != []
    assert not any("admin" in text for text in maps)


@pytest.mark.parametrize(
    ("server", "key"),
    [({"name": "svn", "repo": "a/b"}, "name"), ({"name": "gitea", "repo": "b"}, "repo")],
)
def test_a_wrong_git_server_is_told_in_one_line(
    tmp_path: Path, server: dict[str, str], key: str
) -> None:
    for door in ("huiying", "mkdocs"):
        done = run(with_server(tmp_path / door, server), door, "build")
        assert done.returncode == 1
        assert f"forms 里，“{key}”应当是" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_a_git_server_without_a_bundle_is_told_and_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "form_folder", lambda theme: tmp_path / "none")
    monkeypatch.chdir(with_server(tmp_path / "site", SERVER))
    done = CliRunner().invoke(mkdocs, ["build"])
    assert done.exit_code == 1
    assert "make forms" in done.output
    assert not Path("site").exists()
