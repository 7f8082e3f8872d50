"""Addresses that people are asked to open."""

import pytest

from huiying.rules import secure_address
from tests.rules.helper import BRIEFING, MEETING, POLL, SURVEY, levels, merge, places

KEY = "secure-address"


@pytest.mark.parametrize("value", ["http://live.example/a", "/live/a"])
def test_an_address_that_is_not_encrypted_is_refused(value: str) -> None:
    live = {MEETING: merge(BRIEFING, f"直播网址: {value}")}
    form = {POLL: merge(SURVEY, f"填写网址: {value}")}
    assert places(secure_address, live) == [(12, 7, KEY)]
    assert levels(secure_address, form) == [("error", KEY)]
    draft = {MEETING: merge(BRIEFING, f"状态: 草稿\n直播网址: {value}")}
    assert levels(secure_address, draft) == [("note", KEY)]


def test_an_encrypted_one_passes() -> None:
    text = merge(BRIEFING, "直播网址: https://live.example/a")
    assert places(secure_address, {MEETING: text}) == []
