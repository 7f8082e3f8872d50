"""Names from A to Z by their pinyin."""

import pytest

from huiying.render.plan.letters import by_letter, spelling

CITY = "示例市人民政府办公室"


def letters(*names: str) -> dict[str, list[str]]:
    groups = by_letter([{"name": name} for name in names], CITY)
    return {group["letter"]: [entry["name"] for entry in group["entries"]] for group in groups}


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("市水务局", "S"),
        ("示例市水务局", "S"),
        ("市教育局", "J"),
        ("市市场监管局", "S"),
        ("市民服务中心", "S"),
        ("市委宣传部", "S"),
        ("城东区教育局", "C"),
        ("重庆路街道", "C"),
        ("重点项目办", "Z"),
        ("长江大桥管理处", "C"),
        ("银行业协会", "Y"),
        ("行政审批局", "X"),
        ("会计学会", "K"),
        ("单县路社区", "S"),
        ("曾都区", "Z"),
        ("覃塘区水务局", "Q"),
        ("厦门路街道", "X"),
        ("乐清路街道", "Y"),
        ("2026年防汛", "F"),
        ("《办法》问答", "B"),
        ("ＡＩ监管", "A"),
        ("12345热线", "#"),
        ("市", "S"),
        ("！", "#"),
    ],
)
def test_a_name_stands_where_readers_look_for_it(name: str, letter: str) -> None:
    assert letters(name) == {letter: [name]}


def test_letters_and_names_are_in_order_whatever_order_they_came_in() -> None:
    names = ["市住建局", "12345热线", "市交通局", "市教育局", "市水务局", "市数据局"]
    expected = {
        "J": ["市交通局", "市教育局"],
        "S": ["市数据局", "市水务局"],
        "Z": ["市住建局"],
        "#": ["12345热线"],
    }
    assert letters(*names) == letters(*reversed(names)) == expected
    assert list(letters(*names)) == ["J", "S", "Z", "#"]


def test_a_spelling_is_made_of_whole_syllables() -> None:
    # xi'an stands before xian: names are ordered syllable by syllable.
    assert spelling("西安路") == ("xi", "an", "lu")
    assert spelling("西安路") < spelling("先锋路")
