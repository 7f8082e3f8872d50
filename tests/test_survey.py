"""Small counts of a survey: never shown, and never to be worked out from what is shown."""

from collections import defaultdict
from itertools import product

import pytest

from huiying.records.survey import SMALLEST_COUNT, Option, Question


def shown(type: str, counts: list[int | None], total: int | None) -> list[int | None]:
    options = tuple(Option(label=f"第{n}项", count=None) for n, _ in enumerate(counts))
    options = tuple(
        option.model_copy(update={"count": count})
        for option, count in zip(options, counts, strict=True)
    )
    question = Question.model_construct(text="问", type=type, options=options, answered=None)
    return [option.count for option in question.without_small_counts(total).options]


@pytest.mark.parametrize(
    ("type", "counts", "total", "expected"),
    [
        ("single", [150, 50], 200, [150, 50]),
        ("single", [150, 0, 50], 200, [150, 0, 50]),
        ("single", [150, 47, 3], 200, [150, None, None]),
        ("single", [150, 44, 3, 3], 200, [150, 44, None, None]),
        ("single", [150, 48, 1, 1], 200, [150, None, None, None]),
        ("single", [197, 3, 0], 200, [None, None, 0]),
        ("single", [4, 6, 6, 9], 25, [None, None, None, None]),
        ("single", [4, 6, 6, 30], 46, [None, None, None, 30]),
        ("single", [3, 197], None, [None, 197]),
        ("multiple", [150, 120, 3], 200, [150, 120, None]),
        ("multiple", [150, 47, 3], 200, [150, None, None]),
        ("single", [96, None], 100, [None, None]),
        ("single", [60, 36, None], 100, [60, None, None]),
        ("single", [96, None], None, [96, None]),
        ("single", [2, 1], 3, [None, None]),
        ("single", [None, None], None, [None, None]),
    ],
)
def test_a_count_below_five_is_hidden_with_all_that_would_tell_it(
    type: str, counts: list[int | None], total: int | None, expected: list[int | None]
) -> None:
    assert expected == shown(type, counts, total)


@pytest.mark.parametrize(("options", "most"), [(2, 40), (3, 30), (4, 14)])
def test_who_knows_the_rule_cannot_work_out_a_small_count(options: int, most: int) -> None:
    """All counts that give the same page: no hidden one of them is the same in all of them."""
    alike: dict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=options):
        total = sum(counts)
        if total <= most:  # beyond it some of those that give the same page would be missing
            seen = shown("single", list(counts), total)
            alike[(*seen, total if total >= SMALLEST_COUNT else None)].append(counts)
    told = [
        (page, place)
        for page, worlds in alike.items()
        for place in range(options)
        if page[place] is None and len({world[place] for world in worlds}) == 1
    ]
    assert told == []
    assert len(alike) > 100
