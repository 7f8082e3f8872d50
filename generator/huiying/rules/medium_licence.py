"""媒体文件要写明能不能公开使用。

每个媒体文件旁边放一份说明文件，名字是“文件名.yml”，写明替代文字、许可和来源。没有许可的图片公开
以后可能侵权，别人转载时也不知道能不能用。字幕文件跟着视频走，不必单写。

依据：著作权法；信息网络传播权保护条例。

对（media/gongshui/guanwang.svg.yml）：

    替代文字: 全市6座水厂和主要供水管线的位置
    许可: 市水务局制作，可自由转载
    来源: 市水务局

错：没有说明文件，或其中没有“许可”。

In English: every medium has a sidecar that names its licence.
"""

# Reference: DOMAIN §(d) blocks licence.

from collections.abc import Iterator
from pathlib import Path

from huiying.library import Library
from huiying.problem import Level, Mark, Problem
from huiying.settings import Settings

NAME = "medium-licence"


def check(library: Library, settings: Settings, folder: Path, base: str) -> Iterator[Problem]:
    """A warning for each medium of which nobody says whether it may be used."""
    for path in sorted(library.media):
        sidecar = library.sidecars.get(path)
        if path.lower().endswith(".vtt"):
            continue
        if sidecar is not None:
            if sidecar.fields.licence is None:
                yield Problem(NAME, sidecar.mark(), level=Level.WARNING)
        # A sidecar that could not be read is there all the same, and has its own problem.
        elif not (folder / "media" / f"{path}.yml").exists():
            mark = Mark(f"{base}/media/{path}")
            values = {"file": f"{path.rpartition('/')[2]}.yml"}
            yield Problem(NAME, mark, "sidecar", values, Level.WARNING)
