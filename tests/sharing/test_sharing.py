"""Which page has which card, where the pictures stand, and what happens without the typefaces."""

from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from huiying import sharing
from huiying.cache import Cache
from huiying.problem import Level
from huiying.public import Projection
from huiying.records import KINDS
from huiying.records.vocabulary import VERDICT
from huiying.render import share
from huiying.render.plan import pages
from huiying.sharing import Shared
from huiying.sharing.drawing import STAMPS
from tests.conftest import ROOT
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import SITE, WITHDRAWN, project

ADDRESS = "rumours/20260312-tingshui/"
SECOND = "clarifications/2026/20260202-b.yml"


def made(
    projection: Projection, cache: Path | None = None, executor: Executor | None = None
) -> Shared:
    store = Cache(cache)
    found = sharing.cards(list(pages(projection)), projection, ROOT / "theme", store, executor)
    store.close()
    return found


def of(shared: Shared, address: str) -> dict[str, str]:
    """Path and text of the card of a page."""
    (page,) = (page for page in shared.pages if page.address == address)
    found: dict[str, str] = page.values["share"]
    return found


def test_every_kind_has_its_word_and_line_and_every_verdict_its_colour() -> None:
    columns = {kind.url_word for kind in KINDS}
    assert share.WORDS.keys() == share.LINES.keys() == columns
    assert STAMPS.keys() == {*VERDICT.by_en, "closed"}


def test_a_record_has_a_card_of_its_own_whose_address_changes_with_what_it_says(
    tmp_path: Path,
) -> None:
    first = of(made(project(tmp_path / "a", SITE)), ADDRESS)
    files = {**SITE, RUMOUR: CLARIFICATION.replace("结论: 不实", "结论: 部分不实")}
    second = of(made(project(tmp_path / "b", files)), ADDRESS)
    assert first["path"].startswith("share/rumours-20260312-tingshui-")
    assert first["path"] != second["path"]
    assert "网传说法：不实；3月12日起全市正常供水" in first["alt"]
    assert "网传说法：部分不实；" in second["alt"]


def test_every_card_that_a_page_names_is_put_out(tmp_path: Path) -> None:
    shared = made(project(tmp_path, SITE))
    named = {page.values["share"]["path"] for page in shared.pages}
    assert named | {"share/site.png"} == {output.path for output in shared.outputs}
    assert all(output.data.startswith(b"\x89PNG") for output in shared.outputs)


def test_a_withdrawn_record_has_the_card_that_says_so_and_not_a_word_of_what_it_said(
    tmp_path: Path,
) -> None:
    found = of(made(project(tmp_path, {**SITE, RUMOUR: CLARIFICATION + WITHDRAWN})), ADDRESS)
    assert found["path"] == "share/rumours-withdrawn.png"
    assert found["alt"].startswith("本页内容：已撤回；这条内容已经撤回，请不要再转发；示例市回应")


def test_a_rumour_that_is_being_verified_says_so(tmp_path: Path) -> None:
    files = {**SITE, RUMOUR: CLARIFICATION.replace("结论: 不实", "结论: 正在核实")}
    assert "网传说法：正在核实；" in of(made(project(tmp_path, files)), ADDRESS)["alt"]


def test_beyond_the_newest_a_record_has_the_card_of_its_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share, "NEWEST", 1)
    monkeypatch.setattr(share, "_addresses", lambda values: frozenset())
    old = CLARIFICATION.replace("03-1", "02-1")
    shared = made(project(tmp_path, {**SITE, SECOND: old}))
    assert of(shared, "rumours/20260202-b/")["path"] == "share/rumours-false-claim.png"
    assert of(shared, "responses/20260310-wushui/")["path"] == "share/responses.png"
    assert "/topics-gongshui-" in of(shared, "topics/gongshui/")["path"]
    assert "/rumours-20260312-tingshui-" in of(shared, ADDRESS)["path"]


def test_what_the_home_page_shows_has_a_card_of_its_own_however_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share, "NEWEST", 0)
    shared = made(project(tmp_path, SITE))
    assert "/rumours-20260312-tingshui-" in of(shared, ADDRESS)["path"]


def test_lists_share_the_card_of_their_column_and_all_else_that_of_the_site(tmp_path: Path) -> None:
    shared = made(project(tmp_path, SITE))
    assert of(shared, "rumours/")["path"] == "share/rumours.png"
    assert of(shared, "")["path"] == "share/site.png"


def test_a_title_in_characters_without_type_gets_the_card_of_its_column(tmp_path: Path) -> None:
    files = {**SITE, RUMOUR: CLARIFICATION.replace("标题: 3月12日起", "标题: ไทย")}
    assert of(made(project(tmp_path, files)), ADDRESS)["path"] == "share/rumours-false-claim.png"


def test_a_preview_has_no_cards(tmp_path: Path) -> None:
    shared = made(project(tmp_path, SITE, preview=True))
    assert shared.outputs == ()
    assert all("share" not in page.values for page in shared.pages)


def test_without_the_typefaces_every_page_has_the_shipped_card_of_its_column_and_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "installed", lambda: None)
    shared = made(project(tmp_path, SITE))
    assert of(shared, ADDRESS) == {
        "path": "share/rumours.png",
        "alt": "网上流传的说法，经核实的事实；官方回应",
    }
    assert [(p.rule, p.level) for p in shared.problems] == [("share-fonts", Level.WARNING)]
    named = {page.values["share"]["path"] for page in shared.pages}
    assert named <= {output.path for output in shared.outputs}


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    projection = project(tmp_path, SITE)
    first = made(projection, tmp_path / "cache.sqlite")
    monkeypatch.setattr(sharing, "png", lambda card, fonts: pytest.fail(card.name))
    assert first == made(projection, tmp_path / "cache.sqlite")


def test_workers_draw_what_one_process_draws(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    projection = project(tmp_path, SITE)
    alone = made(projection)
    monkeypatch.setattr(sharing, "CHUNK", 2)
    with ThreadPoolExecutor(2) as executor:
        assert alone == made(projection, executor=executor)
