"""What `check` says of how the records stand: gates, and at an instant how many are public."""

import json
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
