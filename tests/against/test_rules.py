"""What differs from the last release and must not; and what may."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from huiying import against, content
from huiying.cache import Cache
from huiying.settings import Settings
from tests.against.helper import NOW, PLACE, RELEASED, records, said
from tests.publishing import URL, Records, clarification, compared, previous

FILE = "20260312-tingshui.yml"
NEW = "rumours/20260320-shuizhi"


def changed(**values: Any) -> Callable[[Records], None]:
    """A change of values of the record."""
    return lambda records: records[PLACE].update(values)


def told(type: str = "更正", **more: Any) -> Callable[[Records], None]:
    """A further entry of the history."""

    def change(records: Records) -> None:
        entry = {"时间": "2026-03-20 12:30", "类型": type, "说明": "数字写错，现予更正", **more}
        records[PLACE]["变更记录"].append(entry)

    return change


def both(*changes: Callable[[Records], None]) -> Callable[[Records], None]:
    def change(records: Records) -> None:
        for each in changes:
            each(records)

    return change


def without(key: str, number: int) -> Callable[[Records], None]:
    return lambda records: records[PLACE][key].pop(number)


def entry(key: str, number: int, **values: Any) -> Callable[[Records], None]:
    return lambda records: records[PLACE][key][number].update(values)


def swapped(records: Records) -> None:
    history = records[PLACE]["变更记录"]
    history[0], history[1] = history[1], history[0]


def gone(records: Records) -> None:
    records[NEW] = records.pop(PLACE)
    records[NEW]["旧网址"] = ["/old/20260312.html"]
    records[NEW]["发布时间"] = records[NEW]["变更记录"][0]["时间"] = "2026-03-20 12:30"
    records[NEW]["变更记录"][1]["时间"] = "2026-03-20 12:40"
    records[NEW]["最新进展"][0]["时间"] = "2026-03-20 12:40"


def renamed(records: Records) -> None:
    records[NEW] = records.pop(PLACE)
    records[NEW]["旧网址"] = [f"/{PLACE}/", "/old/20260312.html"]


def new(at: str, **more: Any) -> Callable[[Records], None]:
    return lambda records: records.update({NEW: clarification("水质合格", at, **more)})


def taken_over(records: Records) -> None:
    records[PLACE].pop("旧网址")
    new("2026-03-20 12:30", 旧网址=["/old/20260312.html"])(records)


REFUSED = {
    "a title changed silently": (changed(标题="全市供水如常"), [(FILE, 2, "silent-edit")]),
    "a key came silently": (changed(措施="已加强巡查。"), [(FILE, 43, "silent-edit")]),
    "facts changed, archived only": (
        both(changed(事实="另一种说法。"), told("归档")),
        [(FILE, 17, "silent-edit")],
    ),
    "an old entry reworded": (
        entry("变更记录", 1, 说明="改了数据"),
        [(FILE, 28, "rewritten-history")],
    ),
    "withdrawn, and an entry reworded": (
        both(entry("变更记录", 1, 说明="改了数据"), told("撤回")),
        [(FILE, 28, "rewritten-history")],
    ),
    "withdrawn for privacy, and an entry of another type": (
        both(entry("变更记录", 1, 类型="说明"), told("撤回", 清除="是")),
        [(FILE, 28, "rewritten-history")],
    ),
    "a slip of the pen elsewhere": (
        both(changed(事实="另一种说法。"), told("更新", 细微="是", 字段=["措施"])),
        [(FILE, 17, "silent-edit.minor")],
    ),
    "a slip of the pen that says not where": (
        both(changed(事实="另一种说法。"), told("更新", 细微="是")),
        [(FILE, 17, "silent-edit.minor")],
    ),
    "a title as a slip of the pen": (
        both(changed(标题="全市供水如常"), told("更新", 细微="是", 字段=["标题"])),
        [(FILE, 2, "silent-edit.minor")],
    ),
    "a verdict as a slip of the pen": (
        both(changed(结论="部分不实"), told("更新", 细微="是", 字段=["结论", "verdict"])),
        [(FILE, 10, "silent-edit.minor")],
    ),
    "news of before, untold": (
        lambda records: records[PLACE]["最新进展"].insert(
            0, {"时间": "2026-03-14 10:00", "正文": "次日也合格。"}
        ),
        [(FILE, 36, "back-dated.update")],
    ),
    "an old entry gone": (without("变更记录", 1), [(FILE, 22, "rewritten-history")]),
    "entries swapped": (swapped, [(FILE, 23, "rewritten-history")]),
    "an old update reworded": (
        entry("最新进展", 0, 正文="当日水质优良。"),
        [(FILE, 35, "rewritten-history.update")],
    ),
    "back to draft": (
        changed(状态="草稿"),
        [(FILE, 3, "vanished-address"), (FILE, 40, "vanished-address.redirect")],
    ),
    "not active any more": (
        changed(公开方式="依申请公开"),
        [(FILE, 3, "vanished-address"), (FILE, 40, "vanished-address.redirect")],
    ),
    "deleted and begun anew": (
        gone,
        [(FILE, 1, "vanished-address"), ("20260320-shuizhi.yml", 40, "reused-address")],
    ),
    "another id, and a title changed silently": (
        both(changed(标题="全市供水如常"), renamed),
        [("20260320-shuizhi.yml", 2, "silent-edit")],
    ),
    "another id, and a history begun anew": (
        both(without("变更记录", 1), renamed),
        [("20260320-shuizhi.yml", 22, "rewritten-history")],
    ),
    "an old address gone": (changed(旧网址=[]), [(FILE, 40, "vanished-address.redirect")]),
    "an old address taken over": (
        taken_over,
        [("20260320-shuizhi.yml", 29, "reused-address")],
    ),
    "new and back-dated": (
        new("2026-03-20 10:59"),
        [("20260320-shuizhi.yml", 4, "back-dated")],
    ),
    "a back-dated entry": (
        told(时间="2026-03-20 10:59", 原文="甲", 新文="乙"),
        [(FILE, 34, "back-dated.entry")],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_must_not_differ_is_named_at_its_line(tmp_path: Path, name: str) -> None:
    change, expected = REFUSED[name]
    assert said(tmp_path, change) == expected


ALLOWED = {
    "nothing": changed(),
    "corrected and told": both(changed(事实="供水41.2万立方米。"), told(原文="甲", 新文="乙")),
    "a slip of the pen": both(changed(事实="全市供水正常"), told("更新", 细微="是", 字段=["事实"])),
    "updated": both(changed(措施="已加强巡查。"), told("更新")),
    "two slips of the pen": both(
        changed(事实="全市供水正常", 措施="已巡查"),
        told("更新", 细微="是", 字段=["facts"]),
        told("更正", 细微="是", 字段=["措施"], 原文="甲", 新文="乙"),
    ),
    "withdrawn": told("撤回"),
    "restored, with what it said": both(told("撤回"), told("恢复")),
    "withdrawn for privacy, its reasons taken back": both(
        entry("变更记录", 1, 说明="（已清除）"), told("撤回", 清除="是")
    ),
    "a further update above the others": lambda records: records[PLACE]["最新进展"].insert(
        0, {"时间": "2026-03-20 12:30", "正文": "水压恢复。"}
    ),
    "news of before, told": both(
        lambda records: records[PLACE]["最新进展"].append(
            {"时间": "2026-03-14 10:00", "正文": "次日也合格。"}
        ),
        told("更新"),
    ),
    "withdrawn for privacy": told("撤回", 清除="是"),
    "a further update": lambda records: records[PLACE]["最新进展"].append(
        {"时间": "2026-03-20 12:30", "正文": "水压恢复。"}
    ),
    "an update to come": lambda records: records[PLACE]["最新进展"].append(
        {"时间": "2026-03-21 12:30", "正文": "还未公开。"}
    ),
    "where it was released": changed(媒体转载=[{"渠道": "微博"}]),
    "private values": changed(内部={"研判": "内部说法"}),
    "a further old address": changed(旧网址=["/old/20260312.html", "/older/1.html"]),
    "a new id that keeps the old addresses": renamed,
    "a new record": new("2026-03-20 12:30"),
    "a new record within the tolerance": new("2026-03-20 11:00"),
    "a record under embargo": new("2026-03-21 12:30"),
    "a draft with any date": new("2026-03-01 12:30", 状态="草稿"),
    "old material": new("2019-03-01 12:30", 历史资料来源="原专栏"),
    "a link to another record": both(new("2026-03-20 12:30"), changed(关联={"同一事件": [NEW]})),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_may_differ_is_not_named(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, ALLOWED[name]) == []


def test_a_record_that_cannot_be_read_has_not_vanished(tmp_path: Path) -> None:
    before = previous(tmp_path, records(), RELEASED)
    (tmp_path / "content" / "clarifications" / "2026" / FILE).write_text("标题: [", "utf-8")
    found = content.read(tmp_path, tmp_path / "content", "test", Cache(None))
    settings = Settings(found.site, URL, NOW)
    said = against.check(found.library, settings, before, tmp_path, tmp_path / "content")
    assert list(said) == []


def test_an_address_of_one_record_is_not_given_to_another_that_is_new(tmp_path: Path) -> None:
    """A record that was renamed left its old address as a redirect: nobody else moves in."""
    moved = {NEW: {**records()[PLACE], "旧网址": [f"/{PLACE}/"]}}
    before = previous(tmp_path / "before", moved, RELEASED)
    moved[NEW]["旧网址"] = []
    moved[PLACE] = clarification("另一件事", "2026-03-20 12:30")
    found = compared(tmp_path / "after", moved, NOW, before)
    keys = [each.key for each in found if each.level.value == "error"]
    assert keys == ["reused-address"]


def test_of_two_records_that_become_one_nothing_is_compared_with_the_other(tmp_path: Path) -> None:
    two = {**records(), NEW: clarification("水质合格", "2026-03-13 09:40")}
    before = previous(tmp_path / "before", two, RELEASED)
    del two[NEW]
    two[PLACE]["旧网址"].append(f"/{NEW}/")
    found = compared(tmp_path / "after", two, NOW, before)
    assert [each.key for each in found if each.level.value == "error"] == []
