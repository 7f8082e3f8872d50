"""Exemptions: what they may name, and what they do."""

from pathlib import Path

import pytest

from huiying import rules
from huiying.rules import exemption
from huiying.rules.exemption import WARNING_RULES
from tests.rules.helper import (
    CLARIFICATION,
    OF_EXEMPTIONS,
    RUMOUR,
    levels,
    library,
    merge,
    problems,
    settings,
)

FOLDER = Path(rules.__file__).parent
LONG = merge(CLARIFICATION, f"短标题: {'水' * 21}")


def exempt(rule: str, more: str = "", record: str = "rumours/20260312-tingshui") -> str:
    """One exemption."""
    return (
        f"mian-1:\n  规则: {rule}\n  记录: {record}\n  理由: 全名不宜缩写\n"
        f"  批准单位: shuiwuju\n  批准日期: 2026-03-12\n{more}"
    )


def judged(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    """Level and rule of all that a record with a title too long and that register have."""
    found = library({RUMOUR: LONG, OF_EXEMPTIONS: text})
    said = rules.check(found, settings(), tmp_path, "content")
    return sorted((each.level.value, each.rule) for each in said)


def test_the_rules_that_can_be_exempted_are_those_that_warn() -> None:
    warning = {
        path.stem.replace("_", "-")
        for path in FOLDER.glob("[a-z]*.py")
        if "Level.WARNING" in path.read_text(encoding="utf-8")
    }
    # Who drafted is asked of everybody: from review nothing is exempt.
    assert warning - {"exemption", "personal-data", "gate"} == WARNING_RULES


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        ("length", None),
        ("lenght", "near"),
        ("time-order", "error"),
        ("水", ""),
        ("personal-data", "kind"),
        ("personal-data.identity", "error"),
        ("personal-data.mobile", "error"),
        ("personal-data.emial", "near"),
    ],
)
def test_only_a_rule_that_warns_can_be_named(rule: str, case: str | None) -> None:
    found = problems(exemption, {OF_EXEMPTIONS: exempt(rule)})
    assert [(each.case, each.mark.line) for each in found] == ([] if case is None else [(case, 2)])


def test_what_is_over_is_a_note() -> None:
    text = exempt("length", "  截止: 2026-03-19\n")
    assert levels(exemption, {OF_EXEMPTIONS: text}) == [("note", "exemption.over")]
    assert levels(exemption, {OF_EXEMPTIONS: exempt("length", "  截止: 2026-03-20\n")}) == []


def test_an_exemption_makes_a_warning_of_its_record_a_note(tmp_path: Path) -> None:
    assert judged(tmp_path, "{}") == [("warning", "length")]
    assert judged(tmp_path, exempt("length")) == [("note", "length")]


@pytest.mark.parametrize(
    "text",
    [
        exempt("coordinator"),
        exempt("length", "  截止: 2026-03-19\n"),
        exempt("length").replace("2026-03-12", "2026-03-21"),
        exempt("length", record="rumours/20260312-other"),
    ],
)
def test_another_rule_record_or_time_changes_nothing(tmp_path: Path, text: str) -> None:
    assert ("warning", "length") in judged(tmp_path, text)


BY_MAIL = merge(CLARIFICATION, "事实: 可写信到 wang@mail.example，住3号楼2单元501室")


def of_persons(tmp_path: Path, text: str) -> list[str]:
    """The kinds of personal data of which a record with a mailbox and a door is warned."""
    found = library({RUMOUR: BY_MAIL, OF_EXEMPTIONS: text})
    said = rules.check(found, settings(), tmp_path, "content")
    return sorted(each.case for each in said if each.level.value == "warning")


def test_personal_data_are_exempt_kind_by_kind_and_never_for_good(tmp_path: Path) -> None:
    named = exempt("personal-data.email", "  截止: 2026-12-31\n")
    assert of_persons(tmp_path, "{}") == ["door", "email"]
    assert of_persons(tmp_path, named) == ["door"]
    assert levels(exemption, {OF_EXEMPTIONS: named}) == []
    for_good = exempt("personal-data.email")
    assert of_persons(tmp_path, for_good) == ["door", "email"]
    assert levels(exemption, {OF_EXEMPTIONS: for_good}) == [("error", "exemption.open")]
    assert of_persons(tmp_path, named.replace("2026-12-31", "2026-03-19")) == ["door", "email"]


def test_an_error_stays_an_error(tmp_path: Path) -> None:
    text = merge(LONG, "事实: 电话 13812345678")
    found = library({RUMOUR: text, OF_EXEMPTIONS: exempt("personal-data")})
    said = rules.check(found, settings(), tmp_path, "content")
    assert ("error", "personal-data") in {(each.level.value, each.rule) for each in said}
