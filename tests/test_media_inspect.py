"""Media by their content: what may be published, what is refused, by which name."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.media import inspect as inspection
from huiying.media.inspect import FORMATS, inspect, judge

NS = 'xmlns="http://www.w3.org/2000/svg"'


def case(data: bytes, name: str) -> str | None:
    """The case of a file's fault."""
    fault = judge(data, name)
    return fault.case if fault else None


# -- SVG -------------------------------------------------------------------------------------------


def svg(inner: str, more: str = "") -> bytes:
    return f"<svg {NS} {more}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h1" fill="#123" style="stroke:red"/>',
        "<title>水厂</title><desc>第一水厂</desc><text x='1'>河西<tspan>路</tspan></text>",
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>'
        '<rect fill="url(#a)" width="1" height="1"/>',
        "<style>.a{fill:url(#a)} @media print{.a{fill:#000}}</style>",
        '<symbol id="a"><path d="M0 0"/></symbol><use href="#a"/><use href="#a"/>',
        '<g aria-hidden="true" data-name="层" xml:space="preserve"/>',
        '<text font-family="Noto Sans SC, sans-serif">elements() of images</text>',
    ],
)
def test_a_drawing_passes(inner: str) -> None:
    assert judge(svg(inner), "a.svg") is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (svg("<script>alert(1)</script>"), "svg-element"),
        (svg("<foreignObject/>"), "svg-element"),
        (svg('<a href="https://evil.example/"/>'), "svg-element"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "svg-element"),
        (svg('<set attributeName="href" to="javascript:alert(1)"/>'), "svg-element"),
        (svg('<animate attributeName="href"/>'), "svg-element"),
        (svg("<feImage href='#a'/>"), "svg-element"),
        (svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'), "svg-element"),
        (b"<svg><path/></svg>", "svg-xmlns"),
        (f"<g {NS}><svg/></g>".encode(), "svg-element"),
        (svg("", "onload='alert(1)'"), "svg-attribute"),
        (svg('<path ONCLICK="alert(1)"/>'), "svg-attribute"),
        (svg("", 'xml:base="https://evil.example/"'), "svg-attribute"),
        (svg('<use href="https://evil.example/a.svg#a"/>'), "svg-link"),
        (svg('<use href="a.svg#a"/>'), "svg-link"),
        (svg('<use href="data:image/svg+xml,x#a"/>'), "svg-link"),
        (
            svg('<use x:href="//e" xmlns:x="http://www.w3.org/1999/xlink"/>'),
            "svg-link",
        ),
        (svg('<rect fill="url(https://evil.example/a)"/>'), "svg-link"),
        (svg('<rect style="fill:URL( //evil.example )"/>'), "svg-link"),
        (svg("<style>@import 'x'</style>"), "svg-link"),
        (svg("<style><![CDATA[@im]]><![CDATA[port 'x']]></style>"), "svg-link"),
        (svg("<style>.a{fill:u\\72l(x)}</style>"), "svg-link"),
        (svg("<style>.a{background:image-set('x' 1x)}</style>"), "svg-link"),
        (svg("<style>@font-face{src:url(x.woff)}</style>"), "svg-link"),
        (svg("&#60;").replace(b"&#60;", b"&a;"), "svg"),
        (b"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + svg("&a;"), "svg-doctype"),
        (b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + svg("&a;"), "svg-doctype"),
        (b"<?xml-stylesheet href='x.css'?>" + svg(""), "svg-instruction"),
        (svg("<g>"), "svg"),
        (b"not a drawing", "svg"),
        (svg("").decode().encode("utf-16"), "encoding"),
        (svg("河西").decode().encode("gbk"), "encoding"),
        (svg("<g>" * 200 + "</g>" * 200), "svg"),
    ],
)
def test_what_does_more_than_draw_is_refused_by_name(data: bytes, expected: str) -> None:
    assert case(data, "a.svg") == expected


def test_a_fault_in_a_drawing_has_line_and_column() -> None:
    fault = judge(f"<svg {NS}>\n  <g/>\n  <script/>\n</svg>".encode(), "a.svg")
    assert fault is not None
    assert (fault.line, fault.column, fault.values) == (3, 3, {"name": "script"})


def test_copies_of_copies_are_refused() -> None:
    steps = "".join(
        f'<g id="a{n}"><use href="#a{n + 1}"/><use href="#a{n + 1}"/></g>' for n in range(30)
    )
    assert case(svg(steps + '<path id="a30"/>'), "a.svg") == "svg-effort"


def nested(element: str, refers: str, shapes: int = 10, levels: int = 10) -> str:
    """Each level of it shown by every shape of the level above."""
    parts = [
        f'<{element} id="l{level}">' + f"<rect {refers % (level + 1)}/>" * shapes + f"</{element}>"
        for level in range(levels)
    ]
    return "".join(parts) + f"<rect {refers % 0}/>"


@pytest.mark.parametrize(
    "inner",
    [
        nested("pattern", 'fill="url(#l%d)"'),
        nested("pattern", "fill=\"url('#%%6C%d')\""),
        nested("mask", 'style="mask:url(#l%d)"'),
        nested("clipPath", 'clip-path="url(#l%d)"'),
        nested("marker", 'marker-start="url(#l%d)"'),
        '<g id="g">' + "<path/>" * 1000 + "</g>" + '<use href="#g"/>' * 1000,
        '<marker id="m"><path/></marker><g marker-mid="url(#m)"><path d="'
        + "M1 1" * 300_000
        + '"/></g>',
        '<pattern id="p"><path class="a"/><path/></pattern><style>.a{fill:url(#p)}</style>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<g id="a"><use href="#a"/></g>',
    ],
)
def test_a_drawing_that_no_telephone_finishes_is_refused(inner: str) -> None:
    assert case(svg(inner), "a.svg") == "svg-effort"


@pytest.mark.parametrize(
    "inner",
    [
        # A plan with two thousand trees, a road map with arrows, what drawing programs export.
        '<symbol id="t"><path/><path/><g><circle r="1"/></g></symbol>' + '<use href="#t"/>' * 2000,
        '<marker id="m"><path d="M0 0L9 9"/></marker>'
        + '<path marker-end="url(#m)" d="M0 0L1 1L2 2"/>' * 2000,
        '<clipPath id="c"><rect/></clipPath><linearGradient id="l"><stop/><stop/></linearGradient>'
        "<style>.a{clip-path:url(#c)}.b{fill:url(#l)}</style>" + '<path class="a b"/>' * 3000,
        '<filter id="f"><feGaussianBlur/><feOffset/></filter>'
        + '<g filter="url(#f)"><path/></g>' * 200,
        '<g id="a"><use href="#b"/></g><path id="b"/><use href="#a"/>',
    ],
)
def test_a_large_plan_is_not_too_much(inner: str) -> None:
    assert judge(svg(inner), "a.svg") is None


@pytest.mark.parametrize(
    "inner",
    [
        "<style>@keyframes f{50%{opacity:0}}</style>",
        "<style>@-webkit-KEYFRAMES f{}</style>",
        "<style>.a{animation-name:f}</style>",
        '<path style="opacity:1; -webkit-animation : f .1s infinite"/>',
    ],
)
def test_a_drawing_that_moves_is_refused(inner: str) -> None:
    assert case(svg(inner), "a.svg") == "animated"


# -- PNG, JPEG, WebP -------------------------------------------------------------------------------


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def png(*middle: bytes, width: int = 1, end: bytes = chunk(b"IEND")) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(middle) + data + end


def part(mark: int, content: bytes) -> bytes:
    return bytes([0xFF, mark]) + struct.pack(">H", len(content) + 2) + content


FRAME = part(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0")
SCAN = part(0xDA, b"\x01\x01\0\0\x3f\0") + b"\xab\xff\0\xff\xd0\xcd"


def jpeg(*middle: bytes, frame: bytes = FRAME, end: bytes = b"\xff\xd9") -> bytes:
    app = part(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    return b"\xff\xd8" + app + b"".join(middle) + frame + SCAN + end


def webp(*parts: bytes) -> bytes:
    picture = b"VP8L" + struct.pack("<I", 5) + b"\x2f\0\0\0\0" + b"\0"
    body = b"WEBP" + b"".join(parts) + picture
    return b"RIFF" + struct.pack("<I", len(body)) + body


def riff(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (png(), "a.png"),
        (png(chunk(b"iCCP", b"x"), chunk(b"pHYs", b"x")), "a.PNG"),
        (jpeg(), "a.jpg"),
        (jpeg(part(0xE2, b"ICC_PROFILE\0\x01\x01x"), part(0xEE, b"Adobe\0d")), "a.jpeg"),
        (jpeg(b"\xff" * 3), "a.jpg"),
        (jpeg(end=SCAN * 39 + b"\xff\xd9"), "a.jpg"),
        (webp(), "a.webp"),
        (png(chunk(b"eXIf", b"MM\0*"), chunk(b"tEXt", b"Author\0x")) + b"PK\x03\x04", "a.png"),
        (jpeg(part(0xE1, b"Exif\0\0MM"), part(0xFE, b"comment")) + b"\xff\xd8\xff", "a.jpg"),
        (webp(riff(b"EXIF", b"MM"), riff(b"XMP ", b"<x/>")) + b"x", "a.webp"),
    ],
)
def test_a_picture_passes_with_whatever_is_left_behind_later(data: bytes, name: str) -> None:
    assert judge(data, name) is None


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (png(chunk(b"acTL", b"12345678")), "a.png", "animated"),
        (png(width=0), "a.png", "broken"),
        (png(width=2**31 - 1), "a.png", "pixels"),
        (png(end=b""), "a.png", "broken"),
        (png()[:-1] + b"x", "a.png", "broken"),
        (jpeg(end=b""), "a.jpg", "broken"),
        (jpeg(end=SCAN * 40 + b"\xff\xd9"), "a.jpg", "broken"),
        (jpeg(frame=b""), "a.jpg", "broken"),
        (jpeg(frame=part(0xC0, b"\x08\xff\xff\xff\xff\x01")), "a.jpg", "pixels"),
        (webp(riff(b"ANIM", b"123456")), "a.webp", "animated"),
        (webp(riff(b"VP8X", b"\0\0\0\0\xff\xff\xff\xff\xff\xff")), "a.webp", "pixels"),
        (webp()[:-1], "a.webp", "broken"),
    ],
)
def test_a_picture_that_is_damaged_moves_or_is_too_large_is_refused(
    data: bytes, name: str, expected: str
) -> None:
    assert case(data, name) == expected


# -- names, other formats, sizes -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (png(), "a.jpg", "suffix"),
        (png(), "a", "suffix"),
        (png(), "图 1.png", "name"),
        (png(), "a#b.png", "name"),
        (png(), "图解/水厂-1.png", None),
        (b"", "a.png", "empty"),
        (b"GIF89a", "a.gif", "refused"),
        (b"GIF89a", "a.png", "refused"),
        (b"<!doctype html><script>", "a.svg", "svg"),
        (b"<html></html>", "a.png", "refused"),
        (b"MZ\x90\0", "a.png", ""),
        (b"#!/bin/sh", "a.sh", ""),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\n\xe6\xb0\xb4", "a.vtt", None),
        (b"\xef\xbb\xbfWEBVTT", "a.vtt", None),
        (b"WEBVTTX", "a.vtt", "vtt"),
        (b"1\n00:00:00,000 --> 00:00:01,000\n", "a.vtt", "vtt"),
        ("WEBVTT\n河西".encode("gbk"), "a.vtt", "encoding"),
        ("地点,余氯\n河西,0.3\n".encode(), "a.csv", None),
        ("地点,余氯\n".encode("gbk"), "a.csv", "encoding"),
        (b"a,b\n\0", "a.csv", "broken"),
        (b"%PDF-1.7", "a.pdf", None),
        (b"ID3\x04", "a.mp3", None),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "a.mp4", None),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "a.m4a", None),
        (b"\0\0\0\x14ftypM4A \0\0\0\0M4A ", "a.m4a", None),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "a.mov", "phone"),
        (b"\0\0\0\x14ftypheic\0\0\0\0mif1", "a.heic", "phone"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", "a.webm", None),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska", "a.webm", "refused"),
    ],
)
def test_the_content_tells_the_format(data: bytes, name: str, expected: str | None) -> None:
    assert case(data, name) == expected


def test_a_heavy_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(svg(" " * 600_000))
    fault = inspect(path, "a.svg")
    assert fault is not None
    assert (fault.case, fault.values) == ("size", {"size": "586 KB", "limit": "512 KB"})


def test_of_a_video_only_the_head_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"\0\0\0\x18ftypmp42\0\0\0\0isommp42")
    with path.open("r+b") as file:
        file.truncate(150 * 1024 * 1024)  # sparse
    monkeypatch.setattr(inspection, "judge", lambda data, name: len(data))
    assert inspect(path, "a.mp4") == inspection.HEAD_BYTES


def test_real_sound_film_and_captions_pass(shared: Path) -> None:
    names = ["audio/t-rex-roar.mp3", "video/flower.mp4", "video/flower.webm", "video/friday.vtt"]
    for name in names:
        assert inspect(shared / "data/media" / name, name) is None


STARTS = (
    b"", svg(""), png(), jpeg(), webp(), b"WEBVTT\n", b"%PDF-1.7", b"RIFF",
    b"\0\0\0\x18ftypavif", b"<svg",
)  # fmt: skip
SUFFIXES = [suffix for each in FORMATS for suffix in each.suffixes]


@given(
    start=st.sampled_from(STARTS),
    cut=st.integers(0, 200),
    tail=st.binary(max_size=200),
    suffix=st.sampled_from(SUFFIXES),
)
def test_no_bytes_raise(start: bytes, cut: int, tail: bytes, suffix: str) -> None:
    fault = judge(start[:cut] + tail, f"a.{suffix}")
    assert fault is None or fault.line >= 1


@given(at=st.integers(0, 500), byte=st.integers(0, 255), which=st.sampled_from(STARTS[1:5]))
def test_no_flipped_byte_raises(at: int, byte: int, which: bytes) -> None:
    flipped = bytearray(which)
    flipped[at % len(flipped)] = byte
    for suffix in ("svg", "png", "jpg", "webp"):
        judge(bytes(flipped), f"a.{suffix}")


def test_a_drawing_without_a_namespace_is_told_what_it_lacks() -> None:
    fault = judge(b'<svg width="1"/>', "a.svg")
    assert fault is not None
    assert (fault.case, fault.line, fault.column) == ("svg-xmlns", 1, 1)
