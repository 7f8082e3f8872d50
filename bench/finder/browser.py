"""Both finders in Chromium: what comes over the wire, how long a question takes, what work it is.

In: a folder with an index, served by `server`. Out: an `Answer` for each question. A `Desk` is one
fresh page with one engine: nothing is kept from another. Work is what the page's main thread did
(`ThreadTime`), so waiting, for the network or the machine, is not in it.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.finder.server import Sent, Server
from huiying.finder import script
from tests.browser import find_chromium, is_root

THEME = Path(script.__file__).resolve().parents[3] / "theme"
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000,
             "uploadThroughput": 100_000}  # fmt: skip
"""1.6 Mbit/s down and 0.8 up, 150 ms before each answer."""
PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>x</title><p>x</p></html>\n'
ASK = """
  window.ask = (text) => new Promise((done, failed) => {
    const begin = performance.now();
    const waves = [];
    index.find(text, (found) => {
      waves.push(performance.now() - begin);
      if (!found.isLast) return;
      const first = found.hits.map((hit) => hit.record.address);
      done({ total: found.total, first, tier: found.tier, waves });
    }, () => failed(new Error('nothing to ask')));
  });
  index.prepare();
"""
OURS = (
    """
window.ready = import('/finder/matcher.js').then((module) => {
  const index = module.open('/finder/');
"""
    + ASK
    + """
  return new Promise((done) => {
    const wait = () => { if (index.index) { done(); } else { setTimeout(wait, 5); } };
    wait();
  });
});
"""
)
HELD = (
    """
window.hold = async (paths) => {
  const module = await import('/finder/matcher.js');
  const files = {};
  await Promise.all(paths.map(async (path) => {
    const answer = await fetch(path);
    const bytes = /[.]bin$/.test(path);
    files[path] = bytes ? new Uint8Array(await answer.arrayBuffer()) : await answer.text();
  }));
  const index = module.open((path, isBinary, done, failed) => {
    if (files['/finder/' + path]) { done(files['/finder/' + path]); } else { failed(404); }
  });
"""
    + ASK
    + """
};
"""
)
"""The matcher with files that are there already: what is left is matching."""
PAGEFIND = """
window.ready = import('/pagefind/pagefind.js').then(async (engine) => {
  await engine.options({ excerptLength: 30 });
  await engine.init();
  window.ask = async (text) => {
    const begin = performance.now();
    const found = await engine.search(text);
    const shown = await Promise.all(found.results.slice(0, 10).map((each) => each.data()));
    const first = shown.map((each) => each.url.replace(/^\\/|\\/$/g, ''));
    return { total: found.results.length, first, waves: [performance.now() - begin] };
  };
});
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """`waves_ms`: when results stood there, from the question on; `sent`: what was fetched."""

    total: int
    first: Sequence[str]
    waves_ms: Sequence[float]
    work_ms: float
    sent: Sequence[Sent]

    @property
    def size(self) -> int:
        """Bytes on the wire, heads included."""
        return sum(each.size for each in self.sent)


@dataclass(slots=True)
class Desk:
    """A page with an engine on it. `start`: what was fetched before any question."""

    page: Page
    session: CDPSession
    server: Server
    start: Sequence[Sent] = ()
    start_ms: float = 0.0

    def ask(self, text: str) -> Answer:
        """One question, to its last result."""
        begin, work = self.server.mark(), self.work_ms()
        told: dict[str, Any] = self.page.evaluate("(text) => window.ask(text)", text)
        work = self.work_ms() - work
        sent = self.server.sent(begin, self.server.mark())
        return Answer(told["total"], told["first"], told["waves"], work, sent)

    def work_ms(self) -> float:
        """Processor time of the page's main thread so far; others on the machine do not count."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(each["value"] for each in metrics if each["name"] == "ThreadTime")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The installed Chromium."""
    flags = ["--disable-dev-shm-usage", "--no-sandbox"] if is_root() else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        yield browser
        browser.close()


def furnish(folder: Path) -> None:
    """What the pages of the measurement need beside an index."""
    (folder / "bench.html").write_text(PAGE, encoding="utf-8")
    (folder / script.MODULE).write_bytes(script.module(THEME))


@contextmanager
def desk(
    browser: Browser, server: Server, engine: str, slower: int = 1, is_slow_line: bool = False
) -> Iterator[Desk]:
    """A fresh page with an engine that is ready, its processor slowed down so many times."""
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("Network.enable")
    page.goto(f"{server.address}/bench.html")
    if is_slow_line:
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
    if slower > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    found = Desk(page, session, server)
    begin = server.mark()
    found.start_ms = page.evaluate(
        f"async () => {{ const begin = performance.now(); {engine}; await window.ready;"
        " return performance.now() - begin; }"
    )
    found.start = server.sent(begin, server.mark())
    try:
        yield found
    finally:
        context.close()


def protocol(found: Desk) -> set[str]:
    """The protocols that the browser says it spoke."""
    told = found.page.evaluate(
        "() => JSON.stringify(performance.getEntriesByType('resource')"
        ".map((each) => each.nextHopProtocol))"
    )
    return set(json.loads(told))
