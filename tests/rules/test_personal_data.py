"""Personal data in what the public reads."""

import pytest

from huiying.rules import personal_data
from huiying.rules.personal_data import found
from tests.rules.helper import (
    ANSWER,
    CLARIFICATION,
    RESPONSE,
    SITE,
    levels,
    merge,
    places,
    problems,
)

KEY = "personal-data"
WIDE = {48 + digit: 0xFF10 + digit for digit in range(10)}
CARD = "6222020200112233446"


def kinds(text: str) -> list[tuple[str, str]]:
    """Case and masked value of all that is found in a text."""
    return [(form.case, shown) for form, shown in found(text)]


def with_check(digits: str) -> str:
    """An identity number with the sign that fits, worked out in another way than by the rule."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(digits))
    return digits + "0123456789X"[(1 - total) % 11]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"身份证{with_check('45020519900307001')}", ("identity", "450***********")),
        (with_check("11010519491231002"), ("identity", "110")),
        ("电话13812345678。", ("mobile", "138****5678")),
        ("电话：138 1234 5678", ("mobile", "138****5678")),
        ("联系人王某，13812345678，微信同号", ("mobile", "138****5678")),
        ("13812345678，13987654321", ("mobile", "138****5678")),
        ("Tel.13812345678", ("mobile", "138****5678")),
        ("+86 138-1234-5678", ("mobile", "138****5678")),
        ("13812345678".translate(WIDE), ("mobile", "138****5678")),
        (f"卡号{CARD}", ("card", "622************3446")),
        ("4111 1111 1111 1111", ("card", "411*********1111")),
        ("车牌桂B12345的车", ("plate", "桂B****5")),
        ("粤BD12345停在路口", ("plate", "粤B****5")),
        ("wang@mail.example", ("email", "w***@mail.example")),
        ("住在3号楼2单元501室", ("door", "*号楼*单元***室")),
        ("三单元402", ("door", "*单元***")),
        ("门牌号是88号", ("door", "门牌号是**号")),
        ("12栋304室", ("door", "**栋***室")),
    ],
)
def test_each_kind_is_found_and_masked(text: str, expected: tuple[str, str]) -> None:
    [(case, shown)] = kinds(text)
    assert case == expected[0]
    assert shown.startswith(expected[1])
    assert all(secret not in shown for secret in ("12345678", "0307", "wang@"))


@pytest.mark.parametrize(
    "text",
    [
        "45020519900307001" + "0123456789"[int(with_check("45020519900307001")[-1:] == "0")],
        "450205199013070017",
        "热线12345、0000-96500、400-000-0000",
        "全市供水13800000000立方米，投资13812345678元",
        "系数0.13812345678、13812345678.5",
        "6222020200112233448",
        "文号示政办〔2026〕12号，审图号桂S(2026)1号",
        "2026-03-12 09:40:00至2026-03-13 18:00",
        "办公室12345@" + "热线",
        "可写信到bangong@shili.gov.cn或office@agency.gov",
        "3号楼2单元12户都同意",
        "4栋48户、18号楼共96户",
        "5座水厂、示例路88号",
        "校验值 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ],
)
def test_other_numbers_and_addresses_of_bodies_are_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_numbers_are_errors_other_things_warnings_and_drafts_reminded() -> None:
    assert levels(personal_data, merge(CLARIFICATION, "事实: 电话13812345678")) == [
        ("error", f"{KEY}.mobile")
    ]
    assert levels(personal_data, merge(CLARIFICATION, "事实: 住3号楼2单元501室")) == [
        ("warning", f"{KEY}.door")
    ]
    draft = merge(CLARIFICATION, "状态: 草稿\n事实: 电话13812345678")
    assert levels(personal_data, draft) == [("note", f"{KEY}.mobile")]


def test_the_value_is_never_repeated() -> None:
    [problem] = problems(personal_data, merge(CLARIFICATION, "事实: 电话13812345678"))
    assert (problem.mark.line, problem.mark.column) == (10, 5)
    assert problem.values == {"key": "事实", "value": "138****5678"}


@pytest.mark.parametrize(
    "fragment",
    [
        "内部: {联系人: 13812345678}",
        "依据:\n  - {类型: 媒体, 标题: 页, 网址: 'https://a.example/13812345678'}",
        "短标题: 我们的电话13900000000",
    ],
)
def test_private_fields_addresses_and_phones_of_bodies_are_not_asked(fragment: str) -> None:
    bodies = "shuiwuju:\n  名称: 水务局\n  联系电话: 139-0000-0000\n  地址: 路3号楼2单元501室\n"
    files = {ANSWER: merge(RESPONSE, fragment), "registers/organisations.yml": bodies}
    assert places(personal_data, files, SITE) == []
