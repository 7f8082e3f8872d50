"""Small sites from YAML texts, for tests."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

from huiying import content
from huiying.cache import Cache
from huiying.content import Content
from huiying.settings import Settings

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 20, 12, 0, tzinfo=ZONE)
SITE = """\
网站名称: 示例市回应
网站标识码: '0000000001'
主办单位: 示例市人民政府办公室
启用日期: 2026-01-01
审核关: 不启用
"""
ORGANISATIONS = """\
shuiwuju:
  名称: 示例市水务局
  简称: 市水务局
wangxinban:
  名称: 示例市互联网信息办公室
  简称: 市网信办
"""
CLARIFICATION = """\
标题: 3月12日起全市正常供水，没有停水三天的安排
状态: 已审定
发布时间: 2026-03-12 09:40
网传说法:
  - 原话: 紧急通知！3月12日开始全市停水三天，抓紧接水
    最早见于: 2026-03-11 20:15
结论: 不实
证据:
  - 正文: 全市6座水厂当日供水41.2万立方米，与前一周持平
    类型: 数据
事实: |
  市水务局核实：全市6座水厂**运行正常。**
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
RUMOUR = "clarifications/2026/20260312-tingshui.yml"
BASE = {
    "site.yml": SITE,
    "registers/organisations.yml": ORGANISATIONS,
    RUMOUR: CLARIFICATION,
}


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below `folder`/content; that folder."""
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    return folder / "content"


def read(folder: Path, files: Mapping[str, str | bytes]) -> Content:
    """The content of those files, read."""
    return content.read(folder, lay(folder, files), "test", Cache(None))


def settings(found: Content, now: datetime = NOW) -> Settings:
    """Settings at an instant, for a site at https://hy.example/."""
    return Settings(found.site, "https://hy.example/", now)


def places(found: Content) -> list[tuple[str, int, int, str]]:
    """Where the problems are and of which rule, sorted."""
    return sorted(
        (problem.mark.file, problem.mark.line, problem.mark.column, problem.key)
        for problem in found.problems
    )
