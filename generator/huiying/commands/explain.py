"""`huiying explain NAME`: a rule, a field or a term, in words.

In: a name as an editor meets it: a rule (`time-order`), a key (发布时间, publish_at) or a term
(不实, false-claim). Out: what it means, from the same declarations that reader and rules use.
"""

import importlib
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import ModuleType

import click

from huiying.audits import AUDITS
from huiying.commands import options
from huiying.messages import CATALOGUE
from huiying.records import KINDS, REGISTERS
from huiying.records.field import Field, Model, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.values import OneOf
from huiying.records.vocabulary import Term, Vocabulary
from huiying.rules import RULE_BY_NAME

ENGLISH = "In English: "
"""Begins the last paragraph of a rule's page."""
NEEDS = {
    "zh": {"always": "必写。", "approved": "审定后必写。"},
    "en": {"always": "Always needed.", "approved": "Needed once approved."},
}


@click.command()
@click.argument("name")
@options.language
def command(name: str, lang: str) -> None:
    """说明一条规则、一个键或一个词，如 time-order、发布时间、不实。"""
    text = explain(name, lang)
    if text is not None:
        click.echo(text)
        return
    near = nearest(name)
    if lang == "zh":
        hint = f"您是否想问“{near}”？" if near else "规则的名字写在每条提示末尾的括号里。"
        click.echo(f"没有叫“{name}”的规则、键或词。{hint}", err=True)
    else:
        hint = f"Did you mean “{near}”?" if near else "A rule's name ends each problem's line."
        click.echo(f"There is no rule, key or term “{name}”. {hint}", err=True)
    sys.exit(2)


def explain(name: str, language: str) -> str | None:
    """All that the name means (it may be a rule and a key and a term), or None."""
    parts = [*_rule(name, language), *_fields(name, language), *_terms(name, language)]
    return "\n\n".join(parts) or None


def nearest(name: str) -> str | None:
    """The known name that looks most like this one."""
    words = {part for key in CATALOGUE["zh"] for part in (key.partition(".")[0],)}
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


def _rule(name: str, language: str) -> Iterator[str]:
    """The page of a rule and the sentences that it can say."""
    said = [
        f"  - {text}" for key, text in CATALOGUE[language].items() if key.partition(".")[0] == name
    ]
    rule = RULE_BY_NAME.get(name) or _audit(name)
    if rule is None and not said:
        return
    page = inspect.cleandoc(rule.__doc__ or "") if rule else ""
    chinese, _, english = page.partition(f"\n\n{ENGLISH}")
    yield f"规则 {name}" if language == "zh" else f"Rule {name}"
    shown = chinese if language == "zh" else " ".join(english.split())
    if shown:
        yield shown
    if said:
        yield "\n".join(["它会说：" if language == "zh" else "It says:", *said])


def _audit(name: str) -> ModuleType | None:
    """The audit of that name: its module's docstring is its page."""
    if name not in AUDITS:
        return None
    return importlib.import_module(f"huiying.audits.{name.replace('-', '_')}")


# -- fields and terms ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Use:
    """One field of one group, and the kinds of file in which that group occurs."""

    field: Field
    within: Field | None
    kinds: tuple[str, ...]

    @property
    def vocabularies(self) -> list[Vocabulary]:
        """What the field may be filled with; one or none."""
        return [item.vocabulary for item in self.field.metadata if isinstance(item, OneOf)]


@cache
def _uses() -> tuple[_Use, ...]:
    """Every declared field once, wherever it is used."""
    roots: list[tuple[str, type[Model]]] = [(kind.zh, kind.model) for kind in KINDS]
    roots += [(register.zh, register.model) for register in REGISTERS]
    roots += [("媒体说明", Sidecar), ("site.yml", Site)]
    found: dict[tuple[object, ...], list[tuple[Field, Field | None, str]]] = {}
    for kind, root in roots:
        for item, within in _fields_below(root, set()):
            same = (item.name, item.key, item.metadata, within.key.zh if within else None)
            found.setdefault(same, []).append((item, within, kind))
    return tuple(
        _Use(same[0][0], same[0][1], tuple(dict.fromkeys(kind for *_, kind in same)))
        for same in found.values()
    )


def _fields_below(
    model: type[Model], seen: set[type[Model]], within: Field | None = None
) -> Iterator[tuple[Field, Field | None]]:
    """The fields of a group and of the groups in it, each with the field that holds its group."""
    seen.add(model)
    for item in fields_of(model):
        yield item, within
        shape = item.shape
        while shape.inner is not None:
            shape = shape.inner
        if shape.model is not None and shape.model not in seen:
            yield from _fields_below(shape.model, seen, item)


def _fields(name: str, language: str) -> Iterator[str]:
    for use in _uses():
        key = use.field.key
        if name not in (key.zh, use.field.label("en")):
            continue
        other = use.field.label("en") if language == "zh" else key.zh
        title = f"“{use.field.label(language)}”（{other}）"
        if use.within is not None:
            inside = use.within.label(language)
            title += f"，写在“{inside}”里" if language == "zh" else f", within “{inside}”"
        lines = [title]
        lines.append(key.help_zh if language == "zh" else key.help_en)
        lines.append(NEEDS[language].get(key.need, ""))
        if not key.public:
            lines.append("不公开。" if language == "zh" else "Never public.")
        lines.append(("用在：" if language == "zh" else "Used in: ") + "、".join(use.kinds))
        for vocabulary in use.vocabularies:
            lines.append("可以填：" if language == "zh" else "Can be:")
            lines += [f"  - {_meaning(term, language)}" for term in vocabulary]
        yield "\n".join(line for line in lines if line)


def _terms(name: str, language: str) -> Iterator[str]:
    told: set[str] = set()
    for use in _uses():
        for vocabulary in use.vocabularies:
            term = vocabulary.by_zh.get(name) or vocabulary.by_en.get(name)
            if term is not None and vocabulary.name not in told:
                told.add(vocabulary.name)
                title = vocabulary.zh if language == "zh" else vocabulary.name
                yield f"{title}：{_meaning(term, language)}"


def _meaning(term: Term, language: str) -> str:
    """A term in both languages and what it means."""
    if language == "zh":
        return f"{term.zh}（{term.en}）{term.help_zh}"
    return f"{term.en} ({term.zh}) {term.help_en}".rstrip()
