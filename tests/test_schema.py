"""Schemas: what the reader accepts they accept, what they can express they refuse."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from huiying.records import KINDS, Kind
from huiying.records.field import Model, fields_of
from huiying.schema import DOCUMENT_BY_NAME, DOCUMENTS, Document, schema
from tests.conftest import ROOT, is_proof
from tests.declared import complete, faults, is_read, load, write

LANGUAGES = ("zh", "en")
BOTH = pytest.mark.parametrize("language", LANGUAGES)
EACH = pytest.mark.parametrize("name", DOCUMENT_BY_NAME)


@cache
def validator(document: Document, language: str) -> Draft7Validator:
    return Draft7Validator(schema(document, language))


def accepts(document: Document, text: str, language: str = "zh") -> bool:
    return validator(document, language).is_valid(load(text))


def files(folder: Path) -> Iterator[tuple[Document, Path]]:
    """The records below a content folder, or below tests/samples/, each with its sort."""
    by_place = {
        document.files.removesuffix("/**/*.yml"): document
        for document in DOCUMENTS
        if document.name != "media"
    }
    by_place |= {document.name: document for document in DOCUMENTS}
    for path in sorted(folder.rglob("*.yml")):
        place = path.relative_to(folder).as_posix()
        top = place.partition("/")[0]
        found = by_place.get(place) or by_place.get(top)
        assert found is not None, place
        yield found, path


GOOD = [*files(ROOT / "content"), *files(ROOT / "tests" / "samples")]


@BOTH
@EACH
def test_every_schema_is_one(name: str, language: str) -> None:
    Draft7Validator.check_schema(schema(DOCUMENT_BY_NAME[name], language))


@pytest.mark.parametrize(
    ("document", "path"), GOOD, ids=[path.relative_to(ROOT).as_posix() for _, path in GOOD]
)
def test_every_good_file_is_accepted(document: Document, path: Path) -> None:
    language = "en" if path.stem.endswith("_en") else "zh"
    found = validator(document, language).iter_errors(load(path.read_text(encoding="utf-8")))
    assert [error.message for error in found] == []


def test_every_sort_of_file_has_a_good_one() -> None:
    assert {document.name for document, _ in GOOD} == set(DOCUMENT_BY_NAME)


@BOTH
@EACH
def test_a_record_with_every_field_is_accepted(name: str, language: str) -> None:
    document = DOCUMENT_BY_NAME[name]
    text = write(complete(document, language))
    assert is_read(document, text)
    assert accepts(document, text, language)


@pytest.mark.parametrize("language", LANGUAGES if is_proof() else LANGUAGES[:1])
@EACH
def test_every_fault_of_form_is_refused_as_the_reader_refuses_it(name: str, language: str) -> None:
    document = DOCUMENT_BY_NAME[name]
    found = dict(faults(document, language))
    assert len(found) > 20
    assert [fault for fault, text in found.items() if is_read(document, text)] == []
    assert [fault for fault, text in found.items() if accepts(document, text, language)] == []


@BOTH
@EACH
def test_a_key_with_nothing_is_as_good_as_none(name: str, language: str) -> None:
    document = DOCUMENT_BY_NAME[name]
    for item in fields_of(document.model):
        group = complete(document, language)
        inner = group["bianhao"] if document.by_id else group
        inner[item.label(language)] = None
        text = write(group)
        assert is_read(document, text) == accepts(document, text, language), item.name


def dropped(value: dict[str, Any], model: type[Model]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A record without one of the keys that its kind or a group in it needs."""
    for item in fields_of(model):
        label = item.label("zh")
        rest = {key: below for key, below in value.items() if key != label}
        if item.key.need:
            yield label, rest
        if item.shape.model is not None and label in value:
            for name, below in dropped(value[label], item.shape.model):
                yield f"{label}.{name}", {**value, label: below}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_approved_record_lacks_nothing_while_a_draft_may(kind: Kind) -> None:
    path = ROOT / "tests" / "samples" / kind.name / "minimal.yml"
    check = validator(DOCUMENT_BY_NAME[kind.name], "zh")
    record = load(path.read_text(encoding="utf-8"))
    lacking = dict(dropped(record, kind.model))
    assert {"标题", "发布时间"} <= set(lacking)
    for name, rest in lacking.items():
        assert not check.is_valid(rest), name
        if name != "标题":
            assert check.is_valid({**rest, "状态": "草稿"}), name
            assert check.is_valid({**rest, "历史资料来源": "原专栏"}), name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_stands_empty_in_an_approved_record_is_lacking(kind: Kind) -> None:
    path = ROOT / "tests" / "samples" / kind.name / "minimal.yml"
    check = validator(DOCUMENT_BY_NAME[kind.name], "zh")
    record = load(path.read_text(encoding="utf-8"))
    for item in fields_of(kind.model):
        if item.key.need:
            assert not check.is_valid({**record, item.label("zh"): None}), item.name
        if item.key.need and item.shape.form == "list":
            assert not check.is_valid({**record, item.label("zh"): []}), item.name


@BOTH
@EACH
def test_keys_are_offered_in_the_order_of_their_declaration(name: str, language: str) -> None:
    document = DOCUMENT_BY_NAME[name]
    found = schema(document, language)
    group = found["definitions"][document.model.__name__] if document.by_id else found
    keys = [item.label(language) for item in fields_of(document.model)]
    assert keys == list(group["properties"])


@BOTH
@EACH
def test_every_key_and_term_is_explained(name: str, language: str) -> None:
    for part in parts(schema(DOCUMENT_BY_NAME[name], language)):
        if "anyOf" in part and "description" not in part:
            assert "items" not in part
        if "enumDescriptions" in part:
            assert len(part["enum"]) == len(part["enumDescriptions"])
        for key, item in part.get("properties", {}).items():
            assert item.get("doNotSuggest") or item.get("description") or "const" in item, key


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every group of a schema."""
    if isinstance(value, dict):
        yield value
        for below in value.values():
            yield from parts(below)
    elif isinstance(value, list):
        for below in value:
            yield from parts(below)


def test_a_term_in_full_width_is_left_to_fmt() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in "accurate")
    text = f"title: x\nverdict: {wide}\n"
    assert is_read(DOCUMENT_BY_NAME["clarification"], text)
    assert not accepts(DOCUMENT_BY_NAME["clarification"], text, "en")


@pytest.mark.parametrize(("verdict", "count"), [("正在核实", 0), ("不实", 1)])
def test_evidence_may_follow_while_a_claim_is_being_verified(verdict: str, count: int) -> None:
    record = {
        "标题": "正在核实，请先不要转发",
        "状态": "已审定",
        "发布时间": "2026-03-12 09:40",
        "责任单位": {"第一责任单位": "shuiwuju", "责任依据": "谁主管谁负责"},
        "网传说法": [{"原话": "全市停水三天"}],
        "结论": verdict,
        "事实": "正在核实。",
    }
    (document,) = (each for each in DOCUMENTS if each.name == "clarification")
    assert count == len(list(Draft7Validator(schema(document, "zh")).iter_errors(record)))
