"""Old addresses for web servers: where each leads, and what nginx makes of the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from huiying.render.redirect_map import SERVERS, moved, spelling
from tests import nginx
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
        ("https://old.example:8080/a?id=5&x=%E5%9B%BE", "old.example:8080/a?id=5&x=%E5%9B%BE"),
        ("https://old.example/图/1.html", "old.example/%E5%9B%BE/1.html"),
        ("https://old.example/%E5%9B%BE/1.html", "old.example/%E5%9B%BE/1.html"),
        ("https://old.example", "old.example/"),
        ('/a";return 200 x;$host{}\\', "hy.example/a%22%3Breturn%20200%20x%3B%24host%7B%7D%5C"),
    ],
)
def test_an_old_address_is_spelt_as_a_client_asks_for_it(url: str, key: str) -> None:
    assert spelling(url, "hy.example") == key


@pytest.mark.parametrize(
    "url", ["https://[x/", "mailto:a@hy.example", "javascript:alert(1)", "a/b"]
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
