"""`explain`: rules, keys and terms, in words."""

import pytest
from click.testing import CliRunner

from huiying.against import COMPARISONS
from huiying.audits import AUDITS
from huiying.commands.explain import command
from huiying.explanation import _uses, examples, explain, nearest, rules
from huiying.links import LINK_CHECKS
from huiying.messages import CATALOGUE, records_zh, sentence, shown, source_zh
from huiying.records import KINDS
from huiying.records.field import fields_of
from huiying.rules import RULE_BY_NAME


@pytest.mark.parametrize("name", sorted(RULE_BY_NAME))
def test_a_rule_is_explained_with_its_page_its_ground_and_its_sentences(name: str) -> None:
    chinese, english = ("\n".join(map(str, rules(name, each))) for each in ("zh", "en"))
    assert "依据：" in chinese
    assert "In English" not in chinese
    for language, text in (("zh", chinese), ("en", english)):
        keys = [key for key in CATALOGUE[language] if key.partition(".")[0] == name]
        assert keys
        assert all(shown(key, language) in text for key in keys)
    assert "依据" not in english


def test_a_rule_of_form_is_explained_by_its_sentences() -> None:
    text = explain("duplicate-key", "zh")
    assert text is not None
    assert "“标题”写了两次，第 8 行已有。请删去其中一行。" in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sentence_is_shown_with_an_open_hole(language: str) -> None:
    shapes = {**source_zh.SENTENCES, **records_zh.SENTENCES}
    for key, template in CATALOGUE[language].items():
        text = shown(key, language)
        assert "{" not in text.replace("{text}", "").replace("{编号", ""), key
        if (
            key.partition(".")[0] in {*RULE_BY_NAME, *AUDITS, *COMPARISONS, *LINK_CHECKS}
            or key in shapes
        ):
            assert text.count("…") == template.count("…"), (key, text)


@pytest.mark.parametrize("name", ["发布时间", "publish_at"])
def test_a_key_is_explained_by_either_name(name: str) -> None:
    text = explain(name, "zh")
    assert text is not None
    for part in ("“发布时间”（publish_at）", "审定后必写", "专题、辟谣、舆情回应"):
        assert part in text


def test_a_key_lists_what_may_be_written_there() -> None:
    chinese, english = explain("结论", "zh"), explain("verdict", "en")
    assert chinese is not None
    assert english is not None
    assert "旧闻翻炒（outdated）" in chinese
    assert "outdated (旧闻翻炒)" in english
    assert "用在：辟谣" in chinese


def test_a_key_of_several_groups_says_within_which() -> None:
    text = explain("标题", "zh")
    assert text is not None
    for inside in ("内容块", "依据", "章节"):
        assert text.count(f"“标题”（title），写在“{inside}”里") == 1


def test_a_key_of_the_record_comes_before_one_of_a_drawing_in_it() -> None:
    text = explain("结论", "zh")
    assert text is not None
    assert text.startswith("“结论”（verdict）\n")


def test_a_key_that_is_never_public_says_so() -> None:
    text = explain("内部", "zh")
    assert text is not None
    assert "不公开" in text


@pytest.mark.parametrize(("name", "language"), [("不实", "zh"), ("false-claim", "en")])
def test_a_term_is_explained_by_either_name(name: str, language: str) -> None:
    text = explain(name, language)
    assert text is not None
    assert "false-claim" in text
    assert "不实" in text


def test_a_term_of_several_vocabularies_is_told_for_each() -> None:
    text = explain("修改", "zh")
    assert text is not None
    assert text.startswith("审核结果：")
    text = explain("其他", "zh")
    assert text is not None
    assert "舆情类别：" in text
    assert "主题：" in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_field_of_every_kind_can_be_explained(language: str) -> None:
    for kind in KINDS:
        for item in fields_of(kind.model):
            assert explain(item.label(language), language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_shown_as_wrong_is_refused_with_a_sentence(language: str) -> None:
    for use in _uses():
        right, wrong, said = examples(use.field, use.model, language)
        assert bool(wrong) == bool(said), use.field.label(language)
        assert right != wrong or not right


@pytest.mark.parametrize("name", ["辟谣", "rumours", "来件", "审核人登记册", "site", "media"])
def test_a_kind_is_explained_by_its_keys(name: str) -> None:
    text = explain(name, "zh")
    assert text is not None
    assert "写在：`content/" in text


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("time-oder", "time-order"),
        ("发布时刻", "发布时间"),
        ("publish_att", "publish_at"),
        ("不属实", "不实"),
    ],
)
def test_an_unknown_name_is_told_its_nearest(name: str, near: str) -> None:
    assert explain(name, "zh") is None
    assert nearest(name) == near


def test_the_command_prints_and_says_wrong_use_of_an_unknown_name() -> None:
    done = CliRunner().invoke(command, ["time-order"])
    assert done.exit_code == 0
    assert done.output.startswith("规则 time-order\n")
    done = CliRunner().invoke(command, ["time-oder"])
    assert done.exit_code == 2
    assert "您是否想问“time-order”" in done.output
    done = CliRunner().invoke(command, ["☂", "--lang", "en"])
    assert done.exit_code == 2
    assert "There is no rule" in done.output


def test_quotes_within_quotes_are_inner_ones() -> None:
    text = sentence("choice", {"key": "结论", "value": "“不实”", "allowed": "不实"})
    assert text.startswith("“结论”没有“‘不实’”这一项，可以填：不实。")
