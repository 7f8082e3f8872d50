"""Personal data in what the public reads."""

import pytest

from huiying.rules import personal_data
from tests.rules.helper import (
    ANSWER,
    CLARIFICATION,
    LETTER,
    QUESTION,
    RESPONSE,
    RUMOUR,
    SITE,
    levels,
    merge,
    places,
    problems,
)

KEY = "personal-data"
NOTICE = (
    "依据:\n  - {类型: 警情通报, 标题: 通报, 单位: 示例市公安局, 网址: 'https://ga.example/1'}\n"
)


def test_numbers_are_errors_other_things_warnings_and_drafts_reminded() -> None:
    assert levels(personal_data, merge(CLARIFICATION, "事实: 电话13812345678")) == [
        ("error", f"{KEY}.mobile")
    ]
    assert levels(personal_data, merge(CLARIFICATION, "事实: 住3号楼2单元501室")) == [
        ("warning", f"{KEY}.door")
    ]
    draft = merge(CLARIFICATION, "状态: 草稿\n事实: 电话13812345678")
    assert levels(personal_data, draft) == [("note", f"{KEY}.mobile")]


def test_the_value_is_never_repeated() -> None:
    [problem] = problems(personal_data, merge(CLARIFICATION, "事实: 电话13812345678"))
    assert (problem.mark.line, problem.mark.column) == (10, 5)
    assert problem.values == {"key": "事实", "value": "138****5678"}


@pytest.mark.parametrize(
    "fragment",
    [
        "内部: {联系人: 13812345678}",
        "依据:\n  - {类型: 媒体, 标题: 页, 网址: 'https://a.example/13812345678'}",
        "短标题: 我们的电话13900000000",
    ],
)
def test_private_fields_addresses_and_phones_of_bodies_are_not_asked(fragment: str) -> None:
    bodies = "shuiwuju:\n  名称: 水务局\n  联系电话: 139-0000-0000\n  地址: 路3号楼2单元501室\n"
    files = {ANSWER: merge(RESPONSE, fragment), "registers/organisations.yml": bodies}
    assert places(personal_data, files, SITE) == []


@pytest.mark.parametrize(
    ("fragment", "key", "place"),
    [
        ("网传说法:\n  - {原话: 打13812345678问}", "原话", (5, 10)),
        (
            "变更记录:\n  - {时间: 2026-03-12 10:00, 类型: 更正, 说明: 改, 原文: 13812345678}",
            "原文",
            None,
        ),
        (
            "变更记录:\n  - {时间: 2026-03-12 10:00, 类型: 更正, 说明: 改, 新文: 13812345678}",
            "新文",
            None,
        ),
        (
            "内容块:\n  - {类型: 链接, 标题: 页, 网址: 'https://a.example/?tel=13812345678'}",
            "网址",
            None,
        ),
        ("内容块:\n  - {类型: 图片, 文件: a.svg, 替代文字: 电话13812345678}", "替代文字", None),
        (
            "内容块:\n  - {类型: 音频, 文件: a.mp3, 文字稿: 电话一三八一二三四五六七八}",
            "文字稿",
            None,
        ),
        ("旧网址: ['/old/?tel=13812345678']", "旧网址", None),
        ("关键词: [13812345678]", "关键词", None),
        ("地域: [13812345678]", "地域", None),
    ],
)
def test_it_is_looked_for_in_everything_public(
    fragment: str, key: str, place: tuple[int, int] | None
) -> None:
    [problem] = problems(personal_data, merge(CLARIFICATION, fragment))
    assert (problem.key, problem.values) == (f"{KEY}.mobile", {"key": key, "value": "138****5678"})
    assert place is None or (problem.mark.line, problem.mark.column) == place


def test_every_value_of_a_text_is_told() -> None:
    text = merge(CLARIFICATION, "事实: 13812345678、13900000000，13812345678")
    shown = [each.values["value"] for each in problems(personal_data, text)]
    assert sorted(shown) == ["138****5678", "139****0000"]


def test_names_beside_a_word_for_persons_are_warnings() -> None:
    said = {
        "事实: 网民张小红在群里说": "source",
        "事实: 学生李子涵受伤": "minor",
        "事实: 举报人王大力反映": "whistle-blower",
    }
    for fragment, kind in said.items():
        assert levels(personal_data, merge(CLARIFICATION, fragment)) == [
            ("warning", f"{KEY}.{kind}")
        ]


def test_the_police_may_call_somebody_zhang_mou() -> None:
    told = "事实: 网民张某编造停水信息"
    assert levels(personal_data, merge(CLARIFICATION, told)) == [("warning", f"{KEY}.source")]
    assert levels(personal_data, merge(CLARIFICATION, f"{told}\n{NOTICE}")) == []
    full = merge(CLARIFICATION, f"事实: 网民张小红编造停水信息\n{NOTICE}")
    assert levels(personal_data, full) == [("warning", f"{KEY}.source")]


def test_a_name_that_somebody_gives_counts_in_a_letter_only() -> None:
    assert levels(personal_data, {LETTER: merge(QUESTION, "问题: 我叫张小红，水压低")}) == [
        ("warning", f"{KEY}.name")
    ]
    assert levels(personal_data, {ANSWER: merge(RESPONSE, "事实: 我叫张小红，负责抢修")}) == []


def test_mailboxes_that_a_body_has_made_public_are_none() -> None:
    channels = (
        "youxiang: {渠道: 政府网站, 名称: 信箱, 单位: shuiwuju, 账号: fuwu@shuiwu.example,"
        " 网址: 'https://a.example/'}\n"
    )
    text = merge(CLARIFICATION, "事实: 可写信到 fuwu@shuiwu.example 或 wang@mail.example")
    files = {RUMOUR: text, "registers/channels.yml": channels}
    shown = [each.values["value"] for each in problems(personal_data, files)]
    assert shown == ["w***@mail.example"]


def test_what_stands_beside_a_medium_counts_once_an_approved_record_uses_it() -> None:
    beside = {"media/gongshui/a.mp3.yml": "文字稿: 电话13812345678\n"}
    used = merge(CLARIFICATION, "内容块:\n  - {类型: 音频, 文件: gongshui/a.mp3}")
    assert levels(personal_data, {**beside, RUMOUR: CLARIFICATION}) == [("note", f"{KEY}.mobile")]
    assert levels(personal_data, {**beside, RUMOUR: used}) == [("error", f"{KEY}.mobile")]


def test_an_identity_number_is_found_even_where_a_body_says_how_to_reach_it() -> None:
    bodies = "shuiwuju:\n  名称: 水务局\n  地址: 450299199001011236\n"
    files = {RUMOUR: CLARIFICATION, "registers/organisations.yml": bodies}
    assert [each.case for each in problems(personal_data, files)] == ["identity"]


TAKEN_BACK = "变更记录:\n  - {时间: 2026-03-13 10:00, 类型: 撤回, 说明: 写了个人信息"


def test_what_was_taken_back_for_it_does_not_hold_up_the_page_that_says_so() -> None:
    withdrawn = f"事实: 电话13812345678\n{TAKEN_BACK}}}"
    assert levels(personal_data, merge(CLARIFICATION, withdrawn)) == [("note", f"{KEY}.mobile")]
    to_come = withdrawn.replace("2026-03-13", "2026-03-21")
    assert levels(personal_data, merge(CLARIFICATION, to_come)) == [("error", f"{KEY}.mobile")]
    in_reason = f"{TAKEN_BACK}13812345678}}"
    assert levels(personal_data, merge(CLARIFICATION, in_reason)) == [("error", f"{KEY}.mobile")]


def test_a_wording_that_was_erased_is_a_note_and_one_that_was_not_an_error() -> None:
    corrected = "  - {时间: 2026-03-12 10:00, 类型: 更正, 说明: 改, 原文: 13812345678, 新文: 无}\n"
    history = f"变更记录:\n{corrected}  - {{时间: 2026-03-13 10:00, 类型: 撤回, 说明: 隐私"
    erased = merge(CLARIFICATION, f"{history}, 清除: 是}}")
    assert levels(personal_data, erased) == [("note", f"{KEY}.mobile")]
    assert levels(personal_data, merge(CLARIFICATION, f"{history}}}")) == [
        ("error", f"{KEY}.mobile")
    ]
