"""媒体文件要是网站能用、又不夹带别的东西的文件。

看内容，不看名字。能用：svg、png、jpg、webp 图片，mp3、m4a 音频，mp4、webm 视频，vtt 字幕，
pdf、csv 文件。附带的拍摄地点、设备、姓名、日期、缩略图和接在末尾的数据，发布时自动去掉：图片重新
生成，音频、视频和 PDF 抹去这些信息。自动去不掉的不收：带定位记录的视频，加密、夹带文件或把作者压缩
在里面的 PDF。动图不能暂停，也不收。SVG 只收画图的部分：注释和绘图软件的附加信息自动去掉，脚本、外
部链接和嵌入的图片不收。大小：JPEG 5000 万像素，其他图片 2000 万像素；图片和文件 20 MB，SVG 512 KB，
音频和视频 200 MB 以内。

依据：柳政办〔2017〕120号一（二）2“严把……保密关”；个人信息保护法；WCAG 2.2.2。

对：手机拍的照片、绘图软件导出的 SVG、“打印到 PDF”得到的 PDF。

错：把 .gif 改名为 .png 的文件、带脚本的 SVG、加了密码的 PDF。

In English: media are judged by their content: an allow-list of types, SVG that only draws, bounded
sizes. What files tell beside what they show is removed; a file of which it cannot be is refused.
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
