"""Links in texts can be followed; the rule and the policy for prose agree."""

import pytest

from huiying.prose import safe_url
from huiying.rules import link_form
from tests.rules.helper import CLARIFICATION, RUMOUR, levels, merge, places, problems

GOOD = (
    "https://example.gov.cn/a?b=c#d",
    "http://example.gov.cn:8080",
    "https://例子.中国/页",
    "mailto:a@example.gov.cn",
    "tel:0772-1234567",
    "#top",
    "/",
    "/rumours/20260312-tingshui/",
)
BAD = (
    "javascript:alert(1)",
    "rumours/20260312-tingshui",
    "../a/",
    "/a/../b/",
    "http:/x",
    "https://",
    "//example.gov.cn/",
    "https://gov.cn@evil.example/",
    "data:text/html,x",
    "ftp://example.gov.cn/",
    "/a\\b",
    "mailto:nobody",
    "tel:abc",
    "",
)


def text(markdown: str) -> str:
    """A clarification with one line of facts."""
    return merge(CLARIFICATION, f"事实: '{markdown}'")


@pytest.mark.parametrize("target", [*GOOD, *BAD])
def test_the_rule_and_the_policy_for_prose_agree(target: str) -> None:
    assert link_form.opens(target) == (safe_url(target) is not None)


@pytest.mark.parametrize("target", GOOD)
def test_a_link_that_opens_passes(target: str) -> None:
    assert places(link_form, text(f"见[公告]({target})。")) == []


@pytest.mark.parametrize("target", BAD)
def test_a_link_that_does_not_open_is_a_warning(target: str) -> None:
    assert levels(link_form, text(f"见[公告]({target})。")) == [("warning", "link-form")]


@pytest.mark.parametrize("markdown", ["<javascript:x>", "[甲]: a.html", "[甲](<a b>)"])
def test_other_ways_to_write_a_link_are_seen(markdown: str) -> None:
    assert places(link_form, text(markdown)) == [(10, 5, "link-form")]


def test_a_picture_in_a_text_is_sent_to_the_blocks() -> None:
    assert places(link_form, text("![图](/a.png)")) == [(10, 5, "link-form.image")]


@pytest.mark.parametrize("markdown", ["`[甲](a)`", r"\[甲](a)", "5 < 6", "[^1]: 注"])
def test_code_and_escapes_are_no_links(markdown: str) -> None:
    assert places(link_form, text(markdown)) == []


def test_a_block_of_code_holds_no_links() -> None:
    fenced = "事实: |\n  ```\n  [甲](a)\n  ```\n"
    assert places(link_form, merge(CLARIFICATION, fenced)) == []


@pytest.mark.parametrize(
    ("key", "said", "is_told"),
    [
        ("事实", "供水正常。<br>请放心。", True),
        ("事实", "<p style=x>供水正常。</p>", True),
        ("事实", "水压 <3 公斤，<b 不是标签；`<br>` 是代码；\\<br> 也不是。", False),
        ("事实", "供水&nbsp;正常", False),
        ("标题", "供水&nbsp;正常", True),
        ("标题", "供水<span>正常</span>", True),
        ("标题", "A&B <停水> 三天", False),
    ],
)
def test_html_that_readers_would_see_is_told(key: str, said: str, is_told: bool) -> None:
    found = problems(link_form, {RUMOUR: merge(CLARIFICATION, f"{key}: '{said}'")})
    assert [each.key for each in found] == ["link-form.html"] * is_told
