"""Sound, film and PDF: what they tell beside what they show and say is gone, all else stays."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from PIL import Image

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


@pytest.mark.parametrize(
    "data",
    [
        b"ID3\x03\0\0\0\0\0\x04abcd",
        b"ID3\x03\0\0\x7f\x7f\x7f\x7f" + MARK + planted.FRAME * 3,
        b"\xff\xfb<html><script>" + bytes(900),
        b"ID3\x03\0\0\0\0\0\0MZ" + bytes(900),
        planted.FRAME[:300],
    ],
    ids="tag long html program short".split(),
)
def test_an_mp3_without_sound_is_damaged(data: bytes) -> None:
    assert sound.clean(data) == Fault("broken")


def test_foreign_bytes_before_between_and_behind_sound_are_left_out() -> None:
    frames, tag = planted.FRAME * 3, planted.mp3()
    data = b"\0" * 700 + frames + MARK + tag + b"PK\x03\x04<script>" + MARK
    assert clean(sound.clean(data)) == frames * 2


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


@pytest.mark.parametrize(
    "data",
    [
        planted.webm()[:-1],
        planted.webm() + planted.element("ec", MARK)[:-3],
        planted.webm().replace(bytes.fromhex("1549a966"), planted.element("ec")[:8] + b"\x7f" * 4),
        planted.element("1a45dfa3", planted.element("4282", b"webm")),
        planted.webm().replace(bytes.fromhex("1f43b675"), bytes.fromhex("1c53bb6b")),
    ],
    ids="cut trailing size head without-film".split(),
)
def test_a_damaged_recording_of_the_browser_is_refused(data: bytes) -> None:
    assert film.clean_webm(data) == Fault("broken")


def test_what_follows_a_recording_of_known_length_is_cut() -> None:
    cluster = planted.element("1f43b675", planted.element("a3", b"film"))
    chapters = planted.element("1043a770", MARK)
    whole = planted.element("1a45dfa3") + planted.element("18538067", chapters, cluster)
    assert len(clean(film.clean_webm(whole + b"PK\x03\x04" + MARK))) == len(whole)


def test_neither_the_camera_nor_the_time_of_day_of_a_take_stays() -> None:
    data = planted.mp4(tracks=True)
    out = clean(film.clean_mp4(data))
    assert b"\x01\x02\x03\x04" in data
    assert b"\x01\x02\x03\x04" not in out
    assert b"tmcd" not in out
    assert len(out) == len(data) - len(b"trailing " + MARK)


def test_a_cue_right_under_the_head_stays() -> None:
    data = b"WEBVTT\n00:01.000 --> 00:02.000\na\n\n00:03.000 --> 00:04.000\nb\n"
    assert subtitles.clean(data) == data.replace(b"WEBVTT\n", b"WEBVTT\n\n")


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
    out = clean(pdf.clean(planted.pdf() + b"behind the end " + MARK))
    with pikepdf.open(io.BytesIO(out)) as found:
        assert [(key, str(value)) for key, value in found.docinfo.items()] == [("/Title", "Notice")]
        assert "/Metadata" not in found.Root
        assert len(found.pages) == 1


def test_a_clean_pdf_stays_as_it_is() -> None:
    data = clean(pdf.clean(planted.pdf()))
    assert pdf.clean(data) == data


def written(change: Callable[[pikepdf.Pdf], None], **how: Any) -> bytes:
    """A PDF of one page as most programs write it: objects packed together."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, **how)
    return out.getvalue()


def tell(document: pikepdf.Pdf) -> None:
    """Names and times in every place but a visible one, packed where no search finds them."""
    document.docinfo["/Author"] = planted.SECRET
    page = document.pages[0]
    page.obj.PieceInfo = pikepdf.Dictionary(App=planted.SECRET)
    page.obj.LastModified = planted.SECRET
    xmp = document.make_stream(b"<rdf:RDF><dc:creator>" + MARK, Type=pikepdf.Name.Metadata)
    image = io.BytesIO(planted.photo("JPEG"))
    picture = document.make_stream(image.getvalue(), Filter=pikepdf.Name.DCTDecode, Metadata=xmp)
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=picture))
    noted = {"/Subtype": pikepdf.Name.Text, "/Rect": [0, 0, 9, 9], "/Contents": "as is"}
    noted |= {"/T": planted.SECRET, "/M": planted.SECRET, "/NM": planted.SECRET}
    page.obj.Annots = pikepdf.Array([pikepdf.Dictionary(noted)])


def test_names_and_times_are_found_wherever_they_are_packed() -> None:
    out = clean(pdf.clean(written(tell)))
    with pikepdf.open(io.BytesIO(out)) as found:
        page = found.pages[0].obj
        assert sorted(page.Annots[0].keys()) == ["/Contents", "/Rect", "/Subtype"]
        image = Image.open(io.BytesIO(page.Resources.XObject.A.read_raw_bytes()))
        image.load()
        assert dict(image.getexif()) == {}


def run(document: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary({"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"})
    document.Root.OpenAction = action


def attach(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"a file"


def sign(document: pikepdf.Pdf) -> None:
    document.Root.Perms = pikepdf.Dictionary(DocMDP=pikepdf.Dictionary(ByteRange=[0, 1, 2, 3]))


def sign_with_name(document: pikepdf.Pdf) -> None:
    sign(document)
    document.docinfo["/Author"] = "a"


def lock(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user=""))
    return out.getvalue()


def bomb() -> bytes:
    layers = zlib.compress(bytes(250_000_000), 1)
    return planted.pdf(more=b"9 0 obj\n<<>>\nstream\n%s\nendstream\nendobj\n" % layers)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (written(run), "pdf-carries"),
        (written(run).replace(b"/Type /Catalog", b"/T#79pe /Catalog"), "pdf-carries"),
        (written(attach), "pdf-carries"),
        (written(sign_with_name), "pdf-signed"),
        (lock(planted.pdf()), "pdf-locked"),
        (bomb(), "pdf-packed"),
        (planted.pdf(more=b"<< /Type /#4fbjStm /Filter /L#5aWDecode >>"), "pdf-packed"),
        (planted.pdf().replace(b"/Size 7", b"/Size 7777777"), "pdf-packed"),
        (planted.pdf(more=b"obj " * 400_000), "pdf-packed"),
        (b"%PDF-1<html>", "broken"),
        (planted.pdf()[:300], "broken"),
    ],
    ids="program escaped file signed locked bomb lzw size objects html cut".split(),
)
def test_a_pdf_that_cannot_be_cleaned_is_refused(data: bytes, expected: str) -> None:
    found = pdf.clean(data)
    assert isinstance(found, Fault)
    assert found.case == expected


def test_a_signed_pdf_without_properties_keeps_its_signature() -> None:
    data = written(sign)
    assert pdf.clean(data + b"behind") == data.rstrip()
