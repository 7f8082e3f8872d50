"""Days and moments as Chinese editors write them, where the meaning is certain.

In: one line of text. Out: a `date`, or a naive `datetime` with the offset that was written, and
both as canonical text; a `Refusal` says by name why a text is not certain. It knows no time zone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_WIDE_SIGNS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DATE = (
    r"(?P<year>\d{4})(?:(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)"
    r"|\s?年\s?(?P<moon>\d\d?)\s?月\s?(?P<sun>\d\d?)\s?[日号])"
)
_CLOCK = (
    r"(?P<period>凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?\s?"
    r"(?P<hour>\d\d?)(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.0+)?)?"
    r"|\s?[时点](?:\s?(?:(?P<minutes>\d\d?)\s?分?|(?P<half>半)))?)"
)
_DAY = re.compile(_DATE, re.ASCII)
_MOMENT = re.compile(rf"{_DATE}(?P<gap>[ T]*){_CLOCK}\s*(?P<offset>Z|[+-]\d\d:?\d\d)?", re.ASCII)
_CANONICAL = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d", re.ASCII)
"""As nearly every moment is written: read without a look at all other forms."""
_SERIAL = re.compile(r"([2-7]\d{4})(\.\d+)?", re.ASCII)
"""A day as spreadsheets count it, 1954 to 2119."""
_AMBIGUOUS = re.compile(r"\d\d?([-/.])\d\d?\1(?:\d{4}|\d\d?)(?:[ T].*)?", re.ASCII)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of spreadsheets, in no zone
_EVENING = {hour: hour + 12 for hour in range(6, 12)} | {hour: hour for hour in range(18, 24)}
_HOURS: Mapping[str, Mapping[int, int]] = {
    "凌晨": {hour: hour for hour in range(6)},
    "早上": {hour: hour for hour in range(5, 12)},
    "上午": {hour: hour for hour in range(1, 12)},
    "中午": {11: 11, 12: 12, 1: 13, 13: 13},
    "下午": {hour: hour + 12 for hour in range(1, 8)} | {hour: hour for hour in range(13, 20)},
    "傍晚": {5: 17, 6: 18, 7: 19, 17: 17, 18: 18, 19: 19},
    "晚上": _EVENING,
    "晚": _EVENING,
}
"""What an hour means after its part of the day; 晚上12点 is left out: which day would it be?"""


class Refusal(ValueError):
    """Why a text is no certain date: a `case` of the rules `moment` and `day`, and its values."""

    def __init__(self, case: str = "", **values: str) -> None:
        super().__init__(case)
        self.case, self.values = case, values


@dataclass(frozen=True, slots=True)
class Written:
    """A moment as written: the local time and, if it was given, its offset (`Z`, `+08:00`)."""

    local: datetime
    offset: str = ""

    def __str__(self) -> str:
        text = self.local.isoformat(" ", "seconds" if self.local.second else "minutes")
        return f"{text}{self.offset}"


def narrow(text: str) -> str:
    """Full-width letters, digits, signs and spaces in half width."""
    return text if text.isascii() else text.translate(_WIDE_SIGNS)


def read_day(text: str) -> date:
    """The day that a text means, or a `Refusal`."""
    text = narrow(text).strip()
    match = _DAY.fullmatch(text)
    if match:
        return _date(match)
    moment = _MOMENT.fullmatch(text)
    if moment:
        raise Refusal("with-time", date=_date(moment).isoformat())
    raise _refusal(text, needs_time=False)


def read_moment(text: str) -> Written:
    """The moment that a text means, or a `Refusal`."""
    if _CANONICAL.fullmatch(text):
        try:
            return Written(datetime.fromisoformat(text))
        except ValueError:
            raise Refusal("impossible") from None
    text = narrow(text).strip()
    match = _MOMENT.fullmatch(text)
    if match and (match["gap"] or match["sun"] or match["period"]):
        return _written(match)
    day = _DAY.fullmatch(text)
    if day:
        raise Refusal("no-time", date=_date(day).isoformat())
    raise _refusal(text, needs_time=True)


def _date(match: re.Match[str]) -> date:
    try:
        month, day = match["month"] or match["moon"], match["day"] or match["sun"]
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        raise Refusal("impossible") from None


def _written(match: re.Match[str]) -> Written:
    day = _date(match)
    hour = int(match["hour"])
    if match["period"]:
        if hour not in _HOURS[match["period"]]:
            raise Refusal("unclear-hour")
        hour = _HOURS[match["period"]][hour]
    minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
    offset = match["offset"] or ""
    if len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    try:
        # The zone is not ours to know: the site's, or the offset that was written.
        local = datetime(day.year, day.month, day.day, hour, minute, int(match["second"] or 0))  # noqa: DTZ001
        datetime.fromisoformat(f"{local.isoformat()}{offset}").utctimetuple()
    except (ValueError, OverflowError):
        raise Refusal("impossible") from None
    return Written(local, offset)


def _refusal(text: str, needs_time: bool) -> Refusal:
    """What an unreadable text seems to be."""
    serial = _SERIAL.fullmatch(text)
    if serial:
        # A spreadsheet keeps a minute as a fraction of a day, never quite exactly.
        minutes = round(float(serial[2] or 0) * 1440)
        moment = _EPOCH + timedelta(days=int(serial[1]), minutes=minutes)
        shown = str(Written(moment)) if needs_time and serial[2] else moment.date().isoformat()
        return Refusal("serial", date=shown)
    return Refusal("ambiguous" if _AMBIGUOUS.fullmatch(text) else "")
