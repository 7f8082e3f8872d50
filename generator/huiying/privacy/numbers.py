"""Numbers of persons: identity cards, mobile telephones, bank cards, number plates.

In: a text with plain digits (`folding.figures`). Out: findings. What has a check digit is asked for
it, so that any way of grouping counts; what has none must be grouped as people group it.
Sources: GB 11643-1999 (identity numbers), ISO/IEC 7812-1 (cards, Luhn), GA 36-2018 (plates).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from huiying.privacy.finding import Finding, mask

SEPARATOR = r"[ \t\u2010-\u2015\u2212\-·•・‧∙.*_/]"
_RUN = re.compile(
    rf"\d(?:{SEPARATOR}{{0,3}}\d){{10,}}(?:{SEPARATOR}{{0,3}}[Xx×](?![0-9A-Za-z]))?", re.ASCII
)
_GROUP = re.compile(r"[\dXx×]+", re.ASCII)
# Letters that stand right before a number and say whose it is; other letters make it a code.
_LABEL = re.compile(r"(?:tel|phone|mobile|cell|wx|vx|v|weixin|wechat|qq|id|no|card)\Z", re.I)
# What is counted by the thousand million. 万, 米 and 台 are names too, and nobody has that many 户.
_UNIT = re.compile(
    r"\s{0,2}(?:亿|立方|千瓦|平方|公里|%|k[gmW]|[元吨](?:人民币|左右|以上|以下|(?![\u4e00-\u9fa5])))"
)
_MONEY = re.compile(r"[¥$€£]\s?\Z")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65"
    " 71 81 82".split()
)
MOBILE_SHAPES = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 5, 3), (4, 4, 3), (4, 3, 4), (5, 6), (6, 5)}
)
_CARDS = re.compile(
    r"(?:(?:62|81)\d{14,17}|4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|35\d{14}|3[47]\d{13}"
    r"|6(?:011|4\d\d|5\d\d)\d{12}|9558\d{15}|(?:56|58|60)\d{17})\Z"
)
"""Known beginnings with their lengths: UnionPay, Visa, Mastercard, JCB, Amex, Discover."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Digits that stand together, and where."""

    digits: str
    start: int
    end: int


def numbers(text: str) -> Iterator[Finding]:
    """Every identity number, mobile number and bank card of a text, each place told once."""
    for run in _RUN.finditer(text):
        groups = [_group(part, run.start()) for part in _GROUP.finditer(run[0])]
        yield from _in_run(text, groups)


def _group(part: re.Match[str], offset: int) -> _Group:
    digits = part[0].upper().replace("×", "X")
    return _Group(digits, offset + part.start(), offset + part.end())


def _in_run(text: str, groups: Sequence[_Group]) -> Iterator[Finding]:
    """A run may hold a date before the number, or two numbers: groups in a row are asked."""
    start = 0
    while start < len(groups):
        for end in _ends(groups, start):
            found = _judge(text, groups[start:end])
            if found and _stands_alone(text, groups, start, end):
                yield found
                start = end - 1
                break
        start += 1


_SHORTEST, _LONGEST, _MOST_GROUPS = 11, 19, 9


def _ends(groups: Sequence[_Group], start: int) -> Iterator[int]:
    """Where a number could end that begins at a group: it has so many digits, and not more groups
    than people make, unless it is written digit by digit."""
    is_single = len(groups[start].digits) == 1 and (
        start == 0 or len(groups[start - 1].digits) != 1
    )
    most = _LONGEST if is_single else _MOST_GROUPS
    total = 0
    for place in range(start, min(start + most, len(groups))):
        total += len(groups[place].digits)
        if _SHORTEST <= total <= _LONGEST:
            yield place + 1


def _stands_alone(text: str, groups: Sequence[_Group], start: int, end: int) -> bool:
    """Whether nothing beside a window makes it part of another number, a code or an amount."""
    first, last = groups[start].start, groups[end - 1].end
    before, after = text[max(first - 12, 0) : first], text[last : last + 8]
    letters = re.search(r"[A-Za-z]+\Z", before)
    if letters and not _LABEL.search(letters[0]):
        return False
    # Of digits written one by one, all must belong to the number: a row of a table goes on.
    is_singles = end - start > 1 and all(len(group.digits) == 1 for group in groups[start:end])
    beside = [groups[place] for place in (start - 1, end) if 0 <= place < len(groups)]
    if is_singles and any(len(group.digits) == 1 for group in beside):
        return False
    # 0.138…: a decimal fraction is no number of anybody.
    is_fraction = re.search(r"\d\.\Z", before) or re.match(r"\.\d", after)
    return not (end - start == 1 and is_fraction) and not re.match(r"[0-9A-Za-z]", after)


def _judge(text: str, window: Sequence[_Group]) -> Finding | None:
    """What the digits of a window are."""
    digits = "".join(group.digits for group in window)
    shape = tuple(len(group.digits) for group in window)
    if is_identity(digits):
        return Finding("identity", digits, mask(digits, 3, 1))
    if _is_card(digits, shape):
        return Finding("card", digits, mask(digits, 4, 4))
    if "X" in digits:
        return None
    if _is_old_identity(digits, shape):
        return Finding("old-identity", digits, mask(digits, 3, 1))
    number, shape = _without_country(digits, shape)
    is_grouped = shape in MOBILE_SHAPES or set(shape) == {1}
    if is_grouped and re.fullmatch(r"1[3-9]\d{9}", number) and not _is_amount(text, window):
        return Finding("mobile", number, mask(number, 3, 4))
    return None


def _is_amount(text: str, window: Sequence[_Group]) -> bool:
    """Whether a unit stands behind the digits, or money before them."""
    first, last = window[0].start, window[-1].end
    is_money = _MONEY.search(text, max(first - 3, 0), first)
    return is_money is not None or _UNIT.match(text, last) is not None


def _without_country(digits: str, shape: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """A telephone number without 86, 0086 or 0 before it, and the shape of what is left."""
    for prefix in ("0086", "86", "0"):
        if digits.startswith(prefix) and len(digits) == 11 + len(prefix):
            if shape[0] == len(prefix) and prefix != "0":  # 0.138… is a fraction
                return digits[len(prefix) :], shape[1:]
            return digits[len(prefix) :], (shape[0] - len(prefix), *shape[1:])
    return digits, shape


def is_identity(digits: str) -> bool:
    """Whether these are an identity number: eighteen, a day that was, the check that fits."""
    if not re.fullmatch(r"[1-9]\d{5}(?:18|19|20)\d{9}[\dX]", digits, re.ASCII):
        return False
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == digits[-1]


def _is_old_identity(digits: str, shape: tuple[int, ...]) -> bool:
    """Whether these may be a number of before 1999: fifteen, a province, a day of 19yy."""
    if len(digits) != 15 or digits[:2] not in _PROVINCES:
        return False
    if shape not in {(15,), (6, 6, 3)} and set(shape) != {1}:
        return False
    try:
        return bool(date(1900 + int(digits[6:8]), int(digits[8:10]), int(digits[10:12])))
    except ValueError:
        return False


def _is_card(digits: str, shape: tuple[int, ...]) -> bool:
    """Whether the beginning, the length and the last digit (Luhn) are those of a bank card."""
    if not _CARDS.match(digits) or (min(shape[:-1], default=4) < 3 and set(shape) != {1}):
        return False
    signs = [int(sign) for sign in reversed(digits)]
    doubled = [sign * 2 - 9 if sign > 4 else sign * 2 for sign in signs[1::2]]
    return (sum(signs[::2]) + sum(doubled)) % 10 == 0


_PLATE = re.compile(
    r"([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]) ?([A-HJ-NP-Z])"
    rf"((?:{SEPARATOR}{{0,2}}[A-HJ-NP-Z0-9]){{4,5}}{SEPARATOR}{{0,2}}[A-HJ-NP-Z0-9挂学警港澳])"
    rf"(?!{SEPARATOR}{{0,2}}[0-9A-Z])",
    re.IGNORECASE,
)
# The last of the first: petrol; then electric cars: a letter of theirs before or behind the digits.
_TAIL = re.compile(
    r"(?=(?:\D?\d){3})(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]"
    r"|[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])\Z"
)


def plates(text: str) -> Iterator[Finding]:
    """Every number plate of a text."""
    for match in _PLATE.finditer(text):
        tail = re.sub(SEPARATOR, "", match[3]).upper()
        # 新GB 18030 is a standard.
        if _TAIL.match(tail) and not (match[2] + tail).startswith(("GB", "DB", "GA")):
            value = match[1] + match[2].upper() + tail
            yield Finding("plate", value, f"{value[:2]}****{value[-1]}")
