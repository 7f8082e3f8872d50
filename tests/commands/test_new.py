"""`huiying new` from the outside: what it writes, asks, prints and returns."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from huiying import content
from huiying.cache import Cache
from huiying.commands import asking, fmt, new
from huiying.problem import Level
from huiying.records import KINDS, REGISTERS
from huiying.rules import check
from tests.helper import ORGANISATIONS, RUMOUR, SITE, settings
from tests.sites import write_site

NOW = "2026-03-20T12:00"
TRUTH = "东环路燃气没有泄漏"
GIST = "donghuan-luranqi"
FILE = f"content/clarifications/2026/20260320-{GIST}.yml"
LIKE = "全市正常供水，没有停水三天"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one clarification and two bodies."""
    monkeypatch.chdir(tmp_path)
    write_site(tmp_path, {}, url="https://hy.example/hygq/")
    return tmp_path


def run(*arguments: str, input: str | None = None) -> Result:
    return CliRunner().invoke(new.command, [*arguments, "--now", NOW], input=input)


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run it on a terminal, with one answer a line."""
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    return lambda *words, answers="": run(*words, input=answers)


def files(site: Path) -> dict[str, bytes]:
    found = (path for path in (site / "content").rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def said(site: Path, file: str) -> list[tuple[str, str]]:
    """Level and rule of each problem of a file."""
    found = content.read(site, site / "content", "test", Cache(None))
    problems = [*found.problems]
    problems += check(found.library, settings(found), site / "content", "content")
    return [(each.level.value, each.key) for each in problems if each.mark.file == file]


# -- without a terminal ----------------------------------------------------------------------------


def test_a_draft_lies_where_it_belongs_and_the_next_steps_are_told(site: Path) -> None:
    result = run("辟谣", "--title", TRUTH, "--body", "市水务局", "--set", "结论=不实")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == f"写好了：{FILE}"
    assert f"http://127.0.0.1:8000/hygq/rumours/20260320-{GIST}/" in result.stdout
    lines = (site / FILE).read_text(encoding="utf-8").splitlines()
    for line in (f"标题: {TRUTH}", "状态: 草稿", "  第一责任单位: shuiwuju", "结论: 不实", "事实:"):
        assert line in lines


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_of_a_new_draft_check_only_reminds_and_fmt_changes_nothing(
    site: Path, kind: object
) -> None:
    assert run(kind.name, "--title", TRUTH).exit_code == 0  # type: ignore[attr-defined]
    [file] = files(site).keys() - {f"content/{name}" for name in (RUMOUR, *BESIDE)}
    assert {level for level, _ in said(site, file)} <= {Level.NOTE.value}
    assert CliRunner().invoke(fmt.command, ["--check", file]).exit_code == 0


BESIDE = ("site.yml", "registers/organisations.yml", "pages/about.md")


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_an_entry_goes_below_those_that_are_there(site: Path, register: object) -> None:
    path = site / "content" / register.file  # type: ignore[attr-defined]
    before = path.read_bytes() if path.exists() else b""
    found = run(register.name, *ENTRIES.get(register.name, ()))  # type: ignore[attr-defined]
    assert (found.exit_code, found.stderr) == (0, "")
    after = path.read_bytes()
    assert after.startswith(before)
    assert len(after) > len(before)
    problems = said(site, path.relative_to(site).as_posix())
    assert {key for level, key in problems if level == "error"} <= {"required", "reference.signer"}
    assert CliRunner().invoke(fmt.command, ["--check", str(path)]).exit_code == 0


ENTRIES = {
    "organisation": ("--title", "示例市教育局"),
    "channel": ("--title", "示例水务", "--set", "渠道=微信", "--set", "单位=市水务局"),
    "expert": ("--title", "陈甲", "--set", "领域=城市建设、生态环境"),
    "policy": ("--title", "供水办法", "--set", "发文单位=shuiwuju", "--set", "成文日期=2026-3-2"),
    "signer": ("--title", "文字岗", "--set", "单位=shuiwuju", "--set", "审核关=文字关"),
    "exemption": (
        "--set", "规则=length", "--set", "记录=rumours/20260312-tingshui", "--set", "理由=全称",
        "--set", "批准单位=shuiwuju", "--set", "批准日期=2026-03-12",
    ),
    "intake": ("--title", "停水", "--set", "来源=热线", "--set", "发现时间=2026年3月20日8时"),
    "handover": (
        "--set", "移交对象=公安机关", "--set", "移交时间=2026-03-20 09:00",
        "--set", "移交单位=市水务局",
    ),
}  # fmt: skip


def test_comments_of_a_register_stay_byte_for_byte(site: Path) -> None:
    path = site / "content/registers/organisations.yml"
    kept = f"# 各单位\n{ORGANISATIONS}  # 停用的写撤销日期"
    path.write_text(kept, encoding="utf-8")
    assert run("organisations", "--title", "示例市教育局").exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"{kept}\njiaoyuju:\n")
    assert "\n  名称: 示例市教育局\n" in text


@pytest.mark.parametrize("word", ["辟谣", "clarification", "clarifications", "rumours", "Rumour"])
def test_a_kind_goes_by_every_name_it_has(site: Path, word: str) -> None:
    assert run(word, "--title", TRUTH).exit_code == 0
    assert (site / FILE).exists()


def test_the_keys_are_those_of_the_site_or_of_the_option(site: Path) -> None:
    (site / "content/site.yml").write_text(f"{SITE}键语言: 英文\n", encoding="utf-8")
    arguments = ("辟谣", "--title", TRUTH, "--set", "结论=不实", "--body", "shuiwuju")
    assert run(*arguments).exit_code == 0
    english = (site / FILE).read_text(encoding="utf-8")
    assert f"title: {TRUTH}\n" in english
    assert "verdict: false-claim\n" in english
    assert "  basis: competent\n" in english
    assert run(*arguments, "--keys", "zh", "--id", "20260320-a").exit_code == 0
    assert "结论: 不实\n" in (site / "content/clarifications/2026/20260320-a.yml").read_text(
        "utf-8"
    )


def test_what_is_set_is_written_in_its_canonical_spelling(site: Path) -> None:
    words = (
        "发布时间=２０２６年３月２日 9时",
        "verdict=false-claim",
        "网传说法=停水了",
        "主题=教育、交通",
    )
    pairs = [part for word in words for part in ("--set", word)]
    assert run("辟谣", "--title", TRUTH, *pairs).exit_code == 0
    lines = (site / FILE).read_text(encoding="utf-8").splitlines()
    for line in (
        "发布时间: 2026-03-02 09:00",
        "结论: 不实",
        "  - 原话: 停水了",
        "主题: [教育, 交通]",
    ):
        assert line in lines


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("辟摇",), "没有“辟摇”这一类。您是否想写“辟谣”？"),
        (("天气",), "没有“天气”这一类。可以写：专题、辟谣、"),
        (("辟谣",), "缺少“标题”。"),
        (("辟谣", "--title", TRUTH, "--set", "结论"), "“结论”里没有等号。"),
        (("辟谣", "--title", TRUTH, "--set", "结果词=x"), "“辟谣”没有“结果词”这个键"),
        (("辟谣", "--title", TRUTH, "--set", "审核=x"), "“辟谣”没有“审核”这个键"),
        (("辟谣", "--title", TRUTH, "--set", "结论=不属实"), "您是否想写“不实”？"),
        (("辟谣", "--title", TRUTH, "--set", "发布时间=昨天"), "“发布时间”的时间“昨天”看不懂。"),
        (("辟谣", "--title", TRUTH, "--set", f"结论={'1' * 5000}"), "“结论”超过 1000 个字"),
        (("辟谣", "--title", "停水\u200b三天"), "看不见的字符（U+200B）"),
        (("辟谣", "--title", "停\udcff水"), "UTF-8"),
        (("辟谣", "--title", ""), "“标题”写了引号，里面却是空的。"),
        (("辟谣", "--title", TRUTH, "--body", "气象局"), "没有编号或名称是“气象局”的机构。"),
        (("辟谣", "--title", TRUTH, "--body", "水务局"), "您是否想写“市水务局”？"),
        (("辟谣", "--title", TRUTH, "--body", "1"), "没有编号或名称是“1”的机构。"),
        (("专家", "--title", "陈甲", "--fast"), "“专家”没有急件的写法。"),
    ],
)
def test_wrong_use_is_told_in_a_sentence_and_writes_nothing(
    site: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    before = files(site)
    result = run(*arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert files(site) == before


# -- ids -------------------------------------------------------------------------------------------


def test_a_taken_id_names_who_has_it_and_another(site: Path) -> None:
    before = files(site)
    result = run("辟谣", "--title", TRUTH, "--id", "20260312-tingshui")
    assert result.exit_code == 1
    assert result.stderr == (
        f"编号“20260312-tingshui”已经有了，在 content/{RUMOUR}:1:1。"
        f"请换一个，如 20260320-{GIST}。\n"
    )
    assert files(site) == before
    taken = run("机构", "--title", "x", "--id", "wangxinban")
    assert (taken.exit_code, "organisations.yml:4:" in taken.stderr) == (1, True)


def test_an_id_is_taken_by_what_cannot_be_read_too(site: Path) -> None:
    broken = site / "content/clarifications/2026/20260320-a.yml"
    broken.write_text("标题词: x\n", encoding="utf-8")
    assert run("辟谣", "--title", TRUTH, "--id", "20260320-a").exit_code == 1
    assert broken.read_text(encoding="utf-8") == "标题词: x\n"


def test_the_proposed_id_is_never_taken(site: Path) -> None:
    for _ in range(3):
        assert run("辟谣", "--title", TRUTH).exit_code == 0
    names = sorted(path.stem for path in (site / FILE).parent.iterdir())
    assert names[1:] == [f"20260320-{GIST}", f"20260320-{GIST}-2", f"20260320-{GIST}-xielou"]


@pytest.mark.parametrize("id", ["tingshui", "20260230-a", "20260320-停水", "20260320-A"])
def test_an_id_that_can_be_none_is_refused(site: Path, id: str) -> None:
    before = files(site)
    assert run("辟谣", "--title", TRUTH, "--id", id).exit_code == 1
    assert files(site) == before


# -- the fast lane ---------------------------------------------------------------------------------


def test_the_fast_lane_writes_the_minimum_and_says_what_is_owed(site: Path) -> None:
    result = run(
        "辟谣", "--fast", "--title", TRUTH, "--body", "市网信办", "--set", "网传说法=泄漏了"
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert "最迟 2026-03-21 12:00 补上" in result.stdout
    assert (site / FILE).read_text(encoding="utf-8") == (
        f"标题: {TRUTH}\n状态: 草稿\n发布时间: 2026-03-20 12:00\n"
        "责任单位:\n  第一责任单位: wangxinban\n  责任依据: 谁主管谁负责\n"
        "网传说法:\n  - 原话: 泄漏了\n结论: 正在核实\n事实:\n下次更新: 2026-03-21 12:00\n"
    )


def test_where_gates_are_asked_for_nobody_promises_that_it_is_public_now(site: Path) -> None:
    record = site / "content/site.yml"
    text = record.read_text(encoding="utf-8").replace("不启用", "启用")
    record.write_text(text, encoding="utf-8")
    done = run("辟谣", "--fast", "--title", TRUTH, "--body", "市网信办", "--set", "网传说法=泄漏了")
    assert "五关都签过（huiying sign），到时间就公开。" in done.stdout
    assert "发布时间:\n" in (site / FILE).read_text(encoding="utf-8")


def test_two_words_more_and_it_can_be_published_with_its_debts_listed(site: Path) -> None:
    run(
        "辟谣",
        "--fast",
        "--title",
        TRUTH,
        "--body",
        "市网信办",
        "--set",
        "网传说法=燃气泄漏了，快跑",
    )
    path = site / FILE
    text = path.read_text(encoding="utf-8")
    text = text.replace("事实:", "事实: 正在核实。").replace("状态: 草稿", "状态: 已审定")
    path.write_text(text, encoding="utf-8")
    assert said(site, FILE) == [("note", "debt.evidence")]


def test_the_fast_lane_serves_other_kinds_too(site: Path) -> None:
    assert run("回应", "--fast", "--title", "关于停水的回应").exit_code == 2
    assert run("舆情回应", "--fast", "--title", "东环路燃气泄漏").exit_code == 0
    [path] = (site / "content/responses").rglob("*.yml")
    assert path.read_text(encoding="utf-8").splitlines()[:3] == [
        "标题: 东环路燃气泄漏",
        "状态: 草稿",
        "发布时间: 2026-03-20 12:00",
    ]


# -- what is answered already ----------------------------------------------------------------------


def test_without_a_terminal_what_is_like_it_is_shown_and_it_goes_on(site: Path) -> None:
    result = run("辟谣", "--title", LIKE)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "很像的说法已经回应过，请先看看：",
        f"  3月12日起全市正常供水，没有停水三天的安排（2026-03-12）content/{RUMOUR}",
    ]
    assert len(files(site)) == 5


def test_on_a_terminal_it_is_asked_first(site: Path, talk: Callable[..., Result]) -> None:
    before = files(site)
    result = talk("辟谣", "--title", LIKE, answers="\n\n\n\n")
    assert (result.exit_code, files(site)) == (0, before)
    assert "没有新写。" in result.stdout
    assert talk("辟谣", "--title", LIKE, answers="\n\n\ny\n\n").exit_code == 0
    assert len(files(site)) == len(before) + 1


# -- on a terminal ---------------------------------------------------------------------------------


def test_three_questions_make_a_draft(site: Path, talk: Callable[..., Result]) -> None:
    answers = f"{TRUTH}\n东环路燃气漏了，快跑\n1\n市网信办\n\n"
    result = talk("辟谣", answers=answers)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = (site / FILE).read_text(encoding="utf-8").splitlines()
    for line in (f"标题: {TRUTH}", "  - 原话: 东环路燃气漏了，快跑", "结论: 不实"):
        assert line in lines
    assert "  第一责任单位: wangxinban" in lines
    assert "   1 不实" in result.stdout
    assert "   2 wangxinban 市网信办" in result.stdout


def test_a_part_of_a_name_is_answered_with_the_whole(
    site: Path, talk: Callable[..., Result]
) -> None:
    result = talk("辟谣", answers=f"{TRUTH}\n\n\n水务局\n市水务局\n\n")
    assert result.exit_code == 0
    assert "没有“水务局”这一项。您是否想写“市水务局”？请重填。" in result.stdout


def test_an_entry_whose_name_is_there_is_told_and_not_written_unless_it_is_meant(
    site: Path, talk: Callable[..., Result]
) -> None:
    before = files(site)
    result = talk("机构", answers="示例市水务局\n\n")
    said = "登记册里已经有“示例市水务局”，编号是 shuiwuju，在 content/registers/organisations.yml:"
    assert said in result.stderr
    assert "已取消，什么也没有写。" in result.stdout
    assert files(site) == before
    assert talk("机构", answers="示例市水务局\ny\n\n").exit_code == 0
    assert "shuiwuju-2:" in (site / "content/registers/organisations.yml").read_text("utf-8")


def test_all_but_the_title_can_be_left_for_later(site: Path, talk: Callable[..., Result]) -> None:
    result = talk("辟谣", answers=f"\n{TRUTH}\n\n\n\n\n")
    assert result.exit_code == 0
    assert "这一项不能空着。" in result.stdout
    assert {level for level, _ in said(site, FILE)} == {"note"}


def test_a_wrong_answer_is_asked_again_with_what_is_wrong(
    site: Path, talk: Callable[..., Result]
) -> None:
    answers = f"{TRUTH}\n\n不属实\n不实\n气象局\n1\n20260312-tingshui\n停水\n20260320-ranqi\n"
    result = talk("辟谣", answers=answers)
    assert result.exit_code == 0
    for words in ("您是否想写“不实”？", "没有“气象局”这一项", "已经有了", "“停水”不能作编号"):
        assert words in result.stdout
    assert (site / "content/clarifications/2026/20260320-ranqi.yml").exists()


def test_an_entry_is_asked_for_all_it_needs(site: Path, talk: Callable[..., Result]) -> None:
    result = talk("官方账号", answers="微信\n示例水务\n1\n\n")
    assert (result.exit_code, result.stderr) == (0, "")
    text = (site / "content/registers/channels.yml").read_text(encoding="utf-8")
    assert text.startswith("shilishuiwu:\n")
    assert "\n  渠道: 微信\n" in text
    assert "\n  单位: shuiwuju\n" in text


@pytest.mark.parametrize("answers", ["", f"{TRUTH}\n", f"{TRUTH}\n\n1\n1\n"])
def test_stopping_anywhere_leaves_nothing(
    site: Path, talk: Callable[..., Result], answers: str
) -> None:
    before = files(site)
    result = talk("辟谣", answers=answers)
    assert result.exit_code == 1
    assert "已取消，什么也没有写。" in result.stderr
    assert files(site) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of POSIX")
def test_a_real_terminal_is_talked_to(site: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "huiying", "new", "辟谣", "--now", NOW]
    process = subprocess.Popen(command, cwd=site, stdin=theirs, stdout=subprocess.PIPE)
    os.write(ours, f"{TRUTH}\n漏了\n1\n1\n\n".encode())
    shown, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0
    assert "网传说法：" in shown.decode()
    assert (site / FILE).exists()


# -- spreadsheets ----------------------------------------------------------------------------------


def test_a_spreadsheet_lies_in_the_current_folder_and_is_never_written_over(site: Path) -> None:
    result = run("辟谣", "--xlsx")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "huiying import clarification.xlsx" in result.stdout
    path = site / "clarification.xlsx"
    assert load_workbook(path).sheetnames[0] == "辟谣"
    before = path.read_bytes()
    again = run("辟谣", "--xlsx")
    assert (again.exit_code, path.read_bytes()) == (1, before)
    assert again.stderr == "clarification.xlsx 已经有了，没有改动。请先移走或改名。\n"
