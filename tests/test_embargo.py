"""To the second: before its time a site is as if there were no such record, and at its time it is.

Wherever the machine stands, by either door, built anew or over what was there.
"""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.conftest import is_proof
from tests.helper import CLARIFICATION, RUMOUR
from tests.rules.helper import ANSWER, RESPONSE, merge
from tests.sites import build, digests, run, write_site

# Early on the 24th in the site's zone, still the 23rd in most others.
AT = datetime(2026, 11, 24, 0, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
ZONES = ("UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")
WAITING = merge(RESPONSE, "发布时间: 2026-11-23 16:30Z")
ADDRESS = "responses/20260312-shuiguan"
OPEN = merge(CLARIFICATION, "发布时间: 2026-11-20 09:40")
FIRST = "变更记录:\n  - {类型: 首发, 时间: 2026-11-20 09:40, 说明: 首次发布}\n"
AHEAD = {
    "an update": "最新进展: [{时间: 2026-11-24 00:30, 正文: 检修完成，供水恢复。}]\n",
    "an expiry": "失效时间: 2026-11-24 00:30\n",
    "a withdrawal": f"{FIRST}  - {{类型: 撤回, 时间: 2026-11-24 00:30, 说明: 引用的数据有误, "
    "单位: shuiwuju}\n",
}
WITHOUT = {"a withdrawal": FIRST}


def made(folder: Path, door: str, now: datetime, zone: str) -> dict[str, str]:
    """The files of a site built at an instant on a machine in a zone."""
    if door == "huiying":
        return digests(build(folder, "--now", now.isoformat(), env={"TZ": zone}))
    epoch = {"SOURCE_DATE_EPOCH": str(int(now.timestamp())), "TZ": zone}
    done = run(folder, "mkdocs", "build", "-q", env=epoch)
    assert done.returncode == 0, done.stderr
    return digests(folder / "site")


WALKS = [(zone, door) for zone in ZONES for door in ("huiying", "mkdocs")]
FEW = [("Pacific/Kiritimati", "mkdocs")]


@pytest.mark.parametrize(("zone", "door"), WALKS if is_proof() else FEW)
def test_a_second_before_its_time_nothing_tells_of_a_record(
    tmp_path: Path, zone: str, door: str
) -> None:
    ours = write_site(tmp_path / "ours", {RUMOUR: OPEN, ANSWER: WAITING})
    without = write_site(tmp_path / "without", {RUMOUR: OPEN})
    before = AT - timedelta(seconds=1)
    early = made(ours, door, before, zone)
    assert made(without, door, before, "Asia/Shanghai") == early
    there = made(ours, door, AT, zone)  # over what was there, with a warm cache
    assert f"{ADDRESS}/index.html" in there.keys() - early.keys()
    anew = write_site(tmp_path / "anew", {RUMOUR: OPEN, ANSWER: WAITING})
    assert made(anew, "huiying", AT, "UTC") == there


@pytest.mark.sample(2)
@pytest.mark.parametrize("what", AHEAD)
def test_what_a_record_says_of_a_time_to_come_waits_as_well(tmp_path: Path, what: str) -> None:
    ours = write_site(tmp_path / "ours", {RUMOUR: merge(OPEN, AHEAD[what])})
    plain = merge(OPEN, WITHOUT[what]) if what in WITHOUT else OPEN
    without = write_site(tmp_path / "without", {RUMOUR: plain})
    before = AT - timedelta(seconds=1)
    early = made(ours, "huiying", before, "UTC")
    assert made(without, "huiying", before, "UTC") == early
    page = "rumours/20260312-tingshui/index.html"
    assert made(ours, "huiying", AT, "UTC")[page] != early[page]
