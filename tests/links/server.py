"""A server on the loopback that answers well, badly, late or not at all."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SLOW_S = 1.0
"""The limit of one request in these tests."""


class Handler(BaseHTTPRequestHandler):
    """`/404` answers 404, `/to/PATH` leads to PATH, `/get-only` refuses HEAD, and so on."""

    def do_HEAD(self) -> None:
        path = self.path
        self.server.asked.append(f"{self.command} {path}")  # type: ignore[attr-defined]
        if path == "/hang":
            time.sleep(SLOW_S * 3)
        elif path == "/drip":
            self._drip()
        elif path == "/nonsense":
            self.wfile.write(b"220 this is no web server\r\n")
        elif path.startswith("/to/"):
            self._answer(301, {"Location": path.removeprefix("/to")})
        elif path == "/circle":
            self._answer(302, {"Location": "/circle"})
        elif path == "/file":
            self._answer(302, {"Location": "file:///etc/hosts"})
        elif path == "/get-only":
            self._answer(404 if self.command == "HEAD" else 200, {})
        else:
            code = path.strip("/").partition("?")[0]
            self._answer(int(code) if code.isdigit() else 200, {})

    do_GET = do_HEAD  # noqa: N815 - the name that http.server looks for

    def _answer(self, code: int, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        """One header after the other, each before any limit of silence is over."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        for number in range(40):
            time.sleep(SLOW_S / 5)
            try:
                self.wfile.write(f"X-Drop-{number}: 1\r\n".encode())
            except OSError:
                return

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Remembers what was asked of it."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.base = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # Whoever is cut off in the middle is what these tests are about.


@contextmanager
def running() -> Iterator[Server]:
    """The server, until the test ends."""
    with Server() as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()
