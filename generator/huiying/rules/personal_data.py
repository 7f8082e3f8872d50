"""公开的内容里不能有个人信息。

身份证号（校验位相符的）、手机号、银行卡号（校验相符的）是错误，不能豁免。十五位的旧身份证号、车牌号、
电子邮箱、具体到户的门牌号，跟在“网民”“群众”“造谣者”等词后面的姓名，未成年人和举报人的姓名，是警告；
公众问答里自报的姓名也是。草稿、撤回后不再公开的只提示。全角、汉字数字、带圈数字，中间加空格、横线、点或看不见的字符，
都算同一个号码。网址查问号和井号后面的部分；变更记录的原文、新文同样要查。

登记册和 site.yml 里单位公布的电话、邮箱、地址，政府网站的邮箱，不算。引用了警情通报的，通报里的
“张某”不算。提示里只显示打了星号的内容。确需公开的（如当事人书面同意），在豁免登记册里登记，写明哪一种
（如 personal-data.email）、理由、批准单位和截止日期。

依据：个人信息保护法；未成年人保护法第四条；政府信息公开条例第十五条；GB 11643-1999。

对：

    事实: 来信人反映水压低，承办单位已上门查看。

错：

    事实: 来信人电话是 13812345678，承办单位已上门查看。

In English: no identity number, mobile number, bank card, number plate, e-mail or door number of a
person stands in public text, however it is spelt, and no name beside a word for those who spread a
rumour, for minors or for whistle-blowers. What bodies have made public themselves is no finding.
"""

# Reference: DOMAIN PII-1.

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from huiying.library import Library, references
from huiying.privacy import Finding, find, find_in_address
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.field import Field
from huiying.rules._police import cites_notice
from huiying.rules._texts import is_read, public_texts
from huiying.settings import Settings

NAME = "personal-data"
LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        "identity": Level.ERROR,
        "mobile": Level.ERROR,
        "card": Level.ERROR,
        "old-identity": Level.WARNING,
        "plate": Level.WARNING,
        "email": Level.WARNING,
        "door": Level.WARNING,
        "source": Level.WARNING,
        "minor": Level.WARNING,
        "whistle-blower": Level.WARNING,
        "name": Level.WARNING,
    }
)
"""What each kind weighs: an error where a check or a form of its own tells it from all else."""
OF_BODIES = frozenset({"phone", "hotline", "address", "venue", "postcode", "hash"})
"""Fields that say how to reach a body, not a person, or are no words at all."""
ALWAYS = frozenset({"identity", "card"})
"""What no body has made public in such a field either."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each piece of personal data in public text, which is shown masked."""
    known = known_of_bodies(library, settings)
    for record in library.records.values():
        is_draft = not _is_for_the_public(record)
        for problem, found, path in judge(record, "", known):
            if _is_asked(record, found):
                is_told = is_draft or not is_read(path, record.fields, settings.now)
                yield _lowered(problem) if is_told else problem
    for entries in library.registers.values():
        for id, entry in entries.items():
            yield from (problem for problem, _, _ in judge(entry, id, known))
    used = media_in_use(library)
    for name, sidecar in library.sidecars.items():
        for problem, _, _ in judge(sidecar, "", known):
            yield problem if name in used else _lowered(problem)


def _is_for_the_public(record: Record[Any]) -> bool:
    """What is not disclosed, often because of a person in it, is as little public as a draft."""
    return (record.fields.status, record.fields.disclosure) == ("approved", "active")


def _lowered(problem: Problem) -> Problem:
    return Problem(problem.rule, problem.mark, problem.case, problem.values, Level.NOTE)


def _is_asked(record: Record[Any], found: Finding) -> bool:
    """Whether a kind counts in this record.

    Who writes in gives a name; who speaks at a briefing may. 张某 is what the police call somebody.
    """
    if found.kind == "name":
        return record.kind == "qa"
    return not (found.kind == "source" and "某" in found.value and cites_notice(record.fields))


def known_of_bodies(library: Library, settings: Settings) -> frozenset[str]:
    """The values of numbers and mailboxes that bodies have made public themselves."""
    told = [settings.site.phone or "", settings.site.hotline or ""]
    for register in (library.organisations, library.channels):
        for entry in register.values():
            told += [text for _, item, text in public_texts(entry.fields) if item.name != "duties"]
    findings = (found for text in told for found in (*find(text), *find_in_address(text)))
    return frozenset(found.value for found in findings if found.kind in ("mobile", "email"))


def media_in_use(library: Library) -> frozenset[str]:
    """The media that approved records use, with what stands beside them (captions)."""
    used: set[str] = set()
    for record in library.records.values():
        if _is_for_the_public(record):
            used |= {each.target for each in references(record.fields) if each.kind == "media"}
    for name in tuple(used):
        if name in library.sidecars:
            beside = references(library.sidecars[name].fields)
            used |= {each.target for each in beside if each.kind == "media"}
    return frozenset(used)


def judge(
    record: Record[Any], path: str, known: frozenset[str]
) -> Iterator[tuple[Problem, Finding, str]]:
    """A problem for each finding in the public texts of a record or an entry, with its path."""
    for place, item, text in public_texts(record.fields, path):
        for found in findings_in(item, text):
            if found.value not in known:
                values = {"key": item.label(record.language), "value": found.shown}
                mark = record.mark(place)
                yield Problem(NAME, mark, found.kind, values, LEVELS[found.kind]), found, place


def findings_in(item: Field, text: str) -> Iterator[Finding]:
    """All that is found in one value, as its field has to be read."""
    if item.type == "address":
        yield from find_in_address(text)
    elif item.name in OF_BODIES:
        yield from (found for found in find(text) if found.kind in ALWAYS)
    elif item.type != "reference":
        said_by_claimant = item.name == "claimant"  # the rule of that name says so
        yield from (f for f in find(text) if not (said_by_claimant and f.kind == "source"))
