"""Made-up records: a number in, one record out, the same on every machine and in every corpus.

Nothing in it is real. It knows neither our files nor Hugo's; `ours` and `peer` write them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

FIRST_DAY = datetime(2019, 11, 1, 8)  # noqa: DTZ001 (the site's zone, which the files leave out)
DAYS = 7 * 365
HOST = "https://gongbao.example"
VERDICTS = ("false-claim", "partly-false", "misleading", "outdated", "accurate")
SUBJECTS = "城市建设 教育 医疗卫生 住房 交通 生态环境 食品药品 社会保障 公共安全".split()
ORGANISATIONS = {
    "shuiwuju": "水务局",
    "jiaotongju": "交通运输局",
    "jiaoyuju": "教育局",
    "weijianwei": "卫生健康委员会",
    "shijianju": "市场监督管理局",
    "yingjiju": "应急管理局",
    "zhujianju": "住房和城乡建设局",
    "huanbaoju": "生态环境局",
    "renshelu": "人力资源和社会保障局",
    "yibaoju": "医疗保障局",
    "chengguanju": "城市管理局",
    "gonganju": "公安局",
}
AREAS = "河东片区 老城街道 松林镇 湖滨新城 北站商圈 花溪乡 兴业路沿线 南山社区".split()
THINGS = "供水管网 公交线路 学区划分 门诊报销 集贸市场 老旧电梯 排水泵站 充电站 体检项目".split()
RUMOURS = (
    "下周起全部停用 收费翻了一番 查出严重超标 今后只对本地户籍开放 已经停办 塌了一大片".split()
)
TRUTHS = (
    "照常运行，没有停用安排 收费标准没有变化 检测结果全部合格 对所有居民开放 仍在正常办理".split()
)
PLATFORMS = "业主群 短视频平台 同城论坛 朋友圈 家长群".split()
STEPS = (
    "接到群众反映 到现场查看 调取运行记录 委托机构检测 公布检测结果 约谈发布账号 完成整改".split()
)
FINDINGS = (
    "运行记录显示，{thing}近{n}天没有中断，{area}的用户投诉为零。",
    "{org}随机抽查{n}处，各项指标与上月持平，没有发现流传所说的情况。",
    "流传的照片拍摄于{year}年，地点不在{area}，当时的工程早已验收。",
    "对照{year}年印发的办法，{thing}的服务时间和收费标准都没有调整。",
    "截图里的通知没有文号，印章样式与{org}现用印章不符。",
    "工作人员逐户走访{n}户居民，{area}的{thing}使用正常。",
    "有关数据每月在政府网站公布，任何人都可以查到{year}年以来的记录。",
    "{org}已把核实情况通报给{area}，并请各社区在公告栏张贴。",
)
OUTCOMES = (
    "已完成整改，{area}的{thing}恢复正常，热线同类反映降到每月{n}件。",
    "已答复{n}位反映人，{thing}的运行记录可在政府网站查询。",
)
MEASURES = (
    "对{area}的{thing}增加巡查，每天{n}次",
    "在{area}设置咨询点，安排专人解答",
    "公开{thing}的运行数据，每周更新",
    "整改{n}处标识不清的地方",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One record before it is written in anybody's form. Times are naive, in the site's zone."""

    kind: str
    id: str
    title: str
    short_title: str
    summary: str
    claim: str
    first_seen: datetime
    platforms: Sequence[str]
    verdict: str
    evidence: Sequence[tuple[str, str]]
    facts: str
    measures: str
    outcome: str
    timeline: Sequence[tuple[datetime, str]]
    sources: Sequence[tuple[str, str]]
    organisation: str
    subjects: Sequence[str]
    published_at: datetime


def records(count: int) -> Iterator[Record]:
    """The first so many records."""
    return (record(number) for number in range(1, count + 1))


def record(number: int) -> Record:
    """The record of this number: a clarification or, every second time, a response."""
    random = Random(f"huiying bench {number}")
    published = FIRST_DAY + timedelta(days=random.randrange(DAYS), minutes=random.randrange(600))
    organisation = random.choice(list(ORGANISATIONS))
    area, thing, truth = random.choice(AREAS), random.choice(THINGS), random.choice(TRUTHS)
    words = {"area": area, "thing": thing, "org": f"示例市{ORGANISATIONS[organisation]}"}
    return Record(
        kind="response" if number % 2 else "clarification",
        id=f"{published:%Y%m%d}-n{number:06d}",
        title=f"{area}{thing}{truth}（第{number}号）",
        short_title=f"{thing}第{number}号",
        summary=f"{words['org']}核实：{area}{thing}{truth}，请以官方发布为准。",
        claim=f"刚收到的消息，{area}{thing}{random.choice(RUMOURS)}，大家互相转告！",
        first_seen=published - timedelta(hours=random.randint(3, 60)),
        platforms=random.sample(PLATFORMS, 2),
        verdict=random.choice(VERDICTS),
        evidence=[
            (_finding(random, words), f"{HOST}/data/{number}/{item}.html") for item in range(2)
        ],
        facts=_facts(random, words, number),
        measures=_measures(random, words),
        outcome=random.choice(OUTCOMES).format(n=random.randint(2, 40), **words),
        timeline=_timeline(random, published),
        sources=[
            (f"{area}{thing}情况通报之{item}", f"{HOST}/notice/{number}-{item}.html")
            for item in range(1, random.randint(2, 4))
        ],
        organisation=organisation,
        subjects=random.sample(SUBJECTS, 2),
        published_at=published,
    )


def revise(old: Record, turn: int) -> Record:
    """The record with a new summary and another paragraph, as an editor would change it."""
    facts = f"{old.facts}\n\n第{turn}次补充：情况没有变化，后续进展会在本页更新。"
    return replace(old, summary=f"{old.summary}第{turn}次更新。", facts=facts)


def _finding(random: Random, words: dict[str, str]) -> str:
    number, year = random.randint(3, 90), random.randint(2015, 2024)
    return random.choice(FINDINGS).format(n=number, year=year, **words)


def _facts(random: Random, words: dict[str, str], number: int) -> str:
    """Markdown: paragraphs, one with bold text, a list, and a link at the end."""
    parts = [
        "".join(_finding(random, words) for _ in range(random.randint(1, 2))) for _ in range(3)
    ]
    parts[0] = f"经核实，**{words['area']}的{words['thing']}没有出现流传所说的情况**。{parts[0]}"
    steps = random.sample(STEPS, random.randint(2, 4))
    parts.insert(2, "\n".join(f"- {step}，用时{random.randint(1, 9)}小时。" for step in steps))
    parts[-1] += f"全文见[情况说明]({HOST}/full/{number}.html)。"
    return "\n\n".join(parts)


def _measures(random: Random, words: dict[str, str]) -> str:
    chosen = random.sample(MEASURES, 2)
    return "\n".join(f"1. {text.format(n=random.randint(2, 9), **words)}。" for text in chosen)


def _timeline(random: Random, published: datetime) -> list[tuple[datetime, str]]:
    chosen = sorted(random.sample(range(len(STEPS)), random.randint(2, 3)))
    hours = range(-6 * len(chosen), 0, 6)
    return [
        (published + timedelta(hours=hour), f"{STEPS[step]}。")
        for hour, step in zip(hours, chosen, strict=True)
    ]
