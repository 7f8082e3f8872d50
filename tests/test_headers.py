"""Every recipe sends what the table of `tests.headers` asks for, for each kind of address."""

import re
import ssl
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPSConnection
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from huiying.records.players import ORIGINS
from tests.conftest import ROOT
from tests.headers import HSTS, KINDS, NOBODY, PORTALS, differences, missing_text, write_site
from tests.nginx import serving
from tests.servers import RECIPES, SERVERS, free_port, get, recipe


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a server may read which has given up root's rights."""
    with TemporaryDirectory() as path:
        Path(path).chmod(0o755)
        yield Path(path)


@pytest.mark.parametrize("server", SERVERS)
def test_every_kind_of_address_has_its_type_and_headers(
    server: str,
    tool: Callable[[str], str],
    figure: Callable[[str, object], None],
    folder: Path,
) -> None:
    program = tool(server)
    write_site(folder / "site")
    found: list[tuple[str, ...]] = []
    with SERVERS[server](program, folder / "site", folder) as port:
        for kind in KINDS:
            status, headers, body = get(port, kind.address)
            found += differences(kind, status, headers)
            if status != 200 and body != missing_text(kind).encode():
                found.append((kind.name, "body", body.decode(errors="replace")[:80]))
        # A folder without a page of its own is never listed; Apache calls that forbidden.
        status, headers, body = get(port, "/media/")
    assert found == []
    assert status in (403, 404)
    assert (headers["content-security-policy"], body) == (NOBODY, "没有这一页".encode())
    figure(f"headers: kinds of address right under {server}", len(KINDS))


# What such a host cannot do: hide a file, answer 410, find a digest in the midst of a name.
BEYOND = {"note of the build", "gone", "missing shard", "hashed picture"}


def rules(text: str) -> list[tuple[re.Pattern[str], list[tuple[str, str]]]]:
    """The rules of a `_headers` file: which addresses, and lines of name and value."""
    found: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            way = re.escape(line).replace(r"\*", ".*")
            found.append((re.compile(re.sub(r":\w+", "[^/]+", way)), []))
        elif line.startswith("  ! "):
            found[-1][1].append((line[4:].strip(), ""))
        elif line.strip() and not line.startswith("#"):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return found


def sent(text: str, address: str) -> dict[str, str]:
    """The headers for an address, as Cloudflare Pages adds them up: equal names are joined."""
    headers: dict[str, str] = {}
    for way, lines in rules(text):
        if way.fullmatch(address):
            for name, value in lines:
                if not value:
                    headers.pop(name.lower(), None)
                elif name.lower() in headers:
                    headers[name.lower()] += f", {value}"
                else:
                    headers[name.lower()] = value
    return headers


def test_the_file_for_hosts_without_a_server_says_the_same() -> None:
    text = (RECIPES / "_headers").read_text(encoding="utf-8")
    found = []
    for kind in KINDS:
        if kind.name not in BEYOND:
            headers = {**sent(text, kind.address), "content-type": kind.type}
            assert headers.pop("strict-transport-security") == HSTS
            found += differences(kind, kind.status, headers)
    assert found == []
    # The host's own limits: https://developers.cloudflare.com/pages/configuration/headers/
    assert len(rules(text)) <= 100
    assert max(map(len, text.splitlines())) <= 2000


def test_every_recipe_names_the_portals_of_the_sample_site_and_the_table_of_players() -> None:
    site = yaml.safe_load((ROOT / "content" / "site.yml").read_text(encoding="utf-8"))
    assert tuple(site["嵌入门户"]) == PORTALS
    for name in ("nginx.conf", "apache.conf", "Caddyfile", "_headers"):
        text = (RECIPES / name).read_text(encoding="utf-8")
        assert set(re.findall(r"frame-src ([^;]+);", text)) == {" ".join(ORIGINS)}
        assert f"'self' {' '.join(PORTALS)}" in text


def test_only_an_encrypted_answer_asks_to_come_back_encrypted(
    tool: Callable[[str], str], folder: Path
) -> None:
    write_site(folder / "site")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = [tool("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt"]
    command += ["ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    port = free_port()
    listen = f"listen 80; listen 127.0.0.1:{port} ssl;"
    listen += f" ssl_certificate {certificate}; ssl_certificate_key {key};"
    text = recipe("nginx.conf", folder / "site").replace("listen 80;", listen)
    context = ssl.create_default_context(cafile=str(certificate))
    with serving(tool("nginx"), folder / "site", folder, text) as plain:
        encrypted = HTTPSConnection("localhost", port, context=context, timeout=10)
        encrypted.request("GET", "/")
        answer = encrypted.getresponse()
        encrypted.close()
        status, headers, _ = get(plain.port, "/")
    assert (answer.status, answer.headers["Strict-Transport-Security"]) == (200, HSTS)
    assert (status, headers.get("strict-transport-security")) == (200, None)
