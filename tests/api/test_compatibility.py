"""v1 only grows: what readers know of it stays."""

import copy
import json
from typing import Any

import pytest

from tests.api.compatibility import KNOWN, broken, current

SUMMARY = "/components/schemas/summary"


@pytest.fixture(scope="session")
def known() -> Any:
    return json.loads(KNOWN.read_text("utf-8"))


def test_nothing_that_readers_know_is_gone_or_another(known: Any) -> None:
    assert list(broken(known, current())) == []


def test_what_was_added_is_kept_for_the_next_time(known: Any) -> None:
    assert known == current(), "run python -m tests.api.compatibility"


def place_of(whole: Any, path: str) -> tuple[Any, str]:
    *parents, name = path.strip("/").replace("~", "/").split("|")
    for each in parents:
        whole = whole[each]
    return whole, name


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("components|schemas|summary|properties|title", None),
        ("components|schemas|Clarification|properties|verdict", None),
        ("components|schemas|Claim|properties|text", None),
        ("components|schemas|summary", None),
        ("components|schemas|summary|properties|current|type", "string"),
        ("components|schemas|Clarification|properties|facts|type", "array"),
        ("components|schemas|Clarification|properties|claims|items", {"type": "string"}),
        ("components|schemas|Clarification|properties|verdict|$ref", "#/components/schemas/basis"),
        ("components|schemas|summary|required", ["id"]),
        ("components|schemas|verdict|enum", ["false-claim"]),
        ("components|schemas|record|oneOf", []),
        ("components|schemas|summary|properties|id|pattern", "^x$"),
        ("components|schemas|summary|properties|published_at|format", "date"),
        ("components|schemas|index|properties|version|const", "2"),
        ("components|schemas|summary|properties|title|pattern", "^x$"),
        ("components|schemas|summary|properties|title|enum", ["x"]),
        ("components|schemas|summary|additionalProperties", False),
        ("paths|/changes.json", None),
        ("paths|/records/{word}/{id}.json|get|operationId", "other"),
        ("paths|/records/{word}/{id}.json|get|parameters", []),
        ("paths|/years/{year}.csv|get|responses|200|content", {"text/plain": {}}),
    ],
)
def test_what_breaks_readers_is_refused(known: Any, path: str, value: Any) -> None:
    now = copy.deepcopy(known)
    parent, name = place_of(now, path)
    if value is None:
        del parent[name]
    else:
        parent[name] = value
    assert list(broken(known, now)) != []


def test_a_field_with_another_name_is_refused(known: Any) -> None:
    now = copy.deepcopy(known)
    fields = now["components"]["schemas"]["summary"]["properties"]
    fields["heading"] = fields.pop("title")
    assert list(broken(known, now)) == [f"{SUMMARY}/properties/title is gone"]


def test_additions_pass(known: Any) -> None:
    now = copy.deepcopy(known)
    schemas = now["components"]["schemas"]
    schemas["summary"]["properties"]["type"] = {"type": "string"}
    schemas["summary"]["required"].append("type")
    schemas["verdict"]["enum"].append("another")
    schemas["new"] = {"type": "object"}
    now["paths"]["/new.json"] = {"get": {}}
    now["info"]["title"] = "另一个名称"
    assert list(broken(known, now)) == []
