"""Who may explain as an expert."""

import pytest

from huiying.rules import expert
from tests.rules.helper import (
    BRIEFING,
    EXPERTS,
    INTERPRETATION,
    MEETING,
    OF_EXPERTS,
    READING,
    levels,
    merge,
    places,
    problems,
)


def test_an_expert_who_agreed_in_the_term_and_the_field_passes() -> None:
    text = merge(INTERPRETATION, "主题: [教育, 住房]")
    assert places(expert, {READING: text, OF_EXPERTS: EXPERTS}) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[姓名, 职称]", "[职称]", "expert"),
        ("2026-12-31", "2026-03-11", "expert.term"),
        ("2026-01-01", "2026-03-13", "expert.term"),
        ("[住房, 城市建设]", "[教育]", "expert.field"),
    ],
)
def test_what_an_expert_lacks_is_named_where_the_expert_is(old: str, new: str, key: str) -> None:
    text = merge(INTERPRETATION, "主题: [住房]")
    files = {READING: text, OF_EXPERTS: EXPERTS.replace(old, new)}
    assert places(expert, files) == [(6, 6, key)]
    files[READING] = merge(text, "状态: 草稿")
    assert levels(expert, files) == [("note", key)]


OTHER = """\
lin:
  姓名: 林乙
  领域: [住房]
  同意公开: [姓名]
"""


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[姓名, 职称]", "[职称]", "expert.near"),
        ("2026-12-31", "2026-03-11", "expert.term-near"),
        ("[住房, 城市建设]", "[教育]", "expert.field-near"),
    ],
)
def test_experts_who_could_speak_instead_are_proposed(old: str, new: str, key: str) -> None:
    text = merge(INTERPRETATION, "主题: [住房]")
    entries = EXPERTS.replace(old, new)
    [found] = problems(expert, {READING: text, OF_EXPERTS: entries + OTHER})
    assert (found.key, found.values["others"]) == (key, "lin（林乙）")


@pytest.mark.parametrize(
    ("old", "new"),
    [("[姓名]", "[照片]"), ("[住房]", "[教育]"), ("[姓名]", "[姓名]\n  聘期结束: 2026-03-11")],
)
def test_nobody_who_could_not_speak_either_is_proposed(old: str, new: str) -> None:
    text = merge(INTERPRETATION, "主题: [住房]")
    entries = EXPERTS.replace("姓名, 职称", "职称") + OTHER.replace(old, new)
    [found] = problems(expert, {READING: text, OF_EXPERTS: entries})
    assert (found.key, found.values) == ("expert", {"expert": "chen-gong"})


def test_the_experts_at_a_briefing_are_asked_too_and_never_named() -> None:
    speaker = "发布人:\n  - 姓名: 陈甲\n    身份: 专家\n    专家: chen-gong"
    files = {
        MEETING: merge(BRIEFING, speaker),
        OF_EXPERTS: EXPERTS.replace("姓名, 职称", "职称"),
    }
    [found] = problems(expert, files)
    assert (found.mark.line, found.key) == (9, "expert")
    assert "陈甲" not in "".join(found.values.values())
    assert (found.also and found.also.file) == "content/registers/experts.yml"


@pytest.mark.parametrize(
    ("agreed", "title", "found"),
    [
        ("姓名, 职称", "高级工程师", []),
        ("姓名", "高级工程师", [("error", "expert.said")]),
        ("姓名", "评审组组长", []),
    ],
)
def test_a_title_that_was_withheld_does_not_stand_beside_the_name(
    agreed: str, title: str, found: list[tuple[str, str]]
) -> None:
    speaker = f"发布人: [{{姓名: 陈甲, 身份: 专家, 职务: {title}, 专家: chen-gong}}]"
    entry = EXPERTS.replace("姓名, 职称", agreed) + "  职称: 高级工程师\n"
    files = {MEETING: merge(BRIEFING, speaker), OF_EXPERTS: entry}
    assert levels(expert, files) == found


@pytest.mark.parametrize("agreed", ["姓名, 职称", "照片"])
def test_a_portrait_that_was_withheld_is_in_no_record(agreed: str) -> None:
    portrait = "内容块:\n  - {类型: 图片, 文件: zhuanjia/chen.svg}"
    entry = EXPERTS.replace("姓名, 职称", agreed) + "  照片: zhuanjia/chen.svg\n"
    files = {READING: merge(INTERPRETATION, f"专家: []\n{portrait}"), OF_EXPERTS: entry}
    [found] = problems(expert, files)
    assert (found.key, found.level.value) == ("expert.photo", "error")
    assert found.values == {"expert": "chen-gong"}
    assert levels(expert, {**files, READING: merge(files[READING], "状态: 草稿")}) == [
        ("note", "expert.photo")
    ]
    files[OF_EXPERTS] = entry.replace(agreed, "姓名, 照片")
    assert problems(expert, files) == []
