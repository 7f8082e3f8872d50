"""The sample content: an invented city's site, complete, clean, never mistaken for a real one."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from huiying import content, rules
from huiying.cache import Cache
from huiying.content import Content
from huiying.library import Library
from huiying.problem import Level
from huiying.public import Projection, project
from huiying.records.block import Block
from huiying.records.clarification import Clarification
from huiying.records.common import Common
from huiying.records.topic import Topic
from huiying.records.vocabulary import BLOCK_TYPE, HISTORY_TYPE, VERDICT
from huiying.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "content"
ADDRESS = "https://huiying.example/"
NOW = datetime(2026, 11, 24, 4, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
FIVE_FORMATS = {"text", "infographic", "audio", "video", "link"}
HOST = re.compile(r"https?://([^/\s\"'<>（）)\]]+)")
NAMESPACES = {"www.w3.org"}  # of SVG: a name, never asked for
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]+", re.ASCII | re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\d.])(?:1[3-9]\d{9}|0[1-9]\d{1,2}-?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)", re.ASCII
)


@pytest.fixture(scope="module")
def sample() -> Content:
    return content.read(ROOT, FOLDER, "test", Cache(None))


@pytest.fixture(scope="module")
def library(sample: Content) -> Library:
    return sample.library


@pytest.fixture(scope="module")
def settings(sample: Content) -> Settings:
    return Settings(sample.site, ADDRESS, NOW)


@pytest.fixture(scope="module")
def public(library: Library, settings: Settings) -> Projection:
    return project(library, settings)


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the sample, with its name."""
    for path in [*sorted(FOLDER.rglob("*")), ROOT / "mkdocs.yml"]:
        if path.suffix in (".yml", ".md", ".svg", ".vtt", ".csv"):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def blocks(fields: Common) -> Iterator[Block]:
    """Blocks of a record and of a topic's sections."""
    yield from fields.blocks
    if isinstance(fields, Topic):
        for section in fields.sections:
            yield from section.blocks


def test_the_sample_has_no_error_and_no_warning(sample: Content, settings: Settings) -> None:
    found = [*sample.problems, *rules.check(sample.library, settings, FOLDER, "content")]
    assert [each for each in found if each.level is not Level.NOTE] == []


def test_the_public_sees_3_topics_24_clarifications_and_12_responses(public: Projection) -> None:
    kinds = Counter(record.kind for record in public.records.values())
    assert kinds == {"topic": 3, "clarification": 24, "response": 12}


def test_the_registers_hold_8_organisations_and_10_channels(library: Library) -> None:
    assert (len(library.organisations), len(library.channels)) == (8, 10)


def test_one_organisation_was_merged_into_another(library: Library) -> None:
    heirs = {
        id: entry.fields.successor
        for id, entry in library.organisations.items()
        if entry.fields.valid_to is not None
    }
    assert heirs == {"gongshui-guanlichu": "shuiwuju"}


def test_every_verdict_is_given_at_least_twice(library: Library) -> None:
    given = Counter(
        record.fields.verdict
        for record in library.records.values()
        if isinstance(record.fields, Clarification)
    )
    assert {term.en for term in VERDICT} == {
        verdict for verdict, times in given.items() if times >= 2
    }


def test_something_was_published_in_each_of_14_months(public: Projection) -> None:
    months = {
        record.published_at.strftime("%Y-%m")
        for record in public.records.values()
        if record.kind != "topic"
    }
    expected = {f"2025-{month:02}" for month in (10, 11, 12)}
    assert expected | {f"2026-{month:02}" for month in range(1, 12)} == months


def test_one_topic_carries_all_five_formats(library: Library) -> None:
    used = {block.type for block in blocks(library.records["topics/gongshui"].fields)}
    assert FIVE_FORMATS - used == set()


def test_every_type_of_block_stands_somewhere(library: Library) -> None:
    used = {block.type for record in library.records.values() for block in blocks(record.fields)}
    assert {term.en for term in BLOCK_TYPE} == used


def test_every_stage_of_a_public_life_stands_somewhere(public: Projection) -> None:
    marks = {mark for record in public.records.values() for mark in record.marks}
    assert {"updated", "corrected", "superseded", "withdrawn", "archived", "expired"} == marks


def test_every_type_of_change_but_a_restoration_was_made(library: Library) -> None:
    made = {entry.type for record in library.records.values() for entry in record.fields.history}
    assert {term.en for term in HISTORY_TYPE} - {"restored"} == made


def test_a_draft_a_review_and_an_embargo_show_in_the_preview_only(
    library: Library, settings: Settings, public: Projection
) -> None:
    preview = project(library, settings, preview=True)
    hidden = {
        place: preview.records[place].state for place in preview.records.keys() - public.records
    }
    assert hidden == {
        "rumours/20261124-gongjiao-piaojia": "draft",
        "responses/20261123-shanghu-sunshi": "in_review",
        "responses/20270301-gaizao-jihua": "embargoed",
    }


def test_a_banner_is_up_while_the_pipe_is_replaced(library: Library) -> None:
    topic = library.records["topics/gongshui"].fields
    assert isinstance(topic, Topic)
    assert topic.banner is not None
    assert topic.banner.until > NOW


def test_what_is_being_verified_promises_a_next_update(library: Library) -> None:
    promises = [
        record.fields.next_update_due
        for record in library.records.values()
        if isinstance(record.fields, Clarification) and record.fields.verdict == "unverified"
    ]
    assert [due is not None and due > NOW for due in promises] == [True] * 2


def test_every_infographic_has_its_text_twin_and_every_recording_its_transcript(
    library: Library,
) -> None:
    lacking = [
        path
        for path, record in library.sidecars.items()
        if (path.endswith((".mp3", ".mp4")) and record.fields.transcript is None)
        or (path.endswith(".svg") and record.fields.alt is None)
    ]
    drawn = {
        block.file
        for record in library.records.values()
        for block in blocks(record.fields)
        if block.type == "infographic"
    }
    assert lacking == []
    assert [
        path for path in drawn if path and library.sidecars[path].fields.long_description is None
    ] == []


def test_recordings_stay_small(library: Library) -> None:
    limits = {".mp3": 300_000, ".mp4": 500_000, ".svg": 20_000}
    heavy = [
        path
        for path in library.media
        if (file := FOLDER / "media" / path).stat().st_size > limits.get(file.suffix, 20_000)
    ]
    assert heavy == []


def test_private_sentences_are_there_to_be_looked_for(library: Library) -> None:
    private = [
        record.fields.internal.notes
        for record in library.records.values()
        if record.fields.internal is not None and record.fields.internal.notes is not None
    ]
    assert len(private) >= 10
    assert all(len(sentence) >= 12 for sentence in private)


def test_no_address_leads_to_a_real_host() -> None:
    hosts = {host for _, text in texts() for host in HOST.findall(text)} - NAMESPACES
    assert hosts
    assert sorted(host for host in hosts if not host.endswith(".example")) == []


def test_no_text_holds_an_e_mail_address_or_a_real_looking_phone() -> None:
    found = [
        (name, match)
        for name, text in texts()
        for pattern in (E_MAIL, PHONE)
        for match in pattern.findall(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(E_MAIL, "wang@shuiwu.example"), (PHONE, "13800138000"), (PHONE, "0199-55501234")],
    ids=["e-mail", "mobile", "landline"],
)
def test_the_patterns_find_what_must_not_be_there(pattern: re.Pattern[str], text: str) -> None:
    assert [text] == pattern.findall(f"请联系{text}，谢谢")
