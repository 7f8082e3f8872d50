"""Media on their way into the site: made once, kept, gone when nobody uses them any more."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from huiying import cleanroom, manifest, public
from huiying.cache import Cache
from huiying.content import Content
from huiying.media import work
from huiying.render.output import Output, digest
from tests.helper import BASE, CLARIFICATION, RUMOUR, read, settings
from tests.media import planted

BLOCKS = """\
内容块:
  - {类型: 图片, 文件: gongshui/tu.jpg, 替代文字: 抢修人员在换水管}
  - {类型: 图解, 文件: gongshui/hua.svg, 替代文字: 水滴, 文字版: 水滴}
  - {类型: 视频, 文件: gongshui/pian.mp4, 文字稿: 无}
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><!-- x --><path d="M0"/></svg>'


def files(**more: bytes) -> Mapping[str, str | bytes]:
    media = {"tu.jpg": planted.photo("JPEG"), "hua.svg": SVG, "pian.mp4": planted.mp4(), **more}
    laid = {f"media/gongshui/{name}": data for name, data in media.items()}
    return {**BASE, RUMOUR: CLARIFICATION + BLOCKS, **laid}


class Tree:
    """A sink in memory, and what was asked of it."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.wanted: set[str] = set()
        self.written: list[str] = []
        self.seen: list[str] = []

    def holds(self, path: str, total: str) -> bool:
        return path in self.files and digest(self.files[path]) == total

    def keep(self, path: str) -> None:
        self.wanted.add(path)

    def put(self, output: Output) -> None:
        self.written.append(output.path)
        self.files[output.path] = output.data
        self.wanted.add(output.path)

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def look(self, output: Output) -> None:
        self.seen.append(output.path)


def fill(found: Content, folder: Path, tree: Tree, cache: Cache) -> list[str]:
    """The paths that the jobs name; the files are in the tree."""
    projection = public.project(found.library, settings(found))
    jobs = cleanroom.jobs(projection, found.library, folder / "content")
    tree.written, tree.seen, tree.wanted = [], [], set()
    cleanroom.put(jobs, tree, cache, None, tree.look)
    return cleanroom.paths(jobs)


def test_every_file_is_made_and_nothing_private_is_in_one(tmp_path: Path) -> None:
    tree = Tree()
    paths = fill(read(tmp_path, files()), tmp_path, tree, Cache(None))
    assert sorted(paths) == sorted(tree.written) == sorted(tree.wanted)
    assert {path.rpartition(".")[2] for path in paths} == {"jpg", "avif", "webp", "svg", "mp4"}
    assert [path for path, data in tree.files.items() if planted.MARK in data] == []
    assert sorted(tree.seen) == ["media/gongshui/hua.svg", "media/gongshui/pian.mp4"]


def test_what_the_tree_holds_is_not_made_again_and_looked_into_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, tree, cache = read(tmp_path, files()), Tree(), Cache(tmp_path / "cache.sqlite")
    fill(found, tmp_path, tree, cache)
    monkeypatch.setattr(cleanroom, "make", _never)
    paths = fill(found, tmp_path, tree, cache)
    assert (tree.written, tree.wanted) == ([], set(paths))
    assert sorted(tree.seen) == ["media/gongshui/hua.svg", "media/gongshui/pian.mp4"]


def test_an_empty_tree_is_filled_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, cache = read(tmp_path, files()), Cache(tmp_path / "cache.sqlite")
    first, second = Tree(), Tree()
    fill(found, tmp_path, first, cache)
    # Film and drawings are cleaned faster than they are read from the cache.
    monkeypatch.setattr(cleanroom, "make", _not_a_photo)
    fill(found, tmp_path, second, cache)
    assert second.files == first.files


def test_pictures_are_kept_as_long_as_they_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, tree, first = read(tmp_path, files()), Tree(), Tree()
    for _ in range(6):  # more often than an unread value is kept
        cache = Cache(tmp_path / "cache.sqlite")
        fill(found, tmp_path, tree, cache)
        cache.close()
    monkeypatch.setattr(cleanroom, "make", _not_a_photo)
    fill(found, tmp_path, first, Cache(tmp_path / "cache.sqlite"))
    assert first.files == tree.files


def test_a_medium_with_a_fault_is_not_published_nor_shown(tmp_path: Path) -> None:
    broken = planted.photo("JPEG")[:300]
    found, tree = read(tmp_path, files(**{"tu.jpg": broken})), Tree()
    assert found.library.faults.keys() == {"gongshui/tu.jpg"}
    paths = fill(found, tmp_path, tree, Cache(None))
    assert sorted(paths) == ["media/gongshui/hua.svg", "media/gongshui/pian.mp4"]


def test_what_came_with_media_changes_no_public_byte(tmp_path: Path) -> None:
    media = {"tu.jpg": planted.photo("JPEG"), "hua.svg": SVG, "pian.mp4": planted.mp4()}
    # Of the same length, as an offset in a film would be another film.
    others = {
        name: data.replace(planted.MARK, b"Li Siyi 0778-55512") for name, data in media.items()
    }
    others["hua.svg"] = SVG.replace(b"<!-- x -->", b"<!-- \xe5\xbc\xa0 -->")
    trees, said = [], []
    for name, each in (("one", media), ("other", others)):
        found, tree = read(tmp_path / name, files(**each)), Tree()
        fill(found, tmp_path / name, tree, Cache(None))
        trees.append(tree.files)
        said.append(manifest.entries(public.project(found.library, settings(found)), found.library))
    assert all(media[name] != others[name] for name in media)
    assert trees[0] == trees[1]
    assert said[0] == said[1]


def _never(*_: Any) -> None:
    raise AssertionError("made again")


def _not_a_photo(path: Path, *more: Any) -> dict[str, bytes]:
    assert path.suffix != ".jpg", "made again"
    return work.make(path, *more)
