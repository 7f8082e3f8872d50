"""Single values: what is suggested in place of a term that does not exist."""

from pathlib import Path

from tests.helper import BASE, CLARIFICATION, RUMOUR, read


def test_a_near_term_is_never_the_opposite(tmp_path: Path) -> None:
    text = CLARIFICATION.replace("结论: 不实", "结论: 不属实")
    [problem] = read(tmp_path, {**BASE, RUMOUR: text}).problems
    assert (problem.key, problem.values["near"]) == ("choice.near", "不实")
