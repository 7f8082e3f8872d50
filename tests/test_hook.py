"""Hooks: they hear of a release, they can fail, and they undo nothing."""

import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from huiying import hook
from huiying.commands import main
from tests.publishing import moment
from tests.test_publication import A, built, content, snapshot

KEEP = "import sys; open(sys.argv[1], 'ab').write(sys.stdin.buffer.read())"
POST = "import sys, urllib.request as u; u.urlopen(sys.argv[1], sys.stdin.buffer.read()).read()"


def command(code: str, *words: str) -> str:
    return " ".join(f'"{word}"' for word in (sys.executable, "-c", code, *words))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment("2026-03-20 13:00").timestamp())))
    return built(tmp_path / "work", content())


def publish(site: Path, *hooks: str) -> Result:
    words = [word for each in hooks for word in ("--hook", each)]
    target = site.parent.parent / "www"
    return CliRunner().invoke(main, ["publish", str(site), "--to", str(target), *words])


def test_a_hook_reads_what_was_published(site: Path, tmp_path: Path) -> None:
    assert publish(site).exit_code == 0
    built(tmp_path / "work", content(2))
    done = publish(site, command(KEEP, str(tmp_path / "heard")))
    assert done.exit_code == 0, done.output
    heard = json.loads((tmp_path / "heard").read_bytes())
    assert (heard["format"], heard["n"], heard["at"]) == (1, 2, "2026-03-20T05:00:00Z")
    assert heard["records"] == {"new": 0, "changed": 1, "gone": 0}
    assert heard["paths"] == {"new": [], "changed": [f"{A}/index.html"], "gone": []}


def test_a_hook_that_fails_is_told_and_undoes_nothing(site: Path, tmp_path: Path) -> None:
    secret = "https://cache.example/?key=4711"
    failing = command("import sys; sys.exit(int(sys.argv[1]))", "3", secret)
    done = publish(site, failing, "/no/such/program x", command(KEEP, str(tmp_path / "heard")))
    assert done.exit_code == 1
    assert "以退出码 3 结束" in done.output
    assert "没有“program”这个程序" in done.output
    assert "4711" not in done.output
    assert json.loads((tmp_path / "heard").read_bytes())["n"] == 1  # the others still run
    assert snapshot(site).items() <= snapshot(tmp_path / "www").items()


def test_without_a_release_no_hook_runs(site: Path, tmp_path: Path) -> None:
    publish(site)
    done = publish(site, command(KEEP, str(tmp_path / "heard")))
    assert (done.exit_code, (tmp_path / "heard").exists()) == (0, False)
    (site / "index.html").write_bytes(b"tampered with")
    assert publish(site, command(KEEP, str(tmp_path / "heard"))).exit_code == 1
    assert not (tmp_path / "heard").exists()


def test_a_hook_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook, "SECONDS", 0.3)
    failure = hook.run(command("import time; time.sleep(60)"), b"")
    assert failure is not None
    assert failure.case == "slow"


@pytest.mark.parametrize(("line", "case"), [('a "b', "quote"), ("", "missing"), (" ", "missing")])
def test_what_is_no_command_is_told(line: str, case: str) -> None:
    failure = hook.run(line, b"")
    assert failure is not None
    assert failure.case == case


@pytest.fixture
def newsroom() -> Iterator[tuple[str, list[bytes]]]:
    """An address on loopback, and what is posted to it."""
    posted: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", posted
        server.shutdown()


def test_a_webhook_is_a_hook(site: Path, newsroom: tuple[str, list[bytes]]) -> None:
    address, posted = newsroom
    assert publish(site, command(POST, address)).exit_code == 0
    (body,) = posted
    assert json.loads(body)["paths"]["new"] == sorted(snapshot(site).keys() - _manifests(site))


def _manifests(site: Path) -> set[str]:
    """The files of the manifest, which lists all others."""
    return {path for path in snapshot(site) if path.startswith("manifest")}
