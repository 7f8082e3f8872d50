"""The types of single values: how a scalar, always text as written, becomes typed.

In: text and the context {language, zone}. Out: text, moment, day, number, switch, term, reference.
Each refusal is a `PydanticCustomError` whose type is the rule (and case) of the message catalogue.
It never guesses: a value that is not certain is refused.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Annotated, Any, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from huiying.records.field import Tree
from huiying.records.vocabulary import STATUS, Vocabulary

MAX_LINE = 1_000
MAX_PROSE = 200_000
NO_STATUS = frozenset("撤回 已撤回 已发布 withdrawn published".split())
"""What editors write for a status, and what the history and the time of publication say."""
MOMENT = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)[ T](\d\d?):(\d\d)(?::(\d\d))?\s*(Z|[+-]\d\d:?\d\d)?", re.ASCII
)
DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)", re.ASCII)
ADDRESS = re.compile(r"(?:https?://[^\s\\@/][^\s\\@<>\"'`{}|^]*|/(?!/)[^\s\\<>\"'`{}|^]*)\Z")
SITE_CODE = re.compile(r"[0-9]{10}\Z|bm[0-9]{8}\Z|N[0-9]{9}\Z")
"""Codes of government websites: of places, of ministries, of those without a region."""
PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*%?", re.ASCII)
IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


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
    match = MOMENT.fullmatch(_line(value))
    if match is None:
        raise PydanticCustomError("moment", "no moment", {"value": str(value)[:40]})
    year, month, day, hour, minute = (int(part) for part in match.group(1, 2, 3, 4, 5))
    try:
        # The zone follows: the site's, or the offset that was written.
        naive = datetime(  # noqa: DTZ001
            year, month, day, hour, minute, int(match.group(6) or 0)
        )
    except ValueError:
        raise PydanticCustomError(
            "moment.impossible", "impossible", {"value": str(value)[:40]}
        ) from None
    zone: ZoneInfo = (info.context or {}).get("zone") or ZoneInfo("Asia/Shanghai")
    offset = match.group(7)
    if offset is None:
        return naive.replace(tzinfo=zone)
    try:
        text = "+00:00" if offset == "Z" else offset
        return datetime.fromisoformat(naive.isoformat() + text).astimezone(zone)
    except (ValueError, OverflowError):
        raise PydanticCustomError(
            "moment.impossible", "impossible", {"value": str(value)[:40]}
        ) from None


def _day(value: Any) -> date:
    match = DAY.fullmatch(_line(value))
    try:
        if match is None:
            raise ValueError
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        raise PydanticCustomError("day", "no day", {"value": str(value)[:40]}) from None


def _whole(value: Any) -> int:
    text = _line(value)
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise PydanticCustomError("whole", "no whole number", {"value": text[:40]})
    return int(text)


def _yes(value: Any, info: ValidationInfo) -> bool:
    words = {"是": True, "否": False} if _language(info) == "zh" else {"yes": True, "no": False}
    text = _line(value)
    if text not in words:
        allowed = "、".join(words) if _language(info) == "zh" else ", ".join(words)
        raise PydanticCustomError("yes-no", "no switch", {"value": text[:40], "allowed": allowed})
    return words[text]


def _address(value: Any) -> str:
    text = _line(value)
    if not ADDRESS.match(text):
        raise PydanticCustomError("address", "no address", {"value": text[:80]})
    return text


def _identifier(value: Any) -> str:
    text = _line(value)
    if not IDENTIFIER.match(text):
        raise PydanticCustomError("identifier", "no id", {"value": text[:80]})
    return text


def _site_code(value: Any) -> str:
    text = _line(value)
    if not SITE_CODE.match(text):
        raise PydanticCustomError("site-code", "no site code", {"value": text[:40]})
    return text


def _percent(value: Any) -> str:
    """A share in percent, canonical without its sign and without idle zeros: `43.2%` → `43.2`."""
    text = _line(value)
    match = PERCENT.fullmatch(text)
    if match is None or float(match[1]) > 100:
        raise PydanticCustomError("percent", "no percentage", {"value": text[:40]})
    return f"{float(match[1]):.2f}".rstrip("0").rstrip(".")


def _language(info: ValidationInfo) -> str:
    return str((info.context or {}).get("language", "zh"))


Line: TypeAlias = Annotated[str, BeforeValidator(_line)]
"""One line of text."""
Prose: TypeAlias = Annotated[str, BeforeValidator(_prose)]
"""Markdown in several lines."""
Moment: TypeAlias = Annotated[datetime, BeforeValidator(_moment)]
"""An instant, aware; without an offset it is in the site's zone."""
Day: TypeAlias = Annotated[date, BeforeValidator(_day)]
Whole: TypeAlias = Annotated[int, BeforeValidator(_whole)]
Yes: TypeAlias = Annotated[bool, BeforeValidator(_yes)]
"""是 or 否; yes or no in files with English keys."""
Address: TypeAlias = Annotated[str, BeforeValidator(_address)]
"""An http(s) address, or a page of this site beginning with `/`."""
Identifier: TypeAlias = Annotated[str, BeforeValidator(_identifier)]
Percent: TypeAlias = Annotated[str, BeforeValidator(_percent)]
"""A share from 0 to 100, in percent, as canonical text."""
SiteCode: TypeAlias = Annotated[str, BeforeValidator(_site_code)]
"""网站标识码, the code of a government website."""
FreeTree: TypeAlias = Annotated[Any, Tree]
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
        language = str((info.context or {}).get("language", "zh"))
        terms = self.vocabulary.by_language(language)
        text = _line(value)
        if text in terms:
            return terms[text].en
        allowed = ("、" if language == "zh" else ", ").join(terms)
        values = {"value": text[:40], "allowed": allowed}
        for term in self.vocabulary:
            if text in (term.zh, term.en):
                right = term.zh if language == "zh" else term.en
                raise PydanticCustomError(f"choice.{language}", "other", {**values, "near": right})
        if self.vocabulary is STATUS and text in NO_STATUS:
            raise PydanticCustomError("choice.status", "no status", values)
        near = get_close_matches(text[:40], terms, n=3, cutoff=0.4)
        if near:
            # 不属实 is as like 属实 as 不实: what begins alike means alike.
            best = next((term for term in near if term[0] == text[0]), near[0])
            raise PydanticCustomError("choice.near", "near", {**values, "near": best})
        raise PydanticCustomError("choice", "none", values)


@dataclass(frozen=True, slots=True)
class Refers:
    """Says that a value names another record: `kind`, or "record" for `<URL word>/<id>` of any."""

    kind: str
