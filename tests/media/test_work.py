"""Real and hostile media: refused by name or made clean, within two seconds and 512 MB each."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from huiying.media import svg
from huiying.media.fault import Fault
from huiying.media.plan import files_of
from huiying.media.work import look, make
from tests.media import planted

SECONDS, MEGABYTES = 2, 512
LIMITED = """
import json, resource, sys, time
from pathlib import Path
from huiying.media import work
from huiying.media.fault import Fault
from huiying.media.plan import files_of

resource.setrlimit(resource.RLIMIT_AS, ({most}, {most}))
for line in sys.stdin:
    path = Path(line.rstrip())
    started = time.process_time()
    found = work.look(path, path.name)
    out = 0
    if not isinstance(found, Fault):
        targets = files_of(path.name, found)
        out = sum(map(len, work.make(path, targets, found).values()))
    took = time.process_time() - started
    print(json.dumps([path.name, found.case if isinstance(found, Fault) else None, out, took]))
"""
"""What one process says of files, one a line, under a limit of memory."""


def judged(files: list[Path]) -> dict[str, tuple[str | None, int, float]]:
    """By name: the fault's case, bytes made, seconds of processor; no file brings it down."""
    code = LIMITED.format(most=MEGABYTES * 1024 * 1024)
    lines = "".join(f"{path}\n" for path in files)
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, input=lines, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: (case, size, took) for name, case, size, took in found}


def real(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.suffix != ".txt" and path.is_file()]


CLEAN = {
    "hostile/image": {
        "imagers_panic.webp",
        "payload_in_all_known_exif_corrupted.jpg",
        "payload_in_all_known_exif_corrupted.png",
        "payload_in_all_known_metadata.jpg",
        "payload_in_all_known_metadata.png",
        "xss_comment_exif_metadata_double_quote.png",
    },
    "hostile/svg": {"ssrf_svg_css_link.svg"},
    "media/tiny": {
        "Mpeg4.mp4", "jpeg.jpg", "mp4-with-audio.mp4",
        "png-transparent.png", "svg.svg", "webm.webm",
    },
}  # fmt: skip
"""Of each folder of real inputs, the files that come out clean; all others are refused."""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are POSIX's")
def test_what_is_made_to_break_decoders_is_refused_or_made_clean(
    shared: Path, figure: Callable[[str, object], None]
) -> None:
    files = {name: real(shared / "data" / name) for name in CLEAN}
    found = judged([path for paths in files.values() for path in paths])
    for name, paths in files.items():
        assert {path.name for path in paths if found[path.name][0] is None} == CLEAN[name]
    slowest = max(took for _, _, took in found.values())
    assert slowest < SECONDS
    figure("hostile media: files, slowest in seconds", [len(found), round(slowest, 2)])


def test_every_refusal_of_hostile_media_has_a_name(shared: Path) -> None:
    cases: set[str] = set()
    for folder in CLEAN:
        for path in real(shared / "data" / folder):
            if isinstance(found := look(path, path.name), Fault):
                cases.add(found.case)
    assert cases <= {
        "", "refused", "phone", "suffix", "broken", "animated", "pixels",
        "svg-element", "svg-attribute", "svg-link", "svg-instruction", "svg-xmlns", "svg-doctype",
    }  # fmt: skip


def bomb(width: int, height: int) -> bytes:
    """A PNG of one colour: few bytes, many pixels."""
    file = io.BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.proof
@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are POSIX's")
def test_the_largest_pictures_that_pass_stay_within_the_limits(
    tmp_path: Path, full_size: bool, figure: Callable[[str, object], None]
) -> None:
    sizes: dict[str, tuple[str, dict[str, Any]]] = {"a.png": ("RGBA", {"compress_level": 1})}
    if full_size:
        sizes |= {
            "b.png": ("LA", {}),
            "c.png": ("I;16", {}),
            "d.webp": ("RGBA", {"lossless": True, "method": 0}),
        }
    for name, (mode, options) in sizes.items():
        Image.new(mode, (5000, 4000)).save(tmp_path / name, **options)
    if full_size:
        Image.new("RGB", (8000, 6250)).save(tmp_path / "f.jpg", subsampling=0, progressive=True)
    (tmp_path / "bomb.png").write_bytes(bomb(5001, 4000))
    found = judged(sorted(tmp_path.iterdir()))
    assert {name: case for name, (case, _, _) in found.items() if case} == {"bomb.png": "pixels"}
    assert found["bomb.png"][2] < 0.5
    slowest = max(took for _, _, took in found.values())
    assert slowest < (4 if full_size else 3)
    figure("largest pictures: slowest in seconds, under 512 MB", round(slowest, 2))


# -- SVG, written anew -----------------------------------------------------------------------------

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawn(text: str) -> str:
    found = svg.draw(text.encode())
    assert isinstance(found, svg.Drawing), found
    return found.data.decode()


def test_what_a_drawing_program_leaves_behind_is_not_written() -> None:
    text = f"""<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- {planted.SECRET} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://ns.example/" viewBox="0 0 20 10"
  i:author="{planted.SECRET}" data-name="{planted.SECRET}"><metadata>{planted.SECRET}</metadata>
<i:view><path d="{planted.SECRET}"/></i:view><p xmlns="http://www.w3.org/1999/xhtml">x</p>
<path d="M0 0h1" fill="a&lt;&quot;"/><text>水 &amp; 厂</text></svg>"""
    assert drawn(text).replace("\n", "") == (
        f'{HEAD} viewBox="0 0 20 10" width="20" height="10">'
        '<path d="M0 0h1" fill=\'a&lt;"\'></path><text>水 &amp; 厂</text></svg>'
    )


def test_a_drawing_written_anew_stays_as_it_is() -> None:
    once = drawn('<svg xmlns="http://www.w3.org/2000/svg" width="2in"><style>.a{}</style></svg>')
    assert drawn(once) == once


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ('width="20" height="10"', (20, 10)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="100%" height="100%" viewBox="0,0 30 40"', (30, 40)),
        ('width="60" viewBox="0 0 30 40"', (60, 80)),
        ('height="20" viewBox="0 0 30 40"', (15, 20)),
        ('width="9em" viewBox="0 0 a b"', (300, 150)),
        ("", (300, 150)),
    ],
)
def test_a_drawing_says_how_large_it_is(sizes: str, expected: tuple[int, int]) -> None:
    found = svg.draw(f'<svg xmlns="http://www.w3.org/2000/svg" {sizes}/>'.encode())
    assert isinstance(found, svg.Drawing)
    assert (found.width_px, found.height_px) == expected


@pytest.mark.parametrize("sizes", ['width="0" height="1"', 'viewBox="0 0 1e9 1"', 'width="1e999"'])
def test_a_drawing_of_no_size_is_refused(sizes: str) -> None:
    found = svg.draw(f'<svg xmlns="http://www.w3.org/2000/svg" {sizes}/>'.encode())
    assert isinstance(found, Fault)


# -- an independent reader -------------------------------------------------------------------------

MAKERS = {
    "a.jpg": lambda: planted.photo("JPEG"),
    "a.png": planted.png,
    "a.webp": lambda: planted.photo("WEBP"),
    "a.pdf": planted.pdf,
    "a.mp3": planted.mp3,
    "a.mp4": planted.mp4,
    "a.webm": planted.webm,
}
PRIVATE = (
    "EXIF XMP IPTC GPS MakerNotes ICC_Profile Photoshop ID3 APE UserData QuickTime:CreateDate"
    " PDF:Author PDF:Creator Matroska:TagString"
).split()


def exiftool(program: str, files: list[Path]) -> list[dict[str, Any]]:
    """What exiftool reads of files, each value under its group."""
    run = [program, "-j", "-G", "-a", "-u", "-ee", *map(str, files)]
    found: list[dict[str, Any]] = json.loads(subprocess.check_output(run))
    return found


@pytest.mark.proof
def test_another_program_reads_nothing_private_in_what_is_published(
    tmp_path: Path, shared: Path, tool: Callable[[str], str], figure: Callable[[str, object], None]
) -> None:
    program = tool("exiftool")
    before = tmp_path / "before"
    before.mkdir()
    for name, maker in MAKERS.items():
        (before / name).write_bytes(maker())
    for path in (shared / "data/media").glob("*/*"):
        if path.suffix.lower() in (".jpg", ".png", ".mp4", ".webm", ".mp3") and path.stem != "mp3":
            (before / f"real-{path.name}").write_bytes(path.read_bytes())
    planted_at = [name for name, read in told(program, before).items() if "771-555" in read]
    assert len(planted_at) == len(MAKERS)
    after = tmp_path / "after"
    publish(before, after)
    left = {name: read for name, read in told(program, after).items() if "771-555" in read}
    assert left == {}
    values = [
        f"{each['SourceFile']} {key}"
        for each in exiftool(program, sorted(after.iterdir()))
        for key, value in each.items()
        if any(key.startswith(group) for group in PRIVATE)
        and not key.startswith(("XMP:Title", "XMP:XMPToolkit"))
        and not str(value).startswith("0000:00:00")
        and value != ""
    ]
    assert values == []
    figure(
        "media read by exiftool: published files, private values", [len(list(after.iterdir())), 0]
    )


def told(program: str, folder: Path) -> dict[str, str]:
    """Everything that the program reads, by file."""
    found = exiftool(program, sorted(folder.iterdir()))
    return {Path(each["SourceFile"]).name: json.dumps(each) for each in found}


def publish(before: Path, after: Path) -> None:
    """Every file of one folder as the site has it, in another."""
    after.mkdir()
    for path in sorted(before.iterdir()):
        found = look(path, path.name)
        if isinstance(found, Fault):
            continue
        for name, data in make(path, files_of(path.name, found), found).items():
            (after / name).write_bytes(data)
