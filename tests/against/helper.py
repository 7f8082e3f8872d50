"""What the rules say of a record that was public and has changed since."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from tests.publishing import Records, clarification, compared, moment, previous

PLACE = "rumours/20260312-tingshui"
RELEASED = moment("2026-03-20 12:00")
NOW = moment("2026-03-20 13:00")


def records() -> Records:
    """One record, published and brought up to date."""
    said = [
        {"时间": "2026-03-12 09:40", "类型": "首发", "说明": "首次发布本条说明"},
        {"时间": "2026-03-13 10:00", "类型": "更新", "说明": "补充了水质数据"},
    ]
    updates = [{"时间": "2026-03-13 10:00", "正文": "当日水质合格。"}]
    old = ["/old/20260312.html"]
    more = {"变更记录": said, "最新进展": updates, "旧网址": old}
    return {PLACE: clarification("全市正常供水", "2026-03-12 09:40", **more)}


def said(folder: Path, change: Callable[[Records], None]) -> list[tuple[str, int, str]]:
    """File, line and key of each problem after the change; notes of version control aside."""
    before = previous(folder / "before", records(), RELEASED)
    after = deepcopy(records())
    change(after)
    found = compared(folder / "after", after, NOW, before)
    return [
        (each.mark.file.rpartition("/")[2], each.mark.line, each.key)
        for each in found
        if each.key not in ("back-dated.unknown", "back-dated.uncommitted")
    ]
