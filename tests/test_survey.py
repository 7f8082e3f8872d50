"""Small counts of a survey: never shown, and never to be worked out from what is shown."""

import pytest

from huiying.records.survey import Option, Question


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
        ("single", [197, 3, 0], 200, [None, None, None]),
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
