"""`huiying next`: what comes by itself, and the next instant at which a build is needed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from huiying.commands import main
from tests import sites
from tests.helper import CLARIFICATION
from tests.rules.helper import merge

WAITING = "clarifications/2026/20260318-shuiwei.yml"
FILES = {
    WAITING: merge(CLARIFICATION, "标题: 自来水没有异味\n发布时间: 2026-03-21 09:00\n"),
    "clarifications/2026/20260319-caogao.yml": merge(
        CLARIFICATION, "标题: 还在写\n状态: 草稿\n发布时间: 2026-03-22 09:00\n"
    ),
    "clarifications/2026/20260312-tingshui.yml": merge(CLARIFICATION, "失效时间: 2026-03-25 18:00"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return sites.write_site(tmp_path, FILES)


def next_(site: Path, *more: str) -> Result:
    now = ("--now", "2026-03-20T12:00")
    return CliRunner().invoke(main, ["next", "-f", str(site / "mkdocs.yml"), *now, *more])


def test_what_comes_by_itself_is_one_line_each_and_a_draft_is_not_in_it(site: Path) -> None:
    done = next_(site)
    assert [line.split("\t")[:3] for line in done.stdout.splitlines()] == [
        ["2026-03-21 09:00", "公开", "rumours/20260318-shuiwei"],
        ["2026-03-25 18:00", "过期，不再列出", "rumours/20260312-tingshui"],
    ]
    assert done.stderr == "共 2 项。下一次构建不要晚于 2026-03-21T09:00:00+08:00。\n"


def test_days_leave_out_what_has_time(site: Path) -> None:
    assert next_(site, "--days", "1").stdout.count("\n") == 1


def test_nothing_to_come_is_said(site: Path) -> None:
    assert next_(site, "--days", "0").stderr == "没有到时间会自己变的内容。\n"


def test_a_record_whose_reviews_are_open_stays_out_and_asks_for_no_build(site: Path) -> None:
    facts = site / "content" / "site.yml"
    text = facts.read_text(encoding="utf-8")
    assert "审核关: 不启用" in text
    facts.write_text(text.replace("审核关: 不启用", "审核关: 启用"), encoding="utf-8")
    done = next_(site)
    assert [line.split("\t")[1] for line in done.stdout.splitlines()] == [
        "时间到了也不公开：审核没有全部通过"
    ]
    assert done.stderr == "没有到时间会自己变的内容。\n"
