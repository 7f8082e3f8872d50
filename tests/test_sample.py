"""The sample content: an invented city's site, complete, clean, never mistaken for a real one."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from huiying import content, rules
from huiying.cache import Cache
from huiying.content import Content
from huiying.formatting import put_in_order
from huiying.library import Library
from huiying.problem import Level
from huiying.public import Projection, project
from huiying.records import KINDS, REGISTERS
from huiying.records.block import Block
from huiying.records.briefing import Briefing
from huiying.records.clarification import Clarification
from huiying.records.common import Common
from huiying.records.expertise import ExpertEntry
from huiying.records.field import Model, Shape, fields_of
from huiying.records.qa import Qa
from huiying.records.survey import SMALLEST_COUNT, Survey
from huiying.records.topic import Topic
from huiying.records.vocabulary import (
    BLOCK_TYPE,
    BRIEFING_STATE,
    HISTORY_TYPE,
    SURVEY_STATE,
    VERDICT,
    Vocabulary,
)
from huiying.settings import Settings
from tests.sign_samples import unsigned

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "content"
ADDRESS = "https://huiying.example/"
NOW = datetime(2026, 11, 24, 4, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
LONG_ENOUGH = 12
"""Characters from which on a private sentence found in an output is no chance."""
FIVE_FORMATS = {"text", "infographic", "audio", "video", "link"}
HOST = re.compile(r"https?://([^/,，。\s\"'<>（）)\]]+)")
NAMESPACES = {"www.w3.org"}  # of SVG: a name, never asked for
IN_THE_GUIDE = {"127.0.0.1:8000", "www.example.gov.cn", "13800138000", "13812345678"}
"""What the guide shows: an editor's own preview, an example's host, numbers to be refused."""
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]+", re.ASCII | re.IGNORECASE)
DIGESTS = re.compile(r"摘要值: .*")
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


def test_every_file_is_as_fmt_writes_it() -> None:
    sources, _ = content.sources(ROOT, FOLDER)
    odd = [
        source.file
        for source in sources.values()
        if put_in_order(source.data, source.file, source.model, "zh", source.by_id).data
        != source.data
    ]
    assert sources
    assert odd == []


def test_the_public_sees_so_many_records_of_each_kind(public: Projection) -> None:
    kinds = Counter(record.kind for record in public.records.values())
    assert kinds == {
        "topic": 3,
        "clarification": 24,
        "response": 12,
        "interpretation": 6,
        "briefing": 5,
        "qa": 9,
        "survey": 4,
    }


def test_the_registers_hold_so_many_entries(library: Library) -> None:
    assert {name: len(entries) for name, entries in library.registers.items()} == {
        "organisation": 12,
        "channel": 10,
        "expert": 6,
        "policy": 9,
        "signer": 5,
        "exemption": 1,
        "holiday": 2,
        "intake": 6,
        "handover": 2,
    }


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
        "interpretations/20261126-jiance-baogao": "embargoed",
        "qa/20261123-dianti-zaosheng": "draft",
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


def used(value: Any, found: dict[str, set[str]]) -> None:
    """Every term that a value holds, by the name of its vocabulary."""
    if isinstance(value, tuple):
        for each in value:
            used(each, found)
    elif isinstance(value, Model):
        for item in fields_of(type(value)):
            inside = getattr(value, item.name)
            if item.vocabulary is not None and inside is not None:
                words = inside if isinstance(inside, tuple) else (inside,)
                found.setdefault(item.vocabulary.name, set()).update(words)
            used(inside, found)


def vocabularies(shape: Shape, left_out: frozenset[str] = frozenset()) -> Iterator[Vocabulary]:
    """Every vocabulary below a shape, but for those of the fields left out."""
    while shape.inner is not None:
        shape = shape.inner
    for item in fields_of(shape.model) if shape.model else ():
        if item.name not in left_out:
            if item.vocabulary is not None:
                yield item.vocabulary
            yield from vocabularies(item.shape)


NOWHERE = {
    "banner_level": {"urgent"},
    "briefing_state": {"scheduled", "live", "ended"},
    "channel_type": {"commercial_site"},
    "media_authenticity": {"SatireOrParodyContent", "StagedContent"},
    "player": {"bilibili", "tencent", "youku"},
    "record_kind": {"survey", "topic"},
    "source_type": {"police_notice"},
}
"""Terms that the invented city has had no need to write; the states of briefings follow from their
times."""


def test_every_term_that_a_kind_or_register_has_of_its_own_stands_somewhere(
    library: Library,
) -> None:
    found: dict[str, set[str]] = {}
    for group in (library.records, *library.registers.values()):
        for record in group.values():
            used(record.fields, found)
    common = frozenset(Common.model_fields)
    own = [Shape("group", model=entry.model) for entry in (*KINDS, *REGISTERS)]
    lacking = {
        vocabulary.name: {term.en for term in vocabulary} - found.get(vocabulary.name, set())
        for shape in own
        for vocabulary in vocabularies(shape, common)
    }
    assert {name: terms for name, terms in lacking.items() if terms} == NOWHERE


def test_briefings_are_in_every_state_and_one_begins_after_now(library: Library) -> None:
    briefings = [record.fields for record in library.of_kind("briefing")]
    begins = datetime(2026, 11, 26, 16, 30, tzinfo=NOW.tzinfo)
    states = {
        each.state_at(now)
        for each in briefings
        if isinstance(each, Briefing)
        for now in (NOW, begins)
    }
    assert states == {term.en for term in BRIEFING_STATE}


def test_surveys_are_in_every_state(library: Library) -> None:
    surveys = [record.fields for record in library.of_kind("survey")]
    states = Counter(each.state_on(NOW.date()) for each in surveys if isinstance(each, Survey))
    assert states == {"closed": 2, "running": 1, "upcoming": 1}
    assert set(states) == {term.en for term in SURVEY_STATE}


def test_a_closed_survey_tells_its_results_what_came_of_them_and_its_data(library: Library) -> None:
    surveys = [record.fields for record in library.of_kind("survey")]
    closed = [
        each
        for each in surveys
        if isinstance(each, Survey) and each.state_on(NOW.date()) == "closed"
    ]
    told = [bool(each.respondents and each.adoption and each.data_file) for each in closed]
    assert told == [True] * 2


def test_a_small_count_is_there_and_no_reader_sees_it_or_could_work_it_out(
    library: Library,
) -> None:
    survey = library.records["surveys/20261102-tijian-yuyue"].fields
    assert isinstance(survey, Survey)
    counts = [option.count for option in survey.questions[0].options]
    shown = [option.count for option in survey.shown_at(NOW).questions[0].options]
    assert counts == [351, 35, 23, 3]
    assert shown == [351, 35, None, None]
    file = (FOLDER / "media" / str(survey.data_file)).read_text(encoding="utf-8")
    rows = [line.rsplit(",", 1)[1] for line in file.splitlines()[1:]]
    assert min(int(row) for row in rows) >= SMALLEST_COUNT


def test_a_long_transcript_has_questions_with_answers(library: Library) -> None:
    briefing = library.records["briefings/20261118-donghuanlu-qiangxiu"].fields
    assert isinstance(briefing, Briefing)
    types = Counter(piece.type for piece in briefing.transcript)
    assert types == {"statement": 5, "question": 5, "answer": 6}
    assert len(briefing.qa_extract) == 4
    times = [piece.at for piece in briefing.transcript]
    assert times == sorted(times, key=str)


def test_every_question_was_answered_in_time(library: Library) -> None:
    answered = [
        record.fields
        for record in library.of_kind("qa")
        if isinstance(record.fields, Qa) and record.fields.replied_at
    ]
    slow = [
        each.title
        for each in answered
        if each.replied_at
        and each.received_at
        and each.replied_at - each.received_at > timedelta(days=15 if each.extended else 11)
    ]
    assert (len(answered), slow) == (9, [])


def test_of_six_experts_one_stays_unnamed_and_one_has_left(
    library: Library, public: Projection
) -> None:
    unnamed = library.experts.keys() - public.experts.keys()
    left = {
        id
        for id, entry in library.experts.items()
        if entry.fields.valid_to is not None and entry.fields.valid_to < NOW.date()
    }
    assert (unnamed, left) == ({"bai-ji"}, {"han-wu"})
    assert isinstance(library.experts["xu-ding"].fields, ExpertEntry)
    assert "org" not in public.experts["xu-ding"]


def test_what_came_in_ends_in_every_way(library: Library) -> None:
    ends = Counter(
        "answered"
        if entry.fields.records
        else "merged"
        if entry.fields.merged_into
        else "put aside"
        if entry.fields.no_response
        else "open"
        for entry in library.registers["intake"].values()
    )
    assert ends == {"answered": 3, "merged": 1, "put aside": 1, "open": 1}


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
    limits = {".mp3": 300_000, ".mp4": 900_000, ".jpg": 100_000, ".svg": 20_000}
    heavy = [
        path
        for path in library.media
        if (file := FOLDER / "media" / path).stat().st_size > limits.get(file.suffix, 20_000)
    ]
    assert heavy == []


def private_sentences(value: Any, hidden: bool = False) -> Iterator[str]:
    """Every private text that is long enough to be looked for."""
    if isinstance(value, str):
        if hidden and len(value) >= LONG_ENOUGH:
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from private_sentences(each, hidden)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from private_sentences(each, hidden)
    elif isinstance(value, Model):
        for item in fields_of(type(value)):
            if not item.refers:
                inside = getattr(value, item.name)
                yield from private_sentences(inside, hidden or not item.key.public)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_holds_private_sentences_to_be_looked_for(library: Library, kind: Any) -> None:
    found = [
        sentence
        for record in library.of_kind(kind.name)
        for sentence in private_sentences(record.fields.internal, hidden=True)
    ]
    assert found


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_each_register_with_private_fields_holds_such_sentences(
    library: Library, register: Any
) -> None:
    has_private = any(not item.key.public for item in fields_of(register.model))
    found = [
        sentence
        for entry in library.registers[register.name].values()
        for sentence in private_sentences(entry.fields)
    ]
    assert bool(found) == has_private


def test_no_address_leads_to_a_real_host() -> None:
    hosts = {host for _, text in texts() for host in HOST.findall(text)}
    real = {host for host in hosts if not host.endswith(".example")}
    assert hosts > real
    assert real - NAMESPACES - IN_THE_GUIDE == set()


def test_no_text_holds_an_e_mail_address_or_a_real_looking_phone() -> None:
    found = [
        (name, match)
        for name, text in texts()
        for pattern in (E_MAIL, PHONE)
        for match in set(pattern.findall(DIGESTS.sub("", text))) - IN_THE_GUIDE
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(E_MAIL, "wang@shuiwu.example"), (PHONE, "13800138000"), (PHONE, "0199-55501234")],
    ids=["e-mail", "mobile", "landline"],
)
def test_the_patterns_find_what_must_not_be_there(pattern: re.Pattern[str], text: str) -> None:
    assert [text] == pattern.findall(f"请联系{text}，谢谢")


def test_every_answer_is_signed_or_huiying_would_leave_it_out() -> None:
    left = [desk.record.file for desk in unsigned(ROOT)]
    assert left == [], "sign them: python -m tests.sign_samples"
