"""What every view needs besides its page: the way to the root and the zone; dates, texts, links.

In: texts, moments, addresses. Out: escaped pieces of HTML and addresses. Spaces between Chinese and
digits are the stylesheet's business (`text-autospace`), so none is typed here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias
from urllib.parse import quote
from zoneinfo import ZoneInfo

from markupsafe import Markup

from huiying.prose import render, safe_url

View: TypeAlias = dict[str, Any]
"""What one template places: every name it uses, also where there is nothing to show."""
HOLE = "{text}"
"""Where the address of a letter box takes what people want to ask."""
_STAND_IN = "huiying-text"


@dataclass(frozen=True, slots=True)
class Frame:
    """`base`: the way from the page to the site's root (`../../`)."""

    base: str
    zone: ZoneInfo


def moment(value: datetime, frame: Frame, year: int = 0) -> Markup:
    """A moment to the minute, in the site's zone; its year is left out where it is `year`."""
    local = value.astimezone(frame.zone)
    iso = local.isoformat(timespec="minutes")
    return Markup(f'<time datetime="{iso}">{_day(local, year)} {local:%H:%M}</time>')


def day(value: date, frame: Frame, year: int = 0) -> Markup:
    """The day of a date or moment."""
    if isinstance(value, datetime):
        value = value.astimezone(frame.zone).date()
    return Markup(f'<time datetime="{value.isoformat()}">{_day(value, year)}</time>')


def _day(value: date, year: int) -> str:
    text = f"{value.month}月{value.day}日"
    return text if value.year == year else f"{value.year}年{text}"


def clock_time(value: datetime, frame: Frame) -> Markup:
    """The time of day of a moment, where its day is known."""
    local = value.astimezone(frame.zone)
    return Markup(f'<time datetime="{local.isoformat(timespec="minutes")}">{local:%H:%M}</time>')


def span(start: datetime, end: datetime, frame: Frame, year: int = 0) -> Markup:
    """From one moment to another; the day is said once where it is the same."""
    first, last = start.astimezone(frame.zone), end.astimezone(frame.zone)
    is_same = first.date() == last.date()
    ending = clock_time(end, frame) if is_same else moment(end, frame, first.year)
    return moment(start, frame, year) + "至" + ending


def days(period: Mapping[str, Any], frame: Frame, year: int = 0) -> Markup:
    """From which day to which; 起 where it is open."""
    first = period["starts_on"]
    if "ends_on" not in period:
        return day(first, frame, year) + "起"
    return day(first, frame, year) + "至" + day(period["ends_on"], frame, first.year)


def year_of(value: datetime, frame: Frame) -> int:
    """The year of a moment in the site's zone."""
    return value.astimezone(frame.zone).year


def duration(start: datetime, end: datetime) -> str:
    """How long something took, in its two largest units: 2小时25分. Empty where it ran back."""
    minutes = int((end - start).total_seconds() // 60)
    if minutes < 0:
        return ""
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    units = ((days, "天"), (hours, "小时"), (minutes, "分"))
    shown = [f"{number}{unit}" for number, unit in units if number]
    return "".join(shown[:2]) or "不到1分"


def html(markdown: str | None, frame: Frame, prefix: str, level: int = 3) -> Markup:
    """An editor's text as safe HTML; empty where there is none. `prefix` keeps notes apart."""
    return Markup(render(markdown, frame.base, level, prefix)) if markdown else Markup()


def link(url: str | None, frame: Frame) -> str:
    """An address as it may stand in a link, or nothing."""
    return (safe_url(url, frame.base) or "") if url else ""


def phone(number: str) -> str:
    """A `tel:` address, or nothing when the number is more than figures and hyphens."""
    digits = number.replace("-", "").replace(" ", "")
    return f"tel:{digits}" if digits.isascii() and digits.isdecimal() else ""


def letter_box(url: str | None, frame: Frame) -> str:
    """The address of the letter box with nothing written yet."""
    return link(url.replace(HOLE, ""), frame) if url else ""


def letter_form(url: str | None, frame: Frame) -> str:
    """The address of the letter box with its hole, for scripts to fill; nothing without one."""
    if not url or HOLE not in url:
        return ""
    return link(url.replace(HOLE, _STAND_IN), frame).replace(_STAND_IN, HOLE)


def rel(href: str) -> Markup:
    """The `rel` of a link that leaves the site; nothing for one that stays."""
    is_outside = href.startswith(("http://", "https://"))
    return Markup(' rel="noopener noreferrer external"' if is_outside else "")


def medium(path: str, frame: Frame) -> str:
    """The address of a media file of the site."""
    return f"{frame.base}media/{quote(path)}"
