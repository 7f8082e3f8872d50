"""`huiying serve` with a real server: drafts, problems, and that nothing an editor does ends it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helper import CLARIFICATION, RUMOUR, SITE
from tests.sites import write_site

PAGE = "rumours/20260312-tingshui/"


class Server:
    """A running `huiying serve`."""

    def __init__(self, folder: Path, *door: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = (folder / "serve.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", *door, "-a", f"127.0.0.1:{self.port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def get(self, path: str) -> str:
        """The page, or the text of the error page."""
        try:
            url = f"http://127.0.0.1:{self.port}/{path}"
            with urllib.request.urlopen(url, timeout=10) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except (urllib.error.URLError, OSError):
            return ""

    def wait_for(self, path: str, word: str, present: bool = True) -> str:
        """The page once it has the word (or has lost it)."""
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the server ended"
            page = self.get(path)
            if page and (word in page) == present:
                return page
            time.sleep(0.2)
        raise AssertionError(f"{word!r} at {path}: {page[-3000:]}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)
        self.log.close()


@pytest.fixture(params=["huiying", "mkdocs"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    write_site(tmp_path, {RUMOUR: CLARIFICATION.replace("已审定", "草稿")})
    running = Server(tmp_path, request.param, "serve")
    yield running
    running.stop()


def test_an_editor_sees_changes_drafts_and_faults_and_cannot_end_the_server(
    server: Server, tmp_path: Path
) -> None:
    page = server.wait_for(PAGE, "正常供水")
    assert "草稿" in page
    write_site(tmp_path, {RUMOUR: CLARIFICATION.replace("正常供水", "照常供水")})
    server.wait_for(PAGE, "照常供水")
    # A broken record: its page says what is wrong and where, the others stay.
    other = "clarifications/2026/20260313-other.yml"
    write_site(
        tmp_path,
        {RUMOUR: CLARIFICATION.replace("结论: 不实", "结论: 不属实"), other: CLARIFICATION},
    )
    page = server.wait_for(PAGE, "不属实")
    assert f"content/{RUMOUR}:7:5" in page
    assert "正常供水" in server.wait_for("rumours/20260313-other/", "正常供水")
    assert f"content/{RUMOUR}:7:5" in server.wait_for("", f"content/{RUMOUR}:7:5")
    # A broken site record, a broken register, a file that is not YAML at all.
    for name, text in (
        ("site.yml", "网站名称: [\n"),
        ("registers/organisations.yml", "- 一\n- 二\n"),
        (RUMOUR, b"\xff\xfe\x00bad"),
        (RUMOUR, ""),
    ):
        write_site(tmp_path, {name: text})
        server.wait_for("", f"content/{name}:")
    # Mended: everything is as if nothing had happened.
    write_site(tmp_path, {"site.yml": SITE})
    page = server.wait_for(PAGE, "停水三天")
    assert "结论" in page
    (tmp_path / "content" / RUMOUR).unlink()
    server.wait_for(PAGE, "停水三天", present=False)


def test_a_site_that_is_broken_from_the_start_is_served_all_the_same(tmp_path: Path) -> None:
    write_site(tmp_path, {"site.yml": "网站名称:\n", RUMOUR: "标题: {"})
    running = Server(tmp_path, "huiying", "serve")
    try:
        running.wait_for("", "content/site.yml:")
        assert f"content/{RUMOUR}:" in running.wait_for("", f"content/{RUMOUR}:")
    finally:
        running.stop()


def test_the_panel_also_shows_what_only_the_pages_tell(tmp_path: Path) -> None:
    text = CLARIFICATION.replace("**运行正常。**", "[见](/rumours/no/)")
    write_site(tmp_path, {RUMOUR: text})
    running = Server(tmp_path, "huiying", "serve")
    try:
        page = running.wait_for(PAGE, "internal-link")
        assert f"content/{RUMOUR}:" in page
    finally:
        running.stop()
    log = (tmp_path / "serve.log").read_text("utf-8")
    assert f"http://127.0.0.1:{running.port}/" in log
    assert "Traceback" not in log


def test_an_address_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    write_site(tmp_path, {})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = subprocess.run(
            [sys.executable, "-m", "huiying", "serve", "-a", address],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert address in done.stderr
