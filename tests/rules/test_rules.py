"""The register of rules: each has its page, its sentences and its test, and they hold."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from time import perf_counter

import pytest

from huiying import records, rules
from huiying.library import Library
from huiying.messages import rules_en, rules_zh
from huiying.records import REGISTER_BY_NAME
from huiying.records.clarification import Clarification
from huiying.rules import MEDIA_RULES, RULE_BY_NAME, RULES, Rule
from tests.rules.helper import (
    ANSWER,
    BRIEFING,
    CLARIFICATION,
    EXPERTS,
    GATED,
    INTERPRETATION,
    LETTER,
    MEETING,
    OF_EXEMPTIONS,
    OF_EXPERTS,
    OF_HOLIDAYS,
    OF_INTAKE,
    OF_POLICIES,
    OF_SIGNERS,
    POLICIES,
    POLL,
    QUESTION,
    READING,
    RESPONSE,
    RUMOUR,
    SIGNERS,
    SITE,
    SURVEY,
    ZONE,
    library,
    merge,
    places,
    settings,
    signed,
)

FOLDER = Path(rules.__file__).parent
TESTS = Path(__file__).parent
NAMES = sorted(RULE_BY_NAME)
CATALOGUES = {"zh": rules_zh.SENTENCES, "en": rules_en.SENTENCES}
RECORDS_SAY = {"required", "required.approved"}
"""Sentences of rules that stand with the record model's, as it says them too."""
WORDS_MAX = 60
BASES = {
    "outcome": (ANSWER, RESPONSE),
    "quiet-case": (ANSWER, RESPONSE),
    "interpretation": (READING, INTERPRETATION),
    "expert": (READING, INTERPRETATION),
    "briefing-speaker": (MEETING, BRIEFING),
    "briefing-state": (MEETING, BRIEFING),
    "briefing-record": (MEETING, BRIEFING),
    "secure-address": (MEETING, BRIEFING),
    "consent": (LETTER, QUESTION),
    "qa-due": (LETTER, QUESTION),
    "survey-result": (POLL, SURVEY),
    "survey-count": (POLL, SURVEY),
    "interpretation-due": (OF_POLICIES, ""),
    "policy-risk": (OF_POLICIES, ""),
    "policy-standing": (OF_POLICIES, ""),
    "intake": (OF_INTAKE, ""),
    "holiday": (OF_HOLIDAYS, ""),
    "exemption": (OF_EXEMPTIONS, ""),
}
"""What the examples of a rule's page change, where it is no clarification: file and text."""
ON_REVIEW = ("gate", "gate-reopened", "confirmation")
OLDER = "clarifications/2026/20260302-tingshui.yml"
ANSWERED = merge(CLARIFICATION, "发布时间: 2026-03-02 09:40")
EVENT = "事件: {编号: 20260302-tingshui}\n"
COUNTED = merge(ANSWERED, f"{EVENT}事实: 抢修期间停水36小时。")


def stem(name: str) -> str:
    return name.replace("-", "_")


def source(name: str) -> str:
    return (FOLDER / f"{stem(name)}.py").read_text(encoding="utf-8")


def own(name: str, keys: Iterator[str]) -> set[str]:
    """The keys of a rule's sentences."""
    return {key for key in keys if key.partition(".")[0] == name}


def examples(rule: Rule) -> tuple[str, str]:
    """The right and the wrong example on a rule's page."""
    right, wrong = re.findall(r"(?m)^(?:对|错)：\n\n((?:    .*\n|\n)+)", rule.__doc__ or "")
    return dedent(right), dedent(wrong)


def test_every_file_is_a_rule_on_the_list_and_every_rule_is_a_file() -> None:
    files = {path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_")}
    assert files == {stem(name) for name in NAMES}
    assert len(NAMES) == len(RULES) + len(MEDIA_RULES)


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_a_page_with_its_ground_and_two_examples(name: str) -> None:
    page = RULE_BY_NAME[name].__doc__ or ""
    for part in ("依据：", "对", "错", "In English: "):
        assert f"\n\n{part}" in page


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_a_test_of_its_own(name: str) -> None:
    text = (TESTS / f"test_{stem(name)}.py").read_text(encoding="utf-8")
    assert f'"{name}' in text


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_sentences_in_both_languages(name: str) -> None:
    keys = own(name, iter(rules_zh.SENTENCES)) | own(name, iter(RECORDS_SAY))
    assert keys
    assert own(name, iter(rules_zh.SENTENCES)) == own(name, iter(rules_en.SENTENCES))


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_sentence_belongs_to_a_rule_and_to_a_case_in_the_code(language: str) -> None:
    media = FOLDER.parent / "media"
    inspected = "".join(path.read_text(encoding="utf-8") for path in media.glob("*.py"))
    named = (FOLDER.parent / "library.py").read_text(encoding="utf-8")
    faults = (FOLDER.parent / "standing.py").read_text(encoding="utf-8")
    changes = (FOLDER / "_signing.py").read_text(encoding="utf-8")
    for key in CATALOGUES[language]:
        name, _, case = key.partition(".")
        assert name in RULE_BY_NAME
        elsewhere = {
            "medium": inspected,
            "captions": inspected,
            "reference": named,
            "gate": faults,
            "confirmation": faults,
            "gate-reopened": changes,
        }
        text = source(name) + elsewhere.get(name, "")
        known = f'"{case}"' in text or case in ("media", "topic", "record", *REGISTER_BY_NAME)
        assert not case or known, key


@pytest.mark.parametrize("key", rules_zh.SENTENCES)
def test_both_languages_fill_the_same_holes(key: str) -> None:
    holes = [set(re.findall(r"{\w+}", catalogue[key])) for catalogue in CATALOGUES.values()]
    assert holes[0] == holes[1]


@pytest.mark.parametrize("key", rules_zh.SENTENCES)
def test_a_sentence_says_what_to_do_and_stays_short(key: str) -> None:
    text = rules_zh.SENTENCES[key]
    assert re.search(r"请|可以用", text)
    assert text.endswith("。")
    assert len(text) <= WORDS_MAX


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_the_examples_of_a_page_are_true(rule: Rule) -> None:
    file, base = BASES.get(rule.NAME, (RUMOUR, CLARIFICATION))
    right, wrong = examples(rule)
    media = frozenset(["gongshui/guanwang.svg"])
    beside = {
        "already-answered": {OLDER: ANSWERED},
        "figure-conflict": {OLDER: COUNTED},
        "disclosure": {ANSWER: merge(RESPONSE, "公开方式: 不予公开")},
    }.get(rule.NAME, {})
    base = merge(base, EVENT) if rule.NAME == "figure-conflict" else base
    if file == READING:
        beside = {OF_POLICIES: POLICIES, OF_EXPERTS: EXPERTS}
    good, bad, site = merge(base, right), merge(base, wrong), SITE
    if rule.NAME in ON_REVIEW:  # both were signed as the right one stands there
        beside, site = {OF_SIGNERS: SIGNERS}, GATED
        good, bad = signed(good), signed(bad, of=good)
    assert places(rule, {**beside, file: good}, site, media=media) == []
    assert places(rule, {**beside, file: bad}, site, media=media) != []


def test_all_rules_run_and_a_good_library_has_no_problem(tmp_path: Path) -> None:
    found = library({RUMOUR: CLARIFICATION, ANSWER: RESPONSE})
    assert list(rules.check(found, settings(), tmp_path, "content")) == []


def many(count: int) -> Library:
    """A library of many like records, each with a reference and a block."""
    fragment = "关联:\n  同一事件: [rumours/20260312-a0]\n内容块:\n  - 类型: 文字\n    正文: 水\n"
    text = merge(CLARIFICATION, f"短标题: 全市正常供水\n{fragment}")
    parsed = records.parse(text.encode(), f"content/{RUMOUR}", Clarification, "zh")
    found = {}
    for number in range(count):
        id = f"20260312-a{number}"
        record, _ = records.construct(parsed, Clarification, "clarification", id, id, ZONE)
        found[f"rumours/{id}"] = record
    one = library({})
    return Library(found, one.registers, {}, {}, {})


def test_all_rules_pass_over_many_records_and_their_cost_is_noted(
    tmp_path: Path, full_size: bool, figure
) -> None:
    count = 10_000 if full_size else 1_000
    found = many(count)
    start = perf_counter()
    assert list(rules.check(found, settings(), tmp_path, "content")) == []
    each_us = (perf_counter() - start) / count * 1e6
    figure("rules_us_per_record", round(each_us, 1))
