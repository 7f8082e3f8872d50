"""The risk of a policy that touches what people live by."""

import pytest

from huiying.rules import policy_risk
from tests.rules.helper import OF_POLICIES, POLICIES, levels, places, problems

VITAL = POLICIES + "  涉及切身利益: 是\n"


@pytest.mark.parametrize(
    "text", [POLICIES, VITAL + "  风险评估日期: 2026-03-12\n", POLICIES + "  涉及切身利益: 否\n"]
)
def test_what_was_assessed_in_time_or_need_not_be_passes(text: str) -> None:
    assert places(policy_risk, {OF_POLICIES: text}) == []


def test_what_was_not_assessed_is_a_warning() -> None:
    files = {OF_POLICIES: VITAL}
    assert places(policy_risk, files) == [(7, 11, "policy-risk")]
    assert levels(policy_risk, files) == [("warning", "policy-risk")]


def test_what_was_assessed_too_late_is_a_warning_that_does_not_repeat_the_day() -> None:
    [found] = problems(policy_risk, {OF_POLICIES: VITAL + "  风险评估日期: 2026-03-13\n"})
    assert (found.key, found.mark.line) == ("policy-risk.after", 8)
    assert found.values == {}
