"""Which addresses are asked, what is remembered of them, and what is said."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from huiying.commands import main
from huiying.links import asking, memory
from huiying.links.asking import Answer
from huiying.links.external_link import PROBES, check
from huiying.problem import Mark, arrange
from tests import sites
from tests.helper import lay
from tests.links.server import SLOW_S, Server, running
from tests.rules.helper import (
    ANSWER,
    CLARIFICATION,
    OF_POLICIES,
    POLICIES,
    RESPONSE,
    RUMOUR,
    library,
    merge,
    settings,
)
from tests.rules.helper import SITE as SITE_TEXT

NOW = datetime(2026, 3, 20, 4, 0, tzinfo=UTC)
SITE = Mark("content/site.yml")
SOURCE = "依据:\n  - {类型: 文件, 标题: 公告, 网址: 'https://a.example/1'}\n"
AT_SOURCE = ("content/clarifications/2026/20260312-tingshui.yml", 15)
LINKED = {RUMOUR: merge(CLARIFICATION, SOURCE)}


class Net:
    """A network of our own: answers by address, and who was asked."""

    def __init__(self, **states: str) -> None:
        self.states = states
        self.asked: list[str] = []

    def __call__(self, url: str) -> Answer:
        self.asked.append(url)
        host = url.split("/")[2].partition(".")[0]
        return Answer(self.states.get(host, "ok"), 0)  # type: ignore[arg-type]


def told(
    files: dict[str, str], file: Path, net: Net, now: datetime = NOW
) -> list[tuple[object, ...]]:
    """File, line, key and level of each problem."""
    found = arrange(check(library(files), settings(), file.parents[1], file, SITE, now, net))
    return [(each.mark.file, each.mark.line, each.key, each.level.value) for each in found]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".huiying" / "links.json"


def test_every_external_address_is_asked_once_and_rumours_and_own_pages_never(file: Path) -> None:
    files = {
        RUMOUR: merge(
            CLARIFICATION,
            f"""\
            {SOURCE.strip().replace(chr(10), chr(10) + " " * 12)}
            网传说法:
              - 原话: 紧急通知！3月12日开始全市停水三天，抓紧接水
                出现处: [{{平台: 论坛, 网址: 'https://rumour.example/'}}]
            事实: 见[公告](https://a.example/1#p2)、[细则](https://b.example/2)和[本站](https://hy.example/hygq/x/)。
            """,
        ),
        OF_POLICIES: POLICIES.rstrip("\n") + "\n  网址: https://c.example/3\n",
    }
    net = Net()
    assert told(files, file, net) == []
    assert sorted(net.asked) == [
        "https://a.example/1",
        "https://b.example/2",
        "https://c.example/3",
    ]


@pytest.mark.parametrize(
    ("state", "key"),
    [
        ("gone", "external-link"),
        ("fault", "external-link.fault"),
        ("circle", "external-link.circle"),
        ("insecure", "external-link.insecure"),
    ],
)
def test_what_fails_is_a_warning_where_it_is_written(state: str, key: str, file: Path) -> None:
    assert told(LINKED, file, Net(a=state)) == [(*AT_SOURCE, key, "warning")]


@pytest.mark.parametrize("state", ["silent", "unreachable"])
def test_silence_is_a_fault_only_where_another_address_answers(state: str, file: Path) -> None:
    assert told(LINKED, file, Net(a=state)) == [
        (SITE.file, 1, "external-link.offline", "note"),
    ]
    files = {**LINKED, OF_POLICIES: POLICIES.rstrip("\n") + "\n  网址: https://b.example/\n"}
    assert told(files, file, Net(a=state)) == [(*AT_SOURCE, f"external-link.{state}", "warning")]


def test_a_known_address_shows_whether_it_is_the_network(file: Path) -> None:
    files = {**LINKED, OF_POLICIES: POLICIES.rstrip("\n") + "\n  网址: https://b.example/\n"}
    assert told({OF_POLICIES: files[OF_POLICIES]}, file, Net()) == []
    later = NOW + timedelta(days=1)
    kept = file.read_bytes()
    assert told(files, file, Net(a="unreachable", b="unreachable"), later) == [
        (SITE.file, 1, "external-link.offline", "note"),
    ]
    assert kept == file.read_bytes()
    net = Net(a="unreachable")
    assert told(files, file, net, later) == [(*AT_SOURCE, "external-link.unreachable", "warning")]
    assert net.asked == ["https://a.example/1", "https://b.example/"]


def test_without_a_network_few_addresses_are_tried_and_it_is_told_once(file: Path) -> None:
    links = "".join(f"[甲](https://a{number}.example/)" for number in range(50))
    net = Net(**{f"a{number}": "unreachable" for number in range(50)})
    files = {RUMOUR: merge(CLARIFICATION, f"事实: 见{links}")}
    assert told(files, file, net) == [(SITE.file, 1, "external-link.offline", "note")]
    assert len(net.asked) == PROBES


def test_what_answered_is_not_asked_for_a_week_and_what_failed_every_time(file: Path) -> None:
    files = {RUMOUR: merge(LINKED[RUMOUR], "事实: 见[乙](https://b.example/)。")}
    net = Net(b="gone")
    for days, asked in [
        (0, ["https://a.example/1", "https://b.example/"]),
        (6, ["https://b.example/"]),
        (7, ["https://a.example/1", "https://b.example/"]),
    ]:
        net.asked = []
        told(files, file, net, NOW + timedelta(days=days))
        assert sorted(net.asked) == asked


def test_it_is_told_since_when_until_it_answers_again(file: Path) -> None:
    def since(state: str, days: int) -> list[str]:
        now = NOW + timedelta(days=days)
        found = check(library(LINKED), settings(), file.parents[1], file, SITE, now, Net(a=state))
        return [each.values["since"] for each in found]

    assert since("gone", 0) == ["2026-03-20"]
    assert since("fault", 3) == ["2026-03-20"]
    assert since("ok", 4) == []
    assert since("gone", 12) == ["2026-04-01"]


def test_who_lets_no_program_in_is_counted_and_not_blamed(file: Path) -> None:
    assert told(LINKED, file, Net(a="refused")) == [(SITE.file, 1, "external-link.refused", "note")]


def test_in_drafts_it_is_a_note_and_withdrawn_records_are_left_alone(file: Path) -> None:
    draft = merge(LINKED[RUMOUR], "状态: 草稿")
    assert [level for *_, level in told({RUMOUR: draft}, file, Net(a="gone"))] == ["note"]
    ended = "变更记录:\n  - {时间: 2026-03-14 10:00, 类型: 撤回, 说明: 重复}\n"
    net = Net(a="gone")
    assert told({RUMOUR: merge(LINKED[RUMOUR], ended)}, file, net) == []
    assert net.asked == []


def test_addresses_that_nobody_writes_any_more_are_forgotten(file: Path) -> None:
    told(LINKED, file, Net())
    told({ANSWER: merge(RESPONSE, "事实: 见[乙](https://b.example/)。")}, file, Net())
    assert list(json.loads(file.read_text(encoding="utf-8"))) == ["https://b.example/"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"https://a.example/1": 1}',
        '{"https://a.example/1": {"state": "well", "code": 1, "asked": "2026-03-20"}}',
        '{"https://a.example/1": {"state": "ok", "code": 1, "asked": "2026-03-20"}}',
        '{"https://a.example/1": {"state": "ok", "code": 1, "asked": "yesterday"}}',
    ],
)
def test_a_memory_that_cannot_be_read_is_as_none(text: str, file: Path) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert memory.read(file) == {}
    net = Net()
    assert told(LINKED, file, net) == []
    assert net.asked == ["https://a.example/1"]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(asking, "LIMIT_S", SLOW_S)
    with running() as server:
        yield server


def test_the_command_asks_only_when_told_to_and_a_build_never(
    tmp_path: Path, server: Server
) -> None:
    text = merge(CLARIFICATION, f"事实: 见[甲]({server.base}/404)和[乙]({server.base}/200)。")
    site = sites.write_site(tmp_path, {RUMOUR: text})
    now = ["-f", str(site / "mkdocs.yml"), "--now", "2026-03-20T12:00"]
    for command in (["check"], ["build"]):
        CliRunner().invoke(main, [*command, *now])
    assert server.asked == []
    done = CliRunner().invoke(main, ["check", "--links", *now])
    assert "external-link" in done.output
    assert f"{server.base}/404 已经没有了（404" in done.output
    assert done.exit_code == 0
    assert CliRunner().invoke(main, ["check", "--links", "--strict", *now]).exit_code == 1
    assert server.asked.count("HEAD /200") == 1
    assert server.asked.count("GET /404") == 2


def test_site_yml_and_hand_written_pages_are_asked_too(file: Path) -> None:
    pages = {
        "site.yml": merge(SITE_TEXT, "信箱网址: 'https://a.example/?q={text}'"),
        "pages/about.md": "# 关于\n\n`[x](https://no.example/)` 见[甲](https://b.example/1#x)。\n"
        '<a href="https://c.example/">丙</a> [本站](https://hy.example/hygq/a/)\n',
        "pages/guide/a.md": "[例](https://d.example/)\n",
    }
    lay(file.parents[1].parent, pages)
    folder = file.parents[1].parent / "content"
    net = Net(a="gone", b="gone", c="gone")
    found = arrange(check(library({}), settings(), folder, file, SITE, NOW, net))
    assert [(each.mark.file, each.mark.line, each.mark.column) for each in found] == [
        ("content/pages/about.md", 3, 29),
        ("content/pages/about.md", 4, 4),
        ("content/site.yml", 8, 7),
    ]
    assert sorted(net.asked) == [
        "https://a.example/?q=",
        "https://b.example/1",
        "https://c.example/",
    ]
