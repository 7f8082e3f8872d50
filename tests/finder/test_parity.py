"""The browser and Python: one folding, one ranking, one judgement of how sure it is."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from bench.finder import made
from bench.finder.corpus import files_of
from huiying.finder.finder import find
from huiying.finder.folding import fold, terms, variants
from huiying.finder.index import Index
from huiying.finder.matching import Found
from huiying.finder.script import MODULE
from tests.finder import corpus, test_not_sure

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
OPENED = f"""async () => {{
  const module = await import('/{MODULE}');
  window.index = module.open('/finder/');
  window.ask = text => new Promise((done, fail) => {{
    index.find(text, found => found.isLast && done(found), fail);
  }});
  await ask('停水');
}}"""
ASKED = """async texts => {
  const answers = [];
  for (const text of texts) {
    const found = await ask(text);
    answers.push([found.tier, found.hits.map(hit => hit.record.address), found.total]);
  }
  return answers;
}"""
MARKED = """async texts => {
  const marks = [];
  for (const text of texts) {
    const found = await ask(text);
    for (const { record } of found.hits) {
      for (const said of [record.title, ...record.forms]) {
        marks.push([text, Boolean(found.words), ...found.marks(said).map(m => said.slice(...m))]);
      }
      const part = found.excerpt(record.text, 40);
      marks.push([text, Boolean(found.words), ...part.marks.map(m => part.text.slice(...m))]);
    }
  }
  return marks;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of the site with the module opened."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/about/")
    page.evaluate(OPENED)
    yield page
    context.close()


@pytest.fixture(scope="module")
def index(tree: Path) -> Index:
    return Index(lambda path: (tree / "finder" / path).read_bytes())


def shown(found: Found) -> list[Any]:
    return [found.tier.value, [hit.document["address"] for hit in found.hits], found.total]


def test_the_site_has_an_archive_a_year_and_recent_records(index: Index) -> None:
    assert [each["tier"] for each in index.segments] == ["archive", "year"]
    assert len(index.recent) > 10
    assert index.records == 361  # one is in every test site


def test_five_hundred_queries_give_the_same_ten_hits_and_the_same_tier(
    page: Page, index: Index
) -> None:
    texts = corpus.queries(500)
    expected = [[text, *shown(find(text, index))] for text in texts]
    actual = [
        [text, *answer] for text, answer in zip(texts, page.evaluate(ASKED, texts), strict=True)
    ]
    assert {tier for _, tier, _, _ in expected} == {"answered", "possible", "none"}
    assert sum(len(hits) == 10 for _, _, hits, _ in expected) > 300
    assert expected == actual


def test_a_long_message_is_told_at_a_glance_and_then_whole(page: Page) -> None:
    script = """text => new Promise((done, fail) => {
      const told = [];
      index.find(text, found => {
        told.push([found.isLast, found.hits.length]);
        if (found.isLast) done(told);
      }, fail);
    })"""
    forms = [form for record in corpus.records()[:40] for form in record.forms]
    told = page.evaluate(script, "".join(forms)[:900])
    assert (told[0], told[-1]) == ([False, 5], [True, 10])
    assert len(page.evaluate(script, "停水三天")) == 1


OVER = """async ([files, texts]) => {
  const module = await import('/finder/matcher.js');
  const read = (path, isBinary, done, failed) => {
    if (!(path in files)) { setTimeout(() => failed(404)); return () => {}; }
    const bytes = Uint8Array.from(atob(files[path]), letter => letter.charCodeAt(0));
    setTimeout(() => done(isBinary ? bytes : new TextDecoder().decode(bytes)));
    return () => {};
  };
  const index = module.open(read);
  const answers = [];
  for (const text of texts) {
    const found = await new Promise((done, fail) =>
      index.find(text, found => found.isLast && done(found), fail));
    answers.push([found.tier, found.hits.map(hit => hit.record.address), found.total]);
  }
  return answers;
}"""


@pytest.mark.parametrize("others", [0, 300])
def test_what_only_looks_alike_is_judged_alike(page: Page, others: int) -> None:
    files = files_of([*made.entries(others), *test_not_sure.ANSWERS])
    texts = [form for each in test_not_sure.ANSWERS for form in each.shown["forms"]]
    texts += test_not_sure.LOOK_ALIKES
    manifest = json.loads(files["manifest.json"]) | {"variants": "variants.txt"}
    whole = {
        **files,
        "manifest.json": json.dumps(manifest).encode(),
        "variants.txt": "\n".join(variants()).encode(),
    }
    given = {path: b64encode(data).decode() for path, data in whole.items()}
    expected = [
        [found.tier.value, [hit.document["address"] for hit in found.hits], found.total]
        for found in (find(text, Index(files.__getitem__)) for text in texts)
    ]
    assert expected == page.evaluate(OVER, [given, texts])


def test_both_fold_alike(page: Page) -> None:
    texts = [text for text, _ in VECTORS] + corpus.queries(300)
    folded = page.evaluate("texts => texts.map(text => index.index.spelling.fold(text))", texts)
    words = page.evaluate("texts => texts.map(text => index.index.spelling.terms(text))", texts)
    assert [fold(text) for text in texts] == folded
    assert [terms(text) for text in texts] == words


def test_without_the_browsers_own_decomposition_full_width_is_folded(page: Page) -> None:
    script = """() => {
      const kept = String.prototype.normalize;
      delete String.prototype.normalize;
      index.index.spelling.known = Object.create(null);
      const folded = index.index.spelling.fold('\\uff30\\uff2d\\uff12\\uff0e\\uff15\\u3000超標！');
      String.prototype.normalize = kept;
      index.index.spelling.known = Object.create(null);
      return folded;
    }"""
    assert page.evaluate(script) == "pm25超标"


def test_marks_are_stretches_that_the_message_has_too(page: Page) -> None:
    texts = [text for text in corpus.queries(120) if fold(text)]
    count = 0
    for text, is_words, *marks in page.evaluate(MARKED, texts):
        asked = fold(text)
        pairs = {asked[at : at + 2] for at in range(len(asked) - 1)}
        for mark in marks:
            count += 1
            inside = fold(mark)
            if is_words:
                assert any(term in inside for term in terms(text)), (text, mark)
            else:
                shared = {inside[at : at + 2] for at in range(len(inside) - 1)}
                assert shared, (text, mark)
                # Marks that touch are one.
                assert len(shared - pairs) <= len(inside) // 4, (text, mark)
    assert count > 500


def test_half_a_number_is_no_mark(page: Page) -> None:
    script = """async () => {
      const found = await ask('城东区自来水要停水1200人，转发给更多人，2026年12月31日');
      const said = '到2025年12月3日为止，城东区自来水影响12007人';
      return found.marks(said).map(mark => said.slice(...mark));
    }"""
    marks = page.evaluate(script)
    assert "城东区自来水" in marks
    assert [mark for mark in marks if re.search(r"202|1200", mark)] == []


def test_an_excerpt_is_one_field_and_says_where_it_was_cut(page: Page) -> None:
    script = """async () => {
      const found = await ask('城东区');
      const before = '第一栏。\\n' + '很长的开头。'.repeat(20);
      const long = before + '到了城东区才有。' + '后文。'.repeat(30);
      return [found.excerpt(long, 40), found.excerpt('没有这个词的短句', 40)];
    }"""
    cut, whole = page.evaluate(script)
    assert len(cut["text"]) <= 41
    assert [cut["text"][slice(*mark)] for mark in cut["marks"]] == ["城东区"]
    assert (cut["isCutBefore"], cut["isCutAfter"]) == (True, True)
    assert whole == {
        "text": "没有这个词的短句",
        "marks": [],
        "isCutBefore": False,
        "isCutAfter": False,
    }
