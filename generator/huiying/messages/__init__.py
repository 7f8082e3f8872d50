"""The catalogue of sentences that editors read, in Chinese and English, each under its rule's name.

In: the key of a problem. Out: the sentence with its holes filled. The first sentence says what is
wrong, the last how to mend it.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from huiying.messages import (
    amending_en,
    amending_zh,
    audits_en,
    audits_zh,
    charting_en,
    charting_zh,
    check_en,
    check_zh,
    doors_en,
    doors_zh,
    drafting_en,
    drafting_zh,
    duties_en,
    duties_zh,
    finder_en,
    finder_zh,
    formatting_en,
    formatting_zh,
    forms_en,
    forms_zh,
    importing_en,
    importing_zh,
    links_en,
    links_zh,
    lint_en,
    lint_zh,
    publishing_en,
    publishing_zh,
    records_en,
    records_zh,
    release_en,
    release_zh,
    rules_en,
    rules_zh,
    schema_en,
    schema_zh,
    signing_en,
    signing_zh,
    source_en,
    source_zh,
    upcoming_en,
    upcoming_zh,
)
from huiying.messages.shown import values_of

CATALOGUE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": {
            **source_zh.SENTENCES,
            **records_zh.SENTENCES,
            **rules_zh.SENTENCES,
            **signing_zh.SENTENCES,
            **audits_zh.SENTENCES,
            **lint_zh.SENTENCES,
            **charting_zh.SENTENCES,
            **check_zh.SENTENCES,
            **doors_zh.SENTENCES,
            **links_zh.SENTENCES,
            **release_zh.SENTENCES,
            **publishing_zh.SENTENCES,
            **importing_zh.SENTENCES,
            **schema_zh.SENTENCES,
            **formatting_zh.SENTENCES,
            **forms_zh.SENTENCES,
            **drafting_zh.SENTENCES,
            **finder_zh.SENTENCES,
            **duties_zh.SENTENCES,
            **upcoming_zh.SENTENCES,
            **amending_zh.SENTENCES,
        },
        "en": {
            **source_en.SENTENCES,
            **records_en.SENTENCES,
            **rules_en.SENTENCES,
            **signing_en.SENTENCES,
            **audits_en.SENTENCES,
            **lint_en.SENTENCES,
            **charting_en.SENTENCES,
            **check_en.SENTENCES,
            **doors_en.SENTENCES,
            **links_en.SENTENCES,
            **release_en.SENTENCES,
            **publishing_en.SENTENCES,
            **importing_en.SENTENCES,
            **schema_en.SENTENCES,
            **formatting_en.SENTENCES,
            **forms_en.SENTENCES,
            **drafting_en.SENTENCES,
            **finder_en.SENTENCES,
            **duties_en.SENTENCES,
            **upcoming_en.SENTENCES,
            **amending_en.SENTENCES,
        },
    }
)
LEVELS = {
    "zh": {"error": "错误", "warning": "警告", "note": "提示"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}


_QUOTED = re.compile(r"“\{(\w+)\}”")
_INNER = str.maketrans("“”", "‘’")


def sentence(key: str, values: Mapping[str, str], language: str = "zh") -> str:
    """The sentence for a problem's key (`choice.near`), filled; `…` where a value is missing.

    Quotes of a value that stands within quotes are inner ones: “‘不实’”, never ““不实””.
    """
    catalogue = CATALOGUE[language]
    text = catalogue.get(key) or catalogue[key.partition(".")[0]]
    return _QUOTED.sub(r"“{\1 }”", text).format_map(_Holes(values))


def shown(key: str, language: str) -> str:
    """The sentence as it might be said, for the page of its rule."""
    return sentence(key, values_of(key, language), language)


class _Holes(dict[str, str]):
    """Values by name; `name ` with a blank is the value within quotes."""

    def __missing__(self, key: str) -> str:
        return self[key[:-1]].translate(_INNER) if key.endswith(" ") else "…"
