"""媒体文件要是网站能用、又不带别的东西的文件。

看内容，不看名字。能用：svg、png、jpg、webp、avif 图片，mp3、m4a 音频，mp4、webm 视频，vtt 字幕，
pdf、csv 文件。图片里附带的拍摄地点、设备、姓名、缩略图和接在末尾的数据会一起公开，所以不收；动图不
能暂停，也不收。音频、视频和 PDF 附带的信息现在还不查，请先自己去掉。SVG 只收画图的部分：脚本、外
部链接、嵌入的网页和注释都不收。大小：SVG 512 KB，图片和文件 20 MB，音频和视频 500 MB 以内。

依据：柳政办〔2017〕120号一（二）2“严把……保密关”；个人信息保护法；WCAG 2.2.2。

对：用绘图软件导出的“优化的 SVG”，或“另存为”不带附加信息的 PNG。

错：手机原图（带拍摄地点）、把 .gif 改名为 .png 的文件、带脚本的 SVG。

In English: media are judged by their content: an allow-list of types, pictures without metadata or
trailing data, SVG that only draws, bounded sizes.
"""

# Reference: DOMAIN PUB-2.

from collections.abc import Iterator
from pathlib import Path

from huiying.library import Library
from huiying.problem import Mark, Problem
from huiying.settings import Settings

NAME = "medium"


def check(library: Library, settings: Settings, folder: Path, base: str) -> Iterator[Problem]:
    """A problem for each file under media/ that must not be published, used or not."""
    for path, fault in sorted(library.faults.items()):
        mark = Mark(f"{base}/media/{path}", fault.line, fault.column)
        yield Problem(NAME, mark, fault.case, fault.values)
