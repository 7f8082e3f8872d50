"""`huiying due`: what is due, as lines and as a calendar."""

from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result

from huiying.commands import main
from tests import sites
from tests.helper import CLARIFICATION
from tests.rules.helper import merge

DRAFT = "clarifications/2026/20260318-shuiwei.yml"
FILES = {
    DRAFT: merge(
        CLARIFICATION,
        "标题: 自来水没有异味\n状态: 草稿\n发布时间:\n时限:\n"
        "  起算时间: 2026-03-18 08:00\n  起算依据: 接报\n",
    ),
    "clarifications/2026/20260312-tingshui.yml": merge(CLARIFICATION, "下次更新: 2026-03-25 18:00"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return sites.write_site(tmp_path, FILES)


def due(site: Path, *more: str) -> Result:
    now = ("--now", "2026-03-20T12:00")
    return CliRunner().invoke(main, ["due", "-f", str(site / "mkdocs.yml"), *now, *more])


def test_a_duty_is_one_line_and_the_overdue_come_first(site: Path) -> None:
    done = due(site)
    assert done.stdout.splitlines() == [
        "逾期 4 小时\t2026-03-20 08:00\t作出回应\trumours/20260318-shuiwei\t自来水没有异味",
        "还剩 5 天\t2026-03-25 18:00\t兑现下次更新\trumours/20260312-tingshui\t"
        "3月12日起全市正常供水，没有停水三天的安排",
    ]
    assert done.stderr == "共 2 项：逾期 1 项，未到期 1 项，无法判定 0 项。\n"
    assert done.exit_code == 0


def test_days_leave_out_what_has_time(site: Path) -> None:
    assert due(site, "--days", "5").stdout.count("\n") == 1
    assert due(site, "--days", "6").stdout.count("\n") == 2


def test_in_english(site: Path) -> None:
    done = due(site, "--lang", "en")
    assert done.stdout.startswith("4 h overdue\t2026-03-20 08:00\trespond\t")
    assert done.stderr == "2 in all: 1 overdue, 1 not due yet, 0 cannot be judged.\n"


def test_nothing_due_is_said(site: Path) -> None:
    (site / "content" / DRAFT).unlink()
    assert due(site, "--days", "0").stderr == "没有要在时限内做的事。\n"


def test_without_a_duty_the_calendar_shows_nothing_and_has_a_component_as_it_must(
    site: Path,
) -> None:
    (site / "content" / DRAFT).unlink()
    assert due(site, "--days", "0", "--ics", str(site / "a.ics")).exit_code == 0
    found = icalendar.Calendar.from_ical((site / "a.ics").read_bytes())
    assert [each.name for each in found.walk()] == ["VCALENDAR", "VTIMEZONE", "STANDARD"]
    again = due(site, "--ics", str(site / "a.ics"))
    assert again.exit_code == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mkdocs.yml", "mkdocs.yml 已经有了，是别的文件，不会覆盖。请换一个文件名。\n"),
        ("meiyou/a.ics", "meiyou/a.ics 所在的文件夹不存在。请先建好它，或换一个地方。\n"),
    ],
)
def test_a_calendar_is_written_over_nothing_else(site: Path, name: str, said: str) -> None:
    before = (site / "mkdocs.yml").read_bytes()
    done = due(site, "--ics", str(site / name))
    assert (done.exit_code, done.stderr.endswith(said)) == (2, True)
    assert (site / "mkdocs.yml").read_bytes() == before


def test_the_calendar_is_read_by_a_reader_of_others_and_keeps_its_ids(site: Path) -> None:
    assert due(site, "--ics", str(site / "due.ics")).exit_code == 0
    data = (site / "due.ics").read_bytes()
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert [(str(each["UID"]), str(each["SUMMARY"])) for each in events] == [
        ("rumours/20260318-shuiwei/response@hy.example", "作出回应：自来水没有异味"),
        (
            "rumours/20260312-tingshui/update@hy.example",
            "兑现下次更新：3月12日起全市正常供水，没有停水三天的安排",
        ),
    ]
    done = due(site, "--ics", "-")
    assert done.stdout_bytes == data
