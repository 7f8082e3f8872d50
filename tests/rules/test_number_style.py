"""How dates, large numbers and shares are written."""

import pytest

from huiying.rules import number_style
from huiying.rules.number_style import faults
from tests.rules.helper import CLARIFICATION, levels, merge, places, problems


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月12日起，补助5000元，惠及3.5万户，完成30%。",
        "3月12日至15日停水，2月29日恢复。",
        "长5千米，重3千克，百分之三十，两千多户，数百人。",
        "版本 2.3.1，电话 0000-12345-1，地址 10.20.30.40，标准号 GB/T 9704-2012。",
        "见 https://a.example/2026-03-12/x.html 和 [通告](/responses/2026-03-12/)。",
        "示政办〔2026〕12号",
    ],
)
def test_standard_forms_and_other_numbers_pass(text: str) -> None:
    assert list(faults(number_style.plain(text))) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2026-03-12", "2026年3月12日"),
        ("2026/3/12", "2026年3月12日"),
        ("2026.03.12", "2026年3月12日"),
        ("2026年03月12日", "2026年3月12日"),
        ("3月05日", "3月5日"),
        ("\uff11\uff12", "12"),
        ("\uff13\uff0e\uff15\uff05", "3.5%"),
        ("30\uff05", "30%"),
        ("3万5千", "3.5万"),
        ("1亿2千万", "1.2亿"),
        ("5千元", "5000元"),
        ("3百多户", "300多户"),
        ("百分之30", "30%"),
    ],
)
def test_another_form_is_told_the_right_one(text: str, right: str) -> None:
    ((found, near),) = faults(f"自{text}起")
    assert text.replace(found, near) == right


@pytest.mark.parametrize("text", ["2026年2月29日", "4月31日", "13月1日", "2026-02-30"])
def test_a_day_that_no_calendar_has_is_told(text: str) -> None:
    assert list(faults(text)) == [(text, "")]


def test_it_is_a_warning_at_the_field_and_a_note_in_drafts() -> None:
    text = merge(CLARIFICATION, "事实: 4月31日前换完，补助5千元。\n")
    assert places(number_style, text) == [
        (10, 5, "number-style"),
        (10, 5, "number-style.day"),
    ]
    assert levels(number_style, text)[0] == ("warning", "number-style")
    draft = merge(text, "状态: 草稿")
    assert levels(number_style, draft)[0] == ("note", "number-style")


def test_words_of_others_are_left_as_they_were_said() -> None:
    text = merge(
        CLARIFICATION,
        """\
        网传说法:
          - 原话: 2026-03-12起停水，补5千元
        依据:
          - {类型: 文件, 标题: 2026-03-12通告}
        内容块:
          - {类型: 引文, 正文: 2026-03-12说过, 来源: 群众来信}
        """,
    )
    assert problems(number_style, text) == []
