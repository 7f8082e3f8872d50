"""How long recordings play: as an independent reader says; what tells nothing tells None."""

import shutil
import subprocess
from pathlib import Path

import pytest

from huiying.media.length import length_s, read

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted(
    path for path in (ROOT / "content" / "media").rglob("*.mp?") if path.suffix != ".yml"
)


def probe(path: Path) -> float:
    asked = ("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0")
    done = subprocess.run([*asked, str(path)], capture_output=True, text=True, check=True)
    return float(done.stdout)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_what_the_sample_site_plays_has_the_length_that_its_frames_have(path: Path) -> None:
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    assert length_s(path) == pytest.approx(probe(path), abs=0.1)


def test_foreign_files_of_all_four_formats_have_the_length_that_another_reader_tells(
    shared: Path, tmp_path: Path
) -> None:
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    folder = shared / "data" / "media"
    found = [*sorted((folder / "audio").glob("*.mp3"))[:4], *folder.glob("video/*.mp4")]
    found += folder.glob("video/*.webm")
    assert {path.suffix for path in found} == {".mp3", ".mp4", ".webm"}
    for path in found:
        assert length_s(path) == pytest.approx(probe(path), abs=0.1), path.name


def mp3(frames: int, head: bytes = b"") -> bytes:
    """Frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes and 1152 samples each."""
    return head + (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def test_sound_of_a_constant_rate_is_counted_frame_by_frame() -> None:
    assert read(mp3(100)) == pytest.approx(100 * 1152 / 44_100)


def test_tags_before_the_sound_are_skipped_by_their_size() -> None:
    tag = b"ID3\x03\x00\x00" + bytes([0, 0, 2, 0]) + b"\xff\xfb\x90\x00" * 64
    assert read(mp3(10, tag)) == pytest.approx(10 * 1152 / 44_100)


def test_sound_of_a_variable_rate_says_its_frames_in_the_first() -> None:
    told = b"\xff\xfb\x90\x00" + bytes(32) + b"Xing\0\0\0\x01" + (1000).to_bytes(4, "big")
    assert read(told.ljust(417, b"\0") + mp3(2)) == pytest.approx(1000 * 1152 / 44_100)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ID3",
        b"\xff\xfb\x90\x00",
        b"\0\0\0\x20ftypisom" + bytes(20),
        b"\0\0\0\x08ftyp\0\0\0\x10moov\0\0\0\x08mvhd",
        b"\0\0\0\x08ftyp\0\0\0\x01moov" + b"\xff" * 8,
        b"\x1aE\xdf\xa3",
        b"\x1aE\xdf\xa3\x80\x18S\x80g\xff\x15I\xa9f\x84\x2a\xd7\xb1\x81",
        b"\x1aE\xdf\xa3" + b"\0" * 64,
        bytes(range(256)) * 8,
    ],
    ids=range(10),
)
def test_what_is_cut_short_or_no_recording_at_all_tells_nothing(data: bytes) -> None:
    assert read(data) is None


def test_no_cut_of_a_real_film_or_sound_raises_anything() -> None:
    for path in SAMPLES:
        data = path.read_bytes()[:6000]
        for end in range(0, len(data), 37):
            read(data[:end])


def test_a_file_that_is_gone_tells_nothing(tmp_path: Path) -> None:
    assert length_s(tmp_path / "gone.mp3") is None
