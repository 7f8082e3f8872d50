"""The digest: every byte of the content counts, and nothing of how it is written down."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying import content, records
from huiying.cache import Cache
from huiying.content import Content
from huiying.digest import content_digest, covered, digest_input, read_line
from huiying.formatting import put_in_order
from huiying.importing.writing import spell
from huiying.library import Library
from huiying.records import KIND_BY_NAME, KINDS, Record
from huiying.records.common import Common
from huiying.records.field import Field, Model, Shape, fields_of
from tests import samples
from tests.conftest import is_proof
from tests.rules.helper import CLARIFICATION, RUMOUR, ZONE, library

Way = tuple[str | int, ...]
NAMES = [kind.name for kind in KINDS]
CONTENTS, SAMPLE = 10_000, 1_500


def plain(kind: str) -> dict[str, Any]:
    """The canonical plain values of a kind's complete sample."""
    data = (samples.SAMPLES / kind / "complete.yml").read_bytes()
    parsed = records.parse(data, "a.yml", KIND_BY_NAME[kind].model, "zh")
    assert parsed.problems == ()
    values: dict[str, Any] = parsed.values
    return values


def made(kind: str, values: Any, id: str = "") -> Record[Common]:
    """A record of those values, with Chinese terms."""
    parsed = records.Parsed("zh", values, b"{}", ())
    id = id or samples.id_of(kind, "complete")
    record, problems = records.construct(parsed, KIND_BY_NAME[kind].model, kind, id, "a.yml", ZONE)
    assert record is not None, problems
    return record


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """All samples, with their media."""
    root = tmp_path_factory.mktemp("samples")
    samples.lay(root)
    return content.read(root, root / "content", "test", Cache(None))


def anew(found: Library, **changes: Any) -> Library:
    """The library with other media or sidecars, and nothing remembered."""
    return replace(found, **changes)


def leaves(
    value: Any, item: Field, path: Way, declared: str
) -> Iterator[tuple[Way, Field, str, str]]:
    """Each public scalar: its path, its field, its path as declared, itself."""
    if isinstance(value, str):
        yield path, item, declared, value
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from leaves(each, item, (*path, number), declared)
    else:
        assert item.group is not None
        yield from leaves_of(value, item.group, path, f"{declared}.")


def leaves_of(
    values: Any, model: type[Model], path: Way = (), above: str = ""
) -> Iterator[tuple[Way, Field, str, str]]:
    """Each public scalar of a group."""
    for item in fields_of(model):
        is_covered = bool(path) or item in covered(model)
        if item.key.public and is_covered and item.name in values:
            yield from leaves(values[item.name], item, (*path, item.name), above + item.name)


def declared(model: type[Model], above: str = "", seen: tuple[Any, ...] = ()) -> set[str]:
    """The paths of all fields that the digest covers, from the declarations."""
    found: set[str] = set()
    for item in fields_of(model):
        if not item.key.public or (not above and item not in covered(model)):
            continue
        if item.group is None:
            found.add(above + item.name)
        elif item.group not in seen:
            found |= declared(item.group, f"{above}{item.name}.", (*seen, item.group))
    return found


def other(value: str, item: Field) -> str:
    """Another value of the same type, as near as can be."""
    if item.vocabulary is not None:
        terms = [term.zh for term in item.vocabulary]
        return terms[(terms.index(value) + 1) % len(terms)]
    if item.type == "moment":
        return value[:-1] + str((int(value[-1]) + 1) % 10)
    if item.type == "day":
        return str(date.fromisoformat(value) + timedelta(days=1))
    if item.type == "yes":
        return "否" if value == "是" else "是"
    if item.type == "whole":
        return str(int(value.replace(",", "")) + 1)
    if item.type == "offset":
        return "00:59" if value != "00:59" else "00:58"
    if item.type == "number":
        return "12.5" if value != "12.5" else "12.4"
    if item.type == "percent":
        return "12.5%" if not value.startswith("12.5") else "12.4%"
    if item.type in ("line", "prose", "reference"):
        value = value.strip()
        return value[:-1] + chr(ord(value[-1]) ^ 1)
    return f"{value}a"


def put(values: Any, path: Way, value: Any) -> Any:
    """The values with another one at a path."""
    values = deepcopy(values)
    around = values
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = value
    return values


# -- what reopens --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", NAMES)
def test_any_public_value_that_changes_changes_the_digest_and_is_named(
    kind: str, site: Content, figure: Callable[[str, object], None]
) -> None:
    values = plain(kind)
    before = content_digest(made(kind, values), site.library)
    found = list(leaves_of(values, KIND_BY_NAME[kind].model))
    for path, item, _, value in found:
        changed = made(kind, put(values, path, other(value, item)))
        after = content_digest(changed, anew(site.library))
        assert after.whole != before.whole, path
        assert after.changed_since(before.fields) == (path[0],), path
    assert {name for _, _, name, _ in found} == declared(KIND_BY_NAME[kind].model)
    figure(f"digest: values of a {kind} flipped, all reopen", len(found))


@pytest.mark.parametrize("kind", NAMES)
def test_any_key_that_is_left_out_changes_the_digest(kind: str, site: Content) -> None:
    values = plain(kind)
    whole = made(kind, values)
    before = content_digest(whole, site.library)
    model = KIND_BY_NAME[kind].model
    for item in covered(model):
        if item.is_required or item.name == "schema_version":
            continue
        less = {name: value for name, value in values.items() if name != item.name}
        if getattr(made(kind, less).fields, item.name) == getattr(whole.fields, item.name):
            continue  # the sample says what holds without a word, too
        after = content_digest(made(kind, less), anew(site.library))
        assert (after.whole != before.whole, after.changed_since(before.fields)) == (
            True,
            (item.name,),
        )


@pytest.mark.parametrize("kind", NAMES)
def test_what_is_private_or_no_content_changes_nothing(kind: str, site: Content) -> None:
    values = plain(kind)
    before = content_digest(made(kind, values), site.library)
    model = KIND_BY_NAME[kind].model
    names = {item.name for item in fields_of(model)} - {item.name for item in covered(model)}
    assert {"history", "channels", "media_pickups", "former_urls", "review", "status"} <= names
    less = {name: value for name, value in values.items() if name not in names}
    assert content_digest(made(kind, less), anew(site.library)) == before


@pytest.mark.parametrize("kind", NAMES)
def test_the_same_values_at_another_address_are_another_content(kind: str, site: Content) -> None:
    values = plain(kind)
    before = content_digest(made(kind, values), site.library)
    id = f"20260101-{kind}" if KIND_BY_NAME[kind].model.dated else f"{kind}-a"
    after = content_digest(made(kind, values, id), anew(site.library))
    assert (after.whole == before.whole, after.fields) == (False, before.fields)


def used(kind: str, found: Content) -> set[str]:
    """The media that a record's public values name, captions of its films too."""
    media = {
        value
        for _, item, _, value in leaves_of(plain(kind), KIND_BY_NAME[kind].model)
        if item.refers == "media"
    }
    sidecars = (found.library.sidecars.get(path) for path in sorted(media))
    return media | {each.fields.captions for each in sidecars if each and each.fields.captions}


@pytest.mark.parametrize("kind", NAMES)
def test_one_byte_of_any_medium_in_use_changes_the_digest(
    kind: str, tmp_path: Path, site: Content
) -> None:
    samples.lay(tmp_path)
    place = samples.address_of(kind, "complete")
    before = content_digest(site.library.records[place], site.library)
    assert used(kind, site) < site.library.media.keys()
    for path in sorted(site.library.media):
        file = tmp_path / "content" / "media" / path
        kept = file.read_bytes()
        file.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
        found = content.read(tmp_path, tmp_path / "content", "test", Cache(None)).library
        file.write_bytes(kept)
        after = content_digest(found.records[place], found)
        assert (path, after.whole != before.whole) == (path, path in used(kind, site))


@pytest.mark.parametrize("name", ["alt", "licence", "internal"])
def test_what_is_public_beside_a_medium_belongs_to_the_content(name: str, site: Content) -> None:
    place = samples.address_of("clarification", "complete")
    before = content_digest(site.library.records[place], site.library)
    path = min(used("clarification", site) & site.library.sidecars.keys())
    sidecar = site.library.sidecars[path]
    changed = replace(sidecar, fields=sidecar.fields.model_copy(update={name: "换成别的话"}))
    found = anew(site.library, sidecars={**site.library.sidecars, path: changed})
    after = content_digest(found.records[place], found)
    assert (after.whole != before.whole) == (name != "internal")


def test_a_medium_that_is_gone_is_another_content(site: Content) -> None:
    place = samples.address_of("clarification", "complete")
    before = content_digest(site.library.records[place], site.library)
    found = anew(site.library, media={})
    assert content_digest(found.records[place], found).whole != before.whole


# -- what stays ----------------------------------------------------------------------------------


def scalar(text: str, chance: random.Random) -> str:
    """A text in double quotes, escaped or not, or in single ones."""
    if "\n" not in text and chance.random() < 0.5:
        return "'" + text.replace("'", "''") + "'"
    is_basic = all(ord(sign) < 0x10000 for sign in text)
    return json.dumps(text, ensure_ascii=is_basic and chance.random() < 0.3)


def messy(value: Any, item: Field | None, indent: int, language: str, chance: random.Random) -> str:
    """A value behind its key or dash, in any style."""
    if isinstance(value, str):
        behind = chance.choice(("", "", "  # 注：看这里"))
        is_block = value.count("\n") and value == value.strip() and chance.random() < 0.5
        if is_block:
            lines = "".join(
                f"{' ' * indent}{line}\n" if line else "\n" for line in value.split("\n")
            )
            return f" {chance.choice(('|', '|-', '|+'))}\n{lines}"
        return f" {scalar(value, chance)}{behind}\n"
    if isinstance(value, list):
        pad = " " * indent
        items = [f"{pad}-{messy(each, item, indent + 2, language, chance)}" for each in value]
        return "\n" + "".join(items) if items else " []\n"
    group = item.group if item is not None else None
    return "\n" + entries(value, group, indent, language, chance)


def entries(
    values: Mapping[str, Any],
    model: type[Model] | None,
    indent: int,
    language: str,
    chance: random.Random,
) -> str:
    """The keys of a group in any order, with comments and empty lines between."""
    items = {each.name: each for each in fields_of(model)} if model is not None else {}
    names = list(values)
    chance.shuffle(names)
    found = ""
    for name in names:
        item = items.get(name)
        key = item.label(language) if item else name
        found += chance.choice(("", "", "\n", f"{' ' * indent}# 注：{chance.random()}\n"))
        shown = chance.choice((key, key, f'"{key}"', f"'{key}'"))
        found += f"{' ' * indent}{shown}:{messy(values[name], item, indent + 2, language, chance)}"
    return found


def rewritten(kind: str, chance: random.Random) -> bytes:
    """A sample's complete file, written down anew: another order, quotes, comments, language."""
    model = KIND_BY_NAME[kind].model
    language = chance.choice(("zh", "en"))
    values = spell(plain(kind), Shape("group", model=model), language)
    text = entries(values, model, 0, language, chance)
    data = text.replace("\n", chance.choice(("\n", "\r\n"))).encode()
    if chance.random() < 0.3:
        formed = put_in_order(data, "a.yml", model, chance.choice(("zh", "en")), False)
        assert formed.problems == ()
        data = formed.data or data
    return data


@settings(max_examples=1_000 if is_proof() else 60, deadline=None)
@given(seed=st.integers(0, 2**64), kind=st.sampled_from(NAMES))
def test_how_it_is_written_down_changes_nothing(seed: int, kind: str) -> None:
    empty = library({RUMOUR: CLARIFICATION})
    model, id = KIND_BY_NAME[kind].model, samples.id_of(kind, "complete")
    data = rewritten(kind, random.Random(seed))
    parsed = records.parse(data, "a.yml", model, "zh")
    record, problems = records.construct(parsed, model, kind, id, "a.yml", ZONE)
    assert record is not None, (problems, data.decode())
    assert content_digest(record, empty) == content_digest(made(kind, plain(kind)), anew(empty))


def test_a_moment_is_the_same_in_any_zone() -> None:
    one = library({RUMOUR: CLARIFICATION})
    two = library({RUMOUR: CLARIFICATION.replace("03-12 09:40", "03-12T01:40:00Z")})
    (first,), (second,) = one.records.values(), two.records.values()
    assert content_digest(first, one) == content_digest(second, two)


# -- nothing can be taken for something else -------------------------------------------------------

PIECES = ("a", "b", "ab", "t1:a", "k5:title", "l0:", "g0:", "1", "01", "是", "甲", "甲乙", "é", "é")


def generated(chance: random.Random) -> dict[str, Any]:
    """A small clarification made of pieces that could be mistaken for each other."""

    def text() -> str:
        return "".join(chance.choices(PIECES, k=chance.randint(1, 3)))

    def several() -> list[str]:
        return [text() for _ in range(chance.randint(0, 3))]

    values: dict[str, Any] = {"title": text()}
    for name in ("short_title", "summary", "facts", "measures", "outcome"):
        if chance.random() < 0.4:
            values[name] = text()
    for name in ("places", "keywords"):
        if chance.random() < 0.5:
            values[name] = several()
    if chance.random() < 0.5:
        values["claims"] = [{"text": text()} for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.3:
        values["timeline"] = [{"at": f"2026-03-1{chance.randint(0, 9)} 09:40", "text": text()}]
    return values


def test_no_two_contents_share_the_bytes_that_are_digested(
    full_size: bool, figure: Callable[[str, object], None]
) -> None:
    chance = random.Random(20260312)
    empty = library({RUMOUR: CLARIFICATION})
    wanted = CONTENTS if full_size else SAMPLE
    meant: dict[str, bytes] = {}
    while len(meant) < wanted:
        values = generated(chance)
        given = {key: value for key, value in values.items() if value not in ([], "")}
        meaning = json.dumps(given, sort_keys=True, ensure_ascii=False)
        found = digest_input(made("clarification", values), empty)
        assert meant.setdefault(meaning, found) == found
    assert len(set(meant.values())) == len(meant)
    figure("digest: generated contents, all with bytes of their own", len(meant))


def test_a_line_of_digests_is_read_as_it_was_written(site: Content) -> None:
    place = samples.address_of("clarification", "complete")
    found = content_digest(site.library.records[place], site.library)
    assert read_line(found.line) == found.fields
    assert read_line("title=0a b = =c title") == {"title": "0a"}
    assert found.changed_since(found.fields) == ()
