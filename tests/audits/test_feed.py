"""Feeds: what a reader could not read, or would take for another entry, is named."""

import json

import pytest

from huiying.audits.facts import facts

ENTRY = "<entry><id>{id}</id><updated>2026-03-12T09:40:00+08:00</updated></entry>"
A, B = "https://hy.example/rumours/a/", "https://hy.example/rumours/b/"


def atom(*entries: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'


def rss(item: str) -> str:
    return f"<rss><channel><item>{item}</item></channel></rss>"


def entry(id: str) -> str:
    return ENTRY.format(id=id)


def data(*items: dict[str, str]) -> str:
    return json.dumps({"items": items})


def found(path: str, text: str) -> list[tuple[str, str]]:
    return list(facts(path, text).faults)


DATED = f"<guid>{A}</guid><pubDate>Thu, 12 Mar 2026 09:40:00 +0800</pubDate>"
JSON = {"id": A, "date_modified": "2026-03-12T09:40:00+08:00"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("feeds/all.xml", atom(entry(A), entry(B))),
        ("feeds/all.xml", atom()),
        ("feeds/all.rss.xml", rss(DATED)),
        ("feeds/podcast.xml", rss(f'{DATED}<enclosure url="a" length="7" type="audio/mpeg"/>')),
        ("feeds/all.json", data(JSON)),
        ("sitemap.xml", "<urlset>"),
    ],
)
def test_what_readers_take_is_no_fault(path: str, text: str) -> None:
    assert found(path, text) == []


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("feeds/all.xml", atom(entry(A))[:-1], "feed.form"),
        ("feeds/all.xml", atom("<title>&nbsp;</title>"), "feed.form"),
        ("feeds/all.xml", atom(entry(A), entry(A)), "feed.id"),
        ("feeds/all.xml", atom(entry("20260312-tingshui")), "feed.id"),
        ("feeds/all.xml", atom(f"<entry><id>{A}</id></entry>"), "feed.time"),
        ("feeds/all.rss.xml", rss("<pubDate>x</pubDate>"), "feed.id"),
        ("feeds/all.rss.xml", rss(f"<guid>{A}</guid>"), "feed.time"),
        (
            "feeds/podcast.xml",
            rss(f'{DATED}<enclosure url="a" type="audio/mpeg"/>'),
            "feed.enclosure",
        ),
        ("feeds/podcast.xml", rss(f'{DATED}<enclosure url="a" length="7"/>'), "feed.enclosure"),
        (
            "feeds/podcast.xml",
            rss(f'{DATED}<enclosure url="a" length="0" type="audio/mpeg"/>'),
            "feed.enclosure",
        ),
        ("feeds/all.json", "{", "feed.form"),
        ("feeds/all.json", "[]", "feed.form"),
        ("feeds/all.json", data({"date_modified": "x"}), "feed.id"),
        ("feeds/all.json", data({"id": A}), "feed.time"),
    ],
)
def test_what_no_reader_could_take_is_named(path: str, text: str, fault: str) -> None:
    assert [key for key, _ in found(path, text)] == [fault]
