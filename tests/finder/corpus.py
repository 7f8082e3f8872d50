"""A generated site for the finder, and the messages and words that people look for in it.

In: a seed. Out: content files of an invented city over two years, so that the index has an archive,
a year and recent records; and queries of every sort. The same seed gives the same texts.
"""

import random
from collections.abc import Iterator

from huiying.finder.folding import variants

SEED = 20261124
PLACES = "城东区 城西区 河口镇 云山县 北京 上海 广州 青岛 南湖街道 东环路 龙塘水库 市一中".split()
THINGS = (
    "自来水 大蒜 板蓝根 疫苗 医保卡 公积金 老年卡 校园餐 电梯 停车费 共享单车 桥梁 地铁4号线"
    " PM2.5 5G基站 HPV疫苗 ETC 燃气管道 核酸 身份证 养老金 奶粉 食用盐 鸡蛋 柠檬水 𠮷野家"
    " 微波炉 充电桩 口罩 驾驶证"
).split()
EVENTS = (
    "停水 停运 爆炸 涨价 清零 致癌 中毒 坍塌 限购 封闭 作废 断供 泄漏 召回 取消 免费发放"
    " 预防感冒 杀灭病毒 提前放假 强制接种 全部拆除 冻结账户 带走调查 感染扩散"
).split()
OPENINGS = (
    "紧急通知！ 刚接到消息， 听说 请转发给家人： 【重要】 各位家长， 我同事说 快看！"
    " 内部消息： 不转不是中国人！"
).split()
ENDINGS = (
    "，赶紧抢购 ，抓紧接水 ，转发给更多人 ，不要外出 ，已经有人住院了 ，千真万确 ，记者说的😱"
    " ，大家小心⚠️ ，详情 https://a.example/x?id=1 ，是真的吗"
).split()
FACTS = (
    "市水务局核实：相关设施运行正常。 经现场检查，没有发现异常。"
    " 该图片拍摄于外地，与本市无关。 有关部门已经发布公告。 监测数据与前一周持平。"
    " 请以官方账号发布的消息为准。 造谣者已被依法处理。 专家表示，这一说法没有科学依据。"
).split()
RARE = "鳜蕹莴蓖麻鹧鸪藜麦鲎鲀枇杷荸荠茭白蚜螨鸫獾貉蕨"
RECORD = """\
标题: {title}
状态: 已审定
发布时间: {day} 09:40
网传说法:
{claims}结论: {verdict}
证据:
  - 正文: {evidence}
    类型: 数据
事实: |
  {facts}
责任单位:
  第一责任单位: shuiwuju
  责任依据: 谁主管谁负责
"""


class Record:
    """One generated clarification."""

    def __init__(self, number: int, chance: random.Random) -> None:
        place, thing, event = (chance.choice(words) for words in (PLACES, THINGS, EVENTS))
        figure = chance.choice(("三天", "8小时", "15元", "1200人", "两个月", "12月1日", "30%"))
        rare = "".join(chance.sample(RARE, 2))
        self.number = number
        self.title = f"{place}{thing}没有{event}，{rare}{figure}的说法不实"
        said = f"{place}的{thing}要{event}{figure}"
        self.forms = [
            f"{chance.choice(OPENINGS)}{said}{chance.choice(ENDINGS)}"
            for _ in range(chance.randint(1, 3))
        ]
        if number % 7 == 0:
            self.forms[0] += "".join(chance.choice(ENDINGS) for _ in range(30))
        self.facts = f"{thing}：{''.join(chance.sample(FACTS, 4))}{rare}与{place}无关。"
        self.evidence = f"{place}当日{thing}检查{chance.randint(2, 99)}处"
        self.verdict = chance.choice(("不实", "部分不实", "误读误导", "旧闻翻炒"))

    def day(self) -> str:
        """Half of them in 2025, some in this very month (tests.sites.NOW)."""
        year = 2025 if self.number % 2 else 2026
        month = 11 if self.number % 11 == 0 else 1 + self.number % 10
        return f"{year}-{month:02}-{1 + self.number % 20:02}"

    def file(self) -> tuple[str, str]:
        day = self.day()
        claims = "".join(f"  - 原话: {form!r}\n" for form in self.forms)
        text = RECORD.format(**vars(self), claims=claims, day=day)
        return f"clarifications/{day[:4]}/{day.replace('-', '')}-n{self.number}.yml", text


def records(count: int = 360, seed: int = SEED) -> list[Record]:
    """So many records."""
    chance = random.Random(seed)
    return [Record(number, chance) for number in range(count)]


def files(count: int = 360) -> dict[str, str | bytes]:
    """Their content files by path."""
    return dict(record.file() for record in records(count))


def queries(count: int = 500, seed: int = SEED) -> list[str]:
    """Words, figures, Latin, pieces, whole messages, changed ones, unknown ones, by turns."""
    chance = random.Random(seed + 1)
    made = _queries(chance, records())
    return [next(made) for _ in range(count)]


def _queries(chance: random.Random, known: list[Record]) -> Iterator[str]:
    simplified = dict(zip(*reversed(variants()), strict=True))
    traditional = str.maketrans(simplified)
    while True:
        record = chance.choice(known)
        form, title = chance.choice(record.forms), record.title
        start = chance.randrange(max(1, len(title) - 6))
        yield chance.choice(THINGS + EVENTS + PLACES)
        yield title[start : start + chance.randint(1, 6)]
        yield f"{chance.choice(PLACES)} {chance.choice(EVENTS)}"
        yield chance.choice(
            (
                "4号线",
                "pm25",
                "\uff30\uff2d\uff12\uff0e\uff15",
                "5g",
                "12月",
                "ETC",
                "hpv",
                "30%",
                "a",
                "7",
            )
        )
        yield form
        yield form.translate(traditional)
        yield f"😱😱{form[: len(form) // 2]}🙏 {form[len(form) // 2 :]}"
        yield title
        yield title.replace(record.title[:2], chance.choice(PLACES), 1)
        yield "".join(
            chance.choice(chance.choice(known).forms) for _ in range(chance.randint(2, 30))
        )
        yield f"{chance.choice(OPENINGS)}{chance.choice(THINGS)}{chance.choice(ENDINGS)}"
        yield "".join(chance.choice(RARE) for _ in range(chance.randint(1, 8)))
        yield chance.choice(
            ("quantum mechanics", "天气", "的", "。。。", "𠮷", "😱", "𠮷野家 停水", "é", "ﬁ")
        )
        yield form[: chance.randint(6, 12)]
