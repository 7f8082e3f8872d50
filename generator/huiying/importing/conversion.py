"""From the text of a cell to the text of a field.

In: one cell's text, the field it is for, the zones. Out: text as an editor would write it, or a
`Fault`. It judges nothing that the record's own types judge when the record is read back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from zoneinfo import ZoneInfo

from huiying.importing.declaration import FieldRule
from huiying.importing.mapping import MILLISECONDS, Target
from huiying.importing.markdown import from_html, from_text

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


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


def convert(text: str, target: Target, zones: Zones) -> Converted | Fault:
    """One item of a cell as the field wants it."""
    rule = target.rule
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if rule.terms:
        if text not in rule.terms:
            return Fault("term", {"value": text[:40], "allowed": "、".join(rule.terms)})
        text = rule.terms[text]
    if rule.time_formats:
        return _moment(text, target, zones)
    if target.type != "prose":
        return Converted(fold(text))
    if rule.form == "html":
        markdown, left_out = from_html(text)
        return Converted(markdown, tuple(left_out))
    return Converted(from_text(text) if rule.form == "text" else text)


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
            written = moment.replace(tzinfo=None).isoformat(" ", "seconds")
            return Converted(written.removesuffix(":00"))
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
