"""An example of a field's value, as an editor would type it into a cell.

In: a field's declaration and a key language. Out: a short text, "" where nothing can be shown. The
days are those of the fiction that all samples tell; nothing here asks the clock.
"""

import re

from huiying.records.field import Field
from huiying.records.values import OneOf
from huiying.sheets.plan import FieldType, type_of

_TYPED: dict[FieldType, str] = {
    "moment": "2026-03-12 09:40",
    "day": "2026-03-12",
    "whole": "1",
    "percent": "43.2",
}
_SHOWN = {
    "zh": re.compile(r"如 ?(?:\[([^\]]+)\]|[“《]?([^，。；、”》]+))"),
    "en": re.compile(r"such as (?:\[([^\]]+)\]|([^,;]+?)(?=[,;]|\.\Z|\Z))"),
}


def example_of(item: Field, language: str, number: int = 0) -> str:
    """One value: a term, a time, what the field's help names. `number`: of an item of a list."""
    for each in item.metadata:
        if isinstance(each, OneOf):
            terms = list(each.vocabulary.by_language(language))
            return terms[number % len(terms)]
    type = type_of(item)
    if type == "yes":
        return "是" if language == "zh" else "yes"
    if type in _TYPED:
        return _TYPED[type]
    help = item.key.help_zh if language == "zh" else item.key.help_en
    found = _SHOWN[language].search(help)
    if found is None:
        return ""
    items = re.split(r", |、", found[1]) if found[1] else [found[2].strip()]
    return items[number] if number < len(items) else ""
