"""Reading the content folder: records, registers, and every fault with its place."""

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from huiying import content, rules
from huiying.cache import Cache
from huiying.problem import Level
from huiying.records import reading
from huiying.rules import reference
from tests.helper import BASE, CLARIFICATION, RUMOUR, lay, places, read, settings

FILE = f"content/{RUMOUR}"


def test_a_good_site_reads_without_a_word(tmp_path: Path) -> None:
    found = read(tmp_path, BASE)
    assert places(found) == []
    record = found.library.records["rumours/20260312-tingshui"]
    assert record.fields.publish_at is not None
    assert record.fields.publish_at.isoformat() == "2026-03-12T09:40:00+08:00"
    assert (record.mark("claims.0.text").line, record.mark("claims.0.text").column) == (5, 9)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("结论: 不实", "结论: 不属实", (7, 5, "choice.near"), id="wrong term"),
        pytest.param("结论: 不实", "结论: false-claim", (7, 5, "choice.zh"), id="English term"),
        pytest.param("结论: 不实", "verdict: false-claim", (7, 1, "mixed-keys.zh"), id="mixed"),
        pytest.param("结论: 不实", "结伦: 不实", (7, 1, "unknown-key.near"), id="unknown key"),
        pytest.param("结论: 不实", "结论: [不实]", (7, 5, "shape.scalar"), id="list for a word"),
        pytest.param("结论: 不实", "zzz: 1", (7, 1, "unknown-key"), id="unknown, none near"),
        pytest.param("结论: 不实", "满意度: 高", (7, 1, "unknown-key.kind"), id="another kind's"),
        pytest.param("  - 原话: 紧急", "  - 满意度: 高", (5, 5, "unknown-key"), id="below the top"),
        pytest.param("2026-03-12 09:40", "2026-02-30 09:40", (3, 7, "moment.impossible"), id="day"),
        pytest.param("2026-03-12 09:40", "明天上午", (3, 7, "moment"), id="no moment"),
        pytest.param("2026-03-12 09:40", "750", (3, 7, "moment"), id="a number"),
        pytest.param("标题: 3月", "标题: ''\n短标题: 3月", (1, 5, "empty-text"), id="empty quotes"),
        pytest.param("标题: 3月", "短标题: 3月", (1, 1, "required"), id="no title"),
        pytest.param("状态: 已审定", "状态: 已撤回", (2, 5, "choice.status"), id="no status"),
        pytest.param("  - 原话: 紧急", "  - 来源: 紧急", (5, 5, "required.inner"), id="no text"),
    ],
)
def test_a_fault_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, expected: tuple[int, int, str]
) -> None:
    found = read(tmp_path, {**BASE, RUMOUR: CLARIFICATION.replace(old, new, 1)})
    assert (FILE, *expected) in places(found)
    assert "rumours/20260312-tingshui" in found.library.unreadable


def test_the_places_of_a_register_are_unpacked_once_for_all_its_entries(tmp_path: Path) -> None:
    bodies = "".join(f"ju-{number}:\n  名称: 第{number}局\n" for number in range(50))
    found = read(tmp_path, {**BASE, "registers/organisations.yml": bodies})
    reading._unpacked.cache_clear()
    entries = found.library.organisations.items()
    assert [entry.mark(f"{id}.name").line for id, entry in entries] == list(range(2, 101, 2))
    assert reading._unpacked.cache_info().misses == 1


def test_all_faults_of_a_file_are_reported_at_once(tmp_path: Path) -> None:
    text = CLARIFICATION.replace("不实", "不", 1).replace("2026-03-12 09:40", "2026-13-01 09:40")
    found = read(tmp_path, {**BASE, RUMOUR: text})
    assert [place[3] for place in places(found)] == ["moment.impossible", "choice.near"]


def test_one_broken_record_does_not_hide_another(tmp_path: Path) -> None:
    other = "clarifications/2026/20260313-other.yml"
    found = read(tmp_path, {**BASE, RUMOUR: "标题: [", other: CLARIFICATION})
    assert set(found.library.records) == {"rumours/20260313-other"}
    assert [place[0] for place in places(found)] == [FILE]


def test_english_keys_and_terms_give_the_same_record(tmp_path: Path) -> None:
    english = (
        "title: 3月12日起全市正常供水，没有停水三天的安排\nstatus: approved\n"
        "publish_at: 2026-03-12 09:40\nclaims:\n"
        "  - text: 紧急通知！3月12日开始全市停水三天，抓紧接水\n"
        "    first_seen: 2026-03-11 20:15\nverdict: false-claim\nevidence:\n"
        "  - text: 全市6座水厂当日供水41.2万立方米，与前一周持平\n    type: data\n"
        "facts: |\n  市水务局核实：全市6座水厂**运行正常。**\n"
        "agencies:\n  first_responsible: shuiwuju\n  basis: competent\n"
    )
    one = read(tmp_path / "zh", BASE).library.records["rumours/20260312-tingshui"]
    two = read(tmp_path / "en", {**BASE, RUMOUR: english}).library.records[
        "rumours/20260312-tingshui"
    ]
    assert one.fields == two.fields
    assert (one.language, two.language) == ("zh", "en")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("clarifications/2026/tingshui.yml", "id-form.dated"),
        ("clarifications/2025/20260313-a.yml", "wrong-folder"),
        ("clarifications/20260313-a.yml", "wrong-folder"),
        ("clarifications/2026/20260313-a.yaml", "file-suffix"),
        ("clarifications/2026/20260313-a.yml.txt", "file-suffix.text"),
        ("clarifications/2026/20260313-a.YAML.TXT", "file-suffix.text"),
        ("clarifications/2026/20260313-a.txt", "file-suffix.text"),
        ("clarifications/2026/shuoming.txt", "stray-file"),
        ("registers/channels.yml.txt", "file-suffix.text"),
        ("media/a.svg.yml.txt", "file-suffix.text"),
        ("clarifications/2026/20260313-A.yml", "id-form.dated"),
        ("topics/供水.yml", "id-form"),
        ("misc/a.yml", "stray-file"),
        ("rumours/2026/20260313-a.yml", "stray-file.near"),
        ("clarification/2026/20260313-a.yml", "stray-file.near"),
        ("registers/organizations.yml", "stray-file.near"),
        ("clarifications/2026/20269999-a.yml", "id-form.dated"),
        ("clarifications/\uff12026/\uff120260312-a.yml", "id-form.dated"),
        ("media/a.svg.yml", "lone-sidecar"),
    ],
)
def test_files_in_wrong_places_are_named(tmp_path: Path, name: str, rule: str) -> None:
    text = "标题: 水" if name.startswith("media") else CLARIFICATION
    found = read(tmp_path, {**BASE, name: text})
    assert [(place[0], place[3]) for place in places(found)] == [(f"content/{name}", rule)]


def test_an_id_in_two_year_folders_is_named_with_both_places(tmp_path: Path) -> None:
    again = RUMOUR.replace("/2026/", "/2027/")
    found = read(tmp_path, {**BASE, again: CLARIFICATION})
    (clash,) = [problem for problem in found.problems if problem.rule == "duplicate-id"]
    assert clash.mark.file == f"content/{again}"
    assert clash.also is not None
    assert clash.also.file == FILE


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text(CLARIFICATION)
    read(tmp_path, BASE)
    link = tmp_path / "content/clarifications/2026/20260314-link.yml"
    link.symlink_to(secret)
    found = read(tmp_path, BASE)
    assert [place[3] for place in places(found)] == ["symbolic-link"]
    assert "rumours/20260314-link" not in found.library.records


def test_a_broken_site_record_is_a_problem_and_reading_goes_on(tmp_path: Path) -> None:
    found = read(tmp_path, {**BASE, "site.yml": "网站名称: 甲\n时区: Mars/Base\n"})
    assert ("content/site.yml", 1, 1, "required") in places(found)
    assert len(found.library.records) == 1


def test_a_register_names_the_entry_at_fault(tmp_path: Path) -> None:
    text = "shuiwuju:\n  名称: 水务局\n  建立: 2020-01-01\nAB:\n  名称: 乙\n"
    found = read(tmp_path, {**BASE, "registers/organisations.yml": text})
    assert places(found) == [
        ("content/registers/organisations.yml", 3, 3, "unknown-key"),
        ("content/registers/organisations.yml", 4, 1, "id-form"),
    ]


def test_a_warm_cache_gives_the_same_content(tmp_path: Path) -> None:
    read(tmp_path, {**BASE, "clarifications/2026/20260313-b.yml": "标题: 1\n结论: 错\n"})
    folder = tmp_path / "content"
    results = []
    for _ in range(2):
        cache = Cache(tmp_path / "cache.sqlite")
        results.append(content.read(tmp_path, folder, "test", cache))
        cache.close()
    cold, warm = results
    assert cold.problems == warm.problems != ()
    assert cold.library.records.keys() == warm.library.records.keys()
    key = "rumours/20260312-tingshui"
    assert cold.library.records[key].fields == warm.library.records[key].fields
    assert cold.library.records[key].mark("verdict") == warm.library.records[key].mark("verdict")


def test_a_folder_named_like_the_address_is_told_its_right_name(tmp_path: Path) -> None:
    found = read(tmp_path, {**BASE, "rumours/2026/20260313-a.yml": CLARIFICATION})
    [stray] = found.problems
    assert stray.values["right"] == "clarifications/2026/20260313-a.yml"


def test_a_word_that_is_no_term_is_repeated_and_other_private_values_are_not(
    tmp_path: Path,
) -> None:
    text = CLARIFICATION.replace("状态: 已审定", "状态: 已撤回")
    found = read(tmp_path, {**BASE, RUMOUR: text})
    assert [each.values["value"] for each in found.problems] == ["已撤回"]


@pytest.mark.parametrize("code", ["4502000001", "bm12345678", "N123456789"])
def test_a_code_of_a_website_has_one_of_three_forms(tmp_path: Path, code: str) -> None:
    site = BASE["site.yml"].replace("0000000001", code)
    assert places(read(tmp_path, {**BASE, "site.yml": site})) == []


@pytest.mark.parametrize("code", ["1", "450200000\uff11", "bm1234567", "n123456789", "45020000012"])
def test_no_other_code_of_a_website_passes(tmp_path: Path, code: str) -> None:
    site = BASE["site.yml"].replace("0000000001", code)
    [(*place, rule)] = places(read(tmp_path, {**BASE, "site.yml": site}))
    assert (place, rule.partition(".")[0]) == (["content/site.yml", 2, 8], "site-code")


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        (None, [("content/registers/organisations.yml", 1, 1, "no-register")]),
        ("{}\n", [("content/registers/organisations.yml", 1, 1, "no-register")]),
        ("shuiwuju: [\n", [("content/registers/organisations.yml", 1, 11, "syntax.bracket")]),
        (
            "shuiwuju:\n  名字: 水务局\nwangxinban:\n  名称: 网信办\n",
            [("content/registers/organisations.yml", 2, 3, "unknown-key.near")],
        ),
    ],
    ids=["missing", "empty", "broken", "one entry broken"],
)
def test_what_a_register_lacks_is_told_once_and_not_at_every_record(
    tmp_path: Path, register: str | None, expected: list[tuple[str, int, int, str]]
) -> None:
    files = {name: text for name, text in BASE.items() if not name.startswith("registers/")}
    if register is not None:
        files["registers/organisations.yml"] = register
    found = read(tmp_path, files)
    assert places(found) == expected
    assert list(reference.check(found.library, settings(found))) == []


def test_nothing_follows_from_a_site_record_that_cannot_be_read(tmp_path: Path) -> None:
    old = CLARIFICATION.replace("2026-03-12 09:40", "2019-03-12 09:40") + "历史资料来源: 原门户\n"
    old = old.replace("    最早见于: 2026-03-11 20:15\n", "").replace("结论: 不实\n", "")
    name = "clarifications/2019/20190312-jiu.yml"
    found = read(tmp_path, {**BASE, "site.yml": "网站名称: [", name: old})
    assert [place[0] for place in places(found)] == ["content/site.yml"]
    said = rules.check(found.library, settings(found), tmp_path / "content", "content")
    told = [(each.key, each.level) for each in said if each.rule != "already-answered"]
    assert told == [("required", Level.NOTE)]


@pytest.mark.parametrize("name", ["clarifications", "pages"])
def test_a_folder_that_may_not_be_read_is_not_empty(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {**BASE, "pages/about.md": "# 关于本站\n"})
    scan = os.scandir

    def denied(path: str) -> object:
        if os.path.basename(path) == name:
            raise PermissionError(13, "denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", denied)
    found = content.read(tmp_path, tmp_path / "content", "test", Cache(None))
    assert places(found) == [(f"content/{name}", 1, 1, "unreadable-folder")]
    assert [problem.level for problem in found.problems] == [Level.ERROR]


def test_a_hand_written_page_is_utf8(tmp_path: Path) -> None:
    found = read(tmp_path, {**BASE, "pages/a/b.md": "# 关于本站\n\n正文".encode("gbk")})
    assert places(found) == [("content/pages/a/b.md", 1, 3, "encoding.gbk")]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_file_name_that_is_not_unicode_is_named_and_passed_over(tmp_path: Path) -> None:
    folder = lay(tmp_path, BASE)
    for name in (b"clarifications/2026/20260313-\xca.yml", b"\xca\xd0"):
        path = os.fsencode(folder) + b"/" + name
        try:
            with open(path, "wb") if b"." in name else nullcontext(os.mkdir(path)):
                pass
        except OSError:
            pytest.skip("this file system takes Unicode names only")
    found = content.read(tmp_path, folder, "test", Cache(None))
    assert places(found) == [
        ("content/\\udcca\\udcd0", 1, 1, "file-name"),
        ("content/clarifications/2026/20260313-\\udcca.yml", 1, 1, "file-name"),
    ]
    assert len(found.library.records) == 1


@pytest.mark.parametrize(
    "name",
    [
        "clarifications/2026/~$20260312-tingshui.yml",
        "clarifications/2026/.~lock.20260312-tingshui.yml#",
        "clarifications/2026/20260312-tingshui.yml~",
        "clarifications/2026/.20260312-tingshui.yml.swp",
        "clarifications/2026/#20260312-tingshui.yml#",
        "clarifications/Thumbs.db",
        "registers/desktop.ini",
        "media/Desktop.ini",
        "media/~$tu.docx",
        ".DS_Store",
    ],
)
def test_what_programs_leave_in_a_folder_is_no_file_of_the_site(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, {**BASE, name: b"\x00\xff"})
    assert (places(found), found.library.media) == ([], {})


DRAFT = CLARIFICATION.replace("已审定", "草稿")
NAMED_WRONGLY = "clarifications/2026/供水.yml"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(RUMOUR, DRAFT, id="draft"),
        pytest.param(RUMOUR, DRAFT.replace("草稿", "审核中"), id="in review"),
        pytest.param(RUMOUR, DRAFT.replace("草稿", "' 草稿 '"), id="in quotes"),
        pytest.param(RUMOUR, DRAFT.replace("状态: 草稿", "status: draft"), id="other language"),
        pytest.param(RUMOUR, DRAFT.replace("不实", "不"), id="another fault"),
        pytest.param(RUMOUR, DRAFT + "结论: 属实\n", id="another key twice"),
        pytest.param(NAMED_WRONGLY, DRAFT, id="no id"),
        pytest.param(f"{RUMOUR}.txt", DRAFT, id="no suffix"),
        pytest.param(RUMOUR, "状态: 草稿\n标题: [", id="no YAML"),
        pytest.param(RUMOUR, "标题: 停水\n状态：草稿\n", id="wide colon"),
        pytest.param(RUMOUR, "标题: ]\n'status': \"in_review\"  # wait\n", id="quotes, comment"),
        pytest.param(RUMOUR, DRAFT.encode("gb18030"), id="saved as GBK"),
        pytest.param(RUMOUR, DRAFT.encode("utf-16"), id="saved as UTF-16"),
    ],
)
def test_a_file_that_says_so_is_a_draft_whatever_else_is_wrong(
    tmp_path: Path, name: str, text: str | bytes
) -> None:
    files = {**BASE, RUMOUR: CLARIFICATION, name: text}
    assert read(tmp_path, files).drafts == {f"content/{name}"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLARIFICATION, id="approved"),
        pytest.param(CLARIFICATION.replace("状态: 已审定\n", ""), id="no word"),
        pytest.param(CLARIFICATION.replace("已审定", ""), id="an empty word"),
        pytest.param(CLARIFICATION.replace("已审定", "草"), id="a word that is none"),
        pytest.param(CLARIFICATION.replace("已审定", "[草稿]"), id="a list"),
        pytest.param(CLARIFICATION.replace("已审定", "草稿\n状态: 已审定"), id="twice"),
        pytest.param(
            CLARIFICATION.replace("已审定", "草稿\nstatus: approved"), id="both languages"
        ),
        pytest.param("状态: 已审定\n标题: [", id="no YAML, approved"),
        pytest.param("状态: 草稿\n标题: [\n状态: 已审定\n", id="no YAML, twice"),
        pytest.param("标题: [\n审核:\n  状态: 草稿\n", id="no YAML, further in"),
        pytest.param("标题: [\n# 状态: 草稿\n", id="no YAML, in a comment"),
    ],
)
def test_a_file_that_does_not_say_so_clearly_is_no_draft(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, {**BASE, RUMOUR: text}).drafts == frozenset()
