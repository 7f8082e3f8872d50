"""Personal data in files: pages, pictures that are text, captions, tables, names, site.yml."""

from pathlib import Path

import pytest

from huiying.problem import arrange
from huiying.rules import personal_file
from tests.rules.helper import CLARIFICATION, RUMOUR, SITE, library, merge, settings

KEY = "personal-file"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{}\n</svg>\n'
USING = merge(CLARIFICATION, "内容块:\n  - {类型: 图片, 文件: a.svg, 替代文字: 图}")


def judged(
    folder: Path, files: dict[str, str], text: str = CLARIFICATION
) -> list[tuple[str, int, str, str, str]]:
    """Name below content/, line, level, key and value of all that is said of files on disk."""
    for name, data in {"site.yml": SITE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(data, encoding="utf-8")
    media = frozenset(name[6:] for name in files if name.startswith("media/"))
    site = files.get("site.yml", SITE)
    said = personal_file.check(
        library({RUMOUR: text}, media=media), settings(site), folder, "content"
    )
    return [
        (
            each.mark.file.removeprefix("content/"),
            each.mark.line,
            each.level.value,
            each.key,
            each.values["value"],
        )
        for each in arrange(said)
    ]


def test_a_page_written_by_hand_is_read_line_by_line(tmp_path: Path) -> None:
    page = "# 关于\n\n请联系 138 1234 5678。\n\n[写信](mailto:wang@mail.example)\n"
    assert judged(tmp_path, {"pages/about.md": page}) == [
        ("pages/about.md", 3, "error", KEY, "138****5678"),
        ("pages/about.md", 5, "warning", KEY, "w***@mail.example"),
    ]


def test_the_numbers_with_which_the_guide_teaches_are_none_there_only(tmp_path: Path) -> None:
    text = "网民张小红的电话是 13812345678\n"
    assert judged(tmp_path, {"pages/guide/rules.md": text}) == []
    assert judged(tmp_path, {"pages/guide/rules.md": "13912345678"}) != []
    assert judged(tmp_path, {"pages/method.md": text}) != []


@pytest.mark.parametrize(
    ("drawn", "line"),
    [
        ("<text>电话13812345678</text>", 2),
        ("<g>\n<text>138<tspan>1234</tspan><tspan>5678</tspan></text></g>", 3),
        ("<title>13812345678</title>", 2),
        ("<desc>13812345678</desc>", 2),
        ('<g aria-label="13812345678"/>', 2),
        ("<text>&#49;3812345678</text>", 2),
    ],
)
def test_the_words_of_a_drawing_are_read_as_they_are_seen(
    tmp_path: Path, drawn: str, line: int
) -> None:
    assert judged(tmp_path, {"media/a.svg": SVG.format(drawn)}, USING) == [
        ("media/a.svg", line, "error", KEY, "138****5678")
    ]


def test_numbers_that_draw_are_no_words(tmp_path: Path) -> None:
    drawn = '<path d="M13812345678 15012345678L450299199001011236 1"/><text>供水41.2万</text>'
    assert judged(tmp_path, {"media/a.svg": SVG.format(drawn)}, USING) == []
    hostile = '<!DOCTYPE svg [<!ENTITY a "13812345678">]><svg>&a;</svg>'
    assert judged(tmp_path, {"media/a.svg": hostile}, USING) == []


def test_captions_and_tables_are_read_too(tmp_path: Path) -> None:
    captions = "WEBVTT\n\n00:01.000 --> 00:02.000\n我的电话是13812345678\n"
    table = "姓名,电话\n王某,13812345678\n"
    said = judged(tmp_path, {"media/a.vtt": captions, "media/b.csv": table})
    assert [each[:3] for each in said if each[4] == "138****5678"] == [
        ("media/a.vtt", 4, "note"),
        ("media/b.csv", 2, "note"),
    ]


def test_what_no_approved_record_uses_is_a_note(tmp_path: Path) -> None:
    files = {"media/a.svg": SVG.format("<text>13812345678</text>")}
    assert [each[2] for each in judged(tmp_path, files)] == ["note"]
    draft = merge(USING, "状态: 草稿")
    assert [each[2] for each in judged(tmp_path, files, draft)] == ["note"]
    assert [each[2] for each in judged(tmp_path, files, USING)] == ["error"]


def test_names_of_files_are_addresses(tmp_path: Path) -> None:
    files = {
        "media/13812345678.png": "",
        "pages/138-1234-5678.md": "",
        "media/IMG_20260312_094000.jpg": "",
    }
    assert [each[0::3] for each in judged(tmp_path, files)] == [
        ("media/13812345678.png", f"{KEY}.name"),
        ("pages/138-1234-5678.md", f"{KEY}.name"),
    ]


def test_the_site_is_read_and_its_own_telephone_is_none(tmp_path: Path) -> None:
    site = f"{SITE}联系电话: 0000-96500\n简介: 请打13812345678\n"
    said = judged(tmp_path, {"site.yml": site})
    assert said == [("site.yml", SITE.count("\n") + 2, "error", KEY, "138****5678")]
    assert judged(tmp_path, {"site.yml": f"{SITE}联系电话: 13812345678\n"}) == []


def test_its_name_is_the_name_of_the_file() -> None:
    assert personal_file.NAME == "personal-file"
