"""Hostile input as records: no traceback, nothing executes, every refusal has its place."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import serve_folder
from tests.helper import BASE, read
from tests.sites import run, write_site

TEMPLATE = """\
标题: {title}
短标题: {line}
一句话回应: {line}
状态: 已审定
发布时间: 2026-03-12 09:40
网传说法:
  - 原话: {other}
    说的人: {line}
    出现处: [{{平台: {line}}}]
结论: 不实
结论理由: {line}
证据:
  - 正文: {line}
    来源: {line}
事实: {prose}
措施: {prose}
结果: {prose}
尚待核实: {prose}
提示: {prose}
地域: [{line}]
关键词: [{line}]
责任单位: {{第一责任单位: shuiwuju, 责任依据: 属地}}
经过:
  - {{时间: 2026-03-12 09:40, 正文: {line}}}
最新进展:
  - {{时间: 2026-03-12 10:40, 正文: {prose}, 来源: {line}}}
依据:
  - {{类型: 文件, 标题: {line}, 单位: {line}, 文号: {line}}}
发布渠道:
  - {{渠道: 微博, 标题: {line}}}
变更记录:
  - {{时间: 2026-03-12 09:40, 类型: 首发, 说明: {line}}}
  - {{时间: 2026-03-12 11:40, 类型: 更正, 说明: {line}, 原文: {line}, 新文: {other}}}
内容块:
  - {{类型: 文字, 标题: {line}, 正文: {prose}, 来源: {line}}}
  - {{类型: 引文, 正文: {prose}, 来源: {line}}}
  - {{类型: 链接, 标题: {line}, 网址: 'https://x.example/'}}
  - {{类型: 表格, 正文: {prose}, 标题: {line}}}
"""
ADDRESSES = "依据:\n  - {类型: 文件, 标题: 甲, 网址: %s}\n"
PER_RECORD = 40
REFUSED = re.compile(r"^content/(clarifications/\S+?):\d+:\d+: 错误", re.MULTILINE)
FIRED = """
window.__fired = [];
for (const name of ['alert', 'prompt', 'confirm', 'print'])
  window[name] = (...words) => { window.__fired.push(name + words.join()) };
"""


def payloads(shared: Path) -> Iterator[str]:
    """Every naughty string and every line of the XSS lists."""
    yield from json.loads((shared / "data/hostile/strings/blns.json").read_text("utf-8"))
    for file in sorted((shared / "data/hostile/xss").glob("*.txt")):
        yield from file.read_text("utf-8", "replace").splitlines()


def quoted(text: str) -> str:
    """A double-quoted scalar: JSON is YAML, but for what YAML calls not printable."""
    return json.dumps(text, ensure_ascii=False)


def one_line(texts: list[str], start: str = "", end: str = "") -> str:
    return quoted(start + (" ".join(" ".join(texts).split())[:900] or "空") + end)


def test_no_yaml_test_case_ends_in_a_traceback(
    shared: Path, tmp_path: Path, figure: Callable[[str, object], None]
) -> None:
    lines = (shared / "data/hostile/yaml/yaml_test_suite.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 402
    files: dict[str, str | bytes] = dict(BASE)
    for number, line in enumerate(lines):
        case = json.loads(line)["yaml"].encode("utf-8", "surrogatepass")
        files[f"clarifications/2026/20260101-case-{number}.yml"] = case
        files[f"topics/case-{number}.yml"] = case
        files[f"media/case-{number}.svg.yml"] = case
        files[f"media/case-{number}.svg"] = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    found = read(tmp_path, files)
    told = {problem.mark.file for problem in found.problems}
    refused = {file for file in told if "/case-" in file or "-case-" in file}
    # None of them is a record of ours: each must be named, with a line and a column.
    for number in range(len(lines)):
        assert f"content/clarifications/2026/20260101-case-{number}.yml" in refused
        assert f"content/topics/case-{number}.yml" in refused
    assert all(problem.mark.line >= 1 and problem.mark.column >= 1 for problem in found.problems)
    for name in ("site.yml", "registers/organisations.yml", "registers/channels.yml"):
        for line in lines:
            case = json.loads(line)["yaml"].encode("utf-8", "surrogatepass")
            read(tmp_path / "one", {**BASE, name: case})
    figure("YAML test suite as records: cases, tracebacks", [len(lines), 0])


@pytest.fixture(scope="module")
def hostile_site(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, full_size: bool
) -> tuple[Path, int, int]:
    """A built site of records whose every text field holds hostile strings; records, refused."""
    every = list(payloads(shared))
    assert len(every) >= 515 + 8_400
    chosen = every if full_size else every[::12]
    texts = [chosen[start : start + PER_RECORD] for start in range(0, len(chosen), PER_RECORD)]
    # Each alone in every field as well, as one quote may hide the next payload's.
    texts += [[text] for text in (every[:515] if full_size else every[:515:9])]
    files = {
        f"clarifications/2026/20260312-h{number}.yml": TEMPLATE.format(
            line=one_line(group),
            title=one_line(group, start="核实："),
            other=one_line(group, end="，这是另一种说法"),
            prose=quoted("\n\n".join(group) or "空"),
        )
        + (ADDRESSES % one_line(group) if number % 5 == 0 else "")
        for number, group in enumerate(texts)
    }
    site = write_site(tmp_path_factory.mktemp("hostile"), files)
    refused: set[str] = set()
    for words in (("check",), ("build", "--now", "2026-11-23T12:00")):
        # What rules or audits refuse by name is taken away, as an editor would; the rest is built.
        done = run(site, "huiying", *words)
        assert "Traceback" not in done.stderr
        named = set(REFUSED.findall(done.stdout + done.stderr))
        for name in named:
            (site / "content" / name).unlink()
        refused |= named
    if done.returncode:
        done = run(site, "huiying", "build", "--now", "2026-11-23T12:00")
    assert done.returncode == 0, done.stderr[-3000:]
    return site / "site", len(files), len(refused)


def test_nothing_hostile_executes_in_any_field(
    browser: Browser,
    hostile_site: tuple[Path, int, int],
    figure: Callable[[str, object], None],
) -> None:
    tree, count, refused = hostile_site
    pages = sorted(tree.glob("rumours/*/index.html")) + [
        tree / name for name in ("index.html", "rumours/index.html", "corrections/index.html")
    ]
    assert count - refused > count // 3, "too much was refused to prove anything"
    faults: list[str] = []
    # Without the policy's help: the pages themselves must be inert.
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(FIRED)
    with serve_folder(tree) as address:
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and faults.append(said.text))
        page.on("dialog", lambda dialog: (faults.append("dialog"), dialog.dismiss()))
        page.on("request", lambda sent: sent.url.startswith(address) or faults.append(sent.url))
        page.on(
            "framenavigated",
            lambda frame: frame.url.startswith(address) or faults.append(frame.url),
        )
        for path in pages:
            page.goto(f"{address}/{path.relative_to(tree).as_posix()}")
            fired = page.evaluate("window.__fired")
            assert fired == [], path
            wrong = page.evaluate(
                "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]"
                ".filter(a => /^on/i.test(a.name) || a.name === 'style' || a.name === 'srcdoc' ||"
                " (/^(href|src|action|formaction|poster)$/i.test(a.name) &&"
                " /^\\s*(javascript|data|vbscript):/i.test(a.value)))"
                ".map(a => e.tagName + ' ' + a.name + '=' + a.value.slice(0, 80)))"
            )
            assert wrong == [], path
            assert page.locator("h1").count() == 1
    context.close()
    assert faults == []
    figure(
        "hostile strings in every text field: records, refused by name, executed",
        [count, refused, 0],
    )


def test_feeds_and_maps_stay_well_formed(hostile_site: tuple[Path, int, int]) -> None:
    from xml.etree import ElementTree

    tree, _, _ = hostile_site
    files = [*tree.rglob("*.xml")]
    assert len(files) >= 2
    for file in files:
        ElementTree.parse(file)
    for path in tree.glob("rumours/*/index.html"):
        for data in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8"), re.S
        ):
            json.loads(data)
