"""Organisations that are named existed at the time."""

import pytest

from huiying.rules import organisation_valid
from tests.rules.helper import (
    BRIEFING,
    CLARIFICATION,
    LETTER,
    MEETING,
    OF_POLICIES,
    ORGANISATIONS,
    POLICIES,
    QUESTION,
    RUMOUR,
    merge,
    places,
    problems,
)

OF_ORGANISATIONS = "registers/organisations.yml"


def named(id: str, at: str = "2026-03-12 09:40") -> str:
    return merge(
        CLARIFICATION,
        f"发布时间: {at}\n责任单位:\n  第一责任单位: {id}\n  责任依据: 属地",
    )


@pytest.mark.parametrize(
    ("id", "at", "expected"),
    [
        ("shuiwuju", "2026-03-12 09:40", []),
        ("wangxinban", "1999-03-12 09:40", []),
        ("gongshuichu", "2025-12-31 23:59", []),
        ("gongshuichu", "2026-01-01 00:00", [(12, 11, "organisation-valid")]),
        ("shuiwuju", "2009-12-31 23:59", [(12, 11, "organisation-valid.early")]),
        ("shuiwuju", "2010-01-01 00:00", []),
        # The same instant: a new year in the site's zone, not yet in London.
        ("gongshuichu", "2025-12-31 17:00 Z", [(12, 11, "organisation-valid")]),
    ],
)
def test_the_day_of_publication_counts(
    id: str, at: str, expected: list[tuple[int, int, str]]
) -> None:
    assert places(organisation_valid, named(id, at)) == expected


def test_the_heir_is_named_as_the_way_out() -> None:
    [found] = problems(organisation_valid, named("gongshuichu"))
    assert found.values["successor"] == "“示例市水务局”（shuiwuju）"


def test_a_change_counts_at_its_own_time() -> None:
    history = """\
        变更记录:
          - 时间: 2025-12-01 08:00
            类型: 首发
            说明: 首次发布
            单位: gongshuichu
          - 时间: 2026-02-01 08:00
            类型: 更新
            说明: 补充水质数据
            单位: gongshuichu
        """
    text = merge(named("shuiwuju", "2025-12-01 08:00"), history)
    assert places(organisation_valid, text) == [(22, 9, "organisation-valid")]


HEIRS = """\
gongshuizhan: {名称: 示例市供水站, 撤销日期: 2012-06-30, 承接单位: gongshuichu}
"""


@pytest.mark.parametrize(
    ("at", "heir"),
    [
        ("2020-01-01", "“示例市供水管理处”（gongshuichu）"),
        ("2026-03-12", "“示例市水务局”（shuiwuju）"),
    ],
)
def test_the_heir_is_the_one_that_existed_on_the_day(at: str, heir: str) -> None:
    files = {
        RUMOUR: named("gongshuizhan", f"{at} 09:40"),
        OF_ORGANISATIONS: ORGANISATIONS + HEIRS,
    }
    [found] = problems(organisation_valid, files)
    assert found.values["successor"] == heir


@pytest.mark.parametrize("heir", ["", ", 承接单位: jia", ", 承接单位: yi"])
def test_without_an_heir_that_existed_the_body_in_charge_is_asked_for(heir: str) -> None:
    bodies = f"""\
jia: {{名称: 甲, 撤销日期: 2012-06-30{heir}}}
yi: {{名称: 乙, 撤销日期: 2013-06-30, 承接单位: jia}}
"""
    [found] = problems(
        organisation_valid, {RUMOUR: named("jia"), OF_ORGANISATIONS: ORGANISATIONS + bodies}
    )
    assert found.values["successor"] == "当时的主管单位"


@pytest.mark.parametrize(("starts", "told"), [("2025-12-30", 0), ("2026-03-19", 1)])
def test_a_host_counts_when_the_briefing_begins(starts: str, told: int) -> None:
    text = merge(BRIEFING, f"开始时间: {starts} 15:00\n主办单位: gongshuichu")
    assert len(problems(organisation_valid, {MEETING: text})) == told


@pytest.mark.parametrize(("replied", "told"), [("2025-12-31 09:00", 0), ("2026-03-16 09:00", 1)])
def test_a_handler_counts_when_it_replied(replied: str, told: int) -> None:
    text = merge(
        QUESTION, f"收到时间: 2025-12-01 09:00\n答复时间: {replied}\n承办单位: gongshuichu"
    )
    assert len(problems(organisation_valid, {LETTER: text})) == told


@pytest.mark.parametrize(("issued", "told"), [("2025-12-31", 0), ("2026-01-01", 1)])
def test_an_issuer_counts_when_the_policy_was_issued(issued: str, told: int) -> None:
    text = POLICIES.replace("发文单位: shuiwuju", "发文单位: gongshuichu")
    text = text.replace("成文日期: 2026-03-10", f"成文日期: {issued}")
    found = places(organisation_valid, {OF_POLICIES: text})
    assert found == [(4, 9, "organisation-valid")][:told]


@pytest.mark.parametrize(("at", "told"), [("2025-12-31 09:00", 0), ("2026-03-11 09:00", 1)])
def test_a_confirmation_counts_when_it_was_given(at: str, told: int) -> None:
    review = f"审核:\n  确认:\n    - {{单位: gongshuichu, 时间: {at}, 结果: 同意}}\n"
    assert len(problems(organisation_valid, merge(CLARIFICATION, review))) == told
