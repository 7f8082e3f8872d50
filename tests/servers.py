"""The server recipes under the real servers: nginx, Apache and Caddy, on loopback.

In: a folder and the program's path. Out: the address it answers at. Only the port, the folder
and what is the machine's own are put into a recipe; each server runs in the foreground with files
of its own.
"""

import http.client
import os
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests import nginx

RECIPES = Path(__file__).resolve().parent.parent / "docs" / "recipes"
ROOT = "/srv/huiying/checkout/site"
HOST = "huiying.example.gov.cn"
Serving = Callable[[str, Path, Path], Iterator[int]]


def recipe(name: str, folder: Path) -> str:
    """A recipe with the folder put in, and the one address that is gone."""
    text = (RECIPES / name).read_text(encoding="utf-8").replace(ROOT, str(folder))
    lines = text.splitlines()
    marked = [line for line in lines if "/media/gone.svg" in line]
    assert len(marked) == 1
    return text.replace(marked[0], marked[0].replace("# ", "", 1))


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(command: list[str], work: Path, port: int, env: Mapping[str, str]) -> Iterator[int]:
    """The port, once the server answers there; it ends with the block."""
    with (work / "error.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **env})
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        nginx.wait_for(connection, process, work / "error.log")
        yield port
    finally:
        connection.close()
        process.terminate()
        process.wait(timeout=20)


APACHE_MODULES = {
    "mpm_event": "mpm_event_module",
    "authz_core": "authz_core_module",
    "dir": "dir_module",
    "mime": "mime_module",
    "alias": "alias_module",
    "headers": "headers_module",
    "setenvif": "setenvif_module",
    "filter": "filter_module",
    "deflate": "deflate_module",
}
# Those that Debian has switched on besides.
APACHE_MODULES |= {"autoindex": "autoindex_module"}


@contextmanager
def apache(program: str, folder: Path, work: Path) -> Iterator[int]:
    """Apache with the recipe as its only site and Debian's own modules."""
    port = free_port()
    modules = Path(program).resolve().parent.parent / "lib" / "apache2" / "modules"
    loads = "".join(
        f"LoadModule {module} {modules}/mod_{name}.so\n" for name, module in APACHE_MODULES.items()
    )
    (work / "mime.types").write_text(MIME_TYPES)
    (work / "apache.conf").write_text(
        f"ServerRoot {work}\nListen 127.0.0.1:{port}\nPidFile {work}/pid\n"
        f"ErrorLog {work}/apache.log\nServerName localhost\nDefine APACHE_LOG_DIR {work}\n"
        f"{loads}TypesConfig {work}/mime.types\nLogFormat %r combined\n"
        f"DefaultRuntimeDir {work}\nUser nobody\nGroup nogroup\n"
        + recipe("apache.conf", folder).replace("*:80", f"*:{port}")
    )
    command = [program, "-X", "-f", str(work / "apache.conf")]
    with running(command, work, port, {}) as open_port:
        yield open_port


# Debian's table of types has these.
MIME_TYPES = """\
application/json json
application/pdf pdf
application/xml xml
application/octet-stream bin
audio/mp4 m4a
image/svg+xml svg
text/css css
text/html html
text/javascript js
video/mp4 mp4
"""


@contextmanager
def caddy(program: str, folder: Path, work: Path) -> Iterator[int]:
    """Caddy with the recipe; no certificates, no port of its own for commands."""
    port = free_port()
    text = recipe("Caddyfile", folder)
    site = text.replace(f"{HOST} {{", f"http://127.0.0.1:{port} {{")
    assert site != text
    (work / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{site}")
    command = [program, "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]
    env = {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with running(command, work, port, env) as open_port:
        yield open_port


@contextmanager
def nginx_server(program: str, folder: Path, work: Path) -> Iterator[int]:
    """nginx with its recipe."""
    gone = recipe("nginx.conf", folder)
    with nginx.serving(program, folder, work, gone) as connection:
        yield connection.port


SERVERS = {"nginx": nginx_server, "apache2": apache, "caddy": caddy}
"""By the program's name."""


def get(port: int, address: str, host: str = HOST) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers by lower-case name, and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body
