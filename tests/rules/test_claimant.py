"""Persons named as those who started a rumour."""

import pytest

from huiying.rules import claimant
from tests.rules.helper import CLARIFICATION, levels, merge, problems

KEY = "claimant"
NOTICE = (
    "依据:\n  - {类型: 警情通报, 标题: 通报, 单位: 示例市公安局, 网址: 'https://ga.example/1'}\n"
)


def said_by(who: str, more: str = "") -> str:
    """A rumour that somebody spread."""
    return merge(CLARIFICATION, f"网传说法:\n  - {{原话: 停水三天抓紧接水, 说的人: {who}}}\n{more}")


@pytest.mark.parametrize(
    "who",
    [
        "张小红",
        "网民张小红",
        "李某",
        "网友李某某",
        "王女士",
        "欧阳小明",
        "王明（男，35岁）",
        "王 小明",
    ],
)
def test_a_person_is_an_error_and_masked(who: str) -> None:
    [problem] = problems(claimant, said_by(f"'{who}'"))
    assert (problem.level.value, problem.key) == ("error", KEY)
    assert who not in problem.values.values()
    assert problem.values["value"].endswith("*")


@pytest.mark.parametrize(
    "who",
    [
        "网传",
        "不明",
        "部分网民",
        "业主群网友",
        "短视频账号",
        "某培训机构",
        "自媒体“示例观察”",
        "家长群",
        "安全生产群",
        "周边居民",
        "高中生",
        "境外账号",
        "李庄村民",
    ],
)
def test_a_group_or_an_account_is_none(who: str) -> None:
    assert levels(claimant, said_by(who)) == []


def test_with_a_notice_of_the_police_somebody_is_called_as_there_and_never_in_full() -> None:
    assert levels(claimant, said_by("网民张某", NOTICE)) == []
    assert levels(claimant, said_by("网民张小红", NOTICE)) == [("error", KEY)]


def test_in_a_draft_it_is_a_note() -> None:
    assert levels(claimant, said_by("张小红", "状态: 草稿\n")) == [("note", KEY)]


def test_its_name_is_the_name_of_the_file() -> None:
    assert claimant.NAME == "claimant"
