"""A browser and a web server for tests.

In: a built folder. Out: Chromium under Playwright, and the folder served on loopback with the
headers of a real server. `python -m tests.browser` installs what is missing. Never the network.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from huiying.records.players import ORIGINS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; font-src 'self'; "
    f"frame-src {' '.join(ORIGINS)}; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What Python's own table leaves to the machine it runs on.
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/jsonl",
    ".m4a": "audio/mp4",
    ".md": "text/markdown; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder as the server of docs/recipes/nginx.conf does."""

    extensions_map = TYPES
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Every answer, also a 404, carries the headers."""
        self.send_header("Content-Security-Policy", CSP)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "strict-origin")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """A folder without a page is not there; no server of ours lists folders."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: a test's output is its own."""


@contextmanager
def serve_folder(folder: Path, handling: type[Handler] = Handler) -> Iterator[str]:
    """The address, without a slash at its end, under which `folder` answers on loopback."""
    handler = partial(handling, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def find_chromium() -> str | None:
    """The path of an installed Chromium: the machine's own before Playwright's."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def is_root() -> bool:
    """Whether apt-get may install; Chromium's sandbox refuses to run as root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One Chromium for all tests of a worker; a test opens a context of its own in it."""
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if path is None:
        pytest.fail("no Chromium: run `.venv/bin/python -m tests.browser`")
    flags = ["--disable-dev-shm-usage", "--no-sandbox"] if is_root() else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()


def install_packages(*packages: str) -> bool:
    """Whether Debian's packages could be installed: as root, where there is apt-get."""
    if not (is_root() and shutil.which("apt-get")):
        return False
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=env, check=False)
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    return subprocess.run(install, env=env, check=False).returncode == 0


def install_chromium() -> None:
    """Debian's Chromium, else the one Playwright brings. Ubuntu's package is only a pointer."""
    if find_chromium():
        return
    system = Path("/etc/os-release")
    if system.is_file() and "ID=debian" in system.read_text(encoding="utf-8").splitlines():
        install_packages("chromium")
    if not find_chromium():
        extra = ["--with-deps"] if is_root() else []
        install = [sys.executable, "-m", "playwright", "install", *extra, "chromium"]
        subprocess.run(install, check=True)


def has_chinese_fonts() -> bool:
    """Whether Chinese text is drawn as text; without a font every glyph is the same box."""
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip())


def main() -> int:
    """Install what browser tests need and say what is still missing."""
    install_chromium()
    if not has_chinese_fonts() and not install_packages("fontconfig", "fonts-noto-cjk"):
        print("no Chinese font found: please install fonts-noto-cjk; screenshots show boxes")
    path = find_chromium()
    print(f"Chromium: {path or 'missing'}")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
