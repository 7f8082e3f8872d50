"""From a sample's YAML to the page that readers see, for every kind and register there is.

What a complete sample fills is asserted in test_samples; here, that readers can see all of it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from huiying import content
from huiying.cache import Cache
from huiying.library import Library
from huiying.mkdocs_plugin import shells
from huiying.prose import plain
from huiying.public import Projection, project
from huiying.records import KINDS, REGISTERS, Kind, Register
from huiying.records.field import Model, fields_of
from huiying.render.body import body, environment
from huiying.render.head import head
from huiying.render.plan import pages, shell_name
from huiying.render.plan.archive import NEWEST
from huiying.settings import Settings
from tests import samples
from tests.conftest import ROOT
from tests.helper import NOW
from tests.sites import CONFIG, build

FOR_ALL = {
    "schema_version": "says which format the file has",
    "short_title": "stands in lists",
    "categories": "sorts matters for the office and the data, not for readers",
    "keywords": "stand in the head, for search",
    "former_urls": "lead here",
    "blocks.type": "is seen",
    "updates.blocks.type": "is seen",
    "blocks.drawing.type": "is seen",
    "updates.blocks.drawing.type": "is seen",
    "clock.profile": "names the table of time limits",
    "milestones": "whether an answer was in time is not judged in public",
    "history.fields": "keys of the file",
    "history.alternative": "is linked while the record is withdrawn",
    "history.minor": "is a word only where it is true",
    "channels.at": "the day on which others took it over is in the data",
    "media_pickups.at": "the same",
    "relations": "are cards; each record stands under one of them",
    "expires_at": "is told once it is over",
}
EXCEPTIONS = {
    "topic": {
        "sections.blocks.drawing.type": "is seen",
        "summary": "stands in lists; the lead says it here",
        "banner": "stands on the home page",
        "sections.query": "is a question, not a text",
        "sections.blocks.type": "is seen",
        "pinned": "are cards",
    },
    "clarification": {
        "claims.appearances.url": "a link would help it to spread",
        "spread_state": "decides what the home page shows first",
    },
    "interpretation": {"released_with_policy": "is told in a sentence"},
}
"""Public fields whose value is not read on the page of its record, each with the reason."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kinds")
    laid = samples.lay(folder)
    (laid / "pages").mkdir()
    (laid / "pages" / "about.md").write_text("# 关于本站\n\n正文。\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(url="https://hy.example/"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tree(folder: Path) -> Path:
    return build(folder, "--now", NOW.isoformat())


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    found = content.read(folder, folder / "content", "test", Cache(None))
    assert found.problems == ()
    return found.library


@pytest.fixture(scope="module")
def public(folder: Path, library: Library) -> Projection:
    found = content.read(folder, folder / "content", "test", Cache(None))
    return project(library, Settings(found.site, "https://hy.example/", NOW))


def read(tree: Path, address: str) -> str:
    """The `<main>` of a page."""
    html = (tree / address / "index.html").read_text("utf-8")
    return html[html.index("<main") : html.index("</main>")]


def squeezed(text: str) -> str:
    """A text without spaces and line ends: where those stand is the browser's business."""
    return re.sub(r"\s+", "", text)


def seen(html: str) -> str:
    """All texts of a page, and the addresses behind its links and media, which stand for them."""
    texts = unescape(re.sub(r"<[^>]*>", "", html))
    addresses = " ".join(re.findall(r' (?:href|src|poster|alt)="([^"]*)"', html))
    return squeezed(f"{texts} {unescape(addresses)}")


def shown(item: Any, value: Any) -> list[str]:
    """The ways in which a page may say a value."""
    if item.vocabulary is not None:
        return [item.vocabulary.label(value)]
    if isinstance(value, datetime):
        local = value.astimezone(NOW.tzinfo)
        return [f"{local.month}月{local.day}日{local:%H:%M}", f"{local:%H:%M}"]
    if isinstance(value, date):
        return [f"{value.month}月{value.day}日"]
    if isinstance(value, int):
        return [f"{value:,}", str(value)]
    return [squeezed(plain(value)), value]


def told(fields: Model, values: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Paths of the public values of a group, and the ways in which a page may say each."""
    for item in fields_of(type(fields)):
        if item.name not in values:
            continue
        here = f"{path}.{item.name}" if path else item.name
        typed, plain_value = getattr(fields, item.name), values[item.name]
        refers = bool(item.refers)
        groups = typed if isinstance(typed, tuple) else (typed,)
        given = plain_value if isinstance(plain_value, list) else [plain_value]
        for group, value in zip(groups, given, strict=False):
            if isinstance(group, Model):
                yield from told(group, value, here)
            elif not refers:
                yield here, shown(item, value)
            else:
                yield here, [value]  # an id or a file stands in an address


def excepted(path: str, kind: str) -> bool:
    names = FOR_ALL | EXCEPTIONS.get(kind, {})
    return any(path == name or path.startswith(f"{name}.") for name in names)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_public_value_of_a_complete_sample_is_on_its_page(
    tree: Path, library: Library, public: Projection, kind: Kind
) -> None:
    address = samples.address_of(kind.name, "complete")
    text = seen(read(tree, address))
    fields = library.records[address].fields.shown_at(NOW)
    found = list(told(fields, public.records[address].values))
    missing = [
        (path, ways)
        for path, ways in found
        if not excepted(path, kind.name) and not any(squeezed(way) in text for way in ways)
    ]
    assert missing == []
    assert len(found) > 60


@pytest.mark.parametrize("size", samples.ENDS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_page_has_an_empty_part(tree: Path, kind: Kind, size: samples.Size) -> None:
    html = read(tree, samples.address_of(kind.name, size))
    headings = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", html, re.DOTALL)
    assert [text for _, text in headings if not re.sub(r"<[^>]*>|\s", "", text)] == []
    bare = re.sub(r"<(?:svg|path|rect)[^>]*/?>|</(?:svg|path|rect)>", "", html)
    assert (
        re.findall(r"<(section|ul|ol|dl|dd|dt|li|p|figcaption)\b[^>]*>\s*</\1>", bare)
        == [
            # What the script says after copying a link has to be there before it speaks.
        ]
    )
    assert re.findall(r"</h2>\s*(?:</div>\s*)?</section>", bare) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_stands_in_menu_lists_feed_and_sitemap(tree: Path, kind: Kind) -> None:
    home = (tree / "index.html").read_text("utf-8")
    menu = home[home.index('<nav class="resp-menu"') : home.index("</header>")]
    assert f'href="{kind.url_word}/"' in menu
    feed = (tree / "feeds" / "all.xml").read_text("utf-8")
    assert f'<category term="{kind.name}" label="{kind.zh}"/>' in feed
    sitemaps = "".join(path.read_text("utf-8") for path in (tree / "sitemaps").iterdir())
    for size in samples.ENDS:
        address = samples.address_of(kind.name, size)
        assert f'href="../{address}/"' in read(tree, kind.url_word)
        assert f"<loc>https://hy.example/{address}/</loc>" in sitemaps


WITH_PAGES = [register for register in REGISTERS if register.url_word]
OF_THE_OFFICE = [register for register in REGISTERS if not register.url_word]
NOT_SHOWN = {
    "organisation": {"valid_from", "short_name"},
    "channel": set[str](),
    "expert": set[str](),
    "policy": set[str](),
}


@pytest.mark.parametrize("register", WITH_PAGES, ids=lambda register: register.name)
def test_every_public_value_of_an_entry_is_on_its_page(
    tree: Path, library: Library, public: Projection, register: Register
) -> None:
    entries = public.registers[register.name]
    assert entries
    for id, values in entries.items():
        own = tree / register.url_word / id / "index.html"
        address = f"{register.url_word}/{id}" if own.is_file() else register.url_word
        text = seen(read(tree, address))
        fields = library.registers[register.name][id].fields
        for path, ways in told(fields, values):
            is_shown = path in NOT_SHOWN[register.name] or any(
                squeezed(way) in text for way in ways
            )
            assert is_shown, (id, path, ways)
        footer = (tree / "index.html").read_text("utf-8").partition("<footer")[2]
        assert f'href="{register.url_word}/"' in footer


def private(fields: Model, values: Any = None) -> Iterator[str]:
    """The texts of a group that stand in none of the shown values."""
    for item in fields_of(type(fields)):
        typed = getattr(fields, item.name)
        for value in typed if isinstance(typed, tuple) else (typed,):
            if isinstance(value, Model):
                yield from private(value)
            elif isinstance(value, str) and len(value) >= 6:
                yield value


@pytest.mark.parametrize("register", OF_THE_OFFICE, ids=lambda register: register.name)
def test_nothing_of_an_office_register_is_in_the_site(
    tree: Path, library: Library, public: Projection, register: Register
) -> None:
    public_texts = str(public.records) + str(public.registers) + str(public.site)
    texts = {
        text
        for entry in library.registers[register.name].values()
        for text in private(entry.fields)
        if text not in public_texts and re.search(r"[一-鿿]", text)
    }
    site = "".join(
        path.read_text("utf-8") for path in tree.rglob("*") if path.suffix in (".html", ".xml")
    )
    assert [text for text in texts if text in site] == []
    assert not (tree / (register.plural or register.name)).exists()


def test_what_an_expert_did_not_agree_to_is_nowhere(tree: Path, library: Library) -> None:
    withheld = [
        text
        for entry in library.experts.values()
        for name in ("name", "title", "org", "bio", "photo")
        if name not in entry.fields.consent and (text := getattr(entry.fields, name))
    ]
    assert withheld
    for path in tree.rglob("*.html"):
        html = path.read_text("utf-8")
        assert [text for text in withheld if text in html] == [], path


def test_experts_and_policies_are_tied_from_both_ends(tree: Path, public: Projection) -> None:
    address = samples.address_of("interpretation", "complete")
    values = public.records[address].values
    ties = [f"policies/{values['policy']}", *(f"experts/{id}" for id in values["experts"])]
    assert len(ties) >= 2
    for tie in ties:
        assert f'href="../../{tie}/"' in read(tree, address)
        assert f'href="../../{address}/"' in read(tree, tie)
    briefing = samples.address_of("briefing", "complete")
    speakers = public.records[briefing].values["speakers"]
    [expert] = [speaker["expert"] for speaker in speakers if "expert" in speaker]
    assert f'href="../../experts/{expert}/"' in read(tree, briefing)
    assert f'href="../../{briefing}/"' in read(tree, f"experts/{expert}")


def test_a_policy_and_what_replaced_it_name_each_other(tree: Path, public: Projection) -> None:
    pairs = [
        (id, values["replaced_by"])
        for id, values in public.policies.items()
        if "replaced_by" in values
    ]
    assert pairs
    for old, new in pairs:
        assert f'href="../../policies/{new}/"' in read(tree, f"policies/{old}")
        assert f'href="../../policies/{old}/"' in read(tree, f"policies/{new}")


def test_every_page_that_may_be_planned_has_a_shell(tmp_path: Path) -> None:
    """Also the months of an expert, a policy or a body that has more than one list holds."""
    laid = samples.lay(tmp_path)
    sample = (laid / samples.place_of("interpretation", "complete")).read_text("utf-8")
    sample = sample.partition("旧网址")[0]
    for number in range(NEWEST + 1):
        place = laid / "interpretations" / "2026" / f"20260312-more{number}.yml"
        place.write_text(sample, encoding="utf-8")
    found = content.read(tmp_path, laid, "test", Cache(None))
    projection = project(found.library, Settings(found.site, "https://hy.example/", NOW))
    planned = [page for page in pages(projection) if page.path.startswith(("experts", "policies"))]
    names = {shell_name(page.page_class, page.column, page.depth) for page in planned}
    assert {"month-experts-4", "month-policies-4", "month-policies-3"} <= names
    assert names <= {plan.name for plan in shells()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_that_lacks_any_field_still_has_its_page(public: Projection, kind: Kind) -> None:
    """The preview shows drafts, and what is unfinished must not end in a traceback."""
    record = public.records[samples.address_of(kind.name, "complete")]
    whole = dict(record.values)
    lesser = [
        {key: whole[key] for key in whole if key != gone} for gone in whole if gone != "title"
    ]
    for values in [*lesser, {"title": whole["title"]}]:
        changed = replace(record, values=values, state="draft")
        found = replace(public, records={**public.records, record.address: changed})
        [page] = [page for page in pages(found) if page.address == f"{record.address}/"]
        html = body(page, public.settings, environment(ROOT / "theme"))
        assert "草稿" in html
        assert head(page, public.settings)


def test_a_site_of_drafts_has_its_lists_and_registers(public: Projection) -> None:
    drafts = {
        place: replace(record, values={"title": record.values["title"]}, state="draft")
        for place, record in public.records.items()
    }
    by_kind = {
        kind: tuple(drafts[record.address] for record in records)
        for kind, records in public.by_kind.items()
    }
    found = replace(public, records=drafts, by_kind=by_kind, by_organisation={})
    for page in pages(found):
        assert body(page, public.settings, environment(ROOT / "theme"))
        assert head(page, public.settings)
