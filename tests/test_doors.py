"""Both doors and both engines: the same files, and nothing at all when a build is not good."""

import shutil
from pathlib import Path

import pytest

from tests import samples
from tests.helper import CLARIFICATION, RUMOUR
from tests.sites import build, copy_sample, digests, many, run, write_site

DOORS = {
    "huiying": ("huiying", "build", "--strict"),
    "mkdocs": ("mkdocs", "build", "--strict"),
    "properdocs": ("properdocs", "build", "--strict", "-f", "mkdocs.yml"),
}


def whole(folder: Path, full_size: bool) -> Path:
    """A site with a record of every kind; at full size, the sample site."""
    if full_size:
        return copy_sample(folder)
    samples.lay(folder)
    (folder / "content" / "pages").mkdir()
    shutil.copy(write_site(folder / "plain", {}) / "mkdocs.yml", folder)
    return folder


def test_all_doors_give_the_same_files(tmp_path: Path, full_size: bool) -> None:
    trees = {}
    for name, words in DOORS.items():
        site = whole(tmp_path / name, full_size)
        done = run(site, *words)
        assert done.returncode == 0, done.stdout + done.stderr
        trees[name] = digests(site / "site")
    assert len(trees["huiying"]) > (300 if full_size else 100)
    assert trees["mkdocs"] == trees["huiying"]
    assert trees["properdocs"] == trees["huiying"]


def test_a_build_without_starting_mkdocs_gives_the_same_files(
    tmp_path: Path, full_size: bool
) -> None:
    site = whole(tmp_path, full_size)
    first = digests(build(site, "--strict"))
    blocked = tmp_path / "blocked"
    (blocked / "mkdocs").mkdir(parents=True)
    (blocked / "mkdocs/__init__.py").write_text("raise SystemExit('MkDocs was started')")
    again = run(site, "huiying", "build", "--strict", env={"PYTHONPATH": str(blocked)})
    assert again.returncode == 0, again.stdout + again.stderr
    assert digests(site / "site") == first


WRONG = {
    "broken record": {RUMOUR: CLARIFICATION.replace("不实", "不", 1)},
    "dangling reference": {RUMOUR: CLARIFICATION.replace("shuiwuju", "nobody")},
    "broken internal link": {RUMOUR: CLARIFICATION.replace("**运行正常。**", "[见](/rumours/no/)")},
    "warning": {RUMOUR: CLARIFICATION + f"短标题: {'长' * 30}\n"},
    "warning of MkDocs": {"pages/about.md": "# 关于\n\n[没有](nothing.md)\n"},
}


@pytest.mark.sample(4)
@pytest.mark.parametrize("quiet", [False, True], ids=["loud", "quiet"])
@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("wrong", WRONG)
def test_a_strict_build_that_fails_leaves_the_site_byte_for_byte(
    tmp_path: Path, wrong: str, door: str, quiet: bool, full_size: bool
) -> None:
    if quiet and door == "huiying":
        pytest.skip("this door has no -q")
    if not full_size and door == "properdocs" and not quiet:
        pytest.skip("at full size only")
    site = write_site(tmp_path, {})
    assert run(site, *DOORS[door]).returncode == 0
    (site / "site" / ".nojekyll").write_text("")
    before = digests(site / "site")
    write_site(tmp_path, WRONG[wrong])
    done = run(site, *DOORS[door], *(["-q"] if quiet else []))
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert digests(site / "site") == before


@pytest.mark.parametrize("wrong", ["broken record", "dangling reference", "broken internal link"])
def test_an_error_stops_every_build_and_the_rest_is_still_reported(
    tmp_path: Path, wrong: str
) -> None:
    other = "clarifications/2026/20260313-other.yml"
    site = write_site(tmp_path, {**WRONG[wrong], other: "标题: ''\n"})
    done = run(site, "huiying", "build")
    assert done.returncode == 1
    assert f"content/{other}:1:5" in done.stderr
    assert not (site / "site").exists()


OTHER = "clarifications/2026/20260313-other.yml"
DRAFTS = {
    "unreadable": CLARIFICATION.replace("结论: 不实", "结论: 假的"),
    "dangling reference": CLARIFICATION.replace("shuiwuju", "nobody"),
    "warning": CLARIFICATION.replace("**运行正常。**", "[见](shuiwu.example/gonggao)"),
}


@pytest.mark.sample(3)
@pytest.mark.parametrize("door", ["huiying", "mkdocs"])
@pytest.mark.parametrize("wrong", DRAFTS)
@pytest.mark.parametrize("status", ["草稿", "审核中"])
def test_a_faulty_draft_is_told_and_holds_up_nobody_elses_answer(
    tmp_path: Path, door: str, wrong: str, status: str
) -> None:
    draft = DRAFTS[wrong].replace("状态: 已审定", f"状态: {status}")
    site = write_site(tmp_path, {OTHER: draft})
    done = run(site, *DOORS[door])
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"content/{OTHER}:" in done.stderr
    assert (site / "site/rumours/20260312-tingshui/index.html").is_file()
    assert not (site / "site/rumours/20260313-other").exists()
    assert run(site, "huiying", "check", "--strict").returncode == 1


@pytest.mark.parametrize("door", ["huiying", "mkdocs"])
@pytest.mark.parametrize(
    "status", ["状态: 草\n", "", "状态: 已审定\n"], ids=["slip", "none", "out"]
)
def test_a_faulty_record_that_is_no_clear_draft_stops_every_build(
    tmp_path: Path, door: str, status: str
) -> None:
    text = DRAFTS["unreadable"].replace("状态: 已审定\n", status)
    site = write_site(tmp_path, {OTHER: text})
    assert run(site, *DOORS[door]).returncode == 1
    assert not (site / "site").exists()


def test_what_a_draft_keeps_to_itself_stops_the_build_once_it_stands_on_a_page(
    tmp_path: Path,
) -> None:
    secret = "值班员已经电话核实水厂运行情况一切正常"
    draft = CLARIFICATION.replace("已审定", "草稿") + f"内部:\n  备注: {secret}\n"
    text = CLARIFICATION.replace("**运行正常。**", f"{secret[:9]}\n  {secret[9:]}。")
    site = write_site(tmp_path, {RUMOUR: text, OTHER: draft})
    done = run(site, "huiying", "build")
    assert done.returncode == 1
    assert "(internal-string)" in done.stderr


def test_what_programs_leave_beside_the_pages_is_not_published(tmp_path: Path) -> None:
    names = ("Thumbs.db", "desktop.ini", "~$guanyu.docx", "about.md~")
    tree = build(write_site(tmp_path, {f"pages/{name}": "x" for name in names}))
    found = {path.name for path in tree.rglob("*")}
    assert "about" in found
    assert not found & set(names)


def test_a_warning_alone_does_not_stop_a_build(tmp_path: Path) -> None:
    site = write_site(tmp_path, WRONG["warning"])
    done = run(site, "huiying", "build")
    assert done.returncode == 0
    assert "警告" in done.stderr
    assert (site / "site/index.html").is_file()


def test_check_says_the_same_as_build_and_builds_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path, WRONG["broken record"])
    done = run(site, "huiying", "check")
    assert done.returncode == 1
    assert f"content/{RUMOUR}:7:5: 错误：“结论”没有“不”这一项" in done.stdout
    assert not (site / "site").exists()
    assert run(site, "huiying", "check", "content/pages").returncode == 0
    assert run(site, "huiying", "check", "--no-such").returncode == 2


def test_a_site_below_a_path_links_within_it(tmp_path: Path) -> None:
    site = build(write_site(tmp_path, {}, url="https://hy.example/a/b/"), "--strict")
    page = (site / "rumours/20260312-tingshui/index.html").read_text(encoding="utf-8")
    assert 'href="https://hy.example/a/b/rumours/20260312-tingshui/"' in page
    assert 'href="../../assets/huiying.' in page
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert 'href="/a/b/assets/huiying.' in missing


def test_records_appear_when_their_time_has_come(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    page = "rumours/20260312-tingshui/index.html"
    early = digests(build(site, "--now", "2026-03-12T09:39:59"))
    assert page not in early
    assert page in digests(build(site, "--now", "2026-03-12T09:40:00"))
    assert page in digests(build(site, "--now", "2026-03-12T01:40:00Z"))
    (site / "content" / RUMOUR).unlink()
    without = digests(build(site, "--now", "2026-03-12T09:39:59"))
    assert without == early


def test_one_new_record_changes_a_bounded_number_of_files(tmp_path: Path) -> None:
    site = write_site(tmp_path, many(300))
    before = digests(build(site))
    write_site(
        tmp_path,
        {
            "clarifications/2024/20240305-new.yml": CLARIFICATION.replace(
                "2026-03-12 09:40", "2024-03-05 10:00"
            ).replace("2026-03-11 20:15", "2024-03-01 20:15")
        },
    )
    after = digests(build(site))
    changed = {path for path in after if after[path] != before.get(path)}
    assert "rumours/20240305-new/index.html" in changed
    # A quarter of them are the manifest, its root and a shard of each folder that was touched;
    # a quarter the API: its lists, its changes and its year.
    assert len(changed) < 50, sorted(changed)


def test_two_pages_that_want_one_address_are_a_problem_not_a_crash(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"pages/channels.md": "# 我的账号页\n\n文字。\n"})
    done = run(site, "huiying", "build")
    assert done.returncode == 1
    assert "channels/index.html" in done.stderr
    assert "Traceback" not in done.stderr


def test_file_names_that_are_not_utf8_are_no_crash(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    for folder in (b"content/media", b"content/pages", b"content/clarifications"):
        (site / folder.decode()).mkdir(parents=True, exist_ok=True)
        name = bytes(site) + b"/" + folder + b"/" + "标题.md".encode("gbk")
        with open(name, "wb") as file:
            file.write(b"# a\n")
    for words in (("check",), ("build",)):
        done = run(site, "huiying", *words)
        assert "Traceback" not in done.stderr, done.stderr


def test_old_addresses_that_clash_with_folders_are_refused_not_a_crash(tmp_path: Path) -> None:
    for address in ("/channels/index.html/x", "/about/index.html/b", f"/{'x' * 300}.html"):
        site = write_site(tmp_path, {RUMOUR: CLARIFICATION + f"旧网址: ['{address}']\n"})
        done = run(site, "huiying", "build")
        assert "Traceback" not in done.stderr, address


def test_strict_in_the_configuration_counts_at_both_doors(tmp_path: Path) -> None:
    site = write_site(tmp_path, WRONG["warning"])
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("strict: true\n")
    assert run(site, "mkdocs", "build").returncode == 1
    assert run(site, "huiying", "build").returncode == 1


@pytest.mark.proof
def test_an_included_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"pages/about.md": '# 关于\n\n--8<-- "part.txt"\n'})
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("markdown_extensions: [pymdownx.snippets]\n")
    for word in ("第一版", "第二版"):
        (site / "part.txt").write_text(word, encoding="utf-8")
        tree = build(site)
        assert word in (tree / "about/index.html").read_text(encoding="utf-8")


def test_a_site_without_an_address_is_told_once(tmp_path: Path) -> None:
    site = write_site(tmp_path, {}, url="")
    done = run(site, "huiying", "check")
    assert done.returncode == 1
    assert done.stdout.count("错误：") == 1
    assert "mkdocs.yml:1:1" in done.stdout


def test_wrong_use_is_told_in_one_line(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    assert run(site, "huiying", "check", "/etc").returncode == 2
    wrong = run(site, "huiying", "check", env={"SOURCE_DATE_EPOCH": "abc"})
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr


def test_a_broken_link_is_placed_where_it_was_written(tmp_path: Path) -> None:
    text = CLARIFICATION.replace("**运行正常。**", "[见](/rumours/no/)")
    site = write_site(tmp_path, {RUMOUR: text, "pages/about.md": "# 关于\n\n[无](/nothing/)\n"})
    done = run(site, "huiying", "build")
    line = text[: text.index("事实")].count("\n") + 1
    assert f"content/{RUMOUR}:{line}:" in done.stderr
    assert "/rumours/no/" in done.stderr
    assert "content/pages/about.md:1:1" in done.stderr


def test_a_secret_written_later_is_looked_for_in_pages_that_were_kept(tmp_path: Path) -> None:
    secret = "值班员已经电话核实水厂运行情况一切正常"
    split = CLARIFICATION.replace("**运行正常。**", f"{secret[:9]}\n  {secret[9:]}。")
    other = "clarifications/2026/20260313-other.yml"
    site = write_site(tmp_path, {RUMOUR: split, other: CLARIFICATION})
    build(site)
    write_site(tmp_path, {other: CLARIFICATION + f"内部:\n  备注: {secret}\n"})
    warm = run(site, "huiying", "build")
    shutil.rmtree(site / ".huiying")
    cold = run(site, "huiying", "build")
    assert warm.returncode == cold.returncode
    assert warm.stderr == cold.stderr
