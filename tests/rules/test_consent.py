"""Questions whose writers said no."""

import pytest

from huiying.rules import consent
from tests.rules.helper import LETTER, QUESTION, levels, merge, places


@pytest.mark.parametrize(
    "fragment", ["", "同意公开: 是", "同意公开: 否\n状态: 草稿", "同意公开: 否\n公开方式: 不予公开"]
)
def test_what_was_agreed_to_or_stays_inside_passes(fragment: str) -> None:
    assert places(consent, {LETTER: merge(QUESTION, fragment)}) == []


def test_publication_against_the_writers_will_is_an_error() -> None:
    files = {LETTER: merge(QUESTION, "同意公开: 否")}
    assert places(consent, files) == [(12, 7, "consent")]
    old = merge(QUESTION, "同意公开: 否\n历史资料来源: 旧网站\n发布时间: 2019-01-01 08:00")
    assert levels(consent, {LETTER: old}) == [("error", "consent")]
