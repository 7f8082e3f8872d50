"""Ids are short, spell what a title is about, and are never taken."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.proposal import propose_id, propose_word
from huiying.records import ID, is_dated_id

DAY = date(2026, 3, 12)
TRUTH = "全市正常供水，没有停水三天的安排"


@pytest.mark.parametrize(
    ("title", "gist"),
    [
        (TRUTH, "zhengchang-gongshui"),
        ("3月12日起全市正常供水，没有停水三天的安排", "zhengchang-gongshui"),
        ("７月３日我市没有台风预警，流传的红色预警是2023年的", "taifeng-yujing"),
        ("老年公交卡不需要年审", "laonian-gongjiaoka"),
        ("关于6月11日城区积水的回应", "chengqu-jishui"),
        ("城市供水保障", "chengshi-gongshui"),
        ("11月20日水质的余氯和往常一样", "shuizhi-yulv"),
        ("ABC大厦正常开放", "abc-dasha-zhengchang"),
        ("关于进一步加强燃气安全的回应", "ranqi-anquan"),
        ("测", "ce"),
        ("合并格", "hebingge"),
        ("网传说法不实", "wangchuan-shuofa"),
        ("2026", "topic"),
        ("！？", "topic"),
    ],
)
def test_the_gist_is_what_remains_without_numbers_and_empty_words(title: str, gist: str) -> None:
    assert propose_id(title, DAY, (), "topic") == f"20260312-{gist}"
    assert propose_id(title, None, (), "topic") == gist


def test_a_taken_id_gets_one_more_word_and_then_a_number() -> None:
    taken: list[str] = []
    for _ in range(3):
        taken.append(propose_id(TRUTH, DAY, taken, "topic"))
    assert taken == [
        "20260312-zhengchang-gongshui",
        "20260312-zhengchang-gongshui-tingshui",
        "20260312-zhengchang-gongshui-2",
    ]


@given(st.text(max_size=60), st.sets(st.sampled_from(["topic", "20260312-topic", "a", "ab"])))
def test_any_title_gives_a_valid_id_that_is_not_taken(title: str, taken: set[str]) -> None:
    dated, bare = (propose_id(title, day, taken, "topic") for day in (DAY, None))
    assert is_dated_id(dated)
    assert ID.match(bare)
    assert not {dated, bare} & taken
    assert max(len(dated), len(bare)) < 80


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("示例市水务局", "shuiwuju"),
        ("市水务局", "shishuiwuju"),
        ("示例市人民政府办公室", "renminzhengfubangongshi"),
        ("城区", "chengqu"),
        ("𠮷", "expert"),
        ("㐂水务", "shuiwu"),
        ("ABC水务", "abcshuiwu"),
    ],
)
def test_the_id_of_an_entry_is_its_name_without_the_place(name: str, word: str) -> None:
    assert propose_word(name, (), "expert") == word
    assert propose_word(name, {word}, "expert") == f"{word}-2"


@given(st.text(max_size=200))
def test_any_name_gives_a_valid_id(name: str) -> None:
    assert ID.match(propose_word(name, (), "expert"))
