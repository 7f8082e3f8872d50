"""What a build says at its end, at both doors."""

import re
from pathlib import Path

import pytest

from tests.helper import CLARIFICATION, RUMOUR, SITE
from tests.sites import run, write_site

OTHER = "clarifications/2026/20260313-other.yml"
LATER = CLARIFICATION.replace("2026-03-12 09:40", "2027-01-01 09:00")
SOONER = CLARIFICATION.replace("2026-03-12 09:40", "2026-12-31 18:30")

FREE = "本站没有启用审核关，不查签了没有。"


def said(folder: Path, *options: str) -> str:
    """The last line of `huiying build`."""
    done = run(folder, "huiying", "build", *options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pages(folder: Path) -> int:
    """How many pages lie in the site's folder, counted by hand."""
    found = (path.relative_to(folder / "site") for path in (folder / "site").rglob("*.html"))
    return sum(path.parts[0] != "admin" for path in found)


def test_a_build_says_where_the_site_is_and_how_much_of_it_is_new(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    first = said(site)
    count = pages(site)
    assert first == (
        f"网站生成好了，在 site 里：公开 1 条记录，共 {count} 页，新增 {count} 页，改动 0 页。"
        f"{FREE}\n"
    )
    assert said(site) == (
        f"网站生成好了，在 site 里：公开 1 条记录，共 {count} 页，新增 0 页，改动 0 页。{FREE}\n"
    )
    write_site(tmp_path, {RUMOUR: CLARIFICATION.replace("全市正常", "全市照常")})
    assert "新增 0 页，改动 " in said(site)
    assert "改动 0 页" not in said(site, "--now", "2026-03-12T09:00")


def test_a_build_names_the_pages_that_are_no_more(tmp_path: Path) -> None:
    site = write_site(tmp_path, {OTHER: CLARIFICATION})
    said(site)
    (site / "content" / OTHER).unlink()
    assert "不再出现 1 页：/rumours/20260313-other/。" in said(site)
    assert "不再出现" not in said(site)
    files = {f"clarifications/2026/2026031{day}-a.yml": CLARIFICATION for day in range(1, 7)}
    write_site(tmp_path, files)
    said(site)
    for name in files:
        (site / "content" / name).unlink()
    line = said(site)
    assert (
        "不再出现 6 页：/rumours/20260311-a/、/rumours/20260312-a/、/rumours/20260313-a/ 等。"
        in line
    )


def test_addresses_carry_the_path_below_which_the_site_lies(tmp_path: Path) -> None:
    site = write_site(tmp_path, {OTHER: CLARIFICATION}, url="https://hy.example/a/b/")
    said(site)
    (site / "content" / OTHER).unlink()
    assert "不再出现 1 页：/a/b/rumours/20260313-other/。" in said(site)


def test_a_build_says_what_waits_for_its_time(tmp_path: Path) -> None:
    site = write_site(tmp_path, {OTHER: LATER, OTHER.replace("other", "sooner"): SOONER})
    assert said(site).endswith(f"等待发布 2 条，最近的是 2026-12-31 18:30。{FREE}\n")
    assert "等待发布" not in said(site, "--now", "2027-02-01T00:00")


def test_a_build_names_what_it_left_out_as_nobody_signed_it(tmp_path: Path) -> None:
    gated = SITE.replace("审核关: 不启用", "审核关: 启用")
    names = ("a", "b", "c")
    files = {OTHER.replace("other", name): CLARIFICATION for name in names}
    site = write_site(tmp_path, {"site.yml": gated, OTHER.replace("other", "d"): LATER})
    line = said(site)
    assert line.startswith("网站生成好了，在 site 里：公开 0 条记录，")
    assert line.endswith("没有签完、没有公开的 1 条：rumours/20260312-tingshui。\n")
    write_site(tmp_path, {"site.yml": gated, **files})
    assert "没有公开的 4 条：rumours/20260312-tingshui、rumours/20260313-a、" in said(site)
    assert said(site).endswith(" 等。\n")


def test_a_build_says_that_faulty_drafts_did_not_stop_it(tmp_path: Path) -> None:
    draft = CLARIFICATION.replace("已审定", "草稿")
    site = write_site(tmp_path, {OTHER: draft.replace("结论: 不实", "结论: 假的")})
    assert said(site).endswith("草稿里有错误，没有挡住这次发布；送审以前请改好。\n")
    write_site(tmp_path, {OTHER: draft})
    assert "草稿" not in said(site)


def test_a_preview_is_told_as_what_it_is(tmp_path: Path) -> None:
    line = said(write_site(tmp_path, {}), "--preview")
    assert re.fullmatch(r"预览生成好了，在 preview 里，共 \d+ 页。只供自己看，不能发布。\n", line)


def test_the_line_is_of_the_language_and_the_folder_that_one_is_in(tmp_path: Path) -> None:
    write_site(tmp_path / "站", {})
    write_site(tmp_path / "站", {OTHER: LATER})
    done = run(tmp_path, "huiying", "build", "-f", "站", "--lang", "en")
    assert "  " not in done.stdout
    assert done.stdout.startswith("The site is in 站/site. Public records: 1; pages: ")


def test_mkdocs_says_it_too_and_is_silent_when_told(tmp_path: Path) -> None:
    site = write_site(
        tmp_path, {RUMOUR: CLARIFICATION.replace("2026-03-12 09:40", "2026-11-20 09:40")}
    )
    assert "网站生成好了，在 site 里：公开 1 条记录，" in run(site, "mkdocs", "build").stderr
    assert run(site, "mkdocs", "build", "-q").stderr == ""


def test_a_refused_build_says_nothing_of_a_site(tmp_path: Path) -> None:
    site = write_site(tmp_path, {RUMOUR: CLARIFICATION.replace("不实", "假的")})
    assert run(site, "huiying", "build").stdout == ""


@pytest.mark.parametrize("door", ["huiying", "mkdocs"])
def test_what_a_new_site_was_given_is_told_until_it_is_replaced(tmp_path: Path, door: str) -> None:
    usual = {"site.yml": SITE.replace("0000000001", "0000000000")}
    site = write_site(tmp_path, usual, url="https://huiying.example/")
    done = run(site, door, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "mkdocs.yml:1:1: 提示：网址还是示例 https://huiying.example/。" in done.stderr
    assert "content/site.yml:1:1: 提示：网站标识码还是示例 0000000000。" in done.stderr
    write_site(tmp_path, {"site.yml": SITE})
    assert "(placeholder)" not in run(site, door, "build").stderr
