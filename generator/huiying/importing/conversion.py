"""From the text of a cell to the text of a field.

In: one cell's text, the field it is for, the zones. Out: text as an editor would write it, or a
`Fault`. It judges nothing that the record's own types judge when the record is read back.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from huiying.importing.declaration import FieldRule
from huiying.importing.mapping import MILLISECONDS, Target
from huiying.importing.markdown import from_html, from_text
from huiying.importing.rows import Typed
from huiying.importing.surroundings import Names
from huiying.records import ID, KIND_BY_NAME, REGISTER_BY_NAME
from huiying.source import Items, Map, Node, Text, read

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+\d\d+")
"""What a spreadsheet saves as CSV of a long number: its last digits are gone."""
_DAYS = re.compile(r"(?:3[3-9]|[4-6]\d|7[0-2])\d{3}(?:\.\d+)?", re.ASCII)
"""Days since 1900 that an editor can mean: 1990 to 2099."""
_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of spreadsheets, in no zone


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell could not be taken, as a case of the rule `import-cell`."""

    case: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Zones:
    """The zone of times in the table, and that of the site, in which records are written."""

    table: ZoneInfo
    site: ZoneInfo


@dataclass(frozen=True, slots=True)
class Converted:
    """The text of a field; `left_out` names what of it could not be said in Markdown."""

    text: str
    left_out: tuple[str, ...] = ()


def pieces(text: str, rule: FieldRule) -> Iterator[str]:
    """The items of a cell: several only where the mapping names what stands between them."""
    parts = text.split(rule.separator) if rule.separator else [text]
    return (part.strip() for part in parts if part.strip())


def convert(text: str, typed: Typed, target: Target, zones: Zones) -> Converted | Fault:
    """One item of a cell as the field wants it."""
    rule = target.rule
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if typed == "fault":
        return Fault(text)
    if rule.terms:
        if text not in rule.terms:
            return Fault("term", {"value": text[:40], "allowed": "、".join(rule.terms)})
        text = rule.terms[text]
    if target.type in ("day", "moment"):
        return _date(text, typed, target, zones)
    if target.type == "yes" and typed == "switch":
        return Converted("是" if text == "TRUE" else "否")
    if target.type == "percent" and typed in ("number", "serial") and 0 < float(text) <= 1:
        return Fault("share", {"value": text, "percent": f"{float(text) * 100:.15g}%"})
    if _SCIENTIFIC.fullmatch(text):
        return Fault("digits")
    if target.type == "tree":
        return Converted(text)
    if target.type != "prose":
        return Converted(fold(text))
    if rule.form == "html":
        markdown, left_out = from_html(text)
        return Converted(markdown, tuple(left_out))
    return Converted(from_text(text) if rule.form == "text" else text)


def name_to_id(converted: Converted, refers: str, names: Names) -> Converted | Fault:
    """The id where an exact name stands for one; what else can be an id is judged with the rest.

    Of a register that is empty, or could not be read, no name is known and none is refused.
    """
    text, known = converted.text, names.get(refers, {})
    ids = known.get(text, ())
    if len(ids) == 1:
        return Converted(ids[0])
    if ID.match(text) or not known:
        return converted
    what = REGISTER_BY_NAME.get(refers) or KIND_BY_NAME[refers]
    values = {"value": text[:40], "what": what.zh, "kind": what.name}
    if ids:
        return Fault("name-several", {**values, "ids": "、".join(ids)})
    near = nearest_name(text, known)
    if near:
        return Fault("name-near", {**values, "near": near, "id": "、".join(known[near])})
    return Fault("name", values)


def nearest_name(text: str, named: Mapping[str, object]) -> str:
    """The name that was perhaps meant, of what is `named`; "" where that is open.

    A part of a name will do if only one thing has such a name: `水务局`.
    """
    within = [name for name in named if text in name]
    is_one = len({named[name] for name in within}) == 1
    return next(iter(within if is_one else get_close_matches(text, named, n=1, cutoff=0.6)), "")


def read_tree(text: str) -> Any:
    """Keys and values in a cell below a field of free keys; None where it is a plain text."""
    node, problems = read(text.encode(), "")
    return None if problems or node is None or isinstance(node, Text) else _plain(node)


def _plain(node: Node) -> Any:
    if isinstance(node, Map):
        return {key.value: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items] if isinstance(node, Items) else node.value


def _date(text: str, typed: Typed, target: Target, zones: Zones) -> Converted | Fault:
    """A day or a moment: as a spreadsheet knows it, by the mapping's formats, or as written."""
    if typed == "serial" and _DAYS.fullmatch(text):
        # A minute is a fraction of a day, never quite exact.
        minutes = round(float(text) * 1440)
        moment = _DAY_0 + timedelta(minutes=minutes)
        typed = "moment" if "." in text else "day"
        text = moment.isoformat(" ", "minutes") if "." in text else moment.date().isoformat()
    if typed in ("serial", "number"):
        return Fault("number-date", {"value": text})
    if typed == "moment" and target.type == "moment":
        return Converted(_written(datetime.fromisoformat(text), zones))
    if typed == "day" and target.type == "moment" and target.rule.time_of_day:
        clock = time.fromisoformat(target.rule.time_of_day)
        return Converted(_written(datetime.combine(date.fromisoformat(text), clock), zones))
    if typed == "" and target.rule.time_formats:
        return _moment(text, target, zones)
    return Converted(fold(text))


def _written(moment: datetime, zones: Zones) -> str:
    """A moment in the site's zone, as editors write it; one without a zone is in the table's."""
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=zones.table)
    there = zoned.astimezone(zones.site).replace(tzinfo=None).isoformat(" ", "seconds")
    return there.removesuffix(":00") if there.count(":") == 2 else there


def fold(text: str) -> str:
    """Several lines as one: a space between words, none between Chinese characters."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    folded = lines[0] if lines else ""
    for line in lines[1:]:
        joined = _WIDE.match(folded[-1]) or _WIDE.match(line)
        folded += line if joined else f" {line}"
    return folded


def _moment(text: str, target: Target, zones: Zones) -> Converted | Fault:
    """A moment in the site's zone, by the first format that fits."""
    for form in target.rule.time_formats:
        moment = _by_format(text, form, target.rule, zones)
        if moment is not None:
            if target.type == "day":
                return Converted(moment.date().isoformat())
            return Converted(_written(moment, zones))
    allowed = "、".join(target.rule.time_formats)
    return Fault("moment", {"value": text[:40], "allowed": allowed})


def _by_format(text: str, form: str, rule: FieldRule, zones: Zones) -> datetime | None:
    """The moment that a text means in one format, or None."""
    try:
        if form in MILLISECONDS:
            return datetime.fromtimestamp(int(text) // 1000, zones.site)
        moment = datetime.strptime(text, form)  # noqa: DTZ007 - the zone follows below
        if rule.time_of_day and not re.search("%[HIcXs]", form):
            moment = datetime.combine(moment, time.fromisoformat(rule.time_of_day))
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=zones.table)
        return zoned.astimezone(zones.site)
    except (ValueError, OverflowError, OSError):
        return None
