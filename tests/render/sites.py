"""Small sites as projections and pages, for the tests of renderers."""

from collections.abc import Mapping
from pathlib import Path

from huiying import public
from huiying.public import Projection
from huiying.render.plan import Page, pages
from huiying.settings import Settings
from tests.helper import BASE, CLARIFICATION, NOW, RUMOUR, read

BASE_URL = "https://hy.example/hygq/"
RESPONSE = """\
标题: 东环路污水外溢已经疏通
状态: 已审定
发布时间: 2026-03-10 08:05
事实: 井盖下的管道堵塞，3月9日夜间疏通。
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
"""
TOPIC = """\
标题: 城市供水保障
状态: 已审定
发布时间: 2026-03-01 09:00
导语: 全市供水**正常**。
封面: 图/gongshui.svg
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
"""
SITE = {
    **BASE,
    "responses/2026/20260310-wushui.yml": RESPONSE,
    "topics/gongshui.yml": TOPIC,
    "media/图/gongshui.svg": "<svg/>",
    "media/图/gongshui.svg.yml": "替代文字: 供水示意图\n",
}
WITHDRAWN = """\
变更记录:
  - {时间: 2026-03-12 09:40, 类型: 首发, 说明: 首次发布}
  - {时间: 2026-03-15 10:00, 类型: 撤回, 说明: 内容含个人信息, 单位: shuiwuju}
"""


def project(
    folder: Path, files: Mapping[str, str | bytes] = SITE, preview: bool = False
) -> Projection:
    """The projection of those files, at https://hy.example/hygq/."""
    found = read(folder, files)
    assert [problem.key for problem in found.problems] == []
    return public.project(found.library, Settings(found.site, BASE_URL, NOW), preview)


def clarification(folder: Path, more: str = "", text: str = CLARIFICATION) -> Projection:
    """A site whose one clarification has more fields."""
    return project(folder, {**SITE, RUMOUR: text + more})


def page(projection: Projection, address: str) -> Page:
    """The page at an address."""
    (found,) = (page for page in pages(projection) if page.address == address)
    return found
