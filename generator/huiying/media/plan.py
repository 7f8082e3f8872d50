"""Which files a medium becomes, and their names: a page asks and knows at once; `work` makes them.

In: a file below media/ and what was seen of it. Out: `Picture`, a plain
value. It opens no file. The address media/<name> is permanent and holds the picture in its own
format, no wider than LARGEST; smaller and newer forms stand beside it under names with a hash,
which change with the picture and with whatever encodes it. They stand in media/, not in assets/:
what the release before had there stays one release longer, and a picture that was withdrawn must
be gone at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from PIL import features

WIDTHS = (480, 960, 1600)
"""A phone of 320 to 375 px, the same at two to three pixels a px, a column on a sharp screen."""
LARGEST = 2048
"""Of the picture at media/<name>, which a reader enlarges."""
QUALITY = {"JPEG": 82, "WEBP": 80, "AVIF": 60}
TYPES = {"AVIF": "image/avif", "WEBP": "image/webp", "JPEG": "image/jpeg", "PNG": "image/png"}
SUFFIX = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg", "PNG": "png"}
FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP"}
"""Formats of pixels by the suffix of a file's name."""
WIDEST_WEBP = 16383
"""Pixels of a side, RFC 9649; a long drawing for telephones may be higher."""
ENCODERS = " ".join(
    [
        f"webp {features.version_module('webp')}",
        f"avif {features.version_module('avif')}",
        f"jpeg {features.version_feature('libjpeg_turbo')}",
        f"zlib {features.version_codec('zlib')}",
        f"lcms {features.version_module('littlecms2')}",
    ]
)
"""Libraries behind Pillow that decide the bytes; Pillow's wheels use the machine's own zlib."""
_CODE = b"".join(Path(__file__).with_name(name).read_bytes() for name in ("plan.py", "pixels.py"))
RECIPE = blake2b(_CODE + f" pillow {version('pillow')} {ENCODERS}".encode()).hexdigest()
"""Changes with whatever can change a picture's bytes."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a medium: its size as it is shown, in pixels, and what it is.

    `form`: `photo`, `drawing` (few colours, sharp edges), `svg`, or `other` for what is no picture.
    `digest`: SHA-256 of what is seen of it: of its decoded pixels, else of the cleaned file. One of
    the file as it came would tell of what was taken out, and short words could be guessed back.
    """

    width_px: int
    height_px: int
    form: str
    is_opaque: bool = True
    digest: str = ""

    @property
    def is_picture(self) -> bool:
        return self.form != "other"

    @property
    def is_pixels(self) -> bool:
        """Whether it is made anew of its pixels."""
        return self.form in ("photo", "drawing")


@dataclass(frozen=True, slots=True)
class File:
    """One file that a picture becomes: its path below media/, its format and width in pixels."""

    path: str
    format: str
    width_px: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a page. `large` is media/<name>; `fallback` is what every browser can show."""

    large: File
    fallback: File
    height_px: int
    """Of the fallback."""
    sources: tuple[File, ...]
    """Newest format first, narrow before wide."""

    @property
    def files(self) -> tuple[File, ...]:
        """Every file of it, each once."""
        return tuple(dict.fromkeys((self.large, self.fallback, *self.sources)))


def files_of(path: str, sight: Sight | None) -> tuple[File, ...]:
    """The files that the medium at `path` below media/ becomes."""
    if sight is not None and sight.is_picture:
        return picture(path, sight).files
    return (File(path, "", 0),)


def picture(path: str, sight: Sight) -> Picture:
    """The files of the picture at `path` below media/."""
    stem, _, suffix = path.rpartition(".")
    if sight.form == "svg":
        only = File(path, "SVG", sight.width_px)
        return Picture(only, only, sight.height_px, ())
    width = min(sight.width_px, LARGEST)
    own = FORMATS[suffix.lower()]
    large = fallback = File(path, own, width)

    def beside(form: str, width_px: int) -> File:
        told = f"{RECIPE} {sight} {form} {width_px}".encode()
        name = blake2b(told, digest_size=6).hexdigest()
        return File(f"{stem}-{width_px}.{name}.{SUFFIX[form]}", form, width_px)

    if own == "WEBP":
        is_photo = sight.form == "photo" and sight.is_opaque
        fallback = beside("JPEG" if is_photo else "PNG", min(width, WIDTHS[-1]))
    height = scaled_height(sight, fallback.width_px)
    widths = [*(each for each in WIDTHS if each < width), min(width, WIDTHS[-1])]
    sources = (
        beside(form, each)
        for form in ("AVIF", "WEBP")
        for each in dict.fromkeys(widths)
        if form != "WEBP" or scaled_height(sight, each) <= WIDEST_WEBP
    )
    return Picture(large, fallback, height, tuple(sources))


def scaled_height(sight: Sight, width_px: int) -> int:
    """The height of a picture at a width, in pixels, at least one."""
    return max(1, round(sight.height_px * width_px / sight.width_px))


def shown(found: Picture) -> Mapping[str, Any]:
    """A picture as plain values, for page plans: paths are below media/."""
    return {
        "src": found.fallback.path,
        "large": found.large.path,
        "width": found.fallback.width_px,
        "height": found.height_px,
        "sources": list(_sources(found)),
    }


def _sources(found: Picture) -> Iterator[Mapping[str, Any]]:
    for form in dict.fromkeys(each.format for each in found.sources):
        files = [[each.path, each.width_px] for each in found.sources if each.format == form]
        yield {"type": TYPES[form], "files": files}
