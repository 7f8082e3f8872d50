"""How much is found of what must be found, and how much of what is clean is taken for it."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from random import Random
from typing import Any

from bench import corpus
from huiying.privacy import Kind, find
from tests.privacy.cases import MADE, SPELLINGS, sentence

LEAST = 0.98
MOST = 0.005


def kinds(text: str) -> set[str]:
    """The kinds of what is found in a text."""
    return {found.kind for found in find(text)}


def missed(kind: Kind, spelling: str, count: int) -> list[str]:
    """Generated cases of one kind in one spelling that are not found."""
    random = Random(f"{kind} {spelling}")
    made = (MADE[kind](random) for _ in range(count))
    texts = [sentence(SPELLINGS[spelling](value, kind, random), random) for value in made]
    return [text for text in texts if kind not in kinds(text)]


def test_each_kind_is_found_in_every_spelling(
    full_size: bool, figure: Callable[[str, object], None]
) -> None:
    count = 1000 if full_size else 40
    lost = {
        (kind, spelling): missed(kind, spelling, count) for kind in MADE for spelling in SPELLINGS
    }
    total = count * len(lost)
    recall = 1 - sum(map(len, lost.values())) / total
    figure(f"privacy: share found of {total} generated cases, %", round(recall * 100, 3))
    of_kind = {kind: sum(len(lost[kind, each]) for each in SPELLINGS) for kind in MADE}
    assert recall >= LEAST, of_kind
    each = {kind: 1 - count_lost / count / len(SPELLINGS) for kind, count_lost in of_kind.items()}
    assert [kind for kind, share in each.items() if share < LEAST] == [], each
    assert of_kind["identity"] == 0, [lost["identity", each][:2] for each in SPELLINGS]


def clean(shared: Path) -> Iterator[tuple[str, str]]:
    """Lines of law, answers about a disease, a government's questions and answers."""
    texts = shared / "data" / "text"
    for name, paths in (
        ("law", sorted((texts / "law").glob("*.md"))),
        ("FAQ", sorted((texts / "usgov_faq" / "content").rglob("*.md"))),
    ):
        for path in paths:
            yield from ((name, line) for line in path.read_text("utf-8").splitlines() if line)
    with (texts / "dxy" / "dxy_rumors_dev.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            keys = ("title", "main_summary", "summary", "body")
            yield from (("DXY", row[key]) for key in keys if row[key])


def test_real_official_prose_is_left_alone(
    shared: Path, figure: Callable[[str, object], None]
) -> None:
    total: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for name, text in clean(shared):
        total[name] += 1
        alarms[name] += bool(kinds(text))
    share = alarms.total() / total.total()
    figure(f"privacy: false alarms in {total.total()} texts of others, %", round(share * 100, 3))
    assert total["law"] > 500
    assert total["FAQ"] > 2000
    assert total["DXY"] > 500
    assert share <= MOST, alarms


def strings(value: Any) -> Iterator[str]:
    """Every text at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


def test_records_without_persons_are_left_alone(
    full_size: bool, figure: Callable[[str, object], None]
) -> None:
    count = 10_000 if full_size else 500
    records = (list(strings(astuple(record))) for record in corpus.records(count))
    alarms = [texts for texts in records if any(map(kinds, texts))]
    share = len(alarms) / count
    figure(f"privacy: false alarms in {count} clean records, %", round(share * 100, 3))
    assert share <= MOST, alarms[:5]
