"""Pictures of pixels, decoded and made anew: only the pixels go from the old file to the new one.

In: a file's bytes, already judged by `raster`, so that its size is bounded before anything is
decoded. Out: what is seen of it, or the bytes of the files that `plan` names. Whatever else the
file holds (place, device, names, thumbnails, profiles, data behind its end) is left behind: turned
the way it is meant to be seen, in sRGB, on a new canvas.
"""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageCms

from huiying.media.fault import Fault
from huiying.media.plan import LARGEST, QUALITY, File, Sight, scaled_height
from huiying.media.raster import MOST_PIXELS_JPEG

FEW_COLOURS = 16384
"""A drawing has fewer; a photograph of any use has more."""
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = (5, 6, 7, 8)
Image.MAX_IMAGE_PIXELS = MOST_PIXELS_JPEG  # the second line: `raster` has judged the size


def see(data: bytes) -> Sight | Fault:
    """The size and the form of a picture; a fault where it cannot be decoded to its end."""
    try:
        with _opened(data) as image:
            size, is_exact = _shown_size(image), image.format == "PNG" or b"VP8L" in data[:64]
            _decode(image)
            digest = _digest(image)
            pixels = _pixels(image)
    except Exception:  # a decoder may raise anything at all on bytes made to break it
        return Fault("broken")
    is_drawing = is_exact and pixels.getcolors(FEW_COLOURS) is not None
    return Sight(*size, "drawing" if is_drawing else "photo", pixels.mode != "RGBA", digest)


def make(data: bytes, files: Sequence[File], sight: Sight) -> dict[str, bytes]:
    """The bytes of each file, by its path."""
    with _opened(data) as image:
        pixels = _pixels(image)
    made = {}
    for file in files:
        size = file.width_px, scaled_height(sight, file.width_px)
        scaled = pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS)
        is_sharp = sight.form == "drawing" and file.width_px == sight.width_px
        made[file.path] = _encoded(scaled, file.format, is_sharp)
    return made


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The picture, to be decoded; what Pillow says of its other parts is no editor's business."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as image:
            yield image


def _orientation(image: Image.Image) -> int:
    return int(image.getexif().get(_ORIENTATION, 1))


def _shown_size(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    return (height, width) if _orientation(image) in _ON_ITS_SIDE else (width, height)


def _decode(image: Image.Image) -> tuple[int, int]:
    """Decode, a JPEG no larger than needed; the size wanted, as it is stored."""
    width, height = _shown_size(image)
    wanted = min(width, LARGEST)
    size = wanted, max(1, round(height * wanted / width))
    stored = size[::-1] if _orientation(image) in _ON_ITS_SIDE else size
    image.draft(None, stored)
    image.load()
    return stored


def _digest(image: Image.Image) -> str:
    """SHA-256 of the pixels as they are stored and of how they are to be turned."""
    told = [image.mode, image.size, _orientation(image), image.info.get("transparency")]
    total = sha256(f"{told} {image.getpalette()}".encode())
    total.update(image.tobytes())
    return total.hexdigest()


def _pixels(image: Image.Image) -> Image.Image:
    """The pixels alone, no wider than LARGEST, upright, in sRGB; RGBA only if see-through."""
    orientation, profile = _orientation(image), image.info.get("icc_profile")
    stored = _decode(image)
    image = _plain(image)
    if image.size != stored:
        image = image.resize(stored, Image.Resampling.LANCZOS, reducing_gap=3.0)
    image = _in_srgb(image, profile)
    if orientation in _TURNS:
        image = image.transpose(_TURNS[orientation])
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    canvas = Image.new(image.mode, image.size)
    canvas.paste(image)
    return canvas


def _plain(image: Image.Image) -> Image.Image:
    """Eight bits a channel, without a palette: RGB, RGBA, or what only a profile can turn."""
    if image.mode.startswith("I"):
        # Sixteen bits: Pillow cuts off what is above 255 instead of scaling it down.
        return image.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "CMYK", "LAB") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The same colours in sRGB; a profile that cannot be read or does not fit says nothing."""
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            bands = image.split()
            alpha = bands[3] if image.mode == "RGBA" else None
            colours = Image.merge("RGB", bands[:3]) if alpha else image
            srgb = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(colours, given, srgb, outputMode="RGB")
            if turned is not None:
                if alpha:
                    turned.putalpha(alpha)
                return turned
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image if image.mode in ("RGB", "RGBA") else image.convert("RGB")


def _encoded(image: Image.Image, form: str, is_sharp: bool) -> bytes:
    file = BytesIO()
    if form == "JPEG":
        image = _on_white(image)
        image.save(file, form, quality=QUALITY[form], optimize=True, progressive=True)
    elif form == "PNG":
        image.save(file, form, compress_level=9)
    elif form == "WEBP":
        image.save(file, form, quality=QUALITY[form], method=4, lossless=is_sharp)
    else:
        # One thread and one tile: the bytes must not depend on how many cores a machine has.
        image.save(
            file,
            form,
            quality=QUALITY[form],
            speed=8,
            subsampling="4:4:4" if is_sharp else "4:2:0",
            max_threads=1,
            autotiling=False,
        )
    return file.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    canvas = Image.new("RGB", image.size, "white")
    canvas.paste(image, mask=image.getchannel("A"))
    return canvas
