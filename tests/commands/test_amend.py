"""`huiying correct`, `withdraw` and `restore`: what they write, and what they refuse."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from huiying.commands import main
from tests import sites
from tests.helper import CLARIFICATION, RUMOUR
from tests.rules.helper import merge

OTHER = "clarifications/2026/20260313-shuizhi.yml"
ADDRESS = "rumours/20260312-tingshui"
FIRST = """\
变更记录:
  - 时间: 2026-03-12 09:40
    类型: 首发
    说明: 首次发布
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774670400")  # 2026-03-28 12:00 in the site's zone
    text = merge(CLARIFICATION, "标题: 示例市自来水水质合格\n")
    return sites.write_site(tmp_path, {OTHER: text.replace("停水三天", "水质变差")})


def run(site: Path, *words: str, code: int = 0) -> Result:
    done = CliRunner().invoke(main, [*words, "-f", str(site / "mkdocs.yml")])
    assert done.exit_code == code, done.output
    return done


def text(site: Path) -> str:
    return (site / "content" / RUMOUR).read_text(encoding="utf-8")


def test_the_wording_is_changed_and_the_history_begun(site: Path) -> None:
    before = text(site)
    assert before.count("运行正常") == 1
    words = ("--before", "运行正常", "--after", "均正常运行", "--note", "说法不准确")
    done = run(site, "correct", ADDRESS, *words, "--org", "shuiwuju", "--ref", "示水〔2026〕1号")
    assert done.stdout.startswith("已更正“事实”，并写下变更记录：")
    assert text(site) == before.replace("运行正常", "均正常运行") + FIRST + (
        "  - 时间: 2026-03-28 12:00\n"
        "    类型: 更正\n"
        "    说明: 说法不准确\n"
        "    单位: shuiwuju\n"
        "    字段: [事实]\n"
        "    原文: 运行正常\n"
        "    新文: 均正常运行\n"
        "    参见: 示水〔2026〕1号\n"
    )


def test_where_gates_are_used_a_new_text_is_to_be_signed(site: Path) -> None:
    path = site / "content" / "site.yml"
    text = path.read_text(encoding="utf-8")
    assert "审核关: 不启用" in text
    path.write_text(text.replace("审核关: 不启用", "审核关: 启用"), encoding="utf-8")
    words = ("--before", "运行正常", "--after", "均正常运行", "--note", "说法不准确")
    assert "重新签字" in run(site, "correct", ADDRESS, *words).stdout
    assert "重新签字" not in run(site, "withdraw", ADDRESS, "--note", "有误").stdout
    assert "重新签字" in run(site, "restore", ADDRESS, "--note", "核实无误").stdout


def test_what_was_changed_by_hand_is_only_noted(site: Path) -> None:
    path = site / "content" / RUMOUR
    path.write_text(text(site).replace("运行正常", "均正常运行"), encoding="utf-8")
    before = text(site)
    words = ("--before", "运行正常", "--after", "均正常运行", "--note", "错字", "--minor")
    assert "已经是新的说法" in run(site, "correct", ADDRESS, *words).stdout
    assert text(site).startswith(before)
    assert text(site).endswith("    细微: 是\n")


def test_a_withdrawal_and_a_restoration_follow_each_other(site: Path) -> None:
    other = "rumours/20260313-shuizhi"
    at = ("--at", "2026-03-27T08:00")
    run(site, "withdraw", ADDRESS, "--note", "内容含个人信息", "--alternative", other, *at)
    run(site, "restore", ADDRESS, "--note", "个人信息已经删去")
    assert text(site).endswith(
        FIRST + "  - 时间: 2026-03-27 08:00\n"
        "    类型: 撤回\n"
        "    说明: 内容含个人信息\n"
        f"    替代记录: {other}\n"
        "  - 时间: 2026-03-28 12:00\n"
        "    类型: 恢复\n"
        "    说明: 个人信息已经删去\n"
    )


def test_what_is_to_come_waits_behind_a_withdrawal_that_is_made_now(site: Path) -> None:
    path = site / "content" / RUMOUR
    later = "  - 时间: 2026-04-01 08:00  # 汛期\n    类型: 更新\n    说明: 检修结束\n"
    path.write_text(text(site) + FIRST + later, encoding="utf-8")
    before = text(site)
    run(site, "withdraw", ADDRESS, "--note", "内容有误")
    withdrawn = "  - 时间: 2026-03-28 12:00\n    类型: 撤回\n    说明: 内容有误\n"
    assert text(site) == before.replace(later, withdrawn + later)
    flow = "变更记录: [{时间: 2026-03-12 09:40, 类型: 首发, 说明: 首次发布}, "
    flow += "{时间: 2026-04-01 08:00, 类型: 更新, 说明: 检修结束}]\n"
    path.write_text(before.replace(FIRST + later, flow), encoding="utf-8")
    run(site, "withdraw", ADDRESS, "--note", "内容有误")
    assert [line.split(": ")[1] for line in text(site).splitlines() if "类型: " in line][-3:] == [
        "首发",
        "撤回",
        "更新",
    ]


def test_personal_data_that_stood_in_a_record_does_not_hold_up_its_withdrawal(site: Path) -> None:
    path = site / "content" / RUMOUR
    noted = FIRST + "  - {时间: 2026-03-20 09:00, 类型: 更新, 说明: 来电13812345678}\n"
    path.write_text(text(site).replace("运行正常", "正常，13912345678") + noted, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "-f", str(site / "mkdocs.yml")])
    assert done.output.count("(personal-data)") == 2
    assert "错误：“说明”里像是有手机号" in done.output
    run(site, "withdraw", ADDRESS, "--note", "内容含个人信息", "--privacy")
    assert CliRunner().invoke(main, ["check", "-f", str(site / "mkdocs.yml")]).exit_code == 0
    run(site, "build")
    held = [p for p in (site / "site").rglob("*") if p.is_file() and b"12345678" in p.read_bytes()]
    assert held == []
    assert "随撤回清除" in (site / "site" / ADDRESS / "index.html").read_text(encoding="utf-8")


def test_a_withdrawal_for_privacy_says_what_it_cannot_reach(site: Path) -> None:
    done = run(site, "withdraw", ADDRESS, "--note", "内容含个人信息", "--privacy")
    assert "版本库的历史" in done.stdout
    assert text(site).endswith("    类型: 撤回\n    说明: 内容含个人信息\n    清除: 是\n")


def test_an_archived_record_can_be_corrected_withdrawn_and_restored(site: Path) -> None:
    path = site / "content" / RUMOUR
    archived = FIRST + "  - {时间: 2026-03-20 09:00, 类型: 归档, 说明: 事情已经过去}\n"
    path.write_text(text(site) + archived, encoding="utf-8")
    words = ("--before", "运行正常", "--after", "均正常运行", "--note", "说法不准确")
    run(site, "correct", ADDRESS, *words)
    run(site, "restore", ADDRESS, "--note", "仍然有效")
    run(site, "restore", ADDRESS, "--note", "仍然有效", code=1)


CORRECT = ("correct", ADDRESS, "--note", "说法不准确", "--before")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*CORRECT, "没有的话", "--after", "好"), "找不到“没有的话”"),
        ((*CORRECT, "水厂", "--after", "供水厂"), "处“水厂”"),
        ((*CORRECT, "运行正常", "--after", "运行正常"), "一样"),
        ((*CORRECT, "运行正常", "--after", "正常", "--at", "2026-03-28T12:01"), "还没有到"),
        ((*CORRECT, "运行正常", "--after", "正常", "--at", "2026-03-12T09:39"), "早于上一条"),
        ((*CORRECT, "运行正常", "--after", "正常", "--org", "nobody"), "nobody"),
        ((*CORRECT, "41.2万", "--after", "42.1万", "--minor"), "不是细微的笔误"),
        ((*CORRECT, "全市正常供水", "--after", "全市供水正常", "--minor"), "改了“标题”"),
        ((*CORRECT, "运行正常", "--after", "正常，电话13812345678"), "像是有手机号"),
        ((*CORRECT, "运行正常", "--after", "正常", "--ref", "来电13812345678"), "像是有手机号"),
        (("withdraw", ADDRESS, "--note", "来信人13812345678要求删去"), "像是有手机号"),
        (
            ("withdraw", ADDRESS, "--privacy", "--note", "来信人13812345678要求删去"),
            "像是有手机号",
        ),
        (
            ("correct", ADDRESS, "--before", "运行正常", "--after", "正常", "--note", "更正"),
            "为什么",
        ),
        (
            ("correct", ADDRESS, "--before", "运行正常", "--after", "好", "--note", "编辑王某写错"),
            "出错的人",
        ),
        (
            ("correct", ADDRESS, "--before", "6座", "--after", "5座", "--note", "数字有误")
            + ("--ref", "responses/20260101-meiyou"),
            "“参见”里的 responses/20260101-meiyou 没有这条记录，没有改动。",
        ),
        (("restore", ADDRESS, "--note", "仍然有效"), "没有撤回"),
        (("withdraw", ADDRESS, "--note", "有误", "--alternative", ADDRESS), "不能作为替代"),
        (("withdraw", ADDRESS, "--note", "有误", "--alternative", "rumours/x"), "不能作为替代"),
    ],
)
def test_what_is_refused_leaves_the_file_as_it_was(
    site: Path, words: tuple[str, ...], told: str
) -> None:
    before = text(site)
    done = run(site, *words, code=1)
    assert told in done.stderr
    assert text(site) == before


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("状态: 草稿\n", "还没有公开"),
        ("发布时间: 2026-04-01 08:00\n", "还没有公开"),
        ("公开方式: 依申请公开\n", "还没有公开"),
        (FIRST + "  - {时间: 2026-03-20 09:00, 类型: 撤回, 说明: 有误}\n", "已经撤回"),
    ],
)
def test_what_is_not_public_cannot_be_corrected(site: Path, more: str, told: str) -> None:
    (site / "content" / RUMOUR).write_text(merge(CLARIFICATION, more), encoding="utf-8")
    words = ("--before", "运行正常", "--after", "正常", "--note", "说法不准确")
    assert told in run(site, "correct", ADDRESS, *words, code=1).stderr
    assert told in run(site, "withdraw", ADDRESS, "--note", "有误", code=1).stderr


@pytest.mark.parametrize(
    "said",
    [
        "rumours/20260312-tingshu",
        "clarifications/20260312-tingshui",
        "20260312-tingshui",
        "content/clarifications/2026/20260312-tingshui.yml",
    ],
)
def test_an_address_that_is_none_is_wrong_use(site: Path, said: str) -> None:
    done = run(site, "restore", said, "--note", "有误", code=2)
    assert "您是否想写 rumours/20260312-tingshui？" in done.stderr


def test_a_broken_record_is_named(site: Path) -> None:
    (site / "content" / RUMOUR).write_text("标题: [", encoding="utf-8")
    done = run(site, "restore", ADDRESS, "--note", "有误", code=1)
    assert "20260312-tingshui.yml”读不出来" in done.stderr


def test_a_file_that_would_lose_a_comment_is_left(site: Path) -> None:
    path = site / "content" / RUMOUR
    broken = "变更记录: [{时间: 2026-03-12 09:40, 类型: 首发,  # 第一条\n  说明: 首次发布}]\n"
    path.write_text(text(site) + broken, encoding="utf-8")
    before = text(site)
    assert "请把注释移到别处" in run(site, "withdraw", ADDRESS, "--note", "有误", code=1).stderr
    assert text(site) == before
