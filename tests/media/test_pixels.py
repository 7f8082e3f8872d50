"""Pictures made anew: only the pixels go out, upright, in sRGB, no larger than they came."""

import io
import os
import subprocess
import sys
from hashlib import sha256

import exifread
import pytest
from PIL import Image, ImageCms

from huiying.media import pixels
from huiying.media.fault import Fault
from huiying.media.plan import LARGEST, Sight, picture
from tests.conftest import ROOT
from tests.media import planted

FORMS = {"a.jpg": "JPEG", "a.webp": "WEBP"}


def given(name: str, orientation: int = 1) -> bytes:
    return planted.photo(FORMS[name], orientation) if name in FORMS else planted.png(orientation)


def seen(data: bytes) -> Sight:
    found = pixels.see(data)
    assert isinstance(found, Sight), found
    return found


def made(data: bytes, name: str = "a.png") -> dict[str, bytes]:
    sight = seen(data)
    return pixels.make(data, picture(name, sight).files, sight)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def saved(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_nothing_that_came_with_a_picture_goes_out(name: str) -> None:
    data = given(name)
    assert data.count(planted.MARK) >= 2
    for path, out in made(data, name).items():
        assert planted.MARK not in out, path
        tags = {} if path.endswith(".avif") else exifread.process_file(io.BytesIO(out))
        assert [tag for tag in tags if not tag.startswith("JPEG")] == [], path
        assert set(opened(out).info) & {"exif", "xmp", "icc_profile", "Author", "comment"} == set()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_picture_is_turned_the_way_it_is_meant_to_be_seen(name: str, orientation: int) -> None:
    # Where the red quarter is to be, as (right, below).
    corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)]
    image = opened(made(given(name, orientation), name)[name]).convert("RGB")
    assert image.size == ((400, 600) if orientation > 4 else (600, 400))
    places = {(x, y): ((1 + 2 * x) / 4, (1 + 2 * y) / 4) for x in (0, 1) for y in (0, 1)}
    red = [
        corner
        for corner, (x, y) in places.items()
        if off(image, (int(image.width * x), int(image.height * y)), (200, 30, 20)) < 40
    ]
    assert red == [corners[orientation - 1]]


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1, [1]), (480, [480]), (500, [480, 500]), (1000, [480, 960, 1000]),
     (1600, [480, 960, 1600]), (4000, [480, 960, 1600])],
)  # fmt: skip
def test_no_picture_is_made_larger_than_it_came(width: int, expected: list[int]) -> None:
    found = picture("a/b.jpg", Sight(width, width * 2, "photo"))
    widths = [file.width_px for file in found.sources if file.format == "AVIF"]
    assert widths == expected
    assert found.large.path == found.fallback.path == "a/b.jpg"
    assert (found.large.width_px, found.height_px) == (min(width, LARGEST), min(width, LARGEST) * 2)


def test_every_file_is_as_large_and_of_the_format_that_the_page_says() -> None:
    data = planted.photo("JPEG", 6, planted.picture(1300, 900))
    found = picture("a.jpg", seen(data))
    out = pixels.make(data, found.files, seen(data))
    for file in found.files:
        image = opened(out[file.path])
        assert (image.format, image.width) == (file.format, file.width_px)
        assert image.height == round(1300 * file.width_px / 900)


def test_a_name_changes_with_the_pixels_alone_and_the_address_never_does() -> None:
    data = given("a.jpg").removesuffix(planted.MARK)
    words = data.replace(planted.MARK, b"Li Si 0771-5556789") + b"more behind the end"
    other = planted.photo("JPEG", 1, planted.picture(600, 401))
    assert data != words
    one, same, third = (picture("a.jpg", seen(each)) for each in (data, words, other))
    assert one == same
    assert one.large.path == third.large.path
    assert {each.path for each in one.sources} & {each.path for each in third.sources} == set()


@pytest.mark.parametrize(
    ("name", "sight", "fallback"),
    [
        ("a.webp", Sight(600, 400, "photo"), "jpg"),
        ("a.webp", Sight(600, 400, "photo", is_opaque=False), "png"),
    ],
)
def test_what_old_browsers_cannot_show_has_a_fallback(
    name: str, sight: Sight, fallback: str
) -> None:
    found = picture(name, sight)
    assert (found.large.path, found.fallback.path.rpartition(".")[2]) == (name, fallback)


def test_a_picture_too_high_for_webp_goes_without() -> None:
    found = picture("a.png", Sight(480, 17_000, "drawing"))
    assert {file.format for file in found.files} == {"PNG", "AVIF"}


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = given("a.jpg")
    first, again = (
        {path: sha256(out).hexdigest() for path, out in made(data, "a.jpg").items()} for _ in "ab"
    )
    assert first == again


def of_mode(mode: str) -> Image.Image:
    """The planted picture stored as one kind of pixels."""
    image = planted.picture(40, 20)
    if mode == "I;16":
        return image.convert("L").convert("I").point(lambda value: value * 256).convert("I;16")
    if mode == "P":
        return image.quantize(8)
    return image.convert("L").convert(mode) if mode == "LA" else image.convert(mode)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_pixels_keeps_its_colours(mode: str) -> None:
    data = saved(of_mode(mode), "JPEG" if mode == "CMYK" else "PNG")
    out = opened(made(data)["a.png"]).convert("RGB")
    is_grey = mode in ("1", "L", "LA", "I;16")
    expected = planted.picture(40, 20, "L" if is_grey else "RGB").convert("RGB")
    for at in ((5, 5), (30, 15)):
        assert off(out, at, expected.getpixel(at)) <= (130 if mode == "1" else 12)


def off(image: Image.Image, at: tuple[int, int], expected: tuple[int, ...]) -> int:
    """How far one pixel is from what it should be, in the channel where it is farthest."""
    return max(abs(a - b) for a, b in zip(image.getpixel(at), expected, strict=True))


def test_what_is_see_through_stays_so_and_a_photo_without_it_is_a_jpeg() -> None:
    image = planted.picture(40, 20, "RGBA")
    image.putalpha(90)
    assert seen(saved(image)).is_opaque is False
    assert opened(made(saved(image))["a.png"]).getpixel((30, 15))[3] == 90
    assert seen(saved(planted.picture(40, 20, "RGBA"))).is_opaque is True


def test_colours_of_another_profile_are_turned_and_a_broken_one_is_left_out() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    for profile in (lab, b"not a profile " + planted.MARK):
        out = made(saved(planted.picture(40, 20), "PNG", icc_profile=profile))["a.png"]
        image = opened(out)
        assert "icc_profile" not in image.info
        assert off(image, (30, 15), (20, 60, 160)) < 3


def test_a_drawing_is_told_from_a_photo() -> None:
    assert seen(saved(planted.picture(40, 20))).form == "drawing"
    noise = Image.merge("RGB", [Image.effect_noise((300, 300), 90) for _ in "rgb"])
    assert seen(saved(noise)).form == "photo"
    assert seen(saved(planted.picture(40, 20), "JPEG")).form == "photo"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_a_picture_cut_short_is_damaged(name: str) -> None:
    data = given(name).removesuffix(planted.MARK)
    assert pixels.see(data[: len(data) // 2]) == Fault("broken")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_no_damage_to_a_picture_raises(name: str, full_size: bool) -> None:
    data = given(name)
    for at in range(0, len(data), 1 if full_size else max(1, len(data) // 40)):
        for flip in (0xFF, 0x01):
            found = pixels.see(data[:at] + bytes([data[at] ^ flip]) + data[at + 1 :])
            assert isinstance(found, Sight) or found == Fault("broken")


def test_a_picture_of_several_telephones_lenses_gives_its_first_and_no_warning() -> None:
    data = saved(planted.picture(40, 20), "JPEG")
    several = data[:2] + b"\xff\xe2\0\x0cMPF\0MM\0*\0\0" + data[2:]
    with pytest.warns(UserWarning, match="MPO"):
        Image.open(io.BytesIO(several))
    assert seen(several) == seen(data)


PRINTED = """
import sys
from hashlib import sha256
from huiying.media import pixels
from huiying.media.plan import picture
from tests.media import planted
data = planted.photo("JPEG", 1, planted.picture(1700, 900))
sight = pixels.see(data)
made = pixels.make(data, picture("a.jpg", sight).files, sight)
print(*(sha256(made[path]).hexdigest() for path in sorted(made)))
"""


@pytest.mark.proof
def test_what_a_processor_can_do_changes_no_byte() -> None:
    plain = {"AOM_SIMD_CAPS": "0", "JSIMD_FORCENONE": "1"}
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINTED], env={**os.environ, **env}, cwd=ROOT, check=True,
            capture_output=True, text=True,
        ).stdout
        for env in ({}, plain)
    }  # fmt: skip
    assert len(printed) == 1
    assert len(printed.pop().split()) == 7
