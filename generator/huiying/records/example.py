"""An example of a field's value, as an editor would type it into a cell.

In: a field's declaration and a key language. Out: a short text, "" where nothing can be shown. The
days are those of the fiction that all samples tell; nothing here asks the clock.
"""

import re

from huiying.records.field import Field
from huiying.records.values import YES, FieldType

_TYPED: dict[FieldType, str] = {
    "moment": "2026-03-12 09:40",
    "day": "2026-03-12",
    "whole": "1",
    "number": "42.3",
    "percent": "43.2",
    "offset": "01:12",
}
_NAMED = {
    "organisation": ("shuiwuju", "示例市水务局"),
    "topic": ("gongshui", "供水"),
    "record": ("rumours/20260312-tingshui", "20260312-tingshui"),
    "media": ("gongshui/duizhao.svg", "图.svg"),
}
_SHOWN = {
    "zh": re.compile(r"如 ?(?:\[([^\]]+)\]|[“《]?([^，。；、”》]+))"),
    "en": re.compile(r"such as (?:\[([^\]]+)\]|([^,;]+?)(?=[,;]|\.\Z|\Z))"),
}


def example_of(item: Field, language: str, number: int = 0) -> str:
    """One value: a term, a time, what the field's help names. `number`: of an item of a list."""
    if item.vocabulary is not None:
        terms = list(item.vocabulary.by_language(language))
        return terms[number % len(terms)]
    if item.type == "yes":
        return next(iter(YES[language]))
    if item.type in _TYPED:
        return _TYPED[item.type]
    found = _SHOWN[language].search(item.help(language))
    if found is None:
        return ""
    items = re.split(r", |、", found[1]) if found[1] else [found[2].strip()]
    return items[number] if number < len(items) else ""


def named_example(item: Field) -> tuple[str, str]:
    """What a reference names: as it is written, and as nobody must write it."""
    return _NAMED.get(item.refers) or (f"{item.refers}-1", f"{item.refers} 1")
