"""Plain values as YAML text: what both forms of a record are written with.

In: texts, lists and groups. Out: block YAML. It quotes nothing: the corpus needs no quotes.
"""

from collections.abc import Mapping
from typing import Any


def yaml(value: Any, indent: str = "") -> str:
    """The lines of a group or a list, each with its line end."""
    if isinstance(value, Mapping):
        return "".join(f"{indent}{key}:{_after(item, indent)}" for key, item in value.items())
    lines = []
    for item in value:
        text = yaml(item, indent + "  ") if isinstance(item, Mapping) else f"{item}\n"
        lines.append(f"{indent}- {text.removeprefix(indent + '  ')}")
    return "".join(lines)


def _after(value: Any, indent: str) -> str:
    """What stands after the colon of a key."""
    if not isinstance(value, str):
        return "\n" + yaml(value, indent + "  ")
    if "\n" not in value:
        return f" {value}\n"
    lines = (f"{indent}  {line}\n" if line else "\n" for line in value.split("\n"))
    return " |\n" + "".join(lines)
