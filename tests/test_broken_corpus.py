"""Some broken records among very many: all are named, nothing else is, and the others are shown."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.sites import many, run, write_site
from tests.test_serve import Server

Place = tuple[int, int, str]
Way = tuple[Callable[[str], str | bytes], Place]


def swap(old: str, new: str) -> Callable[[str], str]:
    """Puts other words in the place of some."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


WAYS: Mapping[str, Way] = {
    "term that is none": (swap("结论: 不实", "结论: 假的"), (7, 5, "choice")),
    "term of the other language": (swap("结论: 不实", "结论: misleading"), (7, 5, "choice")),
    "key misspelt": (swap("结论:", "结轮:"), (7, 1, "unknown-key")),
    "key of the other language": (swap("结论: 不实", "verdict: 不实"), (7, 1, "mixed-keys")),
    "key twice": (swap("结论: 不实", "结论: 不实\n结论: 不实"), (8, 1, "duplicate-key")),
    "key missing": (swap("结论: 不实\n", ""), (1, 1, "required")),
    "value empty": (swap("类型: 数据", '类型: ""'), (10, 9, "empty-text")),
    "list for text": (swap("结论: 不实", "结论: [不实, 不实]"), (7, 5, "shape")),
    "text for group": (
        swap("\n  第一责任单位: shuiwuju\n  责任依据: 谁主管谁负责", " 水务局"),
        (13, 7, "shape"),
    ),
    "day that is none": (swap("-02-11 20:15", "-02-30 20:15"), (6, 11, "moment")),
    "time without an hour": (swap(" 20:15", ""), (6, 11, "moment")),
    "seen after it was answered": (swap("-02-11", "-04-11"), (3, 7, "time-order")),
    "body that is none": (swap("shuiwuju", "shuiwujv"), (14, 11, "reference")),
    "tab": (swap("    类型", "\t类型"), (10, 1, "syntax")),
    "quote left open": (swap("结论: 不实", '结论: "不实'), (7, 5, "syntax")),
    "anchor": (swap("结论: 不实", "结论: &a 不实"), (7, 5, "anchor")),
    "tag": (swap("结论: 不实", "结论: !!str 不实"), (7, 5, "tag")),
    "invisible character": (swap("起全市", "起\u200b全市"), (1, 11, "control-character")),
    "other encoding": (lambda text: text.encode("gb18030"), (1, 1, "encoding")),
    "phone number": (swap("运行正常", "运行正常，电话13812345678"), (11, 5, "personal-data")),
}

READABLE = ("personal-data", "reference", "required", "time-order")
"""Rules that judge a record that can be read: its page is shown, the problem above it."""


@pytest.fixture(scope="module")
def records(full_size: bool) -> dict[str, str | bytes]:
    """So many right records by file."""
    return many(10_000 if full_size else 400)


@pytest.fixture(scope="module")
def broken(records: dict[str, str | bytes]) -> dict[str, str]:
    """The broken ones of them, evenly spread, and what is wrong with each."""
    ways = list(WAYS)
    count = max(len(records) // 100, len(ways))
    step = len(records) // count
    return {file: ways[n % len(ways)] for n, file in enumerate(list(records)[::step][:count])}


@pytest.fixture(scope="module")
def site(
    records: dict[str, str | bytes],
    broken: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp("many")
    changed = {file: WAYS[way][0](str(records[file])) for file, way in broken.items()}
    return write_site(folder, {**records, **changed})


def test_there_are_twenty_ways() -> None:
    assert len(WAYS) == 20


def test_every_broken_record_is_named_with_its_place_and_no_other(
    site: Path,
    records: dict[str, str | bytes],
    broken: dict[str, str],
    figure: Callable[[str, object], None],
) -> None:
    start = time.perf_counter()
    done = run(site, "huiying", "check", "--format", "json")
    duration_ms = (time.perf_counter() - start) * 1000
    assert done.returncode == 1
    found: dict[str, list[Place]] = {}
    for it in json.loads(done.stdout)["problems"]:
        if it["level"] != "note":
            place = (it["line"], it["column"], it["rule"])
            found.setdefault(it["file"].removeprefix("content/"), []).append(place)
    assert found == {file: [WAYS[way][1]] for file, way in sorted(broken.items())}
    figure("check: records", len(records))
    figure("check: broken records named with line and column", f"{len(found)} of {len(broken)}")
    figure("check: ms per record, cold cache", round(duration_ms / len(records), 2))


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    running = Server(site, "huiying", "serve")
    yield running
    running.stop()


def test_the_preview_shows_all_others_and_what_is_wrong_with_each_broken_one(
    server: Server,
    records: dict[str, str | bytes],
    broken: dict[str, str],
    full_size: bool,
    figure: Callable[[str, object], None],
) -> None:
    deadline = time.monotonic() + (600 if full_size else 60)
    while not server.get(""):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    shown = 0
    for number, file in enumerate(records):
        page = server.get(f"rumours/{Path(file).stem}/")
        line, column, rule = WAYS[broken[file]][1] if file in broken else (0, 0, "")
        told = f"<code>content/{file}:{line}:{column}</code> <span>{rule}</span>"
        assert (told in page) == (file in broken), file
        if file in broken and rule not in READABLE:
            assert "这条记录暂时无法显示" in page, file
        else:
            assert f"停水{number}天" in page, file
            assert "这条记录暂时无法显示" not in page, file
            shown += file not in broken
    assert shown == len(records) - len(broken)
    figure("serve: other records shown", f"{shown} of {len(records) - len(broken)}")
