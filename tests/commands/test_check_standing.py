"""What `check` says of how the records stand: gates, and at an instant how many are public."""

import json
import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from huiying.commands import main
from tests.helper import CLARIFICATION, RUMOUR, SITE
from tests.sites import write_site

COMING = CLARIFICATION.replace("2026-03-12 09:40", "2026-12-01 09:00")
FILES = {
    RUMOUR: CLARIFICATION,
    "clarifications/2026/20261201-a.yml": COMING,
    "clarifications/2026/20261201-b.yml": CLARIFICATION.replace("已审定", "审核中"),
    "clarifications/2026/20261201-c.yml": CLARIFICATION.replace("已审定", "草稿"),
    "clarifications/2026/20261201-d.yml": f"{CLARIFICATION}公开方式: 依申请公开\n",
}
BEFORE, AFTER = "2026-11-30T09:00:00+08:00", "2026-12-01T09:00:00+08:00"


def check(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(folder / "mkdocs.yml"), *options])


def test_the_last_line_says_whether_gates_are_asked_for(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    assert check(tmp_path).stdout.splitlines()[-1] == "审核关：不启用，签没签都公开。"
    write_site(tmp_path, {"site.yml": SITE.replace("不启用", "启用")})
    assert check(tmp_path).stdout.splitlines()[-1] == "审核关：启用。"


def test_of_a_site_record_that_cannot_be_read_it_says_nothing(tmp_path: Path) -> None:
    write_site(tmp_path, {"site.yml": SITE.replace("审核关: 不启用", "审核关: 启用\n标题: [")})
    last = check(tmp_path, "--now", AFTER).stdout.splitlines()[-1]
    assert last == "审核关：无法判定，site.yml 读不出来。请先改好它。"


def test_a_folder_of_pages_that_is_not_there_is_told_also_when_the_settings_are_known(
    tmp_path: Path,
) -> None:
    write_site(tmp_path, {})
    assert check(tmp_path).exit_code == 0
    shutil.rmtree(tmp_path / "content/pages")
    done = check(tmp_path)
    assert (done.exit_code, done.stderr.splitlines()[0].partition("mkdocs.yml")[2]) == (
        1,
        ":1:1: 错误：没有手写页面的文件夹 content/pages。请建好它，或改正 docs_dir。(config)",
    )


def test_at_an_instant_it_counts_what_is_public_and_what_waits(tmp_path: Path) -> None:
    write_site(tmp_path, FILES)
    rest = "没有签完 0 条，草稿和审核中 2 条，不主动公开 1 条。"
    before = check(tmp_path, "--now", BEFORE).stdout.splitlines()[-1]
    assert before == f"2026-11-30 09:00 时：公开 1 条，等待发布 1 条，{rest}"
    after = check(tmp_path, "--now", AFTER).stdout.splitlines()[-1]
    assert after == f"2026-12-01 09:00 时：公开 2 条，等待发布 0 条，{rest}"


def test_what_is_not_signed_is_counted_apart(tmp_path: Path) -> None:
    write_site(tmp_path, {**FILES, "site.yml": SITE.replace("不启用", "启用")})
    last = check(tmp_path, "--now", AFTER, "--lang", "en").stdout.splitlines()[-1]
    assert last == (
        "At 2026-12-01 09:00: 0 public, 0 waiting for their time, 2 not signed, "
        "2 drafts or in review, 1 not for the public."
    )


def test_one_file_and_other_formats_have_no_such_lines(tmp_path: Path) -> None:
    write_site(tmp_path, FILES)
    one = check(tmp_path, "--now", AFTER, str(tmp_path / "content" / RUMOUR))
    assert "审核关：" not in one.stdout
    data = json.loads(check(tmp_path, "--now", AFTER, "--format", "json").stdout)
    assert "problems" in data
