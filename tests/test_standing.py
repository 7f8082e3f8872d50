"""When a record is public: every combination of what decides it, against a table written apart."""

from collections import Counter
from datetime import timedelta
from itertools import product

import pytest

from huiying.records import Record
from huiying.records.common import Common
from huiying.settings import Settings
from huiying.standing import State, is_drafter, is_signed, latest, state_of
from tests.rules.helper import (
    CLARIFICATION,
    GATED,
    NOW,
    OF_SIGNERS,
    RUMOUR,
    SIGNERS,
    SITE,
    library,
    settings,
    signed,
)

STATUSES = {"": "草稿", "draft": "草稿", "in_review": "审核中", "approved": "已审定"}
DISCLOSURES = ("主动公开", "依申请公开", "不予公开")
TIMES = {
    "none": "",
    "old": "2025-06-01 09:40",
    "past": "2026-03-12 09:40",
    "now": "2026-03-20 12:00",
}
TIMES |= {"to come": "2026-03-20 12:01"}
GATES = ("", "signed", "changed", "objected")
REVIEW = """\
审核:
  起草人: 李明
  审核关:
    政治关: {{审核人: zhiban, 时间: {at}, 结果: 通过, 摘要值: "sha256:…"}}
    政策关: {{审核人: zhiban, 时间: {at}, 结果: 通过, 摘要值: "sha256:…"}}
    法律关: {{审核人: fagui, 时间: {at}, 结果: 通过, 摘要值: "sha256:…"}}
    文字关: {{审核人: zhiban, 时间: {at}, 结果: 通过, 摘要值: "sha256:…"}}
    保密关: {{审核人: zhiban, 时间: {at}, 结果: 通过, 摘要值: "sha256:…"}}
  确认:
    - {{单位: wangxinban, 时间: {at}, 结果: {said}, 摘要值: "sha256:…"}}
"""
SIGNED_AT = {"old": "2025-06-01 09:30", "none": "2026-03-12 09:30"}
REGISTER = SIGNERS.replace("开始: 2026-01-01", "开始: 2025-01-01")


def text(status: str, disclosure: str, time: str, gates: str, is_old: bool, is_over: bool) -> str:
    """One record of that combination."""
    fragment = f"公开方式: {disclosure}\n"
    fragment += f"状态: {STATUSES[status]}\n" if status else "复核期限: 2027-01-01 09:00\n"
    found = CLARIFICATION.replace("状态: 已审定\n", "").replace("发布时间: 2026-03-12 09:40\n", "")
    found = found.rstrip("\n") + "\n  涉及单位: [wangxinban]\n" + fragment
    found += f"发布时间: {TIMES[time]}\n" if TIMES[time] else ""
    found += "历史资料来源: 原辟谣专栏\n" if is_old else ""
    found += "失效时间: 2026-03-19 12:00\n" if is_over else ""
    if gates:
        at = SIGNED_AT.get(time, "2026-03-12 09:30")
        said = "不同意" if gates == "objected" else "同意"
        found = signed(found + REVIEW.format(at=at, said=said))
        if gates == "changed":
            found = found.replace("没有停水三天的安排", "没有停水的安排")
    return found


def expected(status: str, disclosure: str, time: str, gates: str, is_old: bool, site: str) -> State:
    """The state, as DESIGN §3 has it."""
    if disclosure != "主动公开":
        return "undisclosed"
    if status == "in_review":
        return "in_review"
    if status != "approved" or time == "none":
        return "draft"
    if time == "to come":
        return "embargoed"
    is_history = is_old and time == "old"
    is_free = site == SITE or is_history
    return "public" if is_free or gates == "signed" else "unsigned"


def one(content: str) -> Record[Common]:
    (record,) = library({RUMOUR: content}).records.values()
    return record


def state(content: str, site: str) -> State:
    files = {RUMOUR: content, OF_SIGNERS: REGISTER}
    found = library(files)
    (record,) = found.records.values()
    return state_of(record, found, settings(site))


CASES = list(product(STATUSES, DISCLOSURES, TIMES, GATES, (False, True), (False, True)))


@pytest.mark.parametrize("site", [SITE, GATED], ids=["no gates", "gates"])
def test_every_combination_of_what_decides_has_the_state_of_the_table(site: str) -> None:
    seen: Counter[str] = Counter()
    for status, disclosure, time, gates, is_old, is_over in CASES:
        found = state(text(status, disclosure, time, gates, is_old, is_over), site)
        case = (status, disclosure, time, gates, is_old, is_over)
        assert (case, found) == (case, expected(status, disclosure, time, gates, is_old, site))
        seen[found] += 1
    states = {"undisclosed", "in_review", "draft", "embargoed", "public"}
    assert set(seen) == states | ({"unsigned"} if site == GATED else set())
    assert sum(seen.values()) == 4 * 3 * 5 * 4 * 2 * 2


def test_a_record_is_public_from_its_second_on_and_not_one_before() -> None:
    files = {RUMOUR: text("approved", "主动公开", "now", "signed", False, False)}
    found = library({**files, OF_SIGNERS: REGISTER})
    (record,) = found.records.values()
    moments = [NOW - timedelta(seconds=1), NOW, NOW + timedelta(seconds=1)]
    states = [state_of(record, found, settings(GATED, moment)) for moment in moments]
    assert states == ["embargoed", "public", "public"]


def test_a_gate_signed_later_holds_from_then_on() -> None:
    content = text("approved", "主动公开", "now", "signed", False, False)
    found = library({RUMOUR: content, OF_SIGNERS: REGISTER})
    (record,) = found.records.values()

    def at(moment: str) -> Settings:
        return settings(GATED, NOW.fromisoformat(moment))

    assert not is_signed(record, found, at("2026-03-12T09:29:59+08:00"))
    assert is_signed(record, found, at("2026-03-12T09:30:00+08:00"))


def test_until_when_a_review_counts_follows_what_readers_are_told() -> None:
    entry = "变更记录: [{{时间: {at}, 类型: {type}, 说明: 数字有误，现予更正}}]\n"
    plain = one(CLARIFICATION)
    first = one(CLARIFICATION + entry.format(at="2026-03-12 09:40", type="首发"))
    updated = one(CLARIFICATION + entry.format(at="2026-03-13 09:00", type="更新"))
    to_come = one(CLARIFICATION + entry.format(at="2026-03-21 09:00", type="更新"))
    news = one(CLARIFICATION + "最新进展: [{时间: 2026-03-13 09:00, 正文: 已全面恢复}]\n")
    # News that stands in the file counts in the digest, so it is reviewed before its time comes.
    later = one(CLARIFICATION + "最新进展: [{时间: 2026-03-21 09:00, 正文: 已全面恢复}]\n")
    published = plain.fields.publish_at
    found = [latest(each.fields, NOW) for each in (plain, first, updated, to_come, news, later)]
    assert found == [published, published, NOW, published, NOW, NOW]


@pytest.mark.parametrize(
    "drafter", ["赵甲", "李明、赵甲", "赵甲（网信办）", "李明 赵甲/王五", "zhiban"]
)
def test_who_drafted_with_others_is_a_drafter_too(drafter: str) -> None:
    found = library({RUMOUR: CLARIFICATION + f"审核: {{起草人: {drafter}}}\n", OF_SIGNERS: SIGNERS})
    (record,) = found.records.values()
    assert is_drafter("zhiban", record, found)


def test_who_shares_a_part_of_a_drafters_name_is_none() -> None:
    found = library({RUMOUR: CLARIFICATION + "审核: {起草人: 赵甲和}\n", OF_SIGNERS: SIGNERS})
    (record,) = found.records.values()
    assert not is_drafter("zhiban", record, found)
