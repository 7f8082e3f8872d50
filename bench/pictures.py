"""What pictures cost: one made anew in all its sizes and formats, and what a site grows by.

In: nothing; photos are made up here. Out: milliseconds of CPU and bytes, the median over a few
photos as telephones take them (12 million pixels) and as editors cut them to size (1600 px wide).
All of it is kept in the cache afterwards: a build pays for what has changed.
"""

import statistics
import time
from io import BytesIO

from PIL import Image

from huiying.media import pixels
from huiying.media.fault import Fault
from huiying.media.plan import picture

COUNT = 3
SIZES_PX = {"phone": (4000, 3000), "cut": (1600, 1000)}


def costs() -> dict[str, float]:
    """By name: `phone_ms`, `phone_bytes`, `phone_files`, and the same for `cut`."""
    found: dict[str, float] = {}
    for name, size in SIZES_PX.items():
        made = [_cost(_photo(size, number)) for number in range(COUNT)]
        for index, what in enumerate(("ms", "bytes", "files")):
            found[f"{name}_{what}"] = round(statistics.median(each[index] for each in made))
    return found


def line(found: dict[str, float]) -> str:
    """The same for the terminal."""
    return "; ".join(
        f"a picture ({name}, {SIZES_PX[name][0]} px): {found[f'{name}_ms']:.0f} ms CPU,"
        f" {found[f'{name}_files']:.0f} files, {found[f'{name}_bytes'] / 1024:.0f} KB"
        for name in SIZES_PX
    )


def _cost(data: bytes) -> tuple[float, int, int]:
    begin = time.process_time()
    sight = pixels.see(data)
    assert not isinstance(sight, Fault)
    made = pixels.make(data, picture("a.jpg", sight).files, sight)
    took_ms = (time.process_time() - begin) * 1000
    return took_ms, sum(map(len, made.values())), len(made)


def _photo(size: tuple[int, int], number: int) -> bytes:
    """Shapes, slopes of colour and the grain of a small sensor."""
    slopes = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L")]
    slopes[2] = slopes[2].rotate(90 + 20 * number)
    smooth = Image.merge("RGB", [each.resize(size) for each in slopes])
    grain = Image.effect_noise((size[0] // 4, size[1] // 4), 30 + number).resize(size)
    file = BytesIO()
    Image.blend(smooth, grain.convert("RGB"), 0.15).save(file, "JPEG", quality=90)
    return file.getvalue()


if __name__ == "__main__":
    print(line(costs()))
