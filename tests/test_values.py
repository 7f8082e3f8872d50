"""Single values: what is read where its meaning is certain, and what is refused by which name."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from huiying import console
from huiying.messages import CATALOGUE
from huiying.records.values import (
    Address,
    Day,
    Identifier,
    LetterBox,
    Line,
    Moment,
    Number,
    Offset,
    OneOf,
    Percent,
    Prose,
    SiteCode,
    Type,
    Whole,
    Yes,
    canonical_text,
)
from huiying.records.vocabulary import (
    BLOCK_TYPE,
    DRAWING_TYPE,
    QA_CHANNEL,
    SAID_FOR,
    VERDICT,
    Vocabulary,
)
from tests.helper import BASE, CLARIFICATION, RUMOUR, read

Verdict = Annotated[str, OneOf(VERDICT)]
ZONE = ZoneInfo("Asia/Shanghai")


def value(kind: Any, text: str, language: str = "zh") -> Any:
    """What a type makes of a text, or the rule and case of its refusal."""
    try:
        return TypeAdapter(kind).validate_python(text, context={"language": language, "zone": ZONE})
    except ValidationError as error:
        [fault] = error.errors()
        assert fault["type"] in CATALOGUE["zh"]
        assert fault["type"] in CATALOGUE["en"]
        return fault["type"]


def written(kind: Any, text: str, language: str = "zh") -> str:
    found = {type(entry): entry for entry in kind.__metadata__}
    choice = found.get(OneOf)
    if choice is not None:
        return canonical_text(text, "term", language, choice.vocabulary)
    return canonical_text(text, found[Type].name, language)


NINE_FORTY = [
    "2026-03-02 09:40",
    "2026-3-2 9:40",
    "2026-03-02T09:40:00",
    "2026/3/2 9:40",
    "2026.3.2 9:40",
    "2026年3月2日 9:40",
    "2026年3月2日9:40",
    "2026 年 3 月 2 日 9 时 40 分",
    "2026年3月2日9时40分",
    "2026年03月02日9点40",
    "2026年3月2号上午9:40",
    "2026-3-2 上午9点40分",
    "\uff12\uff10\uff12\uff16年\uff13月\uff12日\u3000\uff19\uff1a\uff14\uff10",
    "\uff12\uff10\uff12\uff16\uff0d\uff13\uff0d\uff12 \uff19:\uff14\uff10",
    "2026\uff0f3\uff0f2 9\uff1a40",
]


@pytest.mark.parametrize("text", NINE_FORTY)
def test_a_moment_is_read_in_the_ways_people_write_it(text: str) -> None:
    assert value(Moment, text) == datetime(2026, 3, 2, 9, 40, tzinfo=ZONE)
    assert written(Moment, text) == "2026-03-02 09:40"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2026-3-2 下午3点", "2026-03-02 15:00"),
        ("2026年3月2日下午3点半", "2026-03-02 15:30"),
        ("2026年3月2日 下午15:30", "2026-03-02 15:30"),
        ("2026-3-2 晚8:05", "2026-03-02 20:05"),
        ("2026-3-2 晚上11点", "2026-03-02 23:00"),
        ("2026-3-2 凌晨0:10", "2026-03-02 00:10"),
        ("2026-3-2 中午12点", "2026-03-02 12:00"),
        ("2026-3-2 9:40:05", "2026-03-02 09:40:05"),
        ("2026-3-2 9:40+0800", "2026-03-02 09:40+08:00"),
        ("2026-3-2 01:40 Z", "2026-03-02 01:40Z"),
    ],
)
def test_parts_of_the_day_seconds_and_offsets_keep_their_meaning(text: str, canonical: str) -> None:
    assert written(Moment, text) == canonical
    assert value(Moment, text) == value(Moment, canonical)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("2026-03-02", "no-time"),
        ("2026年3月2日", "no-time"),
        ("2026-02-30 09:40", "impossible"),
        ("2026-13-01 09:40", "impossible"),
        ("2026-03-02 24:00", "impossible"),
        ("2026-03-02 09:60", "impossible"),
        ("2026-03-02 09:40+29:00", "impossible"),
        ("0001-01-01 00:00+08:00", "impossible"),
        ("46083", "serial"),
        ("46083.4027", "serial"),
        ("3/2/2026 9:40", "ambiguous"),
        ("26-3-2", "ambiguous"),
        ("2.3.26", "ambiguous"),
        ("2026-3-2 晚上12点", "unclear-hour"),
        ("2026-3-2 下午12:30", "unclear-hour"),
        ("2026-3-2 上午14:00", "unclear-hour"),
        ("2026-3/2 9:40", ""),
        ("2026-03-0209:40", ""),
        ("3月2日 9:40", ""),
        ("明天上午", ""),
        ("20260302", ""),
        ("750", ""),
    ],
)
def test_what_is_not_certain_is_no_moment_and_says_why(text: str, case: str) -> None:
    assert value(Moment, text) == ("moment." + case).rstrip(".")
    assert written(Moment, text) == text


@pytest.mark.parametrize(
    ("kind", "text", "date"),
    [
        (Moment, "46083.4027", "2026-03-02 09:40"),
        (Moment, "46083", "2026-03-02"),
        (Moment, "2026年3月2日", "2026-03-02"),
        (Day, "46083.4027", "2026-03-02"),
        (Day, "2026-3-2 9:40", "2026-03-02"),
    ],
)
def test_a_refused_date_proposes_the_one_that_may_be_meant(kind: Any, text: str, date: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(text)
    [fault] = refused.value.errors()
    assert fault["ctx"] == {"value": text, "date": date}


@pytest.mark.parametrize(
    "text",
    ["2026-03-02", "2026/3/2", "2026.03.02", "2026年3月2日", "\uff12\uff10\uff12\uff16-3-2"],
)
def test_a_day_is_read_in_the_ways_people_write_it(text: str) -> None:
    assert value(Day, text) == date(2026, 3, 2)
    assert written(Day, text) == "2026-03-02"


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("2026-02-30", "impossible"),
        ("2026年2月30日 9:40", "impossible"),
        ("46083", "serial"),
        ("3/2/2026", "ambiguous"),
        ("2026-03-02 00:00", "with-time"),
        ("2026-03", ""),
        ("19999", ""),
    ],
)
def test_what_is_not_certain_is_no_day_and_says_why(text: str, case: str) -> None:
    assert value(Day, text) == ("day." + case).rstrip(".")
    assert written(Day, text) == text


@given(st.datetimes())
def test_every_canonical_moment_means_itself(moment: datetime) -> None:
    text = written(Moment, moment.strftime("%Y/%m/%d %H:%M:%S").rjust(19, "0"))
    assert written(Moment, text) == text
    assert value(Moment, text) == moment.replace(microsecond=0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("kind", "text", "expected", "canonical"),
    [
        (Whole, "1,234", 1234, "1234"),
        (Whole, "\uff11\uff0c\uff12\uff13\uff14", 1234, "1234"),
        (Whole, "007", 7, "7"),
        (Whole, "1,23", "whole", "1,23"),
        (Whole, "12人", "whole", "12人"),
        (Whole, "-1", "whole", "-1"),
        (Number, "-1,042.30", "-1042.30", "-1042.30"),
        (Number, "\uff14\uff12\uff0e\uff10", "42.0", "42.0"),
        (Number, "-0", "0", "0"),
        (Number, "42万", "number", "42万"),
        (Percent, "43.20\uff05", "43.2", "43.2%"),
        (Percent, "100", "100", "100%"),
        (Percent, "101%", "percent", "101%"),
        (Yes, "是", True, "是"),
        (Yes, "✓", "yes-no", "✓"),
        (Line, " 网 传\u3000", "网 传", "网 传"),
        (Prose, "一\r\n二\n\n", "一\r\n二", "一\n二"),
        (Identifier, "tingshui-2", "tingshui-2", "tingshui-2"),
        (Identifier, "\uff54ingshui", "identifier.wide", "\uff54ingshui"),
        (Identifier, "停水", "identifier", "停水"),
        (SiteCode, "\uff10000000001", "site-code.wide", "\uff10000000001"),
        (SiteCode, "12", "site-code", "12"),
        (Offset, "1:12", "01:12", "01:12"),
        (Offset, "\uff10\uff11\uff1a\uff11\uff12", "01:12", "01:12"),
        (Offset, "0:00:00", "00:00", "00:00"),
        (Offset, "12:02:03", "12:02:03", "12:02:03"),
        (Offset, "01:60", "offset", "01:60"),
        (Offset, "72", "offset", "72"),
        (Address, "https://a.example/搜索\uff1f", "https://a.example/搜索\uff1f", None),
        (Address, "https\uff1a//a.example/", "address.wide", "https\uff1a//a.example/"),
        (Address, "https://a\uff0eexample/", "address.wide", "https://a\uff0eexample/"),
        (Address, "a.example", "address", "a.example"),
        (Address, "https://a.example/?c={text}", "address", None),
        (LetterBox, "https://a.example/?c={text}&a=1", "https://a.example/?c={text}&a=1", None),
        (LetterBox, "https://a.example/{text}", "https://a.example/{text}", None),
        (LetterBox, "/xinxiang/?c={text}", "/xinxiang/?c={text}", None),
        (LetterBox, "/xinxiang/", "/xinxiang/", None),
        (LetterBox, "https://a.example/?c={内容}", "address.hole", None),
        (LetterBox, "https://a.example/?c={text}{text}", "address.hole", None),
        (LetterBox, "https://a{text}.example/", "address.hole", None),
        (LetterBox, "https://{text}/", "address.hole", None),
        (LetterBox, "a.example", "address", None),
    ],
)
def test_other_values_are_read_or_refused(
    kind: Any, text: str, expected: object, canonical: str | None
) -> None:
    assert value(kind, text) == expected
    assert written(kind, text) == (text if canonical is None else canonical)


def test_terms_and_switches_are_written_in_the_language_of_the_file() -> None:
    assert written(Verdict, "false-claim") == "不实"
    assert written(Verdict, " 不实", "en") == "false-claim"
    assert written(Yes, "yes") == "是"
    assert written(Yes, "否", "en") == "no"
    assert written(Annotated[str, OneOf(QA_CHANNEL)], "\uff11\uff12\uff13\uff14\uff15热线") == (
        QA_CHANNEL.label("hotline")
    )
    assert value(Verdict, "false-claim") == "choice.zh"
    assert value(Yes, "yes") == "yes-no"


@pytest.mark.parametrize(
    ("said", "vocabulary", "meant"),
    [
        ("饼图", DRAWING_TYPE, "占比图"),
        ("柱状图", DRAWING_TYPE, "条形图"),
        ("短片", BLOCK_TYPE, "视频"),
        ("假的", VERDICT, "不实"),
    ],
)
def test_what_people_say_for_a_term_is_understood(
    said: str, vocabulary: Vocabulary, meant: str
) -> None:
    with pytest.raises(ValidationError) as found:
        TypeAdapter(Annotated[str, OneOf(vocabulary)]).validate_python(
            said, context={"language": "zh", "zone": ZONE}
        )
    assert found.value.errors()[0]["ctx"]["near"] == meant
    assert set(SAID_FOR.values()) <= {
        term.zh for each in (DRAWING_TYPE, BLOCK_TYPE, VERDICT) for term in each
    }


def test_a_near_term_is_never_the_opposite(tmp_path: Path) -> None:
    text = CLARIFICATION.replace("结论: 不实", "结论: 不属实")
    [problem] = read(tmp_path, {**BASE, RUMOUR: text}).problems
    assert (problem.key, problem.values["near"]) == ("choice.near", "不实")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_below_a_wrong_term_stands_what_each_allowed_one_means(
    tmp_path: Path, language: str
) -> None:
    text = CLARIFICATION.replace("结论: 不实", "结论: 未知")
    [problem] = read(tmp_path, {**BASE, RUMOUR: text}).problems
    first, *below = console.line(problem, language).split("\n")
    assert first.endswith("(choice)")
    assert below == [f"    {term.zh}：{term.help_zh}" for term in VERDICT]


def test_a_private_value_is_not_repeated_in_any_spelling(tmp_path: Path) -> None:
    text = CLARIFICATION + "复核期限: 46083.4027\n事件: {编号: \uff54ingshui}\n"
    problems = read(tmp_path, {**BASE, RUMOUR: text}).problems
    assert [problem.key for problem in problems] == ["moment.serial", "identifier.wide"]
    for problem in problems:
        assert {problem.values.get(name, "…") for name in ("value", "near", "date")} == {"…"}
