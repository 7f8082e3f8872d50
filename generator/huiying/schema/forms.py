"""The forms of single values: what the reader accepts, said in JSON Schema.

In: a declared field. Out: the schemas of which its value meets one. The server types YAML 1.2
before a schema sees it (`2026` is a number, `true` a switch), while our reader takes every scalar
as written. So a form of text stands beside the types that a text may look like. They are said as
"anything but", as a `null` or `boolean` that a schema names is offered to the editor as a value.
Patterns are for JavaScript and Python alike, with the blanks that the reader strips.
"""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from huiying.messages import sentence
from huiying.records import values
from huiying.records.field import Field
from huiying.records.values import BETWEEN, MAX_LINE, MAX_PROSE, YES, FieldType
from huiying.records.vocabulary import Vocabulary

Json: TypeAlias = dict[str, Any]
TYPES = ("array", "boolean", "null", "number", "object", "string")


def only(*types: str) -> Json:
    """One of these types, of which the editor offers no values of its own."""
    return {"not": {"type": [name for name in TYPES if name not in types]}}


def whole_pattern(regex: "re.Pattern[str]") -> str:
    """A pattern of the reader's."""
    text = regex.pattern.replace(r"\Z", "").replace(r"\d", "[0-9]").replace(r"\"", '"')
    return rf"^\s*(?:{text})\s*$"


def _wide(text: str) -> str:
    """A pattern that takes full-width digits, letters and signs for those in half width."""
    return re.sub(r"\[([^]]+)\]|\{[^}]*\}|\(\?.|\\?([0-9A-Z:.,%])", _widened, text)


def _widened(match: re.Match[str]) -> str:
    """A class or a sign with its full-width forms; a hyphen that is a sign ends its class."""
    signs = match[1] or match[2]
    if signs is None:
        return match[0]
    inner = "".join(sign if sign == "-" else chr(ord(sign) + 0xFEE0) for sign in signs[:-1])
    return f"[{inner}{chr(ord(signs[-1]) + 0xFEE0)}{signs}]"


_MONTH, _SUN = "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|[12][0-9]|3[01])"
_DATE = rf"[0-9]{{4}}[/.-]{_MONTH}[/.-]{_SUN}"
_DATE_ZH = rf"[0-9]{{4}}\s?年\s?{_MONTH}\s?月\s?{_SUN}\s?(?:日|号)"
_CLOCK = (
    r"(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?\s?(?:[01]?[0-9]|2[0-3])"
    r"(?::[0-5][0-9](?::[0-5][0-9](?:\.0+)?)?|\s?(?:时|点)(?:\s?(?:[0-5]?[0-9]\s?分?|半))?)"
    r"\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
# What `records.dates` reads. No pattern tells a month's last day or the hours of a morning.
DAY = re.compile(_wide(f"{_DATE}|{_DATE_ZH}"))
MOMENT = re.compile(
    _wide(rf"(?:{_DATE}(?:(?:T|\s)+|(?=凌|早|上|中|下|傍|晚))|{_DATE_ZH}(?:T|\s)*){_CLOCK}")
)
WHOLE = re.compile(_wide(values.WHOLE.pattern.replace(r"\d", "[0-9]")))
OFFSET = re.compile(_wide(values.OFFSET.pattern.replace(r"\d", "[0-9]")))
NUMBER = re.compile(_wide(values.NUMBER.pattern.replace(r"\d", "[0-9]")))
PERCENT = re.compile(_wide(values.PERCENT.pattern.replace(r"\d", "[0-9]")))


def forms_of(item: Field, language: str) -> list[Json]:
    """The schemas of one of which a scalar is; the first says what is wrong with all others."""
    label = item.label(language)
    if item.vocabulary is not None:
        return [_term(item.vocabulary, label, language)]
    # What a reference names, a schema cannot know.
    return _FORMS["line" if item.type == "reference" else item.type](label, language)


def _term(vocabulary: Vocabulary, label: str, language: str) -> Json:
    """A term of a vocabulary, with what each means."""
    terms = vocabulary.by_language(language)
    allowed = BETWEEN[language].join(terms)
    return {
        "enum": list(terms),
        "enumDescriptions": [
            term.help_zh if language == "zh" else term.help_en for term in terms.values()
        ],
        "errorMessage": sentence("choice", {"key": label, "allowed": allowed}, language),
    }


def _yes(label: str, language: str) -> list[Json]:
    words = list(YES[language])
    allowed = BETWEEN[language].join(words)
    return [
        {
            "enum": words,
            "errorMessage": sentence("yes-no", {"key": label, "allowed": allowed}, language),
        }
    ]


def _texts(wrong: str, *rules: tuple[str, str]) -> Callable[[str, str], Json]:
    """Text that obeys patterns; the rules by which `check` says so, of no text and of each."""

    def write(label: str, language: str) -> Json:
        values = {"key": label, "limit": str(MAX_LINE)}
        return {
            "type": "string",
            "errorMessage": sentence(wrong, values, language),
            "allOf": [
                {"pattern": pattern, "patternErrorMessage": sentence(rule, values, language)}
                for pattern, rule in rules
            ],
        }

    return write


def _pattern(regex: "re.Pattern[str]", rule: str) -> Callable[[str, str], Json]:
    """Text of one pattern."""
    return _texts(rule, (whole_pattern(regex), rule))


def _form(text: Callable[[str, str], Json], *others: Json) -> Callable[[str, str], list[Json]]:
    return lambda label, language: [text(label, language), *others]


def _number(maximum: int, **rest: int) -> Json:
    """A number from 0 on."""
    return {**only("number"), "minimum": 0, "maximum": maximum, **rest}


_LINE = (
    (r"\S", "empty-text"),
    (r"^\s*[^\r\n]*\s*$", "one-line"),
    (rf"^\s*[\s\S]{{0,{MAX_LINE}}}$", "too-long"),
)
_FORMS: dict[FieldType, Callable[[str, str], list[Json]]] = {
    "line": _form(_texts("shape.scalar", *_LINE), only("boolean", "number")),
    "prose": _form(
        lambda label, language: {
            **_texts("shape.scalar", (r"\S", "empty-text"))(label, language),
            "maxLength": MAX_PROSE,
        },
        only("boolean", "number"),
    ),
    "moment": _form(_pattern(MOMENT, "moment")),
    "day": _form(_pattern(DAY, "day")),
    "whole": _form(
        _pattern(WHOLE, "whole"),
        _number(999_999_999, multipleOf=1),
    ),
    "number": _form(_pattern(NUMBER, "number"), only("number")),
    "percent": _form(
        _pattern(PERCENT, "percent"),
        _number(100),
    ),
    "yes": _yes,
    "address": _form(_pattern(values.ADDRESS, "address")),
    "letter-box": _form(_pattern(values.LETTER_BOX, "address")),
    "offset": _form(_pattern(OFFSET, "offset")),
    "id": _form(_pattern(values.IDENTIFIER, "identifier"), only("boolean", "number")),
    "site-code": _form(
        _pattern(values.SITE_CODE, "site-code"),
        _number(9_999_999_999, multipleOf=1),
    ),
}
