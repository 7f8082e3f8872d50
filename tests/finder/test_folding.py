"""Folding: one spelling for what people write in many ways."""

import json
from pathlib import Path

import pytest

from huiying.finder.folding import fold, lighten, terms, variants

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "folded"), VECTORS)
def test_a_text_folds_as_the_browser_folds_it(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_twice_changes_nothing() -> None:
    for text, _ in VECTORS:
        assert fold(fold(text)) == fold(text)


def test_the_table_of_variants_is_two_strings_of_one_length_within_the_bmp() -> None:
    traditional, simplified = variants()
    assert len(traditional) == len(simplified) > 3000
    assert max(traditional + simplified) < "\uffff"
    assert not set(traditional) & set("停水消毒学校地铁")


def test_a_lightened_text_keeps_its_points() -> None:
    assert lighten("ＰＭ2.5　超標") == "pm2.5 超标"  # noqa: RUF001


def test_words_are_what_stands_between_spaces() -> None:
    assert terms("  停水 城东，https://a.example/x 4号线 … ") == ["停水", "城东", "4号线"]
