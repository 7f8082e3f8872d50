"""Where a person can be written to or found: e-mail addresses and door numbers.

In: a text with plain digits (`folding.figures`). Out: findings. A street, an estate and the seat of
a body are no findings: only what leads to one door.
"""

import re
from collections.abc import Iterator

from huiying.privacy.finding import Finding

_AT = r"(?:\s?@\s?|\s?[\[({]\s?at\s?[\])}]\s?)"
_EMAIL = re.compile(
    rf"(?<![A-Za-z0-9._%+\-])([A-Za-z0-9._%+\-]{{1,64}}){_AT}"
    r"([A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){0,6}\.[A-Za-z]{2,24})(?![A-Za-z0-9@])",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"(?:^|\.)(?:gov|mil)(?:\.[a-z]{2})?\Z", re.IGNORECASE)
_GAP = r"[ \-.·\u2010-\u2015]?"
_N = rf"(?:\d{_GAP}){{0,3}}\d|[\d十百]{1, 5}"
_BUILDING = r"(?:号楼|栋|幢|座)"
_ROOM = r"(?:室|号房|房)"
_DOORS = re.compile(
    "|".join(
        (
            rf"(?:{_N}|[A-Z]) ?{_BUILDING}[ \-,]?(?:(?:{_N}) ?单元[ \-,]?)?(?:{_N}) ?{_ROOM}",
            rf"(?:(?:{_N}|[A-Z]) ?{_BUILDING}[ \-,]?)?(?:{_N}) ?单元[ \-,]?"
            rf"(?:\d{_GAP}){{2,3}}\d(?: ?(?:室|号|房))?(?![\d户])",
            rf"(?:{_N}) ?{_BUILDING}[ \-]?(?:\d{_GAP}){{2}}\d(?![\d户人套平米名棵年月元])",
            r"(?:小区|花园|苑|新村|家园|公寓|庭|府)\s?\d{1,3}[\-栋]\d{1,2}-\d{3,4}(?!\d)",
            rf"[路街巷弄里道同] ?(?:{_N}) ?[号弄] ?(?:(?:{_N}) ?[号楼层] ?)?(?:{_N}) ?{_ROOM}",
            rf"[村屯寨庄] ?(?:{_N}) ?[组队社] ?(?:{_N}) ?号",
            rf"门牌(?:号码?)?[是为:]?\s?(?:{_N})\s?号|门牌号码?[是为:]\s?\d+",
        )
    )
)
_OF_A_BODY = re.compile(
    r"政务|行政|办公|写字楼|大厦|大楼|会议|宾馆|酒店|医院|门诊|法院|检察院|派出所|综合楼|服务中心|学校|教学"
    r"|报告厅|[^人委]委员会|[一-龥]{2}局"
)


def emails(text: str) -> Iterator[Finding]:
    """Every e-mail address of a text that is not on a government's host."""
    for match in _EMAIL.finditer(text):
        host = match[2].lower()
        if not _OFFICIAL.search(host):
            yield Finding("email", f"{match[1].lower()}@{host}", f"{match[1][0]}***@{host}")


def doors(text: str) -> Iterator[Finding]:
    """Every door of a home; a room in a public building is none."""
    for match in _DOORS.finditer(text):
        if not _OF_A_BODY.search(text[max(match.start() - 20, 0) : match.end()]):
            value = re.sub(r"[ \-,.·\u2010-\u2015]", "", match[0])
            yield Finding("door", value, re.sub(r"[\d十百]", "*", value))
