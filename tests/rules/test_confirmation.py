"""The rule confirmation."""

from dataclasses import replace

import pytest

from huiying.problem import Level
from huiying.rules import confirmation
from tests.rules.helper import (
    CLARIFICATION,
    GATED,
    RUMOUR,
    library,
    places,
    problems,
    settings,
    signed,
)

INVOLVED = CLARIFICATION + "  涉及单位: [wangxinban, gongshuichu]\n"
GIVEN = """\
审核:
  确认:
    - {单位: wangxinban, 时间: 2026-03-12 09:10, 结果: 同意, 摘要值: "sha256:…"}
    - {单位: gongshuichu, 时间: 2026-03-12 09:40, 结果: 修改后同意, 摘要值: "sha256:…"}
"""


def told(text: str, site: str = GATED) -> list[tuple[int, str]]:
    return [(line, key) for line, _, key in places(confirmation, text, site)]


def test_what_all_bodies_involved_confirmed_passes() -> None:
    assert told(signed(INVOLVED + GIVEN)) == []


def test_each_body_that_was_not_asked_is_named_where_it_is_involved() -> None:
    assert places(confirmation, INVOLVED, GATED) == [
        (14, 10, "confirmation"),
        (14, 22, "confirmation"),
    ]
    assert told(INVOLVED, GATED.replace("启用\n", "不启用\n")) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("结果: 同意", "结果: 不同意", "confirmation.refused"),
        ("结果: 同意, ", "", "confirmation.refused"),
        ("2026-03-12 09:10", "2026-03-12 09:41", "confirmation.too-late"),
        ("2026-03-12 09:10", "2026-03-20 12:01", "confirmation.to-come"),
        ("时间: 2026-03-12 09:10, ", "", "confirmation.no-time"),
        ('结果: 同意, 摘要值: "sha256:…"', "结果: 同意", "confirmation.no-digest"),
        ('结果: 同意, 摘要值: "sha256:…"', "结果: 同意, 摘要值: sha256:00", "confirmation.whole"),
    ],
)
def test_a_confirmation_that_does_not_hold_is_named(old: str, new: str, key: str) -> None:
    assert old in GIVEN
    assert told(signed(INVOLVED + GIVEN.replace(old, new))) == [(17, key)]


def test_what_changed_after_it_was_confirmed_is_asked_again() -> None:
    text = signed(INVOLVED + GIVEN).replace("41.2", "41.3")
    assert told(text) == [(17, "confirmation.whole")]


def test_the_value_that_changed_is_named_with_all_bodies_that_saw_another() -> None:
    given = GIVEN.replace('"sha256:…"', '"sha256:…", 字段摘要值: keys=…')
    text = signed(INVOLVED + given).replace("41.2", "41.3")
    [found] = problems(confirmation, text, GATED)
    assert (found.mark.line, found.key) == (9, "confirmation.changed")
    assert found.values == {
        "name": "示例市互联网信息办公室”、“示例市供水管理处",
        "key": "证据",
    }
    gone = signed(f"{INVOLVED}{given}地域: [城东区]\n").replace("地域: [城东区]\n", "")
    assert told(gone) == [(17, "confirmation.changed")]


def test_the_last_answer_of_a_body_counts() -> None:
    objected = "    - {单位: wangxinban, 时间: 2026-03-12 09:00, 结果: 不同意}\n"
    later = GIVEN.replace("确认:\n", f"确认:\n{objected}")
    assert told(signed(INVOLVED + later)) == []
    assert told(signed(INVOLVED + GIVEN + objected)) == [(19, "confirmation.refused")]


def test_what_readers_have_read_is_an_error() -> None:
    found = library({RUMOUR: INVOLVED})
    read = replace(settings(GATED), released=frozenset(["rumours/20260312-tingshui"]))
    assert {each.level for each in confirmation.check(found, read)} == {Level.ERROR}
    assert {each.level for each in confirmation.check(found, settings(GATED))} == {Level.NOTE}
