"""The forms of single values are in step with `records/values.py`."""

import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from huiying.records import values
from huiying.records.dates import narrow
from huiying.records.field import Model, fields_of
from huiying.schema import DOCUMENTS
from huiying.schema.forms import forms_of
from tests.declared import ZONE, load

BOTH = pytest.mark.parametrize("language", ["zh", "en"])

ALIASES = {
    "line": values.Line,
    "prose": values.Prose,
    "moment": values.Moment,
    "day": values.Day,
    "whole": values.Whole,
    "number": values.Number,
    "percent": values.Percent,
    "yes": values.Yes,
    "address": values.Address,
    "letter-box": values.LetterBox,
    "offset": values.Offset,
    "identifier": values.Identifier,
    "site-code": values.SiteCode,
}
"""Each type of `records.values`, found in some field of some sort of file."""


def wide(text: str) -> str:
    """Full-width digits and signs, as a Chinese keyboard makes them."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def days() -> Iterator[str]:
    """Days, and what looks like days."""
    for year, sign, month, day in itertools.product(
        ("2026", "26", "0000"), ("-", "/", ".", "", " ", "—"), ("3", "03", "13", "0"), ("2", "32")
    ):
        yield f"{year}{sign}{month}{sign}{day}"
    for year, gap, month, end in itertools.product(
        ("2026", wide("2026")), ("", " "), ("3", wide("12"), "13"), "日号天"
    ):
        yield f"{year}{gap}年{gap}{month}{gap}月{gap}2{gap}{end}"


CLOCKS = """
    9:40 09:40 9时 9点 9点半 9时40分 09:40:30 09:40:30.000 24:00 9:60
    上午9:40 下午3点 晚上8时30分 凌晨1点半 夜里1点 09:40Z 09:40+08:00 09:40+0800
"""
OTHERS = """
    0 1 12 007 1,234 12,34 1234567890 -1 +1 0x1F 1e5 1.0 1.5 12.345 .5 .inf .nan 2026 46093 46093.5
    43.2% 43.2 100% 100 101 43.256% true True false null ~ Null yes no 是 否 对 on 3/2/2026
    https://hy.example/a http://hy.example https://hy.example/水 /2020/03/a.html //hy.example
    https://hy.example/a?c={text} https://hy.example/{text}/b https://hy.example/a?c={内容}
    https://{text} https://a={text} /write?c={text} //a/{text} /a{text} https://a.example/{text}{text}
    www.hy.example ftp://hy.example https:// https://a@hy.example tingshui a-b a--b A-B 停水 1-2
    01:12 1:02:03 62:10 1:2 12:60
    0000000001 bm12345678 N123456789 12345 20260302 2026-03-02T09:40 一行字 两个 字 2026-02-30
"""
QUOTED = ["''", "' '", '""', '"a\\nb"', "' 12 '", "' 2026-03-02 09:40 '", "'%'"]


def written() -> Iterator[str]:
    """Scalars as editors write them, good and bad, of every type, bare, wide and in quotes."""
    plain = [*days(), *OTHERS.split()]
    dates = ("2026-03-02", "2026年3月2日", "2026.3.2")
    gaps = ("", " ", "T", "  ", "　")
    plain += ["".join(parts) for parts in itertools.product(dates, gaps, CLOCKS.split())]
    yield from plain
    yield from (wide(text) for text in plain if not text.startswith("http"))
    yield from (f"'{text}'" for text in OTHERS.split())
    yield from QUOTED


WRITTEN = {text: load(text) for text in written()}
"""Each scalar and what an editor's YAML makes of it."""
# What the reader refuses and a schema lets pass: the server has made a number of it, so that its
# digits and signs are gone, or a pattern would have to know the calendar. `check` says it.
NOT_EXPRESSIBLE = {
    "day": r"'?2026.02.30'?|0000.*",
    "whole": r"\+1|0{9}1|0x1F|1\.0|1e5",
    "number": r"\+1|0x1F|1e5|\.5|\.inf|\.nan",
    "percent": r"'?101'?|12\.345|\.5|\.nan|\+1|0x1F|0[0-9]+",
    "identifier": r"[-+]1|\.5|\.inf|\.nan|0x1F|[0-9]+\.[0-9]+|True",
    "site-code": r"\+?[0-9]{1,8}|0x1F|1\.0|1e5",
}


@cache
def adapter(alias: Any) -> TypeAdapter[Any]:
    return TypeAdapter(alias)


def verdict(alias: Any, text: str, language: str) -> bool:
    """Whether the reader takes a scalar."""
    context = {"language": language, "zone": ZONE}
    try:
        adapter(alias).validate_python(yaml_text(text), context=context)
    except ValidationError:
        return False
    return True


def yaml_text(text: str) -> str:
    """A scalar as our reader sees it: without its quotes, and never typed."""
    if text[:1] == '"':
        return str(json.loads(text))
    return text[1:-1] if text[:1] == "'" else text


def form(name: str, language: str) -> Draft7Validator:
    """The forms of a type, taken from some field that has it."""
    type = ALIASES[name].__metadata__[0].name
    item = next(
        item
        for document in DOCUMENTS
        for model in models(document.model)
        for item in fields_of(model)
        if item.type == type
    )
    return Draft7Validator({"anyOf": forms_of(item, language)})


def models(model: type[Model]) -> Iterator[type[Model]]:
    yield model
    for item in fields_of(model):
        shape = item.shape
        while shape.inner is not None:
            shape = shape.inner
        if shape.model is not None:
            yield from models(shape.model)


@BOTH
@pytest.mark.parametrize("name", ALIASES)
def test_what_the_reader_takes_for_a_value_its_schema_takes_too(name: str, language: str) -> None:
    check = form(name, language)
    taken = [text for text in WRITTEN if verdict(ALIASES[name], text, language)]
    values = {text: WRITTEN[text] for text in taken if WRITTEN[text] is not None}
    assert values
    assert [text for text, value in values.items() if not check.is_valid(value)] == []


@BOTH
@pytest.mark.parametrize("name", ALIASES)
def test_what_the_reader_refuses_is_refused_where_a_schema_can(name: str, language: str) -> None:
    check = form(name, language)
    refused = [text for text in WRITTEN if not verdict(ALIASES[name], text, language)]
    passed = [text for text in refused if check.is_valid(WRITTEN[text])]
    known = NOT_EXPRESSIBLE.get(name, "-")
    assert [text for text in passed if not re.fullmatch(known, narrow(text))] == []
    assert bool(passed) == (name in NOT_EXPRESSIBLE)


def test_every_type_of_value_has_its_forms() -> None:
    found = {
        name
        for name, value in vars(values).items()
        if hasattr(value, "__metadata__") and name != "FreeTree"
    }
    assert found == {
        name for name, value in vars(values).items() if any(value is it for it in ALIASES.values())
    }
