"""A site with an archive, a year and recent records, built once for all tests of the finder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import serve_folder
from tests.finder import corpus
from tests.helper import SITE
from tests.sites import build, write_site

MORE = "热线: 0000-12345\n信箱网址: https://xinxiang.example/write?content={text}\n"


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_site(
        tmp_path_factory.mktemp("finder"), {**corpus.files(), "site.yml": SITE + MORE}
    )
    return build(folder)


@pytest.fixture(scope="session")
def address(tree: Path) -> Iterator[str]:
    with serve_folder(tree) as url:
        yield url
