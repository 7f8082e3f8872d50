"""How problems are counted."""

from huiying import console
from huiying.problem import Level, Mark, Problem, arrange

MARK = Mark("content/a.yml", 1, 1)
LACKING = [
    Problem("required", MARK, case, {"key": "证据", "group": "责任单位"}, Level.NOTE)
    for case in ("draft", "draft-inner")
]
OLD = Problem("required", MARK, "", {"key": "证据"}, Level.NOTE)


def test_the_summary_counts_each_level() -> None:
    assert console.summary([OLD]) == "错误 0，警告 0，提示 1"
    assert console.summary([], "en") == "error 0, warning 0, note 0"


def test_the_summary_says_what_drafts_still_lack() -> None:
    assert console.summary([OLD, *LACKING]) == (
        "错误 0，警告 0，提示 3。草稿还缺 2 项，写齐以后再送审。"
    )
    assert console.summary(LACKING, "en") == (
        "error 0, warning 0, note 2. Drafts lack 2 fields: fill them in before the review."
    )


def test_a_fault_found_twice_is_told_once_at_its_worst_level() -> None:
    softer = Problem("required", MARK, "", {"key": "证据"}, Level.WARNING)
    harder = Problem("required", MARK, "", {"key": "证据"}, Level.ERROR)
    assert arrange([OLD, harder, softer]) == [harder]
    assert arrange([softer, OLD]) == [softer]
