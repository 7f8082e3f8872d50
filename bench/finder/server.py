"""nginx with the project's recipe over TLS on loopback, in HTTP/1.1 or HTTP/2, and what it sent.

In: a folder. Out: an address, and by request its path, bytes on the wire with the head, protocol.
Needs nginx and openssl. Two changes to the recipe: WebAssembly for Pagefind, and what the finder
reads is noted, which the recipe forbids.
"""

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path

from tests.browser import is_root
from tests.nginx import RECIPE, SPOOLS, wait_for

QUIET_S = 0.03
LISTEN = {"HTTP/1.1": "ssl", "HTTP/2.0": "ssl http2"}


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer. `size`: bytes on the wire, head included."""

    path: str
    size: int
    protocol: str


@dataclass(frozen=True, slots=True)
class Server:
    """`address` without a slash at its end; `log`: one line an answer."""

    address: str
    log: Path

    def mark(self) -> int:
        """How far the log has come, once the server is quiet: it notes an answer after sending."""
        size, before = self.log.stat().st_size, -1
        while size != before:
            time.sleep(QUIET_S)
            size, before = self.log.stat().st_size, size
        return size

    def sent(self, start: int, end: int) -> list[Sent]:
        """The answers between two marks."""
        lines = self.log.read_bytes()[start:end].decode().splitlines()
        rows = (line.split() for line in lines)
        return [Sent(path, int(size), protocol) for path, size, protocol in rows]


@contextmanager
def serving(folder: Path, work: Path, protocol: str) -> Iterator[Server]:
    """The folder under nginx; `work` is an empty folder for what it writes."""
    nginx, openssl = shutil.which("nginx"), shutil.which("openssl")
    if not nginx or not openssl:
        raise SystemExit("bench: please install nginx and openssl")
    certify(openssl, work)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = work / "sent.log"
    configure(nginx, folder, work, f"127.0.0.1:{port} {LISTEN[protocol]}", log)
    command = [nginx, "-p", str(work), "-e", str(work / "error.log"), "-c", f"{work}/nginx.conf"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        trusting = ssl._create_unverified_context()  # the certificate made above
        connection = HTTPSConnection("127.0.0.1", port, timeout=10, context=trusting)
        try:
            wait_for(connection, process, work / "error.log")
            connection.close()
            yield Server(f"https://127.0.0.1:{port}", log)
        finally:
            process.terminate()


def certify(openssl: str, work: Path) -> None:
    """A certificate for loopback that nobody else trusts."""
    request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj"
    files = ["-keyout", str(work / "key.pem"), "-out", str(work / "cert.pem")]
    command = [openssl, *request.split(), "/CN=127.0.0.1", *files]
    subprocess.run(command, check=True, capture_output=True)


def configure(nginx: str, folder: Path, work: Path, listen: str, log: Path) -> None:
    """The recipe with this folder, port and certificate."""
    tls = f"ssl_certificate {work}/cert.pem; ssl_certificate_key {work}/key.pem;"
    site = RECIPE.read_text(encoding="utf-8").replace("listen 80;", f"listen {listen}; {tls}")
    site = site.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    site = site.replace("access_log off;", "")
    (work / "site.conf").write_text(site.replace("/srv/huiying/checkout/site", str(folder)))
    build = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    [home] = re.findall(r"--conf-path=(\S+)/nginx\.conf", build)
    spools = "".join(f"{name}_temp_path {work}/{name};\n" for name in SPOOLS)
    (work / "nginx.conf").write_text(
        f"{'user root;' if is_root() else ''}\n"
        f"daemon off; pid {work}/pid; worker_processes 1; events {{}}\n"
        f"http {{ {spools} include {home}/mime.types; default_type application/octet-stream;\n"
        "log_format sent '$request_uri $bytes_sent $server_protocol';\n"
        f"access_log {log} sent; include {work}/site.conf; }}\n"
    )
    log.touch()
