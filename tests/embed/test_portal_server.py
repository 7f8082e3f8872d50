"""A portal's nginx takes cards in by SSI: docs/recipes/portal-nginx.conf, two real servers."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.nginx import serving
from tests.servers import RECIPES, free_port, get

CARD = "rumours/20260312-tingshui"
PAGE = """<!doctype html><meta charset="utf-8"><p>上文</p>
<!--# include virtual="/huiying/{}.html" -->
<p>下文</p>"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a server may read which has given up root's rights."""
    with TemporaryDirectory() as path:
        Path(path).chmod(0o755)
        yield Path(path)


def portal(port: int) -> str:
    """The recipe inside a portal's own server; on loopback nothing is encrypted."""
    recipe = (RECIPES / "portal-nginx.conf").read_text("utf-8")
    here = recipe.replace("https://hy.example/fragments/", f"http://127.0.0.1:{port}/fragments/")
    assert here != recipe
    return (
        "server { listen 80; root /srv/huiying/checkout/site; ssi on; charset utf-8;\n"
        f"gzip on; gzip_min_length 1; {here} }}\n"
    )


def site(folder: Path) -> Path:
    """The few files of a site that matter here."""
    texts = {
        f"fragments/{CARD}.html": "<div>全市正常供水</div>",
        "fragments/404.html": "没有这一段",
    }
    for path, text in {**texts, "404.html": "<!doctype html>整页"}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def middle(text: str) -> str:
    """What stands where the include was."""
    found = re.search("<p>上文</p>\n(.*)\n<p>下文</p>", text, re.DOTALL)
    assert found is not None
    return found[1].strip()


def test_a_portal_takes_in_a_card_and_shows_a_link_where_there_is_none(
    folder: Path, tool: Callable[[str], str]
) -> None:
    pages = folder / "portal"
    pages.mkdir()
    for name, record in {"card": CARD, "none": "rumours/none", "trick": "../api/v1/index"}.items():
        (pages / f"{name}.html").write_text(PAGE.format(record), "utf-8")
    works = [folder / "a", folder / "b"]
    for work in works:
        work.mkdir()
    program = tool("nginx")
    with (
        serving(program, site(folder / "site"), works[0]) as ours,
        serving(program, pages, works[1], portal(ours.port)) as host,
    ):
        shown = {name: asked(host.port, name) for name in ("card", "none", "trick")}
        direct = told(host.port, f"/huiying/{CARD}.html")
    with serving(program, pages, works[1], portal(free_port())) as host:
        shown["nobody answers"] = asked(host.port, "card")
    link = '<a href="https://hy.example/">查看官方回应</a>'
    assert shown.pop("card") == "<div>全市正常供水</div>"
    assert shown.pop("trick") in (link, "[an error occurred while processing the directive]")
    assert shown == {"none": link, "nobody answers": link}
    # The portal is no second address of the site.
    assert direct == link


def asked(port: int, name: str) -> str:
    """As a reader's browser asks: it takes compressed bytes."""
    return middle(told(port, f"/{name}.html"))


def told(port: int, address: str) -> str:
    """The text of an answer."""
    _, headers, body = get(port, address)
    is_packed = headers.get("content-encoding") == "gzip"
    return (gzip.decompress(body) if is_packed else body).decode()
