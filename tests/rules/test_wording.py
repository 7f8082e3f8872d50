"""Which words are a record's own, and how seldom the rules of wording speak of real texts."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from huiying.rules import absolute_claim, empty_phrase, number_style, sentence_length
from huiying.rules._wording import own_texts, plain, sentences
from huiying.rules.length import width_of
from tests.rules.helper import CLARIFICATION, LETTER, QUESTION, RUMOUR, library, merge


def clarified(folder: Path) -> Iterator[str]:
    """Clarifications of 2020 as a medical portal published them, each text once."""
    with (folder / "dxy/dxy_rumors_dev.csv").open(encoding="utf-8", newline="") as file:
        found = [
            row[key] for row in csv.DictReader(file) for key in ("title", "main_summary", "body")
        ]
    yield from dict.fromkeys(text for text in found if text)


def answered(folder: Path) -> Iterator[str]:
    """Paragraphs of a government's answers to the public, in English."""
    for file in sorted((folder / "usgov_faq/content").rglob("*.md")):
        text = file.read_text(encoding="utf-8").rpartition("\n---\n")[2]
        yield from filter(str.strip, text.split("\n\n"))


def enacted(folder: Path) -> Iterator[str]:
    """Paragraphs of laws and regulations."""
    for file in sorted((folder / "law").glob("*.md")):
        yield from filter(str.strip, file.read_text(encoding="utf-8").splitlines())


CORPORA = {"dxy": clarified, "faq": answered, "law": enacted}
TOLD: dict[str, Callable[[str], list[object]]] = {
    "absolute-claim": lambda text: list(filter(None, [absolute_claim.absolute(text)])),
    "empty-phrase": lambda text: list(empty_phrase.empty(text)),
    "number-style": lambda text: list(number_style.faults(plain(text))),
    "sentence-length": lambda text: [
        each for each in sentences(text) if width_of(each) > sentence_length.LIMIT
    ],
}
# What is told of these was read: the sentences are long indeed, in laws as laws are.
MOST = {
    ("sentence-length", "dxy"): 0.01,
    ("sentence-length", "faq"): 0.2,
    ("sentence-length", "law"): 0.07,
}


@pytest.mark.parametrize("rule", TOLD)
@pytest.mark.parametrize("corpus", CORPORA)
def test_real_texts_are_seldom_told_of(
    rule: str, corpus: str, shared: Path, figure: Callable[[str, object], None]
) -> None:
    texts = list(CORPORA[corpus](shared / "data/text"))
    told = sum(1 for text in texts if TOLD[rule](text))
    figure(f"{rule}: texts told of in {corpus}", f"{told} of {len(texts)}")
    assert len(texts) > 500
    assert told <= len(texts) * MOST.get((rule, corpus), 0.005)


def test_a_record_speaks_in_its_title_facts_and_answers_not_in_what_others_said() -> None:
    quote = (
        "内容块:\n  - {类型: 引文, 正文: 别人说的, 来源: 来信}\n  - {类型: 文字, 正文: 自己说的}\n"
    )
    records = library({RUMOUR: merge(CLARIFICATION, quote), LETTER: QUESTION}).records
    paths = [sorted(path for path, _, _ in own_texts(each.fields)) for each in records.values()]
    assert paths == [["answer", "title"], ["blocks.1.text", "evidence.0.text", "facts", "title"]]


def test_sentences_end_at_stops_lines_cells_and_lose_their_markup() -> None:
    text = (
        "**已经修好。**见[通告](https://a.example/b)；完成3.5公里！\n"
        "- 一\n- 二\n| 甲 | 乙 |\nIt is 3.5 km. Yes."
    )
    assert list(sentences(text)) == [
        "已经修好",
        "见通告",
        "完成3.5公里",
        "一",
        "二",
        "甲",
        "乙",
        "It is 3.5 km",
        "Yes.",
    ]
