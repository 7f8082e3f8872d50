"""The projections: what is public at an instant, and that nothing else can be reached."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import to_json

from huiying.public import Projection, project
from huiying.records import KINDS, REGISTERS
from huiying.records.field import Model, fields_of
from tests.helper import BASE, CLARIFICATION, NOW, RUMOUR, ZONE, read, settings

ADDRESS = "rumours/20260312-tingshui"


def projection(
    tmp_path: Path, files: dict[str, str], now: datetime = NOW, preview: bool = False
) -> Projection:
    found = read(tmp_path, {**BASE, **files})
    assert found.problems == ()
    return project(found.library, settings(found, now), preview)


@pytest.mark.parametrize(
    ("old", "new", "public", "preview"),
    [
        ("", "", True, "public"),
        ("状态: 已审定", "状态: 草稿", False, "draft"),
        ("状态: 已审定", "状态: 审核中", False, "in_review"),
        ("2026-03-12 09:40", "2026-03-20 12:00:01", False, "embargoed"),
        ("2026-03-12 09:40", "2026-03-20 12:00:00", True, "public"),
        ("2026-03-12 09:40", "2026-03-20 04:00:00Z", True, "public"),
        ("状态: 已审定", "状态: 已审定\n公开方式: 依申请公开", False, None),
        ("状态: 已审定", "状态: 已审定\n公开方式: 不予公开", False, None),
        ("状态: 已审定\n", "", False, "draft"),
        ("发布时间: 2026-03-12 09:40\n", "", False, "draft"),
    ],
)
def test_a_record_is_public_only_when_approved_disclosed_and_due(
    tmp_path: Path, old: str, new: str, public: bool, preview: str | None
) -> None:
    files = {RUMOUR: CLARIFICATION.replace(old, new, 1) if old else CLARIFICATION}
    assert (ADDRESS in projection(tmp_path, files).records) == public
    shown = projection(tmp_path, files, preview=True).records.get(ADDRESS)
    assert (shown.state if shown else None) == preview


def fill_private(model: type[Model], path: str = "") -> list[str]:
    """Paths of the fields that are declared private, at any depth."""
    found = []
    for item in fields_of(model):
        here = f"{path}.{item.name}"
        shape = item.shape
        while shape.inner is not None:
            shape = shape.inner
        if not item.key.public:
            found.append(here)
        elif shape.model is not None:
            found += fill_private(shape.model, here)
    return found


PRIVATE = {"status", "disclosure", "review_by", "event", "review", "internal"}
PRIVATE_OF_A_KIND = {"qa": {"consent", "extended"}}
PRIVATE_OF_A_REGISTER = {
    "expert": {"consent", "consented_on", "internal"},
    "policy": {"vital_interest", "risk_assessed_on", "risk_level"},
}


def test_what_is_private_is_what_the_design_says() -> None:
    for kind in KINDS:
        expected = PRIVATE | PRIVATE_OF_A_KIND.get(kind.name, set())
        assert {path.split(".")[1] for path in fill_private(kind.model)} == expected
    for register in REGISTERS:
        if register.url_word:
            expected = PRIVATE_OF_A_REGISTER.get(register.name, set())
            assert {path.split(".")[1] for path in fill_private(register.model)} == expected


def test_registers_without_pages_are_not_in_the_projection(tmp_path: Path) -> None:
    signers = "wang:\n  姓名: 王某某\n  单位: shuiwuju\n  审核关: [政治关]\n"
    shown = projection(tmp_path, {"registers/signers.yml": signers}, preview=True)
    assert shown.registers.keys() == {entry.name for entry in REGISTERS if entry.url_word}


EXPERT = """\
chen-jia:
  姓名: 陈甲
  职称: 高级工程师
  单位: 没有同意公开的单位
  领域: [住房]
  照片: a.svg
  同意公开: [姓名, 职称]
li-yi: {姓名: 李乙, 领域: [住房], 同意公开: [职称]}
"""
BRIEFING = """\
标题: 发布会
状态: 已审定
发布时间: 2026-03-12 09:40
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
发布形式: 新闻发布会
开始时间: 2026-03-20 11:00
发布人:
  - {姓名: 陈甲, 身份: 专家, 专家: chen-jia}
  - {姓名: 某某, 身份: 专家, 专家: li-yi}
"""


def test_an_expert_is_shown_as_far_as_the_expert_agreed(tmp_path: Path) -> None:
    files = {
        "registers/experts.yml": EXPERT,
        "briefings/2026/20260312-a.yml": BRIEFING,
        "media/a.svg": "<svg/>",
    }
    shown = projection(tmp_path, files)
    assert shown.experts == {
        "chen-jia": {"name": "陈甲", "title": "高级工程师", "fields": ["housing"]}
    }
    values = shown.records["briefings/20260312-a"].values
    assert [speaker.get("expert") for speaker in values["speakers"]] == ["chen-jia", None]
    assert (values["state"], shown.media) == ("live", {})


POLICY = (
    "dianti:\n  标题: 电梯办法\n  发文单位: shuiwuju\n  成文日期: 2026-03-18\n  公布日期: {day}\n"
)
READING = """\
标题: 老楼可以加装电梯
状态: 已审定
发布时间: 2026-03-12 09:40
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
政策文件: dianti
解读人: 起草部门
解读形式: [图解]
"""


@pytest.mark.parametrize(
    ("day", "preview", "is_shown"),
    [("2026-03-20", False, True), ("2026-03-21", False, False), ("2026-03-21", True, True)],
)
def test_a_policy_is_shown_from_the_day_it_is_made_public(
    tmp_path: Path, day: str, preview: bool, is_shown: bool
) -> None:
    files = {
        "registers/policies.yml": POLICY.format(day=day),
        "interpretations/2026/20260312-a.yml": READING,
    }
    found = projection(tmp_path, files, preview=preview)
    values = found.records["interpretations/20260312-a"].values
    assert ("dianti" in found.policies, "policy" in values) == (is_shown, is_shown)


def test_no_private_value_is_in_either_projection(tmp_path: Path) -> None:
    private = """\
审核:
  起草人: 起草的人某某某某
  审核关:
    政治关:
      审核人: yi-mouren
复核期限: 2031-07-08 09:10
事件:
  编号: shijian-bianhao
内部:
  来件: {发现人: 值班员的名字在此}
  备注: [不能公开的一句备注]
"""
    for preview in (False, True):
        shown = projection(tmp_path, {RUMOUR: CLARIFICATION + private}, preview=preview)
        text = json.dumps(
            [json.loads(to_json(record.values)) for record in shown.records.values()],
            ensure_ascii=False,
        )
        for word in ("起草的人", "yi-mouren", "2031", "shijian", "值班员", "备注"):
            assert word not in text


def test_a_change_of_a_private_value_changes_nothing(tmp_path: Path) -> None:
    one = projection(tmp_path / "1", {RUMOUR: CLARIFICATION + "内部:\n  备注: 甲\n"})
    two = projection(tmp_path / "2", {RUMOUR: CLARIFICATION + "内部:\n  备注: 乙\n"})
    assert one.records == two.records


def test_references_to_records_that_are_not_public_are_left_out(tmp_path: Path) -> None:
    other = "clarifications/2026/20260313-other.yml"
    files = {
        RUMOUR: CLARIFICATION + "关联:\n  同一事件: [rumours/20260313-other]\n",
        other: CLARIFICATION.replace("已审定", "草稿"),
    }
    values = projection(tmp_path, files).records[ADDRESS].values
    assert "relations" not in values
    shown = projection(tmp_path, files, preview=True)
    assert shown.records["rumours/20260313-other"].incoming == (("same_event", ADDRESS),)


def with_history(*entries: tuple[str, str]) -> str:
    lines = ["变更记录:"]
    for at, kind in entries:
        lines += [
            f"  - 时间: {at}",
            f"    类型: {kind}",
            "    说明: 为什么",
            "    替代记录: topics/x",
        ]
    return CLARIFICATION + "\n".join(line for line in lines if "替代记录" not in line) + "\n"


@pytest.mark.parametrize(
    ("entries", "marks", "listed"),
    [
        ([("2026-03-13 09:00", "更新")], {"updated"}, True),
        ([("2026-03-13 09:00", "更正")], {"corrected"}, True),
        ([("2026-03-13 09:00", "撤回")], {"withdrawn"}, False),
        ([("2026-03-13 09:00", "撤回"), ("2026-03-14 09:00", "恢复")], set(), True),
        ([("2026-03-13 09:00", "归档")], {"archived"}, False),
        (
            [("2026-03-13 09:00", "撤回"), ("2026-03-14 09:00", "归档")],
            {"withdrawn", "archived"},
            False,
        ),
        ([("2026-03-21 09:00", "撤回")], set(), True),
    ],
)
def test_states_are_read_from_history_and_time(
    tmp_path: Path, entries: list[tuple[str, str]], marks: set[str], listed: bool
) -> None:
    record = projection(tmp_path, {RUMOUR: with_history(*entries)}).records[ADDRESS]
    assert record.marks == marks
    assert record.listed == listed


def test_a_withdrawn_record_keeps_title_and_reason_and_loses_its_text(tmp_path: Path) -> None:
    text = with_history(("2026-03-13 09:00", "撤回"))
    values = projection(tmp_path, {RUMOUR: text}).records[ADDRESS].values
    assert values["title"]
    assert values["history"][0]["note"] == "为什么"
    assert not values.keys() & {"facts", "claims", "evidence", "verdict"}


def test_what_was_withdrawn_replaces_nothing(tmp_path: Path) -> None:
    other = "clarifications/2026/20260313-other.yml"
    files = {
        RUMOUR: CLARIFICATION,
        other: with_history(("2026-03-14 09:00", "撤回")) + f"关联:\n  替代: [{ADDRESS}]\n",
    }
    assert projection(tmp_path / "1", files).records[ADDRESS].marks == set()
    files[other] = CLARIFICATION + f"关联:\n  替代: [{ADDRESS}]\n"
    assert projection(tmp_path / "2", files).records[ADDRESS].marks == {"superseded"}


def test_a_query_or_embedding_of_what_is_not_public_is_left_out_whole(tmp_path: Path) -> None:
    topic = CLARIFICATION[: CLARIFICATION.index("网传说法")] + (
        "事实: 文字\n责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}\n"
        "章节:\n  - {标题: 甲, 查询: {专题: caogao}}\n"
        "内容块:\n  - {类型: 引用, 记录: topics/caogao}\n  - {类型: 文字, 正文: 乙}\n"
    )
    files = {"topics/a.yml": topic, "topics/caogao.yml": topic.replace("已审定", "草稿")}
    values = projection(tmp_path, files).records["topics/a"].values
    assert values["sections"] == [{"title": "甲"}]
    assert values["blocks"] == [{"type": "text", "text": "乙"}]


def test_news_dated_after_now_is_not_shown_yet(tmp_path: Path) -> None:
    text = CLARIFICATION + (
        "最新进展:\n  - 时间: 2026-03-20 13:00\n    正文: 以后才说的事\n"
        "    内容块:\n      - 类型: 下载\n        文件: later.pdf\n"
    )
    files = {RUMOUR: text, "media/later.pdf": "%PDF"}
    early = projection(tmp_path, files)
    assert "updates" not in early.records[ADDRESS].values
    assert early.media == {}
    late = projection(tmp_path, files, NOW + timedelta(hours=1))
    assert late.records[ADDRESS].updated_at == datetime(2026, 3, 20, 13, tzinfo=ZONE)
    assert list(late.media) == ["later.pdf"]


def test_media_that_only_drafts_use_are_not_public(tmp_path: Path) -> None:
    block = "内容块:\n  - 类型: 下载\n    文件: a.pdf\n"
    files = {RUMOUR: CLARIFICATION.replace("已审定", "草稿") + block, "media/a.pdf": "%PDF"}
    assert projection(tmp_path, files).media == {}
    assert list(projection(tmp_path, files, preview=True).media) == ["a.pdf"]


def test_captions_that_only_a_sidecar_names_are_public_too(tmp_path: Path) -> None:
    files = {
        RUMOUR: CLARIFICATION + "内容块:\n  - 类型: 视频\n    文件: a.mp4\n",
        "media/a.mp4": "",
        "media/a.mp4.yml": "字幕: a.vtt\n",
        "media/a.vtt": "WEBVTT",
    }
    assert list(projection(tmp_path, files).media) == ["a.mp4", "a.vtt"]


def test_expired_records_leave_lists_and_stay(tmp_path: Path) -> None:
    record: Any = projection(
        tmp_path, {RUMOUR: CLARIFICATION + "失效时间: 2026-03-19 09:00\n"}
    ).records[ADDRESS]
    assert record.marks == {"expired"}
    assert not record.listed
