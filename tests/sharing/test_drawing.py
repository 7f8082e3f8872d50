"""The pictures: their size and colours, what WeChat leaves of them, the same bytes again."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from huiying.render.share import CLAIMED, ShareCard
from huiying.sharing.drawing import STAMPS, TITLE_TOP, Type, _set, png
from huiying.sharing.fonts import Fonts, installed
from huiying.sharing.type import has_all
from tests.share_cards import SHIPPED, drawn

TITLE = "全市6座水厂正常供水，只有城东3个街道短时停水"
JUDGED = ShareCard(
    "rumours-x",
    "辟谣",
    "示例市回应",
    TITLE,
    CLAIMED,
    "部分不实",
    "partly-false",
    "市水务局　2026年11月18日",
    is_own=True,
)
WHITE = (255, 255, 255)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    found = installed()
    assert found is not None, "share cards need the package pylopdf-fonts-zh-cn"
    return found


def picture(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def colours(image: Image.Image) -> set[object]:
    return {colour for _, colour in image.getcolors(256) or []}


def test_a_card_is_a_small_png_of_the_size_that_networks_ask_for(fonts: Fonts) -> None:
    data = png(JUDGED, fonts)
    image = Image.open(BytesIO(data))
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(data) <= 25_000


def test_the_middle_square_holds_all_type_and_has_a_margin(fonts: Fonts) -> None:
    square = picture(png(JUDGED, fonts)).crop((285, 0, 915, 630))
    assert {WHITE} == colours(square.crop((0, 0, 30, 630)))
    assert {WHITE} == colours(square.crop((604, 0, 630, 630)))
    assert len(colours(square)) > 4


@pytest.mark.parametrize("term", STAMPS)
def test_a_stamp_has_the_colour_of_its_verdict(fonts: Fonts, term: str) -> None:
    card = ShareCard("x", "辟谣", "示例市回应", TITLE, CLAIMED, "结论", term)
    wanted = tuple(bytes.fromhex(STAMPS[term][1:]))
    plain = ShareCard("x", "辟谣", "示例市回应", TITLE)
    assert wanted in colours(picture(png(card, fonts)))
    assert wanted not in colours(picture(png(plain, fonts)))


def test_another_process_draws_the_same_bytes(fonts: Fonts) -> None:
    code = (
        "import hashlib; from tests.sharing.test_drawing import JUDGED;"
        "from huiying.sharing.drawing import png; from huiying.sharing.fonts import installed;"
        "print(hashlib.sha256(png(JUDGED, installed())).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "America/Lima"},
    )
    assert hashlib.sha256(png(JUDGED, fonts)).hexdigest() == done.stdout.strip()


@pytest.mark.parametrize("length", [1, 2, 6, 13, 20, 40, 60])
def test_a_title_of_up_to_sixty_characters_is_shown_whole(fonts: Fonts, length: int) -> None:
    title = (TITLE * 3)[:length]
    _, lines = _set(ShareCard("x", "辟谣", "示例市回应", title), fonts, 292)
    assert title == "".join(line.text for line in lines)


@pytest.mark.parametrize("title", [TITLE * 20, "x" * 900, "“" * 300, "，" * 300])
def test_a_title_that_is_too_long_ends_in_an_ellipsis(fonts: Fonts, title: str) -> None:
    type, lines = _set(ShareCard("x", "辟谣", "示例市回应", title), fonts, 292)
    shown = "".join(line.text for line in lines)
    assert shown.endswith("…")
    assert title.startswith(shown[:-1])
    assert len(lines) * type.size_px <= 292 + TITLE_TOP


def test_the_typefaces_have_all_of_gb2312_and_rare_names_and_say_what_they_lack(
    fonts: Fonts,
) -> None:
    rows = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    common = "".join(row.decode("gb2312", "ignore") for row in rows)
    assert len(common) == 6763
    for file in (fonts.serif, fonts.sans):
        assert has_all(common + "䶮㛃𬱖喆垚堃犇赟翀㐂𣲘 　％℃", file)
        assert not has_all("ไทย", file)
        assert not has_all("供水🚰", file)


def test_a_long_name_of_the_site_is_made_smaller_and_then_cut(fonts: Fonts) -> None:
    card = ShareCard("x", "辟谣", "示例市人民政府回应群众关切" * 6, TITLE)
    square = picture(png(card, fonts)).crop((885, 0, 915, 630))
    assert {WHITE} == colours(square)


def test_what_the_theme_ships_is_what_is_drawn_now(fonts: Fonts) -> None:
    shipped = {file.name: file.read_bytes() for file in sorted(SHIPPED.iterdir())}
    assert dict(sorted(drawn(fonts))) == shipped, "python -m tests.share_cards"


def test_a_line_of_type_is_as_wide_as_it_says(fonts: Fonts) -> None:
    assert Type(fonts.serif, 40).width_px("供水") == 80
