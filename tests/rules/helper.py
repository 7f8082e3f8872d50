"""A library from YAML texts, in memory, and what one rule says of it."""

import re
from collections.abc import Mapping
from datetime import datetime
from textwrap import dedent
from typing import Any
from zoneinfo import ZoneInfo

from huiying import records
from huiying.digest import content_digest
from huiying.library import Library, address
from huiying.problem import Problem, arrange
from huiying.records import KINDS, REGISTERS, Record, Register
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.rules import Rule
from huiying.settings import Settings

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 20, 12, 0, tzinfo=ZONE)
ABSENT = "0" * 64
"""Stands for the digest of media that are not on disk."""
BASE_URL = "https://hy.example/hygq/"
SITE = """\
网站名称: 示例市回应
网站标识码: '0000000001'
主办单位: 示例市
启用日期: 2026-01-01
审核关: 不启用
隐私词: [王小明]
禁用词: [残废人]
"""
GATED = SITE.replace("审核关: 不启用", "审核关: 启用")
"""Of a site that publishes what all five gates have passed."""
SIGNERS = """\
zhiban:
  姓名: 赵甲
  单位: wangxinban
  审核关: [政治关, 政策关, 文字关, 保密关]
  开始: 2026-01-01
fagui:
  姓名: 钱乙
  单位: shuiwuju
  审核关: [法律关]
  开始: 2026-01-01
  结束: 2026-12-31
"""
ORGANISATIONS = """\
shuiwuju:
  名称: 示例市水务局
  成立日期: 2010-01-01
wangxinban:
  名称: 示例市互联网信息办公室
gongshuichu:
  名称: 示例市供水管理处
  撤销日期: 2025-12-31
  承接单位: shuiwuju
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
事实: 市水务局核实：全市6座水厂运行正常。
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
RESPONSE = """\
标题: 河西路水管已经修好
状态: 已审定
发布时间: 2026-03-12 09:40
事实: 3月12日凌晨，河西路一处水管破裂。
办理状态: 处置中
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
TOPIC = """\
标题: 城市供水
状态: 已审定
发布时间: 2026-03-12 09:40
事实: 全市供水正常。
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
ENGLISH = """\
title: 3月12日起全市正常供水，没有停水三天的安排
status: approved
publish_at: 2026-03-12 09:40
claims:
  - text: 紧急通知！3月12日开始全市停水三天，抓紧接水
verdict: false-claim
evidence:
  - text: 全市6座水厂当日供水正常
facts: 全市6座水厂运行正常。
agencies:
  first_responsible: shuiwuju
  basis: competent
"""
INTERPRETATION = """\
标题: 加装电梯办法解读
状态: 已审定
发布时间: 2026-03-12 09:40
政策文件: dianti
解读人: 专家
专家: [chen-gong]
解读内容:
  目的: 让想装的装得成
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
BRIEFING = """\
标题: 供水情况发布会
状态: 已审定
发布时间: 2026-03-12 09:40
发布形式: 新闻发布会
开始时间: 2026-03-19 15:00
发布人:
  - 姓名: 林局长
    身份: 主要负责人
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
QUESTION = """\
标题: 水压低可以申请上门检查
状态: 已审定
发布时间: 2026-03-18 09:40
来信渠道: 领导信箱
收到时间: 2026-03-10 10:20
答复时间: 2026-03-16 09:00
问题: 六楼早上水压低，怎么办？
答复: 可以打热线申请上门检查。
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
SURVEY = """\
标题: 供水满意度调查
状态: 已审定
发布时间: 2026-03-01 09:00
目的: 了解哪里的水压低
调查时间:
  开始: 2026-03-01
  结束: 2026-03-30
题目:
  - 问题: 您对供水满意吗？
    题型: 单选
    选项:
      - 文字: 满意
      - 文字: 不满意
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""
POLICIES = """\
dianti:
  标题: 示例市既有住宅加装电梯办法
  文号: 示政办〔2026〕12号
  发文单位: shuiwuju
  成文日期: 2026-03-10
  公布日期: 2026-03-12
"""
EXPERTS = """\
chen-gong:
  姓名: 陈甲
  领域: [住房, 城市建设]
  同意公开: [姓名, 职称]
  聘期开始: 2026-01-01
  聘期结束: 2026-12-31
"""
RUMOUR = "clarifications/2026/20260312-tingshui.yml"
ANSWER = "responses/2026/20260312-shuiguan.yml"
MATTER = "topics/gongshui.yml"
READING = "interpretations/2026/20260312-dianti.yml"
MEETING = "briefings/2026/20260312-gongshui.yml"
LETTER = "qa/2026/20260318-shuiya.yml"
POLL = "surveys/2026/20260301-gongshui.yml"
OF_POLICIES = "registers/policies.yml"
OF_EXPERTS = "registers/experts.yml"
OF_EXEMPTIONS = "registers/exemptions.yml"
OF_HOLIDAYS = "registers/holidays.yml"
OF_INTAKE = "registers/intake.yml"
OF_SIGNERS = "registers/signers.yml"
OF_HANDOVERS = "registers/handovers.yml"


def settings(site: str = SITE, now: datetime = NOW) -> Settings:
    """Settings of a site that lies below a path."""
    parsed = records.parse(site.encode(), "content/site.yml", Site, "zh")
    record, problems = records.construct(parsed, Site, "site", "site", "content/site.yml", ZONE)
    assert record is not None, problems
    return Settings(record.fields, BASE_URL, now)


def library(
    files: Mapping[str, str],
    media: frozenset[str] = frozenset(),
    unreadable: Mapping[str, str] | None = None,
    lengths: Mapping[str, float] | None = None,
) -> Library:
    """The library of those files; sidecars lie below media/, registers below registers/."""
    found: dict[str, Record[Any]] = {}
    for name, text in files.items():
        kind = next((kind for kind in KINDS if name.startswith(f"{kind.folder}/")), None)
        if kind is not None:
            id = name.rpartition("/")[2].removesuffix(".yml")
            parsed = records.parse(text.encode(), f"content/{name}", kind.model, "zh")
            record, problems = records.construct(
                parsed, kind.model, kind.name, id, f"content/{name}", ZONE
            )
            assert record is not None, problems
            found[address(kind, id)] = record
    return Library(
        records=dict(sorted(found.items())),
        registers={
            register.name: _register(
                files,
                register,
                ORGANISATIONS if register.name == "organisation" else "{}",
            )
            for register in REGISTERS
        },
        sidecars=_sidecars(files),
        media=dict.fromkeys(media | frozenset(_media(files)), ABSENT),
        unreadable=unreadable or {},
        lengths=lengths or {},
    )


def _register(
    files: Mapping[str, str], register: Register, otherwise: str
) -> dict[str, Record[Any]]:
    file = f"content/{register.file}"
    text = files.get(register.file, otherwise)
    parsed = records.parse(text.encode(), file, register.model, "zh", by_id=True)
    entries: dict[str, Record[Any]] = {}
    for id in parsed.values or {}:
        entry, problems = records.construct(
            parsed, register.model, register.name, id, file, ZONE, id
        )
        assert entry is not None, problems
        entries[id] = entry
    return entries


def _media(files: Mapping[str, str]) -> list[str]:
    return [name[6:-4] for name in files if name.startswith("media/")]


def _sidecars(files: Mapping[str, str]) -> dict[str, Record[Sidecar]]:
    sidecars: dict[str, Record[Sidecar]] = {}
    for medium in _media(files):
        name = f"media/{medium}.yml"
        parsed = records.parse(files[name].encode(), f"content/{name}", Sidecar, "zh")
        record, problems = records.construct(
            parsed, Sidecar, "media", medium, f"content/{name}", ZONE
        )
        assert record is not None, problems
        sidecars[medium] = record
    return sidecars


def problems(
    rule: Rule, files: Mapping[str, str] | str, site: str = SITE, **more: Any
) -> list[Problem]:
    """What a rule says; a lone text is a clarification."""
    if isinstance(files, str):
        files = {RUMOUR: files}
    return arrange(rule.check(library(files, **more), settings(site)))


def signed(text: str, of: str = "") -> str:
    """The text with true digests for those of which a page shows only the beginning: `sha256:…`.

    `of`: the clarification that was signed, where it is not the text itself.
    """
    found = library({RUMOUR: of or text})
    (record,) = found.records.values()
    digest = content_digest(record, found)
    return re.sub(r"sha256:\w*…", digest.whole, text).replace("keys=…", digest.line)


def places(
    rule: Rule, files: Mapping[str, str] | str, site: str = SITE, **more: Any
) -> list[tuple[int, int, str]]:
    """Line, column and key of each problem of a rule."""
    found = problems(rule, files, site, **more)
    return [(each.mark.line, each.mark.column, each.key) for each in found]


def levels(rule: Rule, files: Mapping[str, str] | str, site: str = SITE) -> list[tuple[str, str]]:
    """Level and key of each problem of a rule."""
    return [(each.level.value, each.key) for each in problems(rule, files, site)]


def merge(text: str, fragment: str) -> str:
    """A record's text with the top-level keys of the fragment in place of its own, or added."""
    blocks = _blocks(text)
    blocks.update(_blocks(fragment))
    return "".join(blocks.values())


def _blocks(text: str) -> dict[str, str]:
    """The lines of each top-level key."""
    blocks: dict[str, str] = {}
    key = ""
    for line in dedent(text).splitlines():
        if line and line[0] not in " -":
            key = line.partition(":")[0]
        if line:
            blocks[key] = f"{blocks.get(key, '')}{line}\n"
    return blocks
