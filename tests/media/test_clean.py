"""Sound, film and PDF: what they tell beside what they show and say is gone, all else stays."""

import struct

import pytest

from huiying.media import film, pdf, sound, subtitles
from huiying.media.fault import Fault
from huiying.media.length import boxes, elements
from tests.media import planted
from tests.media.planted import MARK


def clean(found: bytes | Fault) -> bytes:
    assert isinstance(found, bytes), found
    assert MARK not in found
    return found


def test_an_mp3_is_its_frames() -> None:
    assert clean(sound.clean(planted.mp3())) == planted.FRAME * 3


def test_an_mp3_that_is_nothing_but_a_tag_is_left_alone() -> None:
    data = b"ID3\x03\0\0\0\0\0\x04abcd"
    assert sound.clean(data) == data


def test_a_film_keeps_its_boxes_where_they_were() -> None:
    data = planted.mp4()
    out = clean(film.clean_mp4(data))
    names = [(name, start) for name, start, _ in boxes(out, 0, len(out))]
    assert [name for name, _ in names] == [b"ftyp", b"free", b"moov", b"mdat", b"free"]
    assert data.index(b"film") == out.index(b"film") == dict(names)[b"mdat"]


def test_nobody_can_tell_when_a_film_was_taken() -> None:
    data = planted.mp4()
    taken = struct.pack(">I", 3_800_000_000)
    assert data.count(taken) == 3
    assert film.clean_mp4(data) != data
    assert taken not in clean(film.clean_mp4(data))
    assert clean(film.clean_mp4(data)).count(struct.pack(">II", 1000, 5000)) == 3


def test_a_telephones_record_of_places_in_a_film_is_refused() -> None:
    assert film.clean_mp4(planted.mp4(b"camm")) == Fault("sensor")


@pytest.mark.parametrize("data", [b"", planted.box(b"ftyp", b"isom"), planted.mp4()[:40]])
def test_a_film_cut_short_is_damaged(data: bytes) -> None:
    assert film.clean_mp4(data) == Fault("broken")


def test_a_recording_of_the_browser_keeps_its_clusters_where_they_were() -> None:
    data = planted.webm()
    out = clean(film.clean_webm(data))
    assert len(out) == len(data)
    assert out.index(b"film") == data.index(b"film")
    segment, inner, end = list(elements(out, 0, len(out)))[1]
    assert segment == 0x18538067
    cluster = [place for place in elements(out, inner, end) if place[0] == 0x1F43B675]
    ids = [id for id, _, _ in elements(out, *cluster[0][1:])]
    assert ids == [0xE7, 0xA3, 0xEC, 0xEC, 0xEC]


def test_captions_are_their_cues() -> None:
    cues = "STYLE\n::cue {}\n\n1\n00:01.000 --> 00:02.000\nNOTE a\n\n00:03.000 --> 00:04.000\n水\n"
    word = planted.SECRET
    notes = f"WEBVTT {word}\nKind: x\n\n\nNOTE\n{word}\n\nNOTE {word}\n\n"
    for end in ("\n", "\r\n", "\r"):
        out = clean(subtitles.clean(b"\xef\xbb\xbf" + (notes + cues).replace("\n", end).encode()))
        assert out.decode() == f"WEBVTT\n\n{cues}"
    assert subtitles.clean(out) == out


@pytest.mark.parametrize("at", range(0, 200, 7))
def test_no_damage_to_a_recording_raises(at: int) -> None:
    for data in (planted.webm(), planted.mp4(), planted.mp3(), planted.pdf()):
        for cleaner in (film.clean_webm, film.clean_mp4, sound.clean, pdf.clean):
            cleaner(data[:at])
            cleaner(data[:at] + b"\xff" + data[at + 1 :])


def test_of_a_pdfs_properties_only_the_title_stays() -> None:
    data = planted.pdf()
    out = clean(pdf.clean(data))
    assert len(out) == len(data)
    assert out[out.index(b"xref") :] == data[data.index(b"xref") :]
    assert b"/Title (Notice)" in out
    assert b"/Author()" in out
    assert b"/Creator()" in out
    assert out.count(planted.XMP_TITLE) == 1
    assert b"dc:creator" not in out


def test_a_clean_pdf_is_not_touched() -> None:
    data = clean(pdf.clean(planted.pdf()))
    assert pdf.clean(data) == data


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (planted.pdf(more=b"/Encrypt 7 0 R"), "pdf-locked"),
        (planted.pdf(more=b"<< /Type /EmbeddedFile >>"), "pdf-carries"),
        (planted.pdf(more=planted.packed(b"/ObjStm", b"<< /S /JavaScript >>")), "pdf-carries"),
        (planted.pdf(more=planted.packed(b"/ObjStm", b"<< /Author (a) >>")), "pdf-packed"),
        (planted.pdf(more=planted.packed(b"/Metadata /Subtype /XML", planted.XMP)), "pdf-packed"),
        (planted.pdf(more=b"/ByteRange [0 1 2 3]"), "pdf-signed"),
    ],
    ids=["locked", "file", "program", "properties", "xmp", "signed"],
)  # fmt: skip
def test_a_pdf_that_cannot_be_cleaned_is_refused(data: bytes, expected: str) -> None:
    found = pdf.clean(data)
    assert isinstance(found, Fault)
    assert found.case == expected


def test_a_signed_pdf_without_properties_keeps_its_signature() -> None:
    data = planted.pdf(b"/Title (Notice)", b"/ByteRange [0 1 2 3]", b"")
    data = data.replace(b"\xff\xe1", b"\xff\xe2")
    assert pdf.clean(data) == data
