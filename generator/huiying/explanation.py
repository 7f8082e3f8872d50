"""What a rule, a key, a term or a kind means, in words: one text for `explain` and for the guide.

In: a name as an editor meets it (`time-order`, 发布时间, 不实, 辟谣) and a language. Out:
entries, each a title and a body in Markdown, made of the declarations that reader and rules use.
An example of what is right comes from the declaration; what is wrong is really read, and the
sentence beside it is what the reader says of it.
"""

import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import ModuleType
from zoneinfo import ZoneInfo

from huiying.against import COMPARISONS
from huiying.audits import AUDITS
from huiying.links import LINK_CHECKS
from huiying.messages import CATALOGUE, sentence, shown
from huiying.records import KINDS, REGISTERS, construct, parse
from huiying.records.example import example_of, named_example
from huiying.records.field import Field, Model, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.values import FieldType
from huiying.records.vocabulary import Term, Vocabulary
from huiying.rules import RULE_BY_NAME

ENGLISH = "In English: "
"""Begins the last paragraph of a rule's page."""
NEEDS = {
    "zh": {"always": "必写。", "approved": "审定后必写。"},
    "en": {"always": "Always needed.", "approved": "Needed once approved."},
}
FORMS = {
    "zh": {
        "tree": "下面怎么写都可以。",
        "term": "只能从下面几项里选。",
        "reference": "写编号或地址，不写名称。",
        "prose": "一段或几段文字，用 Markdown 写；几行的，冒号后面写“|”，下面各行缩进两格。",
        "moment": "时间，精确到分，按网站的时区；如 2026-03-12 09:40。",
        "day": "日期，如 2026-03-12。",
        "whole": "整数。",
        "number": "数字，可以有负号和小数，不写单位。",
        "percent": "0 到 100 的百分数。",
        "yes": "只写是或否。",
        "offset": "录音、视频里的位置，从开头算起，分和秒，如 01:12；超过一小时的写 1:02:03。",
        "id": "编号，只用小写字母、数字和连字符。",
        "line": "一行文字。",
        "list": "可以写几项，每项一行，以“- ”开头。",
        "group": "下面再写几个键，缩进两格。",
    },
    "en": {
        "tree": "Anything may stand below it.",
        "term": "One of the terms below.",
        "reference": "An id or an address, never a name.",
        "prose": "Text in Markdown; for several lines write | after the colon and indent by two.",
        "moment": "A time to the minute in the site's zone, such as 2026-03-12 09:40.",
        "day": "A date, such as 2026-03-12.",
        "whole": "A whole number.",
        "number": "A number, perhaps below zero or with decimals, without its unit.",
        "percent": "A share from 0 to 100, in percent.",
        "yes": "Only yes or no.",
        "offset": "A place in a recording, from its beginning, such as 01:12 or 1:02:03.",
        "id": "An id: lower-case letters, figures and hyphens.",
        "line": "One line of text.",
        "list": "Several items, each on a line of its own after a dash.",
        "group": "Further keys below it, indented by two.",
    },
}
_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing explained. `body` is Markdown; on a terminal it reads as it stands."""

    title: str
    body: str

    def __str__(self) -> str:
        return f"{self.title}\n\n{self.body}"


def explain(name: str, language: str) -> str | None:
    """All that the name means (it may be a rule and a key and a term), or None."""
    found = [*rules(name, language), *kinds(name, language)]
    found += [*fields(name, language), *terms(name, language)]
    return "\n\n".join(str(entry) for entry in found) or None


def nearest(name: str) -> str | None:
    """The known name that looks most like this one."""
    words = {key.partition(".")[0] for key in CATALOGUE["zh"]}
    for use in _uses():
        words |= {use.field.key.zh, use.field.label("en")}
        words |= {word for vocabulary in use.vocabularies for word in _names(vocabulary)}
    found = get_close_matches(name[:80], sorted(words), n=3, cutoff=0.4)
    # 不属实 is as like 属实 as 不实: what begins alike means alike.
    alike = [word for word in found if word[0] == name[0]]
    return next(iter([*alike, *found]), None)


def _names(vocabulary: Vocabulary) -> set[str]:
    return {word for term in vocabulary for word in (term.zh, term.en)}


# -- rules -----------------------------------------------------------------------------------------


def rules(name: str, language: str) -> Iterator[Entry]:
    """The page of a rule or audit and the sentences that it can say."""
    said = [f"- {shown(key, language)}" for key in CATALOGUE[language] if _rule_of(key) == name]
    page = page_of(name)
    if page is None and not said:
        return
    chinese, _, english = (page or "").partition(f"\n\n{ENGLISH}")
    ground = chinese if language == "zh" else " ".join(english.split())
    head = "它会说，比如：" if language == "zh" else "It says, for example:"
    listed = "\n\n".join([head, "\n".join(said)]) if said else ""
    title = f"规则 {name}" if language == "zh" else f"Rule {name}"
    yield Entry(title, "\n\n".join(part for part in (ground, listed) if part))


def _rule_of(key: str) -> str:
    return key.partition(".")[0]


def page_of(name: str) -> str | None:
    """The docstring of a rule, comparison or audit, or None where the name has no module."""
    rule = RULE_BY_NAME.get(name) or _module(name)
    return inspect.cleandoc(rule.__doc__ or "") if rule else None


def _module(name: str) -> ModuleType | None:
    """The comparison or audit of that name: its module's docstring is its page."""
    for folder, names in (("against", COMPARISONS), ("audits", AUDITS), ("links", LINK_CHECKS)):
        if name in names:
            return importlib.import_module(f"huiying.{folder}.{name.replace('-', '_')}")
    return None


# -- kinds -----------------------------------------------------------------------------------------


def roots() -> Iterator[tuple[tuple[str, ...], str, type[Model], str]]:
    """Every sort of file: the names it goes by, its Chinese name, its model, its place."""
    for kind in KINDS:
        names = (kind.zh, kind.folder, kind.url_word, kind.name)
        place = (
            f"{kind.folder}/<年>/<编号>.yml" if kind.model.dated else f"{kind.folder}/<编号>.yml"
        )
        yield names, kind.zh, kind.model, f"content/{place}"
    for register in REGISTERS:
        place = f"content/{register.file}"
        names = (register.zh, f"{register.zh}登记册", register.url_word, register.name)
        yield names, register.zh, register.model, place
    yield ("media",), "媒体说明", Sidecar, "content/media/<文件名>.yml"
    yield ("site.yml", "site"), "site.yml", Site, "content/site.yml"


def kinds(name: str, language: str) -> Iterator[Entry]:
    """What a sort of file holds: its keys in their order, those that are needed marked."""
    for names, zh, model, place in roots():
        if name not in names or not name:
            continue
        lines = [("写在：" if language == "zh" else "Lies in: ") + f"`{place}`", ""]
        for item in fields_of(model):
            need = NEEDS[language].get(item.need, "")
            lines.append(f"- {item.label(language)}：{need}{item.help(language)}")
        yield Entry(zh if language == "zh" else names[-1], "\n".join(lines))


# -- fields and terms ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Use:
    """One field of one group, and the kinds of file in which that group occurs."""

    field: Field
    model: type[Model]
    within: Field | None
    kinds: tuple[str, ...]

    @property
    def vocabularies(self) -> list[Vocabulary]:
        """What the field may be filled with; one or none."""
        return [self.field.vocabulary] if self.field.vocabulary else []


@cache
def _uses() -> tuple[_Use, ...]:
    """Every declared field once, wherever it is used."""
    found: dict[tuple[object, ...], list[tuple[Field, type[Model], Field | None, str]]] = {}
    for _, zh, root, _ in roots():
        for item, model, within in _fields_below(root, set()):
            same = (item.name, item.key, item.type, within.key.zh if within else None)
            found.setdefault(same, []).append((item, model, within, zh))
    return tuple(
        _Use(*same[0][:3], tuple(dict.fromkeys(zh for *_, zh in same))) for same in found.values()
    )


def _fields_below(
    model: type[Model], seen: set[type[Model]], within: Field | None = None
) -> Iterator[tuple[Field, type[Model], Field | None]]:
    """The fields of a group and of the groups in it, each with its group and what holds that."""
    seen.add(model)
    for item in fields_of(model):
        yield item, model, within
        if item.group is not None and item.group not in seen:
            yield from _fields_below(item.group, seen, item)


def fields(name: str, language: str) -> Iterator[Entry]:
    """What a key means wherever it is used, with an example of each kind."""
    # A key of the record itself comes first: that of a drawing in it is seldom meant.
    for use in sorted(_uses(), key=lambda use: use.within is not None):
        if name in (use.field.key.zh, use.field.label("en")):
            yield Entry(_title(use, language), "\n\n".join(_about(use, language)))


def _title(use: _Use, language: str) -> str:
    other = use.field.label("en") if language == "zh" else use.field.key.zh
    title = f"“{use.field.label(language)}”（{other}）"
    if use.within is None:
        return title
    inside = use.within.label(language)
    return title + (f"，写在“{inside}”里" if language == "zh" else f", within “{inside}”")


def _about(use: _Use, language: str) -> Iterator[str]:
    item = use.field
    need = NEEDS[language].get(item.need, "")
    hidden = "" if item.key.public else "不公开。" if language == "zh" else "Never public."
    yield "".join(
        part for part in (item.help(language), need, form_of(item, language), hidden) if part
    )
    yield ("用在：" if language == "zh" else "Used in: ") + "、".join(use.kinds)
    for vocabulary in use.vocabularies:
        head = "可以填：" if language == "zh" else "Can be:"
        yield "\n".join([head, "", *(f"- {meaning(term, language)}" for term in vocabulary)])
    right, wrong, said = examples(item, use.model, language)
    if right:
        yield ("对：" if language == "zh" else "Right:") + f"\n\n    {_below(right)}"
    if wrong:
        yield ("错：" if language == "zh" else "Wrong:") + f"\n\n    {_below(wrong)}\n\n{said}"


def _below(text: str) -> str:
    return text.replace("\n", "\n    ")


def form_of(item: Field, language: str) -> str:
    """How a value of the field is written."""
    words, shape = FORMS[language], item.shape
    listed = words["list"] if shape.form in ("list", "ids") else ""
    return listed + words.get(item.type, words["line"])


def terms(name: str, language: str) -> Iterator[Entry]:
    """What a term means in each vocabulary that has it."""
    told: set[str] = set()
    for use in _uses():
        for vocabulary in use.vocabularies:
            term = vocabulary.by_zh.get(name) or vocabulary.by_en.get(name)
            if term is not None and vocabulary.name not in told:
                told.add(vocabulary.name)
                title = vocabulary.zh if language == "zh" else vocabulary.name
                right, wrong, said = examples(use.field, use.model, language, term)
                words = ("对：", "错：") if language == "zh" else ("Right:", "Wrong:")
                parts = [meaning(term, language), f"{words[0]}\n\n    {_below(right)}"]
                parts.append(f"{words[1]}\n\n    {_below(wrong)}\n\n{said}")
                yield Entry(f"{title}：{_name(term, language)}", "\n\n".join(parts))


def _name(term: Term, language: str) -> str:
    return term.zh if language == "zh" else term.en


def meaning(term: Term, language: str) -> str:
    """A term in both languages and what it means."""
    if language == "zh":
        return f"{term.zh}（{term.en}）{term.help_zh}"
    return f"{term.en} ({term.zh}) {term.help_en}".rstrip()


# -- examples --------------------------------------------------------------------------------------

_WRONG: dict[FieldType, str] = {
    "moment": "2026-02-30 09:40",
    "day": "2026-02-30",
    "whole": "几个",
    "number": "几个",
    "percent": "120%",
    "yes": "有",
    "offset": "一分钟",
    "id": "供水",
}


def examples(
    item: Field, model: type[Model], language: str, term: Term | None = None
) -> tuple[str, str, str]:
    """A right line, a wrong one, and what the reader says of the wrong one; "" where none fits."""
    label = item.label(language)
    if item.type in ("group", "tree"):
        return "", *_misshapen(item, model, language)
    right = _name(term, language) if term else example_of(item, language)
    wrong = _WRONG.get(item.type, "''")
    if item.vocabulary is not None:
        named = term or item.vocabulary.terms[0]
        other = _name(named, "en" if language == "zh" else "zh")
        wrong = other if other != right else other[:-1]  # "lz-2017" in both languages
    if item.type == "reference":
        right, wrong = named_example(item)
        line, said = _line(label, wrong, item), _said_of_reference(item, wrong, language)
        return _line(label, right, item), line, said
    return (
        _line(label, right, item) if right else "",
        _line(label, wrong, item),
        _said(_line(label, wrong, item), model, language),
    )


def _line(label: str, value: str, item: Field) -> str:
    return f"{label}: [{value}]" if item.shape.form == "list" else f"{label}: {value}"


def _misshapen(item: Field, model: type[Model], language: str) -> tuple[str, str]:
    """A group or list written as one text, and what the reader says."""
    if item.shape.form == "tree":
        return "", ""
    line = f"{item.label(language)}: {'供水' if language == 'zh' else 'water'}"
    return line, _said(line, model, language)


def _said(line: str, model: type[Model], language: str) -> str:
    """What the reader says of one line of a file."""
    parsed = parse(line.encode(), "", model, language)
    _, problems = construct(parsed, model, "", "", "", _ZONE)
    found = [each for each in problems if each.rule not in ("required", "unknown-key")]
    return sentence(found[0].key, found[0].values, language) if found else ""


def _said_of_reference(item: Field, target: str, language: str) -> str:
    case = "named" if item.refers == "organisation" else item.refers
    values = {"target": target, "near": "shuiwuju"}
    return sentence(f"reference.{case}", values, language)
