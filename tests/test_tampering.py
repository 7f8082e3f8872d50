"""A thousand tamperings with history, manifest or log are all found; a thousand legal changes pass.

Three attackers: an editor who changes what was public, somebody who writes to the tree, and one who
writes to the tree and reckons every digest anew. The last is found by yesterday's head alone.
"""

import json
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from huiying import verification
from huiying.origin import reader
from huiying.publication import Refused, publish
from huiying.release import log
from tests import verifier
from tests.publishing import Records, clarification, compared, moment, previous, read, tree

START = moment("2026-03-20 12:00")
Dice = random.Random


def at(time: datetime) -> str:
    return f"{time:%Y-%m-%d %H:%M}"


def some_records(dice: Dice) -> Records:
    """Four records with histories, updates and old addresses of any length."""
    found: Records = {}
    for number in range(4):
        start = moment("2026-03-10 08:00") + timedelta(minutes=dice.randrange(5000))
        more: dict[str, Any] = {"旧网址": [f"/old/{number}.html"]} if dice.random() < 0.7 else {}
        record = clarification(f"第{number}件事属实", at(start), **more)
        for turn in range(dice.randrange(4)):
            time = at(start + timedelta(minutes=1 + turn))
            record["变更记录"].append({"时间": time, "类型": "更新", "说明": f"补充第{turn}点"})
            record.setdefault("最新进展", []).append({"时间": time, "正文": f"进展{turn}"})
        found[f"rumours/202603{10 + number}-shi"] = record
    return found


# -- an editor -------------------------------------------------------------------------------------


def pick(dice: Dice, records: Records) -> dict[str, Any]:
    return records[dice.choice(sorted(records))]


def a_word(dice: Dice) -> str:
    return "".join(dice.choice("水电路桥气网校院") for _ in range(4))


def entry_at(now: datetime, type: str, dice: Dice, **more: Any) -> dict[str, Any]:
    return {"时间": at(now), "类型": type, "说明": f"因{a_word(dice)}有变", **more}


def reword(dice: Dice, records: Records, now: datetime) -> None:
    key = dice.choice(["标题", "事实"])
    pick(dice, records)[key] += a_word(dice)


def reword_inside(dice: Dice, records: Records, now: datetime) -> None:
    record, word = pick(dice, records), a_word(dice)
    place = dice.choice(["网传说法", "证据"])
    record[place][0]["原话" if place == "网传说法" else "正文"] += word


def other_verdict(dice: Dice, records: Records, now: datetime) -> None:
    pick(dice, records)["结论"] = dice.choice(["部分不实", "误读误导", "旧闻翻炒"])


def rewrite_entry(dice: Dice, records: Records, now: datetime) -> None:
    dice.choice(pick(dice, records)["变更记录"])["说明"] += a_word(dice)


def drop_entry(dice: Dice, records: Records, now: datetime) -> None:
    history = pick(dice, records)["变更记录"]
    del history[dice.randrange(len(history))]


def insert_entry(dice: Dice, records: Records, now: datetime) -> None:
    history = pick(dice, records)["变更记录"]
    history.insert(dice.randrange(len(history)), entry_at(now, "更新", dice))


def swap_entries(dice: Dice, records: Records, now: datetime) -> None:
    one = dice.choice([r for r in records.values() if len(r["变更记录"]) > 1])["变更记录"]
    one.append(one.pop(0))


def retype_entry(dice: Dice, records: Records, now: datetime) -> None:
    entry = dice.choice(pick(dice, records)["变更记录"])
    entry["类型"] = dice.choice(["归档", "说明"])


def redate_entry(dice: Dice, records: Records, now: datetime) -> None:
    history = pick(dice, records)["变更记录"]
    history[-1]["时间"] = at(now - timedelta(minutes=dice.randrange(1, 30)))


def drop_update(dice: Dice, records: Records, now: datetime) -> None:
    one = dice.choice([r for r in records.values() if r.get("最新进展")])
    one["最新进展"].pop(dice.randrange(len(one["最新进展"])))


def delete(dice: Dice, records: Records, now: datetime) -> None:
    del records[dice.choice(sorted(records))]


def hide(dice: Dice, records: Records, now: datetime) -> None:
    key, value = dice.choice([("状态", "草稿"), ("状态", "审核中"), ("公开方式", "不予公开")])
    pick(dice, records)[key] = value


def postpone(dice: Dice, records: Records, now: datetime) -> None:
    record = pick(dice, records)
    record["发布时间"] = record["变更记录"][0]["时间"] = at(now + timedelta(days=1))


def back_date(dice: Dice, records: Records, now: datetime) -> None:
    early = at(START - timedelta(minutes=dice.randrange(61, 5000)))
    records["rumours/20260320-xin"] = clarification("新的一件事", early)


def redate(dice: Dice, records: Records, now: datetime) -> None:
    record = pick(dice, records)
    earlier = datetime.fromisoformat(record["发布时间"]) - timedelta(minutes=dice.randrange(1, 99))
    record["发布时间"] = record["变更记录"][0]["时间"] = at(earlier)


def rename_without_redirect(dice: Dice, records: Records, now: datetime) -> None:
    address = dice.choice(sorted(records))
    records[f"{address}-er"] = records.pop(address)


def rename_and_reword(dice: Dice, records: Records, now: datetime) -> None:
    rename(dice, records, now)
    records[max(records, key=lambda address: "-m" in address)]["事实"] += a_word(dice)


def drop_old_address(dice: Dice, records: Records, now: datetime) -> None:
    dice.choice([r for r in records.values() if "旧网址" in r]).pop("旧网址")


def take_over(dice: Dice, records: Records, now: datetime) -> None:
    one = dice.choice([r for r in records.values() if "旧网址" in r])
    records["rumours/20260320-xin"] = clarification("新事", at(now), 旧网址=one.pop("旧网址"))


def big_slip(dice: Dice, records: Records, now: datetime) -> None:
    """A change that is called a slip of the pen, of something else or of what no slip is of."""
    record = pick(dice, records)
    key, named = dice.choice([("事实", "证据"), ("标题", "标题"), ("事实", "")])
    record[key] += a_word(dice)
    fields = {"字段": [named]} if named else {}
    record["变更记录"].append(entry_at(now, "更新", dice, 细微="是", **fields))


def withdraw_and_rewrite(dice: Dice, records: Records, now: datetime) -> None:
    """A withdrawal that is none for privacy takes nothing back."""
    rewrite_entry(dice, records, now)
    for record in records.values():
        record["变更记录"].append(entry_at(now, "撤回", dice))


def back_dated_update(dice: Dice, records: Records, now: datetime) -> None:
    early = at(START - timedelta(minutes=dice.randrange(61, 3000)))
    new = {"时间": early, "正文": a_word(dice)}
    pick(dice, records).setdefault("最新进展", []).append(new)


def back_dated_entry(dice: Dice, records: Records, now: datetime) -> None:
    history = pick(dice, records)["变更记录"]
    last = datetime.fromisoformat(history[-1]["时间"]).replace(tzinfo=START.tzinfo)
    early = last + (START - timedelta(minutes=61) - last) * dice.random()
    history.append(entry_at(early, "更新", dice))


EDITS = (
    reword,
    reword_inside,
    other_verdict,
    rewrite_entry,
    drop_entry,
    insert_entry,
    swap_entries,
    retype_entry,
    redate_entry,
    drop_update,
    delete,
    hide,
    postpone,
    back_date,
    redate,
    rename_without_redirect,
    rename_and_reword,
    drop_old_address,
    take_over,
    back_dated_entry,
    big_slip,
    withdraw_and_rewrite,
    back_dated_update,
)


# -- legal changes ---------------------------------------------------------------------------------


def correct(dice: Dice, records: Records, now: datetime) -> None:
    record, word = pick(dice, records), a_word(dice)
    record["事实"] += word
    minor = {"细微": "是", "字段": ["事实"]} if dice.random() < 0.3 else {}
    record["变更记录"].append(entry_at(now, "更正", dice, 原文="原", 新文=word, **minor))


def update(dice: Dice, records: Records, now: datetime) -> None:
    record = pick(dice, records)
    record["措施"] = a_word(dice)
    record["变更记录"].append(entry_at(now, "更新", dice))


def add_update(dice: Dice, records: Records, now: datetime) -> None:
    found = pick(dice, records).setdefault("最新进展", [])
    new = {"时间": at(now), "正文": a_word(dice)}
    found.insert(dice.choice([0, len(found)]), new)


def withdraw(dice: Dice, records: Records, now: datetime) -> None:
    record = pick(dice, records)
    erased = {"清除": "是"} if dice.random() < 0.5 else {}
    if erased:
        record["变更记录"][-1]["说明"] = "已清除"
    record["变更记录"].append(entry_at(now, "撤回", dice, **erased))


def restore(dice: Dice, records: Records, now: datetime) -> None:
    history = pick(dice, records)["变更记录"]
    if history[-1]["类型"] == "撤回":
        history.append(entry_at(now, "恢复", dice))


def publish_new(dice: Dice, records: Records, now: datetime) -> None:
    number = dice.randrange(10**9)
    records[f"rumours/20260320-x{number}"] = clarification(f"新事{number}", at(now))


def embargo(dice: Dice, records: Records, now: datetime) -> None:
    number, later = dice.randrange(10**9), now + timedelta(minutes=dice.randrange(1, 300))
    records[f"rumours/20260320-y{number}"] = clarification(f"后事{number}", at(later))


def draft(dice: Dice, records: Records, now: datetime) -> None:
    number = dice.randrange(10**9)
    new = clarification(f"草稿{number}", "2026-03-01 08:00", 状态="草稿")
    records[f"rumours/20260301-z{number}"] = new


def import_old(dice: Dice, records: Records, now: datetime) -> None:
    number = dice.randrange(10**9)
    new = clarification(f"旧事{number}", "2019-03-01 08:00", 历史资料来源="原专栏")
    records[f"rumours/20190301-l{number}"] = new


def rename(dice: Dice, records: Records, now: datetime) -> None:
    address = dice.choice(sorted(records))
    record = records[f"{address}-m{dice.randrange(10**9)}"] = records.pop(address)
    record["旧网址"] = [*record.get("旧网址", []), f"/{address}/"]


def note_release(dice: Dice, records: Records, now: datetime) -> None:
    pick(dice, records).setdefault("发布渠道", []).append({"渠道": dice.choice(["微博", "微信"])})


def link(dice: Dice, records: Records, now: datetime) -> None:
    one, other = dice.sample(sorted(records), 2)
    records[one].setdefault("关联", {})["同一事件"] = [other]


def note_inside(dice: Dice, records: Records, now: datetime) -> None:
    pick(dice, records)["内部"] = {"研判": a_word(dice)}


def reorder_keys(dice: Dice, records: Records, now: datetime) -> None:
    record = pick(dice, records)
    keys = sorted(record, key=lambda _: dice.random())
    pairs = [(key, record[key]) for key in keys]
    record.clear()
    record.update(pairs)


def wait(dice: Dice, records: Records, now: datetime) -> None:
    """Nothing but time: an embargo ends, a tolerance runs out."""


LEGAL = (
    correct,
    update,
    add_update,
    withdraw,
    restore,
    publish_new,
    embargo,
    draft,
    import_old,
    rename,
    note_release,
    link,
    note_inside,
    reorder_keys,
    wait,
)


def errors(folder: Path, records: Records, now: datetime, before: Any) -> list[str]:
    found = compared(folder, records, now, before)
    return [each.key for each in found if each.level.value == "error"]


def cleared(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def test_every_edit_of_what_was_public_is_found(
    tmp_path: Path, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    found: Counter[str] = Counter()
    missed = []
    for number in range(1000 if full_size else 60):
        dice = Dice(number)
        records = some_records(dice)
        before = previous(cleared(tmp_path), records, START)
        edit, after, now = EDITS[number % len(EDITS)], deepcopy(records), START
        while after == records:
            try:
                edit(dice, after, now)
            except IndexError:  # no record has what this edit needs
                edit = reword
        said = errors(cleared(tmp_path), after, now, before)
        found.update(said[:1])
        missed += [] if said else [(number, edit.__name__)]
    figure("edits of what was public", number + 1)
    figure("edits of what was public that were not found", len(missed))
    assert missed == []
    assert {key.partition(".")[0] for key in found} == {
        "silent-edit",
        "rewritten-history",
        "vanished-address",
        "reused-address",
        "back-dated",
    }


def test_no_legal_change_is_refused_and_each_release_extends_the_log(
    tmp_path: Path, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    """Runs of twenty releases, one to three changes each; `publish` takes every one."""
    refused, changes, made = [], 0, 0
    target, head = tmp_path / "www", None
    for number in range(1000 if full_size else 60):
        dice = Dice(number)
        if number % 20 == 0:
            records, now = some_records(dice), START
            shutil.rmtree(tmp_path / ".www.huiying", ignore_errors=True)
            release(tmp_path, cleared(target), records, now)
        before = previous(cleared(tmp_path / "a"), records, now)
        head = (target / "log/head.json").read_bytes()
        now += timedelta(minutes=dice.randrange(30, 400))
        for change in dice.sample(LEGAL, dice.randrange(1, 4)):
            change(dice, records, now)
            changes += 1
        refused += errors(cleared(tmp_path / "b"), records, now, before)
        made += release(tmp_path, target, records, now)
        assert list(verification.chain(reader(str(target)), log.parse_head(head))) == []
        assert verifier.faults(target) == []
    figure("legal changes", changes)
    figure("releases of legal changes", made)
    figure("legal changes that were refused", len(refused))
    assert refused == []


def release(folder: Path, target: Path, records: Records, now: datetime) -> bool:
    """Publish the records; whether that made a new release."""
    found, settings = read(cleared(folder / "src"), records, now)
    site = tree(cleared(folder / "site"), found, settings)
    return publish(site, target, now)[1]


# -- somebody who writes to the tree ---------------------------------------------------------------


@dataclass(frozen=True)
class Tree:
    """A published tree with three releases, and the heads that somebody kept of each."""

    root: Path
    heads: tuple[bytes, ...]
    older: Path


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    folder = tmp_path_factory.mktemp("published")
    records, heads = some_records(Dice(7)), []
    for number in range(3):
        now = START + timedelta(hours=number)
        if number:
            correct(Dice(number), records, now)
        release(folder, folder / "www", records, now)
        heads.append((folder / "www/log/head.json").read_bytes())
        if number == 1:
            shutil.copytree(folder / "www", folder / "older")
    return Tree(folder / "www", tuple(heads), folder / "older")


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def flip(dice: Dice, root: Path, older: Path) -> None:
    file = dice.choice(files(root))
    data = bytearray(file.read_bytes())
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    file.write_bytes(data)


def cut(dice: Dice, root: Path, older: Path) -> None:
    file = dice.choice(files(root))
    data = file.read_bytes()
    file.write_bytes(data[: dice.randrange(len(data))])


def append(dice: Dice, root: Path, older: Path) -> None:
    with dice.choice(files(root)).open("ab") as file:
        file.write(dice.choice([b" ", b"\n", b"<script>", b"}"]))


def remove(dice: Dice, root: Path, older: Path) -> None:
    dice.choice(files(root)).unlink()


def add(dice: Dice, root: Path, older: Path) -> None:
    folder = dice.choice(files(root)).parent
    names = ["x.html", "4.json", "99.json", ".hidden", "kept.json"]
    place = folder / (dice.choice(names) if folder != root else "x.html")
    place.write_bytes(b'{"files":{}}')


def exchange(dice: Dice, root: Path, older: Path) -> None:
    one, other = dice.sample(files(root), 2)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def older_file(dice: Dice, root: Path, older: Path) -> None:
    changed = [
        p for p in files(older) if p.read_bytes() != (root / p.relative_to(older)).read_bytes()
    ]
    file = dice.choice(changed)
    (root / file.relative_to(older)).write_bytes(file.read_bytes())


def link_away(dice: Dice, root: Path, older: Path) -> None:
    file = dice.choice([path for path in files(root) if path.suffix == ".html"])
    data, outside = file.read_bytes(), root.parent / "outside"
    outside.write_bytes(data)
    file.unlink()
    file.symlink_to(outside)


def rewrite_number(dice: Dice, root: Path, older: Path) -> None:
    file = root / "log" / f"{dice.randrange(1, 4)}.json"
    entry = json.loads(file.read_bytes())
    key = dice.choice(["n", "at", "manifest", "previous", "records", "kept"])
    entry[key] = {"n": 9, "at": "2026-03-01T00:00:00Z", "records": {"new": 1}}.get(key, "0" * 64)
    file.write_bytes(json.dumps(entry, sort_keys=True, separators=(",", ":")).encode() + b"\n")


def roll_back(dice: Dice, root: Path, older: Path) -> None:
    """The whole tree of yesterday, log and all: right in itself."""
    shutil.rmtree(root)
    shutil.copytree(older, root)


def forge(dice: Dice, root: Path, older: Path) -> None:
    """A page changed, and every digest above it, up to the head of the log, reckoned anew."""
    page = dice.choice([path for path in files(root) if path.suffix == ".html"])
    page.write_bytes(page.read_bytes() + b"forged")
    path = page.relative_to(root).as_posix()
    top = json.loads((root / "manifest.json").read_bytes())
    for shard in top["files"]["shards"]:
        listed = json.loads((root / shard["path"]).read_bytes())
        if path in listed["files"]:
            listed["files"][path] = seal(page)
            (root / shard["path"]).write_bytes(json.dumps(listed).encode())
            shard["sha256"] = seal(root / shard["path"])
    (root / "manifest.json").write_bytes(json.dumps(top).encode())
    rechain(root, dice.randrange(1, 4))


def rewrite_log(dice: Dice, root: Path, older: Path) -> None:
    """An old release told otherwise, and the chain forged from there on."""
    number = dice.randrange(1, 4)
    rechain(root, number, at=f"2026-03-20T0{3 + number}:00:0{dice.randrange(1, 9)}Z")


def drop_release(dice: Dice, root: Path, older: Path) -> None:
    """A release taken out of the log, the later ones moved up."""
    number = dice.randrange(1, 3)
    entries = [json.loads((root / f"log/{n}.json").read_bytes()) for n in (1, 2, 3) if n != number]
    (root / "log/3.json").unlink()
    for n, entry in enumerate(entries, 1):
        (root / f"log/{n}.json").write_bytes(log.written(parsed({**entry, "n": n})))
    rechain(root, 1)


def parsed(entry: dict[str, Any]) -> log.Link:
    return log.Link(**{name: value for name, value in entry.items() if name != "format"})


def rechain(root: Path, start: int, **more: Any) -> None:
    """The log from one entry on, with its digests as they should be."""
    last = len(list((root / "log").glob("[0-9]*.json")))
    for n in range(start, last + 1):
        link = log.parse_link((root / f"log/{n}.json").read_bytes())
        before = seal(root / f"log/{n - 1}.json") if n > 1 else None
        link = replace(link, previous=before, **(more if n == start else {}))
        if n == last:
            link = replace(link, manifest=seal(root / "manifest.json"))
        (root / f"log/{n}.json").write_bytes(log.written(link))
    head = log.Head(last, seal(root / f"log/{last}.json"))
    (root / "log/head.json").write_bytes(log.written(head))


def seal(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


TAMPERINGS = (
    flip,
    cut,
    append,
    remove,
    add,
    exchange,
    older_file,
    link_away,
    rewrite_number,
    roll_back,
    forge,
    rewrite_log,
    drop_release,
)


def found_by(root: Path, head: bytes) -> Iterator[str]:
    yield from (each.path for each in verification.tree(root))
    yield from (e.path for e in verification.chain(reader(str(root)), log.parse_head(head)))


def test_every_tampering_with_tree_manifest_or_log_is_found(
    tmp_path: Path, published: Tree, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    missed, disagreed = [], []
    count = 1000 if full_size else 60
    kept = tmp_path / "head.json"
    kept.write_bytes(published.heads[-1])
    for number in range(count):
        dice, root = Dice(number), cleared(tmp_path / "www")
        shutil.copytree(published.root, root)
        tamper = TAMPERINGS[number % len(TAMPERINGS)]
        tamper(dice, root, published.older)
        if not list(found_by(root, published.heads[-1])):
            missed.append((number, tamper.__name__))
        if not independent(root, kept) and tamper not in (link_away,):
            disagreed.append((number, tamper.__name__))
    figure("tamperings with tree, manifest or log", count)
    figure("tamperings that were not found", len(missed))
    assert missed == []
    assert disagreed == []


def independent(root: Path, head: Path) -> bool:
    """Whether the other verifier finds something, be it that it cannot read a file at all."""
    try:
        return bool(verifier.faults(root, head))
    except (OSError, ValueError, KeyError, TypeError):
        return True


def test_the_tree_as_it_was_published_has_no_fault(tmp_path: Path, published: Tree) -> None:
    for number, head in enumerate(published.heads, 1):
        kept = tmp_path / f"{number}.json"
        kept.write_bytes(head)
        assert list(found_by(published.root, head)) == []
        assert verifier.faults(published.root, kept) == []


def test_publish_itself_takes_no_edit_that_the_comparison_refuses(tmp_path: Path) -> None:
    """That a new record is back-dated needs the content; all else two manifests show."""
    target = tmp_path / "www"
    records = some_records(Dice(1))
    release(tmp_path, target, records, START)
    before = {path: path.read_bytes() for path in files(target)}
    for edit in (
        reword,
        rewrite_entry,
        drop_entry,
        delete,
        hide,
        drop_old_address,
        take_over,
        back_dated_entry,
        big_slip,
        withdraw_and_rewrite,
        back_dated_update,
    ):
        after = deepcopy(records)
        edit(Dice(3), after, START)
        with pytest.raises(Refused) as refused:
            release(tmp_path, target, after, START + timedelta(hours=1))
        assert refused.value.rule == "publish.differs", edit.__name__
    assert {path: path.read_bytes() for path in files(target)} == before
