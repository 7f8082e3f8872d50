"""Whether an address answers, asked of a server on the loopback."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from huiying.links import asking
from huiying.links.asking import Answer, ask, ask_all
from tests.links.server import SLOW_S, Server, running


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy stands before the loopback, and nobody waits for long."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setattr(asking, "LIMIT_S", SLOW_S)


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", Answer("ok", 200)),
        ("/公告?年=2026#要点", Answer("ok", 200)),
        ("/to/to/200", Answer("ok", 200)),
        ("/get-only", Answer("ok", 200)),
        ("/404", Answer("gone", 404)),
        ("/410", Answer("gone", 410)),
        ("/to/404", Answer("gone", 404)),
        ("/500", Answer("fault", 500)),
        ("/503", Answer("fault", 503)),
        ("/403", Answer("refused", 403)),
        ("/412", Answer("refused", 412)),
        ("/429", Answer("refused", 429)),
        ("/circle", Answer("circle", 302)),
        ("/file", Answer("circle", 302)),
        ("/hang", Answer("silent")),
        ("/drip", Answer("silent")),
        ("/nonsense", Answer("silent")),
    ],
)
def test_each_way_to_answer_is_told_apart(server: Server, path: str, answer: Answer) -> None:
    assert ask(server.base + path) == answer


def test_head_is_enough_where_it_answers_well_and_get_has_the_last_word(server: Server) -> None:
    ask(f"{server.base}/200")
    ask(f"{server.base}/404")
    assert server.asked == ["HEAD /200", "HEAD /404", "GET /404"]


def test_a_server_that_drips_its_headers_is_left_in_time(server: Server) -> None:
    start = time.monotonic()
    ask(f"{server.base}/drip")
    assert time.monotonic() - start < SLOW_S * 2 + 1


def test_nobody_there_and_no_such_host_are_unreachable() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/") == Answer("unreachable")
    assert ask("http://nobody.invalid/") == Answer("unreachable")


def test_tls_that_is_none_is_insecure(server: Server) -> None:
    assert ask(f"https://127.0.0.1:{server.server_port}/") == Answer("insecure")


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl to make a certificate with")
def test_a_certificate_that_nobody_vouches_for_is_insecure(server: Server, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -keyout {key}"
    subprocess.run([*command.split(), "-out", str(certificate)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    assert ask(f"https://127.0.0.1:{server.server_port}/") == Answer("insecure")


def test_one_host_is_asked_one_thing_at_a_time_and_few_hosts_at_once() -> None:
    lock, busy, most = threading.Lock(), dict[str, int](), [0, 0]

    def slow(url: str) -> Answer:
        host = url.split("/")[2]
        with lock:
            busy[host] = busy.get(host, 0) + 1
            most[:] = max(most[0], busy[host]), max(most[1], sum(busy.values()))
        time.sleep(0.01)
        with lock:
            busy[host] -= 1
        return Answer("ok", 200)

    urls = [f"https://a{host}.example/{page}" for host in range(20) for page in range(3)]
    assert list(ask_all(urls, slow)) != []
    assert set(ask_all(urls, slow)) == set(urls)
    assert most[0] == 1
    assert 1 < most[1] <= asking.AT_ONCE
