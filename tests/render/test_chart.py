"""Charts: lengths and shares from counts, and nothing of a count that may not be shown."""

from typing import Any

import pytest

from huiying.render.chart import Bar, Chart, view
from tests.render.test_body import ENV


def rows(*counts: int | None, total: int | None = None) -> list[tuple[str, str, str]]:
    bars = [Bar(f"选项{number}", count) for number, count in enumerate(counts)]
    shown = view(Chart("题目", bars, total))
    return [(row["count"], row["share"], row["length"]) for row in shown["rows"]]


@pytest.mark.parametrize(
    ("counts", "total", "expected"),
    [
        ((986, 141), 1204, [("986", "81.9%", "81.89%"), ("141", "11.7%", "11.71%")]),
        ((1000, 500), None, [("1,000", "", "100.00%"), ("500", "", "50.00%")]),
        ((0, 10), 10, [("0", "0.0%", "0.00%"), ("10", "100.0%", "100.00%")]),
        ((None, 10), 20, [("不显示", "", "0.00%"), ("10", "50.0%", "50.00%")]),
        ((None, None), None, [("不显示", "", "0%"), ("不显示", "", "0%")]),
        ((0, 0), 0, [("0", "", "0%"), ("0", "", "0%")]),
        ((30,), 20, [("30", "150.0%", "100.00%")]),
    ],
    ids=["shares", "no total", "none chose it", "hidden", "all hidden", "nobody", "too many"],
)
def test_a_bar_is_as_long_as_its_share(
    counts: tuple[int | None, ...], total: int | None, expected: list[tuple[str, str, str]]
) -> None:
    assert expected == rows(*counts, total=total)


@pytest.mark.parametrize(
    ("counts", "total", "said"),
    [
        ((986, 141), 1204, "最多的是“选项0”，986人，占81.9%。"),
        ((5, 5), 10, "最多的是“选项0”、“选项1”，各5人，占50.0%。"),
        ((None, 7), None, "最多的是“选项1”，7人。"),
        ((None,), 10, ""),
    ],
)
def test_a_chart_says_in_a_sentence_what_most_chose(
    counts: tuple[int | None, ...], total: int | None, said: str
) -> None:
    bars = [Bar(f"选项{number}", count) for number, count in enumerate(counts)]
    assert said == view(Chart("题目", bars, total))["summary"]


def test_the_bars_are_drawn_with_attributes_and_the_figures_are_text() -> None:
    macros: Any = ENV.globals["ui"]
    shown = view(Chart("题目", [Bar("<满意>", 3), Bar("一般", None)], 4))
    html = macros.chart.chart(shown, "question-1")
    assert '<rect class="resp-bar__value" width="75.00%" height="100%"/>' in html
    assert html.count("resp-bar__value") == 1
    assert html.count('scope="row"') == 2
    assert "&lt;满意&gt;" in html
    assert "style=" not in html
