"""Old addresses for web servers: where each leads, and what nginx makes of the file."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from huiying.render.redirect_map import SERVERS, moved, spelling
from tests import nginx, servers
from tests.render.sites import BASE_URL, clarification

NEW = f"{BASE_URL}rumours/20260312-tingshui/"


def pairs(folder: Path, *urls: str) -> dict[str, str]:
    listed = ", ".join("'" + url.replace("'", "''") + "'" for url in urls)
    return moved(clarification(folder, f"旧网址: [{listed}]\n"))


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("/old/1.html", "hy.example/old/1.html"),
        ("https://Old.example/art/1", "old.example/art/1"),
        ("https://old.example:8080/a?id=5&x=%E5%9B%BE", "old.example/a?id=5&x=%E5%9B%BE"),
        ("https://old.example/图/1.html", "old.example/%E5%9B%BE/1.html"),
        ("https://old.example/%E5%9B%BE/1.html", "old.example/%E5%9B%BE/1.html"),
        ("https://old.example", "old.example/"),
        ("https://示例.example/a", "xn--fsq092h.example/a"),
        ('/a";return 200 x;$host{}\\', "hy.example/a%22%3Breturn%20200%20x%3B%24host%7B%7D%5C"),
    ],
)
def test_an_old_address_is_spelt_as_a_client_asks_for_it(url: str, key: str) -> None:
    assert spelling(url, "hy.example") == key


@pytest.mark.parametrize(
    "url",
    [
        "https://[x/",
        "mailto:a@hy.example",
        "javascript:alert(1)",
        "a/b",
        "http://~./",
        "http://*.a.example/",
    ],
)
def test_what_no_client_can_ask_for_is_none(url: str) -> None:
    assert spelling(url, "hy.example") is None


def test_an_address_that_leads_to_itself_is_left_out(tmp_path: Path) -> None:
    assert pairs(tmp_path, NEW, "/old/1.html") == {"hy.example/old/1.html": NEW}


def test_each_server_has_a_line_for_each_address(tmp_path: Path) -> None:
    found = pairs(tmp_path, "/old/1.html", "https://old.example/a?id=5")
    for write in SERVERS.values():
        text = write(found)
        assert text.count(NEW) == 2
        assert text == write(found)
    apache = SERVERS["apache"](found).splitlines()
    assert 'RewriteCond "%{THE_REQUEST}" "^[A-Z]+ /a\\?id=5 HTTP/"' in apache


def location(port: int, host: str, path: str) -> str | None:
    """Where the server on loopback sends a client that asks a host for a path."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": host})
    found = connection.getresponse().getheader("Location")
    connection.close()
    return found


@contextmanager
def apache(program: str, rules: str, work: Path) -> Iterator[int]:
    port = servers.free_port()
    modules = Path(program).resolve().parent.parent / "lib" / "apache2" / "modules"
    needed = {**servers.APACHE_MODULES, "rewrite": "rewrite_module"}
    loads = "".join(f"LoadModule {at} {modules}/mod_{name}.so\n" for name, at in needed.items())
    (work / "mime.types").write_text(servers.MIME_TYPES)
    (work / "moved.conf").write_text(rules, encoding="utf-8")
    (work / "apache.conf").write_text(
        f"ServerRoot {work}\nListen 127.0.0.1:{port}\nPidFile {work}/pid\nServerName localhost\n"
        f"ErrorLog {work}/apache.log\n{loads}TypesConfig {work}/mime.types\n"
        f"DefaultRuntimeDir {work}\nUser nobody\nGroup nogroup\n"
        f"<VirtualHost *:{port}>\nDocumentRoot {work}\nInclude {work}/moved.conf\n"
        "</VirtualHost>\n"
    )
    command = [program, "-X", "-f", str(work / "apache.conf")]
    with servers.running(command, work, port, {}) as open_port:
        yield open_port


@contextmanager
def caddy(program: str, rules: str, work: Path) -> Iterator[int]:
    port = servers.free_port()
    (work / "moved.caddy").write_text(rules, encoding="utf-8")
    (work / "Caddyfile").write_text(
        "{\n\tadmin off\n\tauto_https off\n}\n"
        f":{port} {{\n\tbind 127.0.0.1\n\timport {work}/moved.caddy\n\trespond 404\n}}\n"
    )
    command = [program, "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]
    env = {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with servers.running(command, work, port, env) as open_port:
        yield open_port


@pytest.mark.proof
@pytest.mark.parametrize(
    ("name", "program", "serving"), [("apache", "apache2", apache), ("caddy", "caddy", caddy)]
)
def test_apache_and_caddy_send_readers_on_and_nobody_else(
    tmp_path: Path,
    tool: Callable[[str], str],
    name: str,
    program: str,
    serving: Callable[[str, str, Path], AbstractContextManager[int]],
) -> None:
    host = "https://old.example"
    old = (
        f"{host}/old/1.html",
        f"{host}:8080/art?id=5",
        f"{host}/图/$host.html",
        f"{host}/a+(b).c",
    )
    found = pairs(tmp_path / "city", *old, f"{host}/a+(b).c")
    asked = {
        ("old.example", "/old/1.html"): NEW,
        ("old.example:80", "/old/1.html"): NEW,
        ("old.example", "/art?id=5"): NEW,
        ("old.example", "/%E5%9B%BE/%24host.html"): NEW,
        ("old.example", "/a+(b).c"): NEW,
        ("old.example", "/art?id=6"): None,
        ("old.example", "/art"): None,
        ("old.example", "/old/1.html?x"): None,
        ("other.example", "/old/1.html"): None,
        ("oldxexample", "/old/1.html"): None,
    }
    with serving(tool(program), SERVERS[name](found), tmp_path) as port:
        answers = {(host, path): location(port, host, path) for host, path in asked}
    assert answers == asked


def test_nginx_sends_readers_on_and_nobody_else(tmp_path: Path, tool: Callable[[str], str]) -> None:
    found = pairs(
        tmp_path / "city",
        "https://127.0.0.1/old/1.html",
        "https://127.0.0.1/art?id=5",
        "https://127.0.0.1/图/$host.html",
    )
    server = "server { listen 80; if ($huiying_moved) { return 301 $huiying_moved; } return 404; }"
    asked = {
        "/old/1.html": NEW,
        "/art?id=5": NEW,
        "/%E5%9B%BE/%24host.html": NEW,
        "/art?id=6": None,
        "/art": None,
        "/old/1.html?x": None,
    }
    with nginx.serving(
        tool("nginx"), tmp_path, tmp_path, SERVERS["nginx"](found) + server
    ) as connection:
        answers = {}
        for path in asked:
            answer, _ = nginx.get(connection, path)
            answers[path] = answer.getheader("Location")
    assert answers == asked
