"""`huiying publish` and `huiying verify` as people call them, on disk and over the web."""

import http.server
import json
import shutil
import socket
import threading
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from huiying import origin, verification
from huiying.commands import main
from huiying.origin import Unreadable
from huiying.release import PREVIEW_MARKER
from tests.helper import ZONE
from tests.publishing import Records, clarification, read, tree
from tests.sites import EPOCH, copy_sample

PLACE = "rumours/20260312-tingshui"
NOW = datetime.fromtimestamp(int(EPOCH), ZONE)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def built(folder: Path, facts: str = "市水务局核实。", told: bool = False) -> Path:
    record = clarification("全市正常供水", "2026-03-12 09:40", 事实=facts)
    if told:
        entry = {"时间": f"{NOW:%Y-%m-%d %H:%M}", "类型": "更新", "说明": "补充了数据"}
        record["变更记录"].append(entry)
    records: Records = {PLACE: record}
    shutil.rmtree(folder, ignore_errors=True)
    return tree(folder / "site", *read(folder, records, NOW))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder with one release."""
    done = run("publish", built(tmp_path / "a"), "--to", tmp_path / "www")
    assert done.exit_code == 0, done.output
    assert "是第1次" in done.output
    return tmp_path / "www"


@pytest.fixture
def address(target: Path) -> Iterator[str]:
    """The folder on a web server of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(target))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_good_tree_is_said_to_be_good(target: Path) -> None:
    done = run("verify", target)
    assert (done.exit_code, done.output.startswith("核对无误")) == (0, True)
    assert "共1次" in done.output


def test_a_tree_without_a_log_is_said_to_have_none_and_a_log_that_has_a_gap_is_not_believed(
    target: Path,
) -> None:
    (target / "log/1.json").write_bytes(b"{}")
    with pytest.raises(Unreadable) as refused:
        verification.previous(str(target))
    assert refused.value.rule == "origin.damaged"
    shutil.rmtree(target / "log")
    done = run("verify", target)
    assert (done.exit_code, "没有发布日志" in done.output) == (0, True)


def test_every_changed_extra_and_missing_path_is_named(target: Path) -> None:
    (target / "index.html").write_bytes(b"other")
    (target / PLACE / "index.html").unlink()
    (target / "new.html").write_bytes(b"")
    done = run("verify", target)
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "index.html：内容和清单不符。",
        "new.html：清单里没有这个文件。",
        f"{PLACE}/index.html：应有这个文件，却没有。",
        "有3处不符。",
    ]


def test_todays_log_extends_yesterdays(tmp_path: Path, target: Path) -> None:
    shutil.copy(target / "log/head.json", tmp_path / "head.json")
    shutil.copy(target / "log/1.json", tmp_path / "entry.json")
    shutil.copytree(target, tmp_path / "yesterday")
    run("publish", built(tmp_path / "b", "新的数据。", told=True), "--to", target)
    for earlier in ("head.json", "entry.json", "yesterday"):
        done = run("verify", target, "--against", tmp_path / earlier)
        assert (done.exit_code, "没有改写" in done.output) == (0, True), done.output
    back = run("verify", tmp_path / "yesterday", "--against", target)
    assert (back.exit_code, back.output.splitlines()[0]) == (
        1,
        "log/head.json：比先前的日志短，有发布被抹掉。",
    )


def test_another_history_with_the_same_numbers_is_a_fork(tmp_path: Path, target: Path) -> None:
    run("publish", built(tmp_path / "b", "另一种说法。"), "--to", tmp_path / "other")
    done = run("verify", tmp_path / "other", "--against", target / "log/head.json")
    assert (done.exit_code, "历史被改写" in done.output) == (1, True)


def test_a_log_is_proved_over_the_web(tmp_path: Path, target: Path, address: str) -> None:
    shutil.copy(target / "log/head.json", tmp_path / "head.json")
    done = run("verify", address, "--against", tmp_path / "head.json")
    assert (done.exit_code, "没有改写" in done.output) == (0, True), done.output
    assert run("verify", target, "--against", f"{address}log/head.json").exit_code == 0
    (target / "manifest.json").write_bytes(b"{}")
    done = run("verify", f"{address}log/head.json")
    assert (done.exit_code, done.output.splitlines()[0]) == (
        1,
        "manifest.json：和发布日志最近一次所记的不符。",
    )


@pytest.mark.parametrize(
    ("place", "word"),
    [("nowhere", "不存在"), (".", "既没有清单，也没有发布日志"), ("preview", "是预览")],
)
def test_what_is_no_published_site_is_said_to_be_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "preview").mkdir()
    (tmp_path / "preview" / PREVIEW_MARKER).write_bytes(b"")
    done = run("verify", place)
    assert done.exit_code in (1, 2)
    assert word in done.output


def test_a_silent_edit_is_named_and_not_published(tmp_path: Path, target: Path) -> None:
    before = (target / PLACE / "index.html").read_bytes()
    done = run("publish", built(tmp_path / "b", "悄悄改了。"), "--to", target)
    assert done.exit_code == 1
    assert f"{PLACE}:1:1: 错误：“事实”和上一次发布的不同" in done.output
    assert "有1处不该有的改动，没有发布" in done.output
    assert (target / PLACE / "index.html").read_bytes() == before


def test_each_refusal_has_its_sentence(tmp_path: Path, target: Path) -> None:
    site = built(tmp_path / "b")
    (site / "more.html").write_bytes(b"")
    done = run("publish", site, "--to", target)
    assert (done.exit_code, "more.html：清单里没有这个文件。" in done.output) == (1, True)
    (site / "more.html").unlink()
    (target / "log/1.json").write_bytes(b"{}")
    done = run("publish", site, "--to", target, "--lang", "en")
    assert (done.exit_code, "was tampered with" in done.output) == (1, True)
    done = run("publish", site, "--to", site)
    assert (done.exit_code, "同一个文件夹" in done.output) == (1, True)


# -- other places ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "manifest.json", "log/head.json"])
def test_a_place_on_the_web_may_be_named_by_its_folder_or_a_file(address: str, path: str) -> None:
    read_file = origin.reader(address + path)
    assert json.loads(read_file("manifest.json") or b"")["format"] == 1
    assert read_file("not/there.json") is None


@pytest.mark.parametrize("path", ["", "manifest.json", "log/head.json"])
def test_a_folder_may_be_named_by_a_file_in_it(
    target: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(target)
    for place in (str(target / path), path or "."):
        assert origin.reader(place)("manifest.json") is not None


def test_a_server_that_is_not_there_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        with pytest.raises(Unreadable) as refused:
            origin.reader(f"http://127.0.0.1:{held.getsockname()[1]}/")("manifest.json")
    assert refused.value.rule == "origin.unreachable"


def test_a_flood_and_a_drip_are_given_up(
    address: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origin, "LONGEST_BYTES", 10)
    for place in (address, str(target)):
        with pytest.raises(Unreadable) as refused:
            origin.reader(place)("manifest.json")
        assert refused.value.rule == "origin.large"
    monkeypatch.undo()
    monkeypatch.setattr(origin, "LONGEST_S", 1e-9)
    with pytest.raises(Unreadable) as refused:
        origin.reader(address)("manifest.json")
    assert refused.value.rule in ("origin.slow", "origin.unreachable")


def test_only_the_web_and_the_disk_are_read(tmp_path: Path) -> None:
    for place in ("file:///etc/passwd", "ftp://127.0.0.1/", str(tmp_path / "none")):
        with pytest.raises(Unreadable) as refused:
            origin.reader(place)
        assert refused.value.rule == "origin.missing"


# -- the doors -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, without gates, built and published."""
    folder = copy_sample(tmp_path_factory.mktemp("sample"))
    settings = folder / "content" / "site.yml"
    text = settings.read_text("utf-8").replace("审核关: 启用", "审核关: 不启用")
    settings.write_text(text, "utf-8")
    patch = pytest.MonkeyPatch()
    patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    assert run("build", "-f", folder).exit_code == 0
    assert run("publish", folder / "site", "--to", folder / "www").exit_code == 0
    patch.undo()
    return folder


def test_check_and_build_compare_with_what_was_published(sample: Path) -> None:
    assert run("check", "-f", sample, "--against", sample / "www").exit_code == 0
    [file] = (sample / "content").rglob("20260409-dianti-biaojue.yml")
    text = file.read_text("utf-8")
    try:
        file.write_text(text.replace("标题: ", "标题: 改："), "utf-8")
        for command in ("check", "build"):
            done = run(command, "-f", sample, "--against", sample / "www" / "manifest.json")
            assert done.exit_code == 1
            assert "“标题”和上一次发布的不同" in done.output
            assert "20260409-dianti-biaojue.yml:1:5: 错误" in done.output
    finally:
        file.write_text(text, "utf-8")


def is_reopened(done: Result) -> bool:
    """Whether a gate that reopened is an error."""
    lines = done.output.splitlines()
    return any("错误" in line and line.endswith("(gate-reopened)") for line in lines)


def test_what_was_public_is_known_to_the_rule_for_gates_that_reopened(sample: Path) -> None:
    """From `--against`, else from the tree that a build is about to replace."""
    settings = sample / "content" / "site.yml"
    text = settings.read_text("utf-8")
    [file] = (sample / "content").rglob("20260409-dianti-biaojue.yml")
    said = file.read_text("utf-8")
    try:
        settings.write_text(text.replace("审核关: 不启用", "审核关: 启用"), "utf-8")
        file.write_text(said.replace("标题: ", "标题: 改："), "utf-8")
        for options in ((), ("--against", sample / "www")):
            done = run("check", "-f", sample, *options)
            assert (done.exit_code, is_reopened(done)) == (1, True), done.output
            assert "vanished-address" not in done.output
        shutil.move(sample / "site", sample / "aside")
        assert not is_reopened(run("check", "-f", sample))
        shutil.move(sample / "aside", sample / "site")
    finally:
        settings.write_text(text, "utf-8")
        file.write_text(said, "utf-8")


def test_a_place_that_cannot_be_compared_with_is_told_in_a_sentence(sample: Path) -> None:
    for place, word in (("nowhere", "不存在"), (sample / "content", "没有清单")):
        done = run("check", "-f", sample, "--against", place)
        assert (done.exit_code, word in done.output) == (1, True), done.output


def test_nothing_is_built_into_a_folder_that_has_a_log(sample: Path) -> None:
    config = sample / "mkdocs.yml"
    text = config.read_text("utf-8")
    try:
        config.write_text(f"{text}\nsite_dir: www\n", "utf-8")
        done = run("build", "-f", sample)
        assert (done.exit_code, "里面有发布日志" in done.output) == (1, True), done.output
    finally:
        config.write_text(text, "utf-8")
    assert run("verify", sample / "www").exit_code == 0
