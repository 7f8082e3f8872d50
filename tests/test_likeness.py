"""Which texts are like each other, on real rumours and on templates that only look alike.

Measured on the development data (Traditional Chinese, 2016 to 2019, CC0) at `LIKE` = 0.5, which was
chosen on the same data and is a little flattered by it:

- 80 pairs of messages on the same rumour: 60 are found (recall 0.75). Those missed share a subject,
  but hardly a phrase.
- 382 messages, each with all others: 29 pairs are found. 28 belong to the same rumour by their
  labels, and the 29th (十大恐怖美食) does too, though it is not labelled: precision 28/29 by label.
- 7 pairs labelled as different: 1 is found (two calls about the same factory fire).
- 142 titles of one month, full of templates (“……可以预防新冠病毒？”), 10,011 pairs: 1 is found
  (the buses of Beijing and of Qingdao). 19 of 20 titles that were reworded are found.

rapidfuzz.fuzz.ratio finds 0.69 of the 80 at as few false alarms among the messages, and takes 163
pairs of the templates for like.
"""

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from huiying.likeness import Match, find_like, pieces_of

COFACTS = "data/text/cofacts"
CLAIM = "紧急通知！3月12日开始全市停水三天，抓紧接水"


def found(asked: str, *known: str) -> list[str]:
    return [match.text for match in find_like([asked], known).get(asked, [])]


def test_pieces_are_pairs_of_characters_whole_numbers_and_whole_words() -> None:
    assert pieces_of("停水3天 https://a.example/x ＰＭ２.5 Line") == {  # noqa: RUF001
        "停水", "3", "pm", "2", "5", "line"
    }  # fmt: skip


def test_the_same_words_in_other_width_and_signs_are_like() -> None:
    other = "【紧急通知】３月１２日开始，全市停水三天！！！抓紧接水"
    assert find_like([CLAIM], [other]) == {CLAIM: [Match(other, 1.0)]}


def test_a_shortened_message_is_like_the_whole_one() -> None:
    assert found("全市停水三天", CLAIM, "市区公交车票价没有调整") == [CLAIM]
    assert found(CLAIM, "全市停水三天") == ["全市停水三天"]


def test_another_subject_is_not_like() -> None:
    assert found(CLAIM, "下个月公交一律涨到三块钱，学生卡也取消", "") == []
    assert found("", CLAIM) == []


def test_what_every_text_says_counts_for_little() -> None:
    plants = "板蓝根 洋葱 大蒜 白酒 香油 绿豆 生姜 艾草 白醋 精油 茶叶 陈皮".split()
    known = [f"吃{plant}可以预防新冠病毒感染" for plant in plants]
    assert found("吃樟脑可以预防新冠病毒感染", *known) == []
    assert found("吃洋葱真的可以预防新冠吗", *known) == [known[1]]


def test_the_best_comes_first_and_nothing_depends_on_the_order() -> None:
    known = ["全市停水三天，抓紧接水", CLAIM, "3月12日全市停水三天"]
    first = find_like([CLAIM], known)
    assert first[CLAIM][0] == Match(CLAIM, 1.0)
    assert find_like([CLAIM], known[::-1]) == first


# -- on real rumours -------------------------------------------------------------------------------


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def test_same_rumours_are_found_as_often_as_the_head_of_this_file_says(shared: Path) -> None:
    pairs = list(rows(shared / COFACTS / "same_rumour_pairs_dev.jsonl"))
    messages = [row["text"] for row in rows(shared / COFACTS / "messages_dev.jsonl")]
    known = dict.fromkeys([*messages, *(pair["b"] for pair in pairs)])
    like = find_like([pair["a"] for pair in pairs], known)
    hits = [
        pair["same"]
        for pair in pairs
        if any(match.text == pair["b"] for match in like.get(pair["a"], []))
    ]
    assert (hits.count(True), hits.count(False)) == (60, 1)
    assert sum(pair["same"] for pair in pairs) == 80


def test_other_rumours_are_found_as_rarely_as_the_head_of_this_file_says(shared: Path) -> None:
    group = {row["text"]: row["group"] for row in rows(shared / COFACTS / "messages_dev.jsonl")}
    like = find_like(group, group)
    pairs = {
        frozenset((text, match.text))
        for text, matches in like.items()
        for match in matches
        if match.text != text
    }
    same = [len({group[text] for text in pair}) == 1 for pair in pairs]
    assert (same.count(True), same.count(False)) == (28, 1)


def test_templates_are_told_apart_as_the_head_of_this_file_says(shared: Path) -> None:
    titles: dict[str, list[str]] = {}
    path = shared / "data/text/dxy/dxy_rumors_dev.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            titles.setdefault(row["id"], []).append(row["title"])
    last = [each[-1] for each in titles.values()]
    like = find_like(last, last)
    pairs = {frozenset((text, match.text)) for text, matches in like.items() for match in matches}
    assert (len(last), sum(len(pair) == 2 for pair in pairs)) == (142, 1)
    reworded = [(each[0], each[-1]) for each in titles.values() if each[0] != each[-1]]
    like = find_like([first for first, _ in reworded], last)
    hits = [any(match.text == new for match in like.get(old, [])) for old, new in reworded]
    assert (len(hits), sum(hits)) == (20, 19)


# -- cost ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [60])
def test_the_cost_grows_with_the_texts_not_with_their_pairs(
    asked: int, full_size: bool, figure: Any
) -> None:
    count = 10_000 if full_size else 2_000
    dice = random.Random(1)
    words = ["".join(chr(dice.randrange(0x4E00, 0x5E00)) for _ in "ab") for _ in range(4_000)]
    known = ["".join(dice.choices(words, k=length)) for _ in range(count) for length in (10, 25)]
    start = process_time()
    like = find_like(known[:asked], known)
    each_us = (process_time() - start) / count * 1e6
    assert all(matches[0] == Match(text, 1.0) for text, matches in like.items())
    assert len(like) == asked
    figure("likeness_us_per_record", round(each_us, 1))
    assert each_us < 200  # about 35 alone on two idle cores
