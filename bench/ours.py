"""Our side: the corpus as a site of ours, its two edits, and the command that builds it.

In: records and an empty folder. Out: files. What is timed is the command alone.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from bench import corpus
from bench.corpus import Record
from bench.form import yaml

NAME = "示例市回应"
SITE = {
    "网站名称": NAME,
    "网站标识码": "'0000000001'",
    "主办单位": "示例市人民政府办公室",
    "承办单位": "示例市政务信息中心",
    "联系电话": "0000-12340",
    "热线": "0000-12345",
    "启用日期": "2019-01-01",
    "审核关": "不启用",
}
CONFIG = """\
site_name: 示例市回应
site_url: https://huiying.example/
docs_dir: content/pages
theme: {name: material, language: zh, font: false, custom_dir: overrides}
plugins: [huiying]
"""
TEMPLATE = """\
{{% extends "base.html" %}}
{{% block footer %}}{{{{ super() }}}}<p>版式第{turn}版</p>{{% endblock %}}
"""
NOW = "2026-11-23T12:00:00+08:00"
"""After every record of the corpus, so that the machine's clock changes nothing."""
VERDICTS = dict(zip(corpus.VERDICTS, "不实 部分不实 误读误导 旧闻翻炒 属实".split(), strict=True))
FOLDERS = {"clarification": "clarifications", "response": "responses"}


class Ours:
    """A site of ours in `folder`."""

    name = "ours"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "site"

    def write(self, records: Iterable[Record]) -> None:
        """The whole site, ready to be built for the first time."""
        content = self.folder / "content"
        registers = content / "registers"
        for folder in (registers, content / "pages"):
            folder.mkdir(parents=True)
        (self.folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        (content / "site.yml").write_text(yaml(SITE), encoding="utf-8")
        bodies = {id: _organisation(name) for id, name in corpus.ORGANISATIONS.items()}
        (registers / "organisations.yml").write_text(yaml(bodies), encoding="utf-8")
        (content / "pages" / "about.md").write_text("# 关于本站\n\n正文。\n", encoding="utf-8")
        self.change_theme(0)
        for record in records:
            self.change_record(record)

    def change_record(self, record: Record) -> None:
        """Write one record, again or for the first time."""
        folder = self.folder / "content" / FOLDERS[record.kind] / record.id[:4]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{record.id}.yml").write_text(yaml(_values(record)), encoding="utf-8")

    def change_theme(self, turn: int) -> None:
        """A line of text that every page shows, in a template over the theme's own."""
        folder = self.folder / "overrides"
        folder.mkdir(exist_ok=True)
        (folder / "main.html").write_text(TEMPLATE.format(turn=turn), encoding="utf-8")

    def clear(self) -> None:
        """As on a fresh machine: no output, no cache."""
        for name in ("site", ".site.huiying", ".huiying"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def command(self) -> list[str]:
        return [sys.executable, "-m", "huiying", "build", "-f", "mkdocs.yml", "--now", NOW]

    def environment(self) -> Mapping[str, str]:
        """Also from a checkout that is not installed."""
        generator = str(Path(__file__).parents[1] / "generator")
        path = os.pathsep.join(filter(None, (generator, os.environ.get("PYTHONPATH"))))
        return {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}

    def page(self, record: Record) -> Path:
        """Where the page of a record is built."""
        word = "rumours" if record.kind == "clarification" else "responses"
        return self.output / word / record.id / "index.html"


def _organisation(name: str) -> dict[str, str]:
    return {
        "名称": f"示例市{name}",
        "简称": f"市{name}",
        "职责": f"负责全市{name.removesuffix('局')}方面的工作。",
        "联系电话": "0000-12340",
    }


def _values(record: Record) -> dict[str, object]:
    """The record in our schema, with Chinese keys."""
    values: dict[str, object] = {
        "标题": record.title,
        "短标题": record.short_title,
        "一句话回应": record.summary,
        "状态": "已审定",
        "发布时间": f"{record.published_at:%Y-%m-%d %H:%M}",
        "责任单位": {"第一责任单位": record.organisation, "责任依据": "谁主管谁负责"},
        "主题": list(record.subjects),
    }
    if record.kind == "clarification":
        values |= _claim(record)
    values["事实"] = record.facts
    if record.kind == "response":
        values |= {"措施": record.measures, "结果": record.outcome, "办理状态": "已办结"}
    values["经过"] = [
        {"时间": f"{at:%Y-%m-%d %H:%M}", "正文": text} for at, text in record.timeline
    ]
    values["依据"] = [{"类型": "文件", "标题": title, "网址": url} for title, url in record.sources]
    return values


def _claim(record: Record) -> dict[str, object]:
    """What only a clarification has."""
    return {
        "网传说法": [
            {
                "原话": record.claim,
                "最早见于": f"{record.first_seen:%Y-%m-%d %H:%M}",
                "出现处": [{"平台": platform} for platform in record.platforms],
            }
        ],
        "结论": VERDICTS[record.verdict],
        "证据": [{"正文": text, "类型": "数据", "网址": url} for text, url in record.evidence],
    }
