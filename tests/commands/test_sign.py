"""`huiying sign` and `huiying confirm`: what they write, and what they refuse by name."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from huiying import content
from huiying.cache import Cache
from huiying.commands import main
from huiying.digest import content_digest, read_line
from huiying.doors import clock
from huiying.records.vocabulary import GATE
from huiying.settings import Settings
from huiying.standing import gate_of, open_confirmations, open_gates
from tests import sites
from tests.helper import CLARIFICATION, RUMOUR, SITE

ADDRESS = "rumours/20260312-tingshui"
SIGNERS = """\
zhiban: {姓名: 赵甲, 单位: wangxinban, 审核关: [政治关, 政策关, 文字关, 保密关], 开始: 2026-01-01}
fagui: {姓名: 钱乙, 单位: shuiwuju, 审核关: [法律关], 结束: 2026-03-31}
"""
WAITING = CLARIFICATION.replace("2026-03-12 09:40", "2026-04-01 09:00")
TEXT = f"# 一句注释\n{WAITING}  涉及单位: [wangxinban]\n审核:\n  起草人: 李明   # 供水科\n"
GATES = ("政治关", "政策关", "文字关", "保密关")
EVERYBODY = (*(term.en for term in GATE), "wangxinban")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774670430")  # 2026-03-28 12:00:30 in the site's zone
    monkeypatch.chdir(tmp_path)
    gated = SITE.replace("审核关: 不启用", "审核关: 启用")
    files = {"site.yml": gated, "registers/signers.yml": SIGNERS, RUMOUR: TEXT}
    return sites.write_site(tmp_path, files)


def run(site: Path, *words: str, code: int = 0) -> Result:
    done = CliRunner().invoke(main, [*words, "-f", str(site / "mkdocs.yml")])
    assert done.exit_code == code, done.output
    return done


def sign(site: Path, *words: str, code: int = 0) -> Result:
    return run(site, "sign", ADDRESS, *words, code=code)


def text(site: Path) -> str:
    return (site / "content" / RUMOUR).read_text(encoding="utf-8")


def rules(site: Path, *options: str) -> list[str]:
    """The rules on review that speak up."""
    done = CliRunner().invoke(main, ["check", "-f", str(site / "mkdocs.yml"), *options])
    names = ("gate", "gate-reopened", "confirmation")
    lines = done.output.splitlines()
    return [name for line in lines for name in names if line.endswith(f"({name})")]


def all_signed(site: Path) -> None:
    every = [word for gate in GATES for word in ("--gate", gate)]
    sign(site, *every, "--signer", "zhiban")
    sign(site, "--gate", "legal", "--signer", "fagui", "--result", "不适用", "--reason", "不涉法")
    run(site, "confirm", ADDRESS, "--organisation", "wangxinban", "--ref", "函〔2026〕1号")


def test_a_gate_is_written_behind_what_stood_there(site: Path) -> None:
    before = text(site)
    words = ("--gate", "文字关", "--signer", "zhiban", "--ref", "审〔2026〕1号")
    done = sign(site, *words)
    assert done.stdout == (
        f"已签文字关：content/{RUMOUR}\n还没有签的：政治关、政策关、法律关、保密关。\n"
    )
    assert text(site).startswith(before)
    lines = text(site).removeprefix(before).splitlines()
    assert lines[:6] == [
        "  审核关:",
        "    文字关:",
        "      单位: wangxinban",
        "      审核人: zhiban",
        "      时间: 2026-03-28 12:00",
        "      结果: 通过",
    ]
    assert lines[6].startswith("      摘要值: sha256:")
    assert lines[7].startswith("      字段摘要值: schema_version=")
    assert lines[8:] == ["      文号: 审〔2026〕1号"]


def test_what_is_signed_and_confirmed_is_public_at_its_time(site: Path) -> None:
    assert rules(site) == ["confirmation", "gate"]
    all_signed(site)
    assert rules(site) == []
    page = Path("site") / ADDRESS / "index.html"
    run(site, "build", "--now", "2026-04-01T08:59:59")
    assert not (site / page).exists()
    run(site, "build", "--now", "2026-04-01T09:00")
    assert (site / page).exists()


def test_what_is_not_signed_is_in_the_preview_alone_and_says_so(site: Path) -> None:
    run(site, "build", "--now", "2026-04-02T09:00")
    assert not (site / "site" / ADDRESS).exists()
    run(site, "build", "--preview", "--now", "2026-04-02T09:00")
    page = (site / "preview" / ADDRESS / "index.html").read_text(encoding="utf-8")
    assert "五关签完、涉及单位确认了才公开。" in page


def test_a_change_is_named_and_signing_anew_mends_it(site: Path) -> None:
    all_signed(site)
    path = site / "content" / RUMOUR
    path.write_text(text(site).replace("41.2万", "41.3万"), encoding="utf-8")
    assert rules(site) == ["confirmation", "gate-reopened"]
    all_signed(site)
    assert rules(site) == []
    assert text(site).count("摘要值: sha256:") == 6


def test_what_readers_have_read_is_not_changed_before_it_is_signed_anew(site: Path) -> None:
    all_signed(site)
    later = ("build", "--now", "2026-04-02T09:00")
    run(site, *later)
    page = site / "site" / ADDRESS / "index.html"
    before = page.read_bytes()
    path = site / "content" / RUMOUR
    path.write_text(text(site).replace("41.2万", "41.3万"), encoding="utf-8")
    assert "错误：“证据”或它用的文件在签过之后改了" in run(site, *later, code=1).output
    assert page.read_bytes() == before


def test_a_correction_opens_all_that_covers_the_words_and_what_only_notes_opens_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gates cover the public values alone: not the history, by which a correction is told."""
    path = site / "content" / RUMOUR
    path.write_text(text(site).replace("2026-04-01 09:00", "2026-03-30 09:00"), encoding="utf-8")
    all_signed(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774929600")  # 2026-03-31 12:00 in the site's zone
    before = path.read_bytes()
    for words in (("withdraw", "--note", "有误"), ("restore", "--note", "核实无误")):
        done = run(site, words[0], ADDRESS, *words[1:])
        assert "重新签字" not in done.stdout
        assert rules(site) == []
    path.write_bytes(before)
    words = ("--before", "运行正常", "--after", "均正常运行", "--note", "说法不准确")
    assert "重新签字" in run(site, "correct", ADDRESS, *words).stdout
    assert still_open(site) == dict.fromkeys(EVERYBODY, ("changed", ["facts"]))
    all_signed(site)
    assert still_open(site) == {}
    assert "重新签字" not in run(site, "correct", ADDRESS, *words).stdout
    assert still_open(site) == {}


def still_open(site: Path) -> dict[str, tuple[str, list[str]]]:
    """What does not hold, why, and which fields have changed since; by gate or body."""
    read = content.read(site, site / "content", "test", Cache(None))
    settings = Settings(read.site, "https://hy.example/", clock())
    record = read.library.records[ADDRESS]
    signed = gate_of(record, "text")
    assert signed is not None
    changed = content_digest(record, read.library).changed_since(
        read_line(signed.field_digests or "")
    )
    found = (*open_gates(record, read.library, settings),)
    found += (*open_confirmations(record, read.library, settings),)
    return {each.name: (each.fault, list(changed)) for each in found}


def test_a_comment_and_another_order_need_no_new_signature(site: Path) -> None:
    all_signed(site)
    run(site, "fmt", "--keys", "en")
    path = site / "content" / RUMOUR
    path.write_text("# another comment\n" + text(site), encoding="utf-8")
    assert "verdict: false-claim" in text(site)
    assert rules(site) == []


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        ("--gate 法律关 --signer zhiban", "zhiban 无权签法律关，没有改动，可以签：政治关、", 1),
        ("--gate 法律关 --signer faguy", "没有改动。您是否想写 fagui？", 1),
        ("--gate 法律关 --signer x", "审核人登记册里没有“x”，没有改动。", 1),
        ("--gate 法律关 --signer fagui --result 不适用", "请加上 --reason。", 1),
        ("--gate 法律关 --signer fagui --at 2026-03-28T12:01", "2026-03-28 12:01 还没有到", 1),
        ("--gate 法律 --signer fagui", "没有“法律”这一项，没有改动。可以写：政治关、", 2),
        ("--gate 法律关 --signer fagui --result 好", "可以写：通过、修改、不适用。", 2),
    ],
)
def test_what_would_not_hold_is_refused_by_name(
    site: Path, words: str, said: str, code: int
) -> None:
    before = text(site)
    assert said in sign(site, *words.split(), code=code).output
    assert text(site) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("李明", "钱 乙", "fagui 就是起草人，没有改动。"),
        ("  起草人: 李明   # 供水科\n", "  起草人:\n", "没有写是谁起草的，没有改动。"),
        ("发布时间: 2026-04-01 09:00\n", "", "还没有“发布时间”，没有改动。"),
        ("2026-04-01 09:00", "2026-03-28 11:59", "2026-03-28 12:00 晚于发布时间 2026-03-28 11:59"),
    ],
)
def test_a_record_that_cannot_be_signed_is_refused_by_name(
    site: Path, old: str, new: str, said: str
) -> None:
    assert old in TEXT
    before = TEXT.replace(old, new)
    (site / "content" / RUMOUR).write_text(before, encoding="utf-8")
    assert said in sign(site, "--gate", "法律关", "--signer", "fagui", code=1).output
    assert text(site) == before


def test_who_left_office_may_not_sign(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774972800")  # 2026-04-01 00:00 in the site's zone
    done = sign(site, "--gate", "法律关", "--signer", "fagui", code=1)
    assert "fagui 在 2026-04-01 不在任期内，没有改动。" in done.output


def test_what_has_to_be_mended_may_be_said_at_any_time_and_opens_the_gate(site: Path) -> None:
    path = site / "content" / RUMOUR
    path.write_text(TEXT.replace("2026-04-01", "2026-03-27"), encoding="utf-8")
    sign(site, "--gate", "法律关", "--signer", "fagui", "--result", "修改", "--reason", "引法有误")
    assert "      结果: 修改\n      理由: 引法有误\n" in text(site)
    done = CliRunner().invoke(main, ["check", "-f", str(site / "mkdocs.yml")])
    assert "法律关的“结果”是修改" in done.output


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("shuiwuju", "“涉及单位”里没有 shuiwuju，没有改动。"),
        ("wangxinbn", "没有改动。您是否想写 wangxinban？"),
        ("x", "机构登记册里没有“x”，没有改动。"),
    ],
)
def test_a_body_that_is_not_involved_confirms_nothing(site: Path, body: str, said: str) -> None:
    assert said in run(site, "confirm", ADDRESS, "--organisation", body, code=1).output
    assert text(site) == TEXT


def test_a_body_has_one_answer_and_the_last_one_counts(site: Path) -> None:
    confirm = ("confirm", ADDRESS, "--organisation", "wangxinban")
    run(site, *confirm, "--result", "不同意", "--at", "2026-03-27T09:00")
    assert rules(site) == ["gate", "confirmation"]
    done = run(site, *confirm, "--result", "修改后同意")
    assert done.stdout == f"已记下 wangxinban 的确认：content/{RUMOUR}\n"
    assert text(site).count("- 单位: wangxinban") == 2  # the objection stays as evidence
    assert text(site).index("不同意") < text(site).index("修改后同意")
    run(site, *confirm, "--result", "同意")
    assert text(site).count("- 单位: wangxinban") == 2
    assert "      时间: 2026-03-28 12:00\n      结果: 同意\n" in text(site)
    assert rules(site) == ["gate"]


def test_no_name_of_a_person_is_said_or_written(site: Path) -> None:
    done = sign(site, "--gate", "文字关", "--signer", "zhiban")
    assert "赵甲" not in done.output + text(site)
