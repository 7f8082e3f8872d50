"""The types of single values: how a scalar, always text as written, becomes typed.

In: text and the context {language, zone}. Out: text, moment, day, number, switch, term, reference;
and `canonical_text`, the one spelling in which `fmt` and `import` write a value down. Each refusal
is a `PydanticCustomError` whose type is the rule (and case) of the message catalogue. Full-width
digits and other habits are read where their meaning is certain; it never guesses.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Annotated, Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from huiying.records.dates import Refusal, narrow, read_day, read_moment
from huiying.records.vocabulary import SAID_FOR, STATUS, Term, Vocabulary

FieldType: TypeAlias = Literal[
    "line",
    "prose",
    "moment",
    "day",
    "whole",
    "number",
    "percent",
    "yes",
    "address",
    "letter-box",
    "offset",
    "id",
    "site-code",
    "term",
    "reference",
    "tree",
    "group",
]
MAX_LINE = 1_000
MAX_PROSE = 200_000
NO_STATUS = frozenset("撤回 已撤回 已发布 withdrawn published".split())
"""What editors write for a status, and what the history and the time of publication say."""
ADDRESS = re.compile(r"(?:https?://[^\s\\@/][^\s\\@<>\"'`{}|^]*|/(?!/)[^\s\\<>\"'`{}|^]*)\Z")
LETTER_BOX = re.compile(
    ADDRESS.pattern + r"|(?:https?://[^\s\\@/{}][^\s\\@/<>\"'`{}|^]*|(?!//))"
    r"/(?:[^\s\\@<>\"'`{}|^]*[=/])?\{text\}[^\s\\@<>\"'`{}|^]*\Z"
)
"""An address, also one with a hole for what people want to ask: `https://…/write?content={text}`."""
SITE_CODE = re.compile(r"[0-9]{10}\Z|bm[0-9]{8}\Z|N[0-9]{9}\Z")
"""Codes of government websites: of places, of ministries, of those without a region."""
WHOLE = re.compile(r"\d{1,9}|\d{1,3}(?:,\d{3}){1,2}", re.ASCII)
NUMBER = re.compile("[\u2212-]?" r"(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,4})?", re.ASCII)
PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*%?", re.ASCII)
OFFSET = re.compile(r"(?:\d{1,2}:)?[0-5]?\d:[0-5]\d", re.ASCII)
IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
YES = {"zh": {"是": True, "否": False}, "en": {"yes": True, "no": False}}
BETWEEN = {"zh": "、", "en": ", "}
"""What stands between the items of a list in a sentence."""


def _text(value: Any, limit: int) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("shape.scalar", "not text")
    stripped = value.strip()
    if not stripped:
        raise PydanticCustomError("empty-text", "empty")
    if len(stripped) > limit:
        raise PydanticCustomError("too-long", "too long", {"limit": str(limit)})
    return stripped


def _line(value: Any) -> str:
    text = _text(value, MAX_LINE)
    if "\n" in text or "\r" in text:
        raise PydanticCustomError("one-line", "several lines")
    return text


def _prose(value: Any) -> str:
    return _text(value, MAX_PROSE)


def _moment(value: Any, info: ValidationInfo) -> datetime:
    text = _line(value)
    zone: ZoneInfo = (info.context or {}).get("zone") or ZoneInfo("Asia/Shanghai")
    try:
        written = read_moment(text)
        if not written.offset:
            return written.local.replace(tzinfo=zone)
        whole = f"{written.local.isoformat()}{written.offset}"
        return datetime.fromisoformat(whole).astimezone(zone)
    except Refusal as refusal:
        raise _refused("moment", refusal.case, text, **refusal.values) from None
    except OverflowError:
        raise _refused("moment", "impossible", text) from None


def _day(value: Any) -> date:
    text = _line(value)
    try:
        return read_day(text)
    except Refusal as refusal:
        raise _refused("day", refusal.case, text, **refusal.values) from None


def _refused(rule: str, case: str, text: str, **values: str) -> PydanticCustomError:
    """The refusal of a value, which is shown as far as a sentence can bear."""
    kind = f"{rule}.{case}" if case else rule
    return PydanticCustomError(kind, "refused", {"value": text[:80], **values})


def _whole(value: Any) -> int:
    text = narrow(_line(value))
    if not WHOLE.fullmatch(text):
        raise _refused("whole", "", text)
    return int(text.replace(",", ""))


def _number(value: Any) -> str:
    """A number as it is written, without its commas: `-1,234.50` → `-1234.50`."""
    text = narrow(_line(value))
    if not NUMBER.fullmatch(text):
        raise _refused("number", "", text)
    whole, point, rest = text.replace(",", "").lstrip("-\u2212").partition(".")
    digits = f"{int(whole)}{point}{rest}"
    return f"-{digits}" if text[0] in "-\u2212" and float(digits) else digits


def _yes(value: Any, info: ValidationInfo) -> bool:
    language = _language(info)
    text = _line(value)
    if text not in YES[language]:
        raise _refused("yes-no", "", text, allowed=BETWEEN[language].join(YES[language]))
    return YES[language][text]


def _address(value: Any) -> str:
    return _address_of(_line(value), ADDRESS)


def _letter_box(value: Any) -> str:
    text = _line(value)
    if not LETTER_BOX.match(text) and re.search(r"[{}\uff5b\uff5d]", text):
        raise _refused("address", "hole", text)
    return _address_of(text, LETTER_BOX)


def _address_of(text: str, form: re.Pattern[str]) -> str:
    host = "/".join(text.split("/")[:3])
    if not form.match(text) or host != narrow(host):
        right = narrow(host) + text[len(host) :]
        case = "wide" if right != text and form.match(right) else ""
        raise _refused("address", case, text, near=right[:80])
    return text


def _identifier(value: Any) -> str:
    return _code(value, IDENTIFIER, "identifier")


def _site_code(value: Any) -> str:
    return _code(value, SITE_CODE, "site-code")


def _code(value: Any, form: re.Pattern[str], rule: str) -> str:
    """A text of one form; where only its width is wrong, the right spelling is proposed."""
    text = _line(value)
    if not form.match(text):
        right = narrow(text)
        raise _refused(rule, "wide" if form.match(right) else "", text, near=right[:80])
    return text


def _percent(value: Any) -> str:
    """A share in percent, canonical without its sign and without idle zeros: `43.2%` → `43.2`."""
    text = narrow(_line(value))
    match = PERCENT.fullmatch(text)
    if match is None or float(match[1]) > 100:
        raise _refused("percent", "", text)
    return f"{float(match[1]):.2f}".rstrip("0").rstrip(".")


def _offset(value: Any) -> str:
    """A place in a recording: `1:02` → `01:02`."""
    text = narrow(_line(value))
    if not OFFSET.fullmatch(text):
        raise _refused("offset", "", text)
    return clock_of(seconds_of(text))


def seconds_of(offset: str) -> int:
    """How many seconds from the beginning a place in a recording is."""
    hours, minutes, seconds = [0, 0, *map(int, offset.split(":"))][-3:]
    return hours * 3600 + minutes * 60 + seconds


def clock_of(seconds: float) -> str:
    """A place in a recording as players show it: `1:02:03`, `01:02`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def _language(info: ValidationInfo) -> str:
    return str((info.context or {}).get("language", "zh"))


@dataclass(frozen=True, slots=True)
class Type:
    """Says by its name of which type a value is."""

    name: FieldType


Line: TypeAlias = Annotated[str, Type("line"), BeforeValidator(_line)]
"""One line of text."""
Prose: TypeAlias = Annotated[str, Type("prose"), BeforeValidator(_prose)]
"""Markdown in several lines."""
Moment: TypeAlias = Annotated[datetime, Type("moment"), BeforeValidator(_moment)]
"""An instant, aware; without an offset it is in the site's zone."""
Day: TypeAlias = Annotated[date, Type("day"), BeforeValidator(_day)]
Whole: TypeAlias = Annotated[int, Type("whole"), BeforeValidator(_whole)]
Number: TypeAlias = Annotated[str, Type("number"), BeforeValidator(_number)]
"""A number to be shown, as canonical text: its decimals are kept as they are written."""
Yes: TypeAlias = Annotated[bool, Type("yes"), BeforeValidator(_yes)]
"""是 or 否; yes or no in files with English keys."""
Address: TypeAlias = Annotated[str, Type("address"), BeforeValidator(_address)]
"""An http(s) address, or a page of this site beginning with `/`."""
LetterBox: TypeAlias = Annotated[str, Type("letter-box"), BeforeValidator(_letter_box)]
"""An address that may hold `{text}` once, after a `/` or `=` behind the host."""
Identifier: TypeAlias = Annotated[str, Type("id"), BeforeValidator(_identifier)]
Percent: TypeAlias = Annotated[str, Type("percent"), BeforeValidator(_percent)]
"""A share from 0 to 100, in percent, as canonical text."""
Offset: TypeAlias = Annotated[str, Type("offset"), BeforeValidator(_offset)]
"""A place in a recording, counted from its beginning, as canonical text: `01:02`, `1:02:03`."""
SiteCode: TypeAlias = Annotated[str, Type("site-code"), BeforeValidator(_site_code)]
"""网站标识码, the code of a government website."""
FreeTree: TypeAlias = Annotated[Any, Type("tree")]
"""Free keys and values, never public."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """A term of a vocabulary, written in the file's key language, kept by its English name."""

    vocabulary: Vocabulary

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._read)

    def _read(self, value: Any, info: core_schema.ValidationInfo) -> str:
        language = _language(info)
        text = _line(value)
        term = self.find(text, language)
        if term is None:
            raise self._refusal(text, language)
        return term.en

    def find(self, text: str, language: str) -> Term | None:
        """The term of that name; one in full width counts where nothing else can be meant."""
        terms = self.vocabulary.by_language(language)
        if text in terms:
            return terms[text]
        return next((terms[name] for name in terms if narrow(name) == narrow(text)), None)

    def _refusal(self, text: str, language: str) -> PydanticCustomError:
        """Why a text is no term: what is allowed, what it means, and what was meant."""
        terms = self.vocabulary.by_language(language)
        values = {
            "allowed": BETWEEN[language].join(terms),
            "meanings": "\n".join(_meaning(term, language) for term in self.vocabulary),
        }
        other = self.find(text, "en" if language == "zh" else "zh")
        if other is not None:
            right = other.zh if language == "zh" else other.en
            return _refused("choice", language, text, near=right, **values)
        if self.vocabulary is STATUS and text in NO_STATUS:
            return _refused("choice", "status", text, **values)
        near = get_close_matches(text[:40], terms, n=3, cutoff=0.4)
        if (meant := SAID_FOR.get(text)) in terms:
            near = [meant]
        if near:
            # 不属实 is as like 属实 as 不实: what begins alike means alike.
            best = next((term for term in near if term[0] == text[0]), near[0])
            return _refused("choice", "near", text, near=best, **values)
        return _refused("choice", "", text, **values)


def _meaning(term: Term, language: str) -> str:
    """A term and what it means, on one line."""
    if language == "zh":
        return f"{term.zh}：{term.help_zh}" if term.help_zh else term.zh
    return f"{term.en}: {term.help_en}" if term.help_en else term.en


@dataclass(frozen=True, slots=True)
class Refers:
    """Says that a value names another record: `kind`, or "record" for `<URL word>/<id>` of any."""

    kind: str


# -- writing ---------------------------------------------------------------------------------------


def canonical_text(
    text: str, type: FieldType, language: str, vocabulary: Vocabulary | None = None
) -> str:
    """A value as `fmt` and `import` write it in a file of that key language.

    `type`, `vocabulary`: those of the field. Terms and switches may stand in either language. A
    text that is not certain comes back as it is, for the reader to refuse by name.
    """
    text = text.replace("\r\n", "\n").strip()
    if vocabulary is not None:
        choice = OneOf(vocabulary)
        term = choice.find(text, "zh") or choice.find(text, "en")
        return text if term is None else term.zh if language == "zh" else term.en
    try:
        return _WRITERS[type](text, language) if type in _WRITERS else text
    except (Refusal, PydanticCustomError):
        return text


def _write_yes(text: str, language: str) -> str:
    value = {**YES["zh"], **YES["en"]}.get(text)
    return next((word for word, means in YES[language].items() if means is value), text)


_WRITERS: Mapping[FieldType, Callable[[str, str], str]] = {
    "moment": lambda text, _: str(read_moment(text)),
    "day": lambda text, _: read_day(text).isoformat(),
    "whole": lambda text, _: str(_whole(text)),
    "number": lambda text, _: _number(text),
    "percent": lambda text, _: f"{_percent(text)}%",
    "offset": lambda text, _: _offset(text),
    "yes": _write_yes,
}
