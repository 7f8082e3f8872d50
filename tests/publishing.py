"""Small published sites for tests: content as plain values, laid out as a tree with its manifest.

The pages are stand-ins that say what a record says: what is proved of bytes holds for any bytes.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from huiying import against, content, manifest
from huiying.against import Previous
from huiying.cache import Cache
from huiying.problem import Problem
from huiying.public import project
from huiying.render.output import Output, digest
from huiying.render.redirect import redirects
from huiying.settings import Settings
from tests.helper import ORGANISATIONS, SITE, ZONE, lay

Records = dict[str, dict[str, Any]]
"""Records as editors write them, under their addresses; below "_" what goes to other files."""
URL = "https://hy.example/"


def moment(text: str) -> datetime:
    """An instant of the invented city."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def clarification(title: str, at: str, **more: Any) -> dict[str, Any]:
    """A clarification that was published at a time, with its first history entry."""
    return {
        "标题": title,
        "状态": "已审定",
        "发布时间": at,
        "网传说法": [{"原话": f"听说{title}是假的"}],
        "结论": "不实",
        "证据": [{"正文": "值班记录一份", "类型": "数据"}],
        "事实": f"市水务局核实：{title}。",
        "责任单位": {"第一责任单位": "shuiwuju", "责任依据": "谁主管谁负责"},
        "变更记录": [{"时间": at, "类型": "首发", "说明": "首次发布本条说明"}],
        **more,
    }


def files_of(records: Records) -> dict[str, str | bytes]:
    """The files below content/."""
    found: dict[str, str | bytes] = {"site.yml": SITE, "registers/organisations.yml": ORGANISATIONS}
    for address, values in records.items():
        id = address.removeprefix("rumours/")
        text = json.dumps(values, ensure_ascii=False, indent=1)
        found[f"clarifications/{id[:4]}/{id}.yml"] = text
    return found


def read(folder: Path, records: Records, now: datetime) -> tuple[content.Content, Settings]:
    """The content, laid out below the folder and read; settings at the instant."""
    place = lay(folder, files_of(records))
    found = content.read(folder, place, "test", Cache(None))
    faults = [each for each in found.problems if each.level.value == "error"]
    assert faults == [], faults[0]
    return found, Settings(found.site, URL, now)


def tree(folder: Path, found: content.Content, settings: Settings, home: bytes = b"home") -> Path:
    """A built site: a page for each public record and old address, and the manifest."""
    projection = project(found.library, settings)
    pages = {
        f"{place}/index.html": repr(sorted(record.values.items())).encode()
        for place, record in projection.records.items()
    }
    pages |= {path: record.address.encode() for path, record in redirects(projection)}
    pages["index.html"] = home
    digests = {path: digest(data) for path, data in pages.items()}
    outputs = [Output(path, data) for path, data in pages.items()]
    outputs += manifest.outputs(projection, found.library, digests)
    return write(folder, {output.path: output.data for output in outputs})


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Files of a tree."""
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def entries(found: content.Content, settings: Settings) -> dict[str, manifest.Entry]:
    """What the records say."""
    return manifest.entries(project(found.library, settings), found.library)


def compared(folder: Path, records: Records, now: datetime, previous: Previous) -> list[Problem]:
    """What `--against` says of records laid out below the folder."""
    found, settings = read(folder, records, now)
    problems = against.check(found.library, settings, previous, folder, folder / "content")
    return sorted(problems, key=lambda each: (each.mark, each.key))


def previous(folder: Path, records: Records, now: datetime) -> Previous:
    """What was published at an instant."""
    found, settings = read(folder, records, now)
    return Previous(entries(found, settings), now)
