"""The matcher: words are found exactly, messages by likeness, look-alikes are never sure."""

import random

import pytest

from bench.finder.corpus import files_of
from huiying.finder import segment
from huiying.finder.confidence import Tier
from huiying.finder.finder import find
from huiying.finder.folding import fold
from huiying.finder.index import Index
from huiying.finder.matching import find_message
from tests.finder.helper import entry

RECORDS = [
    entry(
        "rumours/old",
        "全市正常供水，没有停水三天",
        "6座水厂运行正常。",
        "紧急通知全市停水三天快接水",
    ),
    entry(
        "rumours/metro",
        "地铁4号线照常运营",
        "4号线各站正常，PM2.5检测正常。",
        "4号线今晚起停运一周",
    ),
    entry("rumours/garlic", "吃大蒜不能预防感冒", "没有依据。", "吃大蒜可以预防感冒"),
    entry("responses/pipe", "关于东环路停水的回应", "计划停水8小时。"),
    *(entry(f"qa/{n}", f"第{n}类业务怎么办理", f"带身份证到{n}号窗口办理。") for n in range(80)),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(files_of(RECORDS).__getitem__)


def addresses(text: str, index: Index) -> list[str]:
    return [hit.document["address"] for hit in find(text, index).hits]


def test_words_are_found_wherever_they_stand_with_titles_first_and_new_before_old(index) -> None:
    assert addresses("停水", index) == ["responses/pipe", "rumours/old"]


@pytest.mark.parametrize("words", ["4号线", "４號線", "pm25", "PM2.5", "4号线 正常", "号"])
def test_digits_latin_and_single_characters_are_words(words: str, index) -> None:
    assert addresses(words, index)[0] == "rumours/metro" or words == "号"
    assert addresses(words, index)


def test_every_word_has_to_be_there(index) -> None:
    assert addresses("停水 水厂", index) == ["rumours/old"]


def test_a_sent_message_is_answered_however_it_is_spelled(index) -> None:
    for text in (
        "紧急通知：全市停水三天，快接水！！",
        "緊急通知全市停水三天快接水😱 https://a.example/x",
    ):
        found = find(text, index)
        assert (found.tier, found.hits[0].document["address"]) == (Tier.ANSWERED, "rumours/old")


@pytest.mark.parametrize(
    "text",
    [
        "吃洋葱可以预防感冒",
        "吃大蒜可以预防近视",
        "3号线今晚起停运一周",
        "4号线今晚起停运一年",
        "北京市停水三天快接水通知",
    ],
)
def test_what_only_looks_alike_is_never_sure(text: str, index) -> None:
    assert find(text, index).tier is not Tier.ANSWERED


def test_what_has_nothing_in_common_is_not_found(index) -> None:
    found = find("quantum mechanics zzz", index)
    assert found.tier is Tier.NONE


@pytest.mark.parametrize(
    "text", ["", "   ", "😱😱", "https://a.example/", "\ud800", "\0", "。" * 5000]
)
def test_nothing_to_ask_finds_nothing(text: str, index) -> None:
    assert (find(text, index).tier, tuple(find(text, index).hits)) == (Tier.NONE, ())


def test_one_or_two_words_are_never_a_sure_answer(index) -> None:
    assert find("停水", index).tier is Tier.POSSIBLE


def test_every_piece_of_every_text_is_found(index) -> None:
    chance = random.Random(5)
    for record in RECORDS:
        for unit in record.units:
            start = chance.randrange(max(1, len(unit) - 5))
            piece = unit[start : start + chance.randint(1, 5)]
            having = sum(any(piece in each for each in other.units) for other in RECORDS)
            assert having == find(piece, index).total


def test_words_in_very_many_records_are_counted_and_the_newest_shown(monkeypatch) -> None:
    monkeypatch.setattr(segment, "LONGEST", 50)
    many = Index(files_of(RECORDS).__getitem__)
    found = find("窗口", many)
    assert [hit.document["address"] for hit in found.hits[:2]] == ["qa/79", "qa/78"]


def test_words_that_only_old_records_have_together_are_found_among_very_many(monkeypatch) -> None:
    monkeypatch.setattr(segment, "LONGEST", 20)
    old = [entry(f"qa/old{n}", "水厂检修安排", "计划检修。") for n in range(3)]
    new = [entry(f"qa/a{n}", "水厂怎么参观", f"第{n}批。") for n in range(60)]
    new += [entry(f"qa/b{n}", "厂检报告", f"第{n}批。") for n in range(60)]
    new += [entry(f"qa/c{n}", "检修通知", f"第{n}批。") for n in range(60)]
    index = Index(files_of([*old, *new]).__getitem__)
    assert addresses("水厂检修", index) == ["qa/old2", "qa/old1", "qa/old0"]


def test_of_a_few_words_a_third_has_to_stand_in_what_is_shown(index) -> None:
    found = find("大蒜可以抗病毒", index)
    assert (found.tier, addresses("大蒜可以抗病毒", index)) == (Tier.POSSIBLE, ["rumours/garlic"])
    assert find("乘公交", index).tier is Tier.NONE


def test_each_of_very_many_forms_is_found_by_its_own_words() -> None:
    chance = random.Random(8)
    letters = [chr(code) for code in range(0x4E00, 0x9000)]
    forms = ["".join(chance.choices(letters, k=40)) for _ in range(40)]
    others = [
        entry(f"qa/n{n}", "标题", "".join(chance.choices(letters, k=400))) for n in range(100)
    ]
    index = Index(files_of([entry("rumours/many", "标题", "正文", *forms), *others]).__getitem__)
    for form in forms:
        assert addresses(form, index)[0] == "rumours/many"


def test_a_score_does_not_hang_on_the_order_of_forms(index) -> None:
    text = "紧急通知全市停水三天快接水"
    one = entry("rumours/x", "标题", "", text, "别的说法完全不同")
    two = entry("rumours/x", "标题", "", "别的说法完全不同", text)
    scores = [
        find_message(text, Index(files_of([each]).__getitem__)).hits[0].score for each in (one, two)
    ]
    assert scores[0] == scores[1] > 0


def test_folding_is_the_same_for_index_and_question() -> None:
    assert fold("臺灣 PM２.5") == "台湾pm25"  # noqa: RUF001
