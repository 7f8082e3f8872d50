"""A medium looked at and made fit for everyone: what goes out holds nothing that came with it.

In: a file. Out: what it is (`look`), and the bytes of the files that it becomes (`make`), by their
paths below media/. The same file and the same
`EYES` give the same bytes.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b, sha256
from pathlib import Path

from huiying.media import film, pdf, pixels, sound, subtitles, svg
from huiying.media.fault import Fault
from huiying.media.inspect import inspect
from huiying.media.plan import FORMATS, RECIPE, File, Sight


def _code() -> str:
    total = blake2b(RECIPE.encode(), digest_size=20)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.read_bytes())
    return total.hexdigest()


CLEANERS: Mapping[str, Callable[[bytes], bytes | Fault]] = {
    "mp3": sound.clean,
    "m4a": film.clean_mp4,
    "mp4": film.clean_mp4,
    "webm": film.clean_webm,
    "pdf": pdf.clean,
    "vtt": subtitles.clean,
}
"""What takes from a file what it tells beside what it shows and says, by its suffix."""
EYES = _code()
"""Changes with whatever can change what is seen, made or refused."""


def look(path: Path, name: str) -> Sight | Fault | None:
    """What the file at `path`, which is `name` below media/, shows; None: it goes out as it is."""
    fault = inspect(path, name)
    if fault is not None:
        return fault
    suffix = _suffix(name)
    if suffix not in CLEANERS and suffix not in FORMATS and suffix != "svg":
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return Fault("broken")
    if suffix in FORMATS:
        return pixels.see(data)
    if suffix in CLEANERS:
        cleaned = CLEANERS[suffix](data)
        if isinstance(cleaned, Fault):
            return cleaned
        return Sight(0, 0, "other", digest=sha256(cleaned).hexdigest())
    drawing = svg.draw(data)
    if isinstance(drawing, Fault):
        return drawing
    total = sha256(drawing.data).hexdigest()
    return Sight(drawing.width_px, drawing.height_px, "svg", is_opaque=False, digest=total)


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower()


def make(path: Path, files: Sequence[File], sight: Sight | None) -> dict[str, bytes]:
    """The bytes of each file that the medium at `path` becomes, by path; it has been looked at."""
    data = path.read_bytes()
    if sight is not None and sight.is_pixels:
        return pixels.make(data, files, sight)
    [file] = files
    if sight is not None and sight.is_picture:
        drawing = svg.draw(data)
        made = drawing if isinstance(drawing, Fault) else drawing.data
    else:
        clean = CLEANERS.get(_suffix(path.name))
        made = clean(data) if clean else data
    if isinstance(made, Fault):
        raise ValueError(f"changed while it was used: {path}")
    return {file.path: made}
