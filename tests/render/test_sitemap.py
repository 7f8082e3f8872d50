"""The sitemap: every page that may be indexed, in files that grow by month and not with age."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from huiying.public import Projection
from huiying.render.plan import pages
from huiying.render.sitemap import outputs
from tests.helper import CLARIFICATION, RUMOUR
from tests.render.sites import BASE_URL, SITE, WITHDRAWN, clarification, project

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEW = CLARIFICATION.replace("2026-03-12 09:40", "2026-03-19 09:40")


def documents(projection: Projection) -> dict[str, bytes]:
    paths = [page.path for page in pages(projection)] + ["about/index.html", "404.html"]
    return {output.path: output.data for output in outputs(projection, paths)}


def addresses(data: bytes) -> Mapping[str, str | None]:
    found = {}
    for item in ElementTree.fromstring(data):
        place = item.findtext(f"{NAMESPACE}loc") or ""
        found[place.removeprefix(BASE_URL)] = item.findtext(f"{NAMESPACE}lastmod")
    return found


def test_the_index_names_every_other_file_with_its_newest_change(tmp_path: Path) -> None:
    found = documents(project(tmp_path))
    expected = {"sitemaps/pages.xml": None, "sitemaps/2026-03.xml": "2026-03-12T09:40:00+08:00"}
    assert addresses(found["sitemap.xml"]) == expected
    assert found.keys() == {*expected, "sitemap.xml"}


def test_a_record_stands_in_its_month_with_its_last_change(tmp_path: Path) -> None:
    found = documents(project(tmp_path))
    assert addresses(found["sitemaps/2026-03.xml"]) == {
        "responses/20260310-wushui/": "2026-03-10T08:05:00+08:00",
        "rumours/20260312-tingshui/": "2026-03-12T09:40:00+08:00",
        "topics/gongshui/": "2026-03-01T09:00:00+08:00",
    }


def test_lists_and_hand_written_pages_stand_together(tmp_path: Path) -> None:
    found = addresses(documents(project(tmp_path))["sitemaps/pages.xml"])
    assert {"", "rumours/", "rumours/2026/03/", "about/", "corrections/"} <= found.keys()
    assert "404.html" not in found
    assert not any("tingshui" in address for address in found)


def test_a_withdrawn_page_is_left_out(tmp_path: Path) -> None:
    found = documents(clarification(tmp_path, WITHDRAWN))
    assert not any(b"tingshui" in data for data in found.values())


def test_a_new_record_rewrites_its_month_and_the_index_only(tmp_path: Path) -> None:
    many = {
        f"clarifications/2025/2025{month:02}01-n.yml": CLARIFICATION.replace(
            "2026-03-1", f"2025-{month:02}-1"
        )
        for month in range(1, 13)
    }
    before = documents(project(tmp_path / "a", {**SITE, **many}))
    new = {"clarifications/2026/20260319-new.yml": NEW}
    after = documents(project(tmp_path / "b", {**SITE, **many, **new}))
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {"sitemap.xml", "sitemaps/2026-03.xml"}


def test_the_month_is_the_one_of_the_sites_zone(tmp_path: Path) -> None:
    text = CLARIFICATION.replace("2026-03-12 09:40", "2026-03-12T23:30:00-08:00")
    files = {**SITE, RUMOUR: text.replace("03-12T", "02-28T").replace("03-11", "02-11")}
    assert "sitemaps/2026-03.xml" in documents(project(tmp_path, files))
    found = documents(project(tmp_path / "again", files))["sitemaps/2026-03.xml"]
    assert addresses(found)["rumours/20260312-tingshui/"] == "2026-03-01T15:30:00+08:00"
