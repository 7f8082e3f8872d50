"""Pictures, recordings and films in JSON-LD: what the page plays, from where."""

import json
from pathlib import Path
from typing import Any

import pytest

from huiying.render.head import head
from huiying.render.recordings import recordings
from tests.render.sites import BASE_URL, SITE, WITHDRAWN, page, project
from tests.render.test_body import BRIEFING
from tests.render.test_body import FILES as BODY_FILES

BLOCKS = """\
内容块:
  - {类型: 图解, 标题: 水厂在哪里, 文件: 水厂 1.svg, 替代文字: 六座水厂的位置}
  - {类型: 音频, 文件: a.m4a}
  - 类型: 视频
    标题: 水从哪里来
    文件: b.mp4
    字幕: b.vtt
    封面: 水厂 1.svg
    分段: [{位置: "01:05", 标题: 取水}]
  - {类型: 视频, 标题: 现场, 播放平台: 哔哩哔哩, 视频编号: BV1111111111}
  - {类型: 链接, 标题: 公告, 网址: "https://www.shili.example/"}
"""
PLACE = "topics/gongshui.yml"
FILES = {
    **SITE,
    "media/a.m4a": b"",
    "media/a.m4a.yml": "标题: 局长讲解\n文字稿: 今天**正常**供水。\n",
    "media/b.mp4": b"",
    "media/b.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\n供水\n",
    "media/水厂 1.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
}


def media(folder: Path, more: str) -> Any:
    projection = project(folder, {**FILES, PLACE: SITE[PLACE] + more})
    html = head(page(projection, "topics/gongshui/"), projection.settings)
    start = html.index('<script type="application/ld+json">') + 35
    return json.loads(html[start : html.index("</script>", start)])["@graph"][0]


def test_each_medium_is_named_as_on_the_page(tmp_path: Path) -> None:
    found = media(tmp_path, BLOCKS)
    published = "2026-03-01T09:00:00+08:00"
    assert found["image"] == [
        {
            "@type": "ImageObject",
            "name": "水厂在哪里",
            "contentUrl": f"{BASE_URL}media/%E6%B0%B4%E5%8E%82%201.svg",
            "encodingFormat": "image/svg+xml",
        }
    ]
    assert found["audio"] == [
        {
            "@type": "AudioObject",
            "name": "局长讲解",
            "uploadDate": published,
            "contentUrl": f"{BASE_URL}media/a.m4a",
            "encodingFormat": "audio/mp4",
            "transcript": "今天正常供水。",
        }
    ]
    film, elsewhere = found["video"]
    assert film["caption"] == {
        "@type": "MediaObject",
        "contentUrl": f"{BASE_URL}media/b.vtt",
        "encodingFormat": "text/vtt",
        "inLanguage": "zh-CN",
    }
    assert film["thumbnailUrl"] == f"{BASE_URL}media/%E6%B0%B4%E5%8E%82%201.svg"
    assert film["hasPart"] == [{"@type": "Clip", "name": "取水", "startOffset": 65}]
    assert elsewhere == {
        "@type": "VideoObject",
        "name": "现场",
        "uploadDate": published,
        "url": "https://www.bilibili.com/video/BV1111111111/",
    }


def test_what_an_update_brought_is_no_older_than_the_update(tmp_path: Path) -> None:
    news = "最新进展:\n  - 时间: 2026-03-05 18:00\n    正文: 恢复\n"
    inner = "\n".join(f"    {line}" for line in BLOCKS.splitlines())
    [sound] = media(tmp_path, f"{news}{inner}\n")["audio"]
    assert sound["uploadDate"] == "2026-03-05T18:00:00+08:00"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "2026-03-19T16:00:00+08:00"),
        (
            "变更记录:\n"
            "  - {时间: 2026-03-13 09:00, 类型: 首发, 说明: 预告}\n"
            "  - {时间: 2026-03-19 20:00, 类型: 更新, 说明: 加上录像}\n",
            "2026-03-19T20:00:00+08:00",
        ),
    ],
)
def test_no_recording_is_older_than_what_it_records(
    more: str, expected: str, tmp_path: Path
) -> None:
    place = "briefings/2026/20260319-gongshui.yml"
    projection = project(tmp_path, {**BODY_FILES, place: BRIEFING + more})
    shown = page(projection, "briefings/20260319-gongshui/")
    [film] = recordings(shown, projection.settings)["video"]
    assert film["uploadDate"] == expected


def test_what_is_withdrawn_shows_no_media(tmp_path: Path) -> None:
    found = media(tmp_path, BLOCKS + WITHDRAWN.replace("03-12", "03-01").replace("09:40", "09:00"))
    assert found.keys() & {"image", "audio", "video"} == set()
