"""The files by which VS Code completes and checks records: schemas, and which file has which.

In: the content folder's name, a key language, and what already stands in `.vscode/`. Out: the texts
to write, or problems. Nothing that somebody else wrote is changed: settings are added to, and one
that says otherwise is a problem. Schemas carry a mark, so that a newer version can replace them.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from huiying.problem import Mark, Problem
from huiying.schema import DOCUMENTS, schema

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
WRITTEN_BY = {"$comment": "huiying schema --vscode"}
_SIGN = json.dumps(WRITTEN_BY, separators=(",", ":"))[1:-1]


def schema_file(name: str) -> str:
    """Where the schema of a sort of file lies."""
    return f".vscode/schemas/{name}.json"


def wanted(content: str) -> dict[str, dict[str, Any]]:
    """What settings must say, by file."""
    patterns = {schema_file(it.name): f"{content}/{it.files}" for it in DOCUMENTS}
    return {
        SETTINGS: {
            "yaml.schemas": patterns,
            # The catalogue of schemas on the web could claim a file of ours, and would be fetched.
            "yaml.schemaStore.enable": False,
            # Under the help of a key an editor would see a link to the schema.
            "yaml.hoverSchemaSource": False,
        },
        EXTENSIONS: {"recommendations": ["redhat.vscode-yaml"]},
    }


def texts(
    content: str, language: str, present: Mapping[str, str]
) -> tuple[dict[str, str], list[Problem]]:
    """The texts of files that have to change, by path; `present`: what is there now."""
    changed: dict[str, str] = {}
    problems: list[Problem] = []
    for path, text in schemas(language).items():
        if path in present and _SIGN not in present[path]:
            problems.append(Problem("editor-settings", Mark(path), "foreign"))
        elif present.get(path) != text:
            changed[path] = text
    for path, settings in wanted(content).items():
        merged, faults = _merge(path, present.get(path, "{}"), settings)
        problems += faults
        if merged is not None:
            changed[path] = merged
    return changed, problems


def schemas(language: str) -> dict[str, str]:
    """The schema of each sort of file, by path."""
    return {
        schema_file(it.name): _text({**WRITTEN_BY, **schema(it, language)}, None)
        for it in DOCUMENTS
    }


def _merge(path: str, text: str, settings: dict[str, Any]) -> tuple[str | None, list[Problem]]:
    """The text with the settings added, or None where nothing is missing."""
    try:
        present = json.loads(text)
    except ValueError:
        present = None
    if not isinstance(present, dict):
        shown = json.dumps(settings, ensure_ascii=False)
        return None, [Problem("editor-settings", Mark(path), "", {"wanted": shown})]
    before = json.dumps(present)
    problems = [
        Problem("editor-settings", _mark(path, text, key), "clash", values)
        for key, values in _add(present, settings)
    ]
    changed = not problems and json.dumps(present) != before
    return _text(present, 2) if changed else None, problems


def _add(present: dict[str, Any], settings: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Add what is missing; each key that says otherwise, with both values."""
    for key, value in settings.items():
        found = present.setdefault(key, value)
        if isinstance(value, dict) and isinstance(found, dict):
            yield from _add(found, value)
        elif isinstance(value, list) and isinstance(found, list):
            found += [item for item in value if item not in found]
        elif found != value:
            shown = [json.dumps(it, ensure_ascii=False) for it in (found, value)]
            yield key, {"key": key, "found": shown[0], "wanted": shown[1]}


def _mark(path: str, text: str, key: str) -> Mark:
    """Where a key stands in a settings file."""
    before = text.partition(json.dumps(key, ensure_ascii=False))[0]
    return Mark(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def _text(value: Any, indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n"
