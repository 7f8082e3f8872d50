"""The form of document numbers."""

import pytest

from huiying.rules import doc_no
from huiying.rules.doc_no import right_form
from tests.rules.helper import CLARIFICATION, OF_POLICIES, POLICIES, levels, merge, places


@pytest.mark.parametrize(
    "text", ["示政办〔2026〕12号", "国务院令第711号", "GB/T 9704-2012", "示水务函（修订）"]
)
def test_the_standard_form_and_other_numbers_pass(text: str) -> None:
    assert right_form(text) in (None, text)


@pytest.mark.parametrize(
    "text",
    [
        "示政办[2026]12号",
        "示政办（2026）12号",
        "示政办【2026】12号",
        "示政办〔2026〕012号",
        "示政办〔2026〕第12号",
        "示政办〔2026〕12号".translate({48 + n: 0xFF10 + n for n in range(10)}),
        "示政办 〔2026〕 12 号",
        "示政办〔2026〕12",
    ],
)
def test_another_form_is_told_the_right_one(text: str) -> None:
    assert right_form(text) == "示政办〔2026〕12号"


def test_it_is_a_warning_in_sources_and_in_the_register_and_a_note_in_drafts() -> None:
    source = "依据:\n  - {类型: 文件, 标题: 通告, 文号: '水务[2026]18号'}\n"
    assert places(doc_no, merge(CLARIFICATION, source)) == [(15, 26, "doc-no")]
    assert levels(doc_no, merge(CLARIFICATION, f"{source}状态: 草稿")) == [("note", "doc-no")]
    policy = POLICIES.replace("〔2026〕", "(2026)")
    assert levels(doc_no, {OF_POLICIES: policy}) == [("warning", "doc-no")]
