"""The server recipe under a real nginx.

In: a folder and the program's path. Out: a connection to it on loopback. Never a port of the
machine's own nginx.
"""

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.browser import is_root

RECIPE = Path(__file__).resolve().parent.parent / "docs" / "recipes" / "nginx.conf"
SPOOLS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@contextmanager
def serving(
    nginx: str, folder: Path, work: Path, recipe: str | None = None
) -> Iterator[HTTPConnection]:
    """A connection to nginx on loopback with the recipe, its port and root put in."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    given = recipe or RECIPE.read_text(encoding="utf-8")
    site = given.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (work / "huiying.conf").write_text(site.replace("/srv/huiying/checkout/site", str(folder)))
    build = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    [home] = re.findall(r"--conf-path=(\S+)/nginx\.conf", build)
    spools = "".join(f"{name}_temp_path {work}/{name};\n" for name in SPOOLS)
    (work / "nginx.conf").write_text(
        f"{'user root;' if is_root() else ''}\n"
        f"daemon off; pid {work}/pid; worker_processes 1; events {{}}\n"
        f"http {{ {spools} access_log {work}/access.log; include {home}/mime.types;\n"
        f"default_type application/octet-stream; include {work}/huiying.conf; }}\n"
    )
    command = [nginx, "-p", str(work), "-e", str(work / "error.log"), "-c", f"{work}/nginx.conf"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            wait_for(connection, process, work / "error.log")
            yield connection
        finally:
            connection.close()
            process.terminate()


def wait_for(connection: HTTPConnection, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the server answers; fail with its own words when it does not start."""
    for _ in range(100):
        assert process.poll() is None, log.read_text()
        try:
            connection.connect()
            return
        except ConnectionRefusedError:
            time.sleep(0.05)
    raise TimeoutError("nginx does not answer")


def get(connection: HTTPConnection, path: str) -> tuple[HTTPResponse, bytes]:
    """The answer and its body."""
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer, answer.read()
