"""公开的内容里不能有个人信息。

身份证号（校验位相符的）、手机号、银行卡号（校验相符的）是错误；车牌号、电子邮箱、具体到户的门牌号是
警告。草稿只提示。登记册里单位公布的电话、单位的地址、政府网站的邮箱不算。提示里只显示打了星号的号码。
姓名电脑认不准，这里不查：请写进 site.yml 的“隐私词”，或由审核人看。

依据：个人信息保护法；政府信息公开条例第十五条。

对：

    事实: 来信人反映水压低，承办单位已上门查看。

错：

    事实: 来信人电话是 13812345678，承办单位已上门查看。

In English: no identity number, mobile number, bank card, number plate, e-mail or door number of a
person stands in public text. Names cannot be told for certain and are not looked for.
"""

# Reference: DOMAIN PII-1.

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.dates import narrow
from huiying.records.field import Field
from huiying.rules._texts import public_texts
from huiying.settings import Settings

NAME = "personal-data"
OF_BODIES = frozenset({"phone", "hotline", "address", "venue", "postcode", "hash"})
"""Fields that say how to reach a body, not a person, or are no words at all."""
_GAP = r"[ \-]?"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OFFICIAL = re.compile(r"(?:^|\.)gov(?:\.[a-z]{2})?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    """What one kind of personal data looks like, and whether a text of that look really is one."""

    case: str
    level: Level
    pattern: re.Pattern[str]
    is_one: Callable[[str], bool]
    mask: Callable[[str], str]


def _is_identity(text: str) -> bool:
    """Whether eighteen characters are an identity number: its date exists, its check fits."""
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == text[-1].upper()


def _is_card(text: str) -> bool:
    """Whether the last digit of a card's number fits the others (Luhn)."""
    if len(text) == 18 and _is_identity(text):
        return False
    digits = [int(sign) for sign in reversed(text) if sign.isdigit()]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]
    return 16 <= len(digits) <= 19 and (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _mask_number(text: str) -> str:
    signs = [sign for sign in text if sign.isalnum()]
    return "".join([*signs[:3], "*" * (len(signs) - 7), *signs[-4:]])


def _mask_digits(text: str) -> str:
    return re.sub(r"[0-9一二三四五六七八九十]", "*", text)


def _always(text: str) -> bool:
    return True


_FORMS = (
    _Form(
        "identity",
        Level.ERROR,
        re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])"),
        _is_identity,
        _mask_number,
    ),
    _Form(
        "mobile",
        Level.ERROR,
        re.compile(
            # No comma is asked for: a Chinese one is narrow here, and stands before most numbers.
            rf"(?<![0-9A-Za-z])(?<!\d\.)(?:\+?86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}"
            r"(?![0-9A-Za-z]|\.\d|\s*(?:元|万元|亿|吨|立方|千瓦))"
        ),
        _always,
        lambda text: _mask_number(text.removeprefix("+").removeprefix("86")),
    ),
    _Form(
        "card",
        Level.ERROR,
        re.compile(
            r"(?<![0-9A-Za-z])[3-6]\d{3}(?:[ \-]?\d{4}){3}(?:[ \-]?\d{1,3})?(?![0-9A-Za-z])"
        ),
        _is_card,
        _mask_number,
    ),
    _Form(
        "plate",
        Level.WARNING,
        re.compile(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?"
            r"(?=[A-HJ-NP-Z]{0,4}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![0-9A-Za-z])"
        ),
        _always,
        lambda text: f"{text[:2]}****{text[-1]}",
    ),
    _Form(
        "email",
        Level.WARNING,
        re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"),
        lambda text: not _OFFICIAL.search(text.rpartition("@")[2]),
        lambda text: f"{text[0]}***@{text.rpartition('@')[2]}",
    ),
    _Form(
        "door",
        Level.WARNING,
        re.compile(
            r"\d+\s?(?:号楼|栋|幢|座)\s?(?:[\d一二三四五六七八九十]+\s?单元)?\s?\d{1,4}\s?(?:室|号房)"
            r"|[\d一二三四五六七八九十]+\s?单元\s?\d{3,4}(?:\s?(?:室|号))?(?![\d户])"
            r"|门牌(?:号码?)?[是为:]?\s?\d+\s?号|门牌号码?[是为:]\s?\d+"
        ),
        _always,
        _mask_digits,
    ),
)
# One look tells whether any form can be there at all: almost no text has one.
_HINT = re.compile(
    r"\d[\d \-\uff0d\u3000]{9}|[@\uff20]|单元|门牌|\d\s?(?:室|号房)"
    r"|[A-Z\uff21-\uff3a][·• ]?[A-Z0-9\uff21-\uff3a\uff10-\uff19]{4}"
)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each public text with personal data, which is shown masked."""
    known = _phones_of_bodies(library, settings)
    for record in library.records.values():
        is_draft = record.fields.status != "approved"
        yield from _judge(record, "", known, is_draft)
    for entries in library.registers.values():
        for id, entry in entries.items():
            yield from _judge(entry, id, known, False)
    for sidecar in library.sidecars.values():
        yield from _judge(sidecar, "", known, False)


def _phones_of_bodies(library: Library, settings: Settings) -> frozenset[str]:
    """The digits of the numbers that bodies have made public themselves."""
    phones = [entry.fields.phone for entry in library.organisations.values()]
    phones += [settings.site.phone, settings.site.hotline]
    return frozenset(_digits(phone) for phone in phones if phone)


def _digits(text: str) -> str:
    return "".join(sign for sign in narrow(text) if sign.isdigit())


def _judge(
    record: Record[Any], path: str, known: frozenset[str], is_draft: bool
) -> Iterator[Problem]:
    for place, item, text in public_texts(record.fields, path):
        if not _HINT.search(text) or not _is_words(item):
            continue
        for form, shown in found(text, known):
            values = {"key": item.label(record.language), "value": shown}
            level = Level.NOTE if is_draft else form.level
            yield Problem(NAME, record.mark(place), form.case, values, level)


def found(text: str, known: frozenset[str] = frozenset()) -> Iterator[tuple[_Form, str]]:
    """Each kind of personal data in a text, with its first example masked."""
    text = narrow(text)
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            if form.is_one(match[0]) and _digits(match[0]) not in known:
                yield form, form.mask(match[0])
                break


def _is_words(item: Field) -> bool:
    """Whether a field holds words: no address of the web, no reference, nothing about a body."""
    return item.name not in OF_BODIES and item.type not in ("address", "reference")
