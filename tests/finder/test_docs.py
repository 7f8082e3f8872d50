"""The examples of docs/finder.md run as they are written."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from huiying.finder.confidence import Tier
from huiying.finder.script import MODULE
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "finder.md").read_text(encoding="utf-8")
SITE = "https://huiying.example"
MESSAGE = "紧急通知！3月12日开始全市停水三天，抓紧接水"


def examples() -> list[str]:
    return re.findall(r"(?ms)^```js\n(.*?)^```$", TEXT)


def test_the_example_for_browsers_runs(browser: Browser, tree: Path, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}/about/")
    script = examples()[0].replace(SITE, address)
    name, path = re.findall(r"import \{ (\w+) \} from \"(.+?)\";\n", script)[0]
    body = script.partition("\n")[2]
    page.evaluate(f"async () => {{ const {{ {name} }} = await import('{path}');\n{body} }}")
    for _ in range(50):
        if len(said) >= 2:
            break
        page.wait_for_timeout(100)
    assert said[0] == "answered"
    assert said[1].endswith(f"{address}/rumours/20260312-tingshui/")
    context.close()


def test_the_example_for_node_runs(
    tool: Callable[[str], str], tree: Path, address: str, tmp_path: Path
) -> None:
    node = tool("node")
    (tmp_path / "matcher.mjs").write_bytes((tree / MODULE).read_bytes())
    (tmp_path / "ask.mjs").write_text(examples()[1], encoding="utf-8")
    done = subprocess.run(
        [node, "ask.mjs", f"{address}/finder/", MESSAGE],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.startswith("answered rumours/20260312-tingshui")


FAULTS = """
import { open } from "./matcher.mjs";

const base = process.argv[2];
const index = open((path, isBinary, done, failed) => {
  fetch(base + path).then(async answer => {
    if (!answer.ok) failed(answer.status);
    else if (isBinary) done(new Uint8Array(await answer.arrayBuffer()));
    else done(await answer.text());
  }).catch(() => failed(0));
});
const seen = [];
process.on("uncaughtException", fault => seen.push(fault.message));
let failures = 0;
const text = process.argv[3];
index.find(text, found => { if (found.isLast) seen.push("other " + found.tier); }, () => {});
for (const wrong of [undefined, null, 7, ["a"]])
  try { index.find(wrong, () => {}, () => {}); } catch (fault) { seen.push(fault.name); }
index.find(text, found => {
  if (found.isLast) throw new Error("of the caller");
}, () => { failures += 1; });
setTimeout(() => console.log(seen.sort().join(", "), failures), 3000);
"""


def test_a_fault_of_the_caller_is_his_own_and_what_is_no_text_is_refused_at_once(
    tool: Callable[[str], str], tree: Path, address: str, tmp_path: Path
) -> None:
    (tmp_path / "matcher.mjs").write_bytes((tree / MODULE).read_bytes())
    (tmp_path / "ask.mjs").write_text(FAULTS, encoding="utf-8")
    done = subprocess.run(
        [tool("node"), "ask.mjs", f"{address}/finder/", MESSAGE],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    refused = ", ".join(["TypeError"] * 4)
    assert done.stdout == f"{refused}, of the caller, other answered 0\n"
    assert done.stderr == ""


def test_what_is_told_of_files_records_and_tiers_is_so(tree: Path) -> None:
    for tier in Tier:
        assert f"`{tier.value}`" in TEXT
    for line in (
        "`segments`",
        "`folder`",
        "`documents`",
        "`shards`",
        "`files`",
        "`gone`",
        "`period`",
    ):
        assert line in TEXT
    for name in ("address", "kind", "title", "verdict", "published", "body", "state", "draft"):
        assert f"`{name}`" in TEXT
    assert (tree / MODULE).is_file()
    assert f"`/{MODULE}`" in TEXT
