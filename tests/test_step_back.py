"""One step back: an older tree that was kept as links is published again, as one more release."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from huiying import verification
from huiying.origin import reader
from huiying.publication import Refused, publish
from huiying.release import open_twin
from huiying.render.output import Output
from tests.publishing import Records, clarification, moment, read, tree

A = "rumours/20260312-tingshui"
START = moment("2026-03-20 12:00")
RECORDS = {A: clarification("全市正常供水", "2026-03-12 09:40")}
MORE = {**RECORDS, "rumours/20260313-shuizhi": clarification("水质合格", "2026-03-13 09:40")}


def built(folder: Path, records: Records, home: bytes) -> Path:
    found, settings = read(folder / "src", records, START)
    return tree(folder / "site", found, settings, home)


def test_an_older_tree_goes_out_again_and_the_log_goes_on(tmp_path: Path) -> None:
    target = tmp_path / "www" / "site"
    good = built(tmp_path / "a", RECORDS, b"good")
    first, _ = publish(good, target, START)
    publish(built(tmp_path / "b", RECORDS, b"broken theme"), target, START + timedelta(minutes=5))
    back, is_new = publish(good, target, START + timedelta(minutes=9))
    assert (back.n, is_new, back.manifest) == (3, True, first.manifest)
    assert (target / "index.html").read_bytes() == b"good"
    assert list(verification.tree(target)) == []
    assert list(verification.chain(reader(str(target)))) == []


def test_what_readers_have_read_since_does_not_vanish_by_it(tmp_path: Path) -> None:
    target = tmp_path / "www" / "site"
    old = built(tmp_path / "a", RECORDS, b"home")
    publish(old, target, START)
    publish(built(tmp_path / "b", MORE, b"home"), target, START + timedelta(minutes=5))
    with pytest.raises(Refused) as refused:
        publish(old, target, START + timedelta(minutes=9))
    assert [each.rule for each in refused.value.differences] == ["vanished-address"]


def test_a_build_leaves_a_copy_of_links_as_it_was(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / "kept"
    for words in (b"old", b"new", b"newer"):
        with open_twin(site) as twin:
            twin.put(Output("index.html", words))
            twin.switch()
        if not kept.exists():
            shutil.copytree(site, kept, copy_function=os.link)
    assert (site / "index.html").read_bytes() == b"newer"
    assert (kept / "index.html").read_bytes() == b"old"
