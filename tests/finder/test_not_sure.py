"""What only looks like a rumour that was answered is never a sure answer, on small sites neither.

Each message shares its frame with a record, as chain letters do, and says another thing.
"""

from functools import cache

import pytest

from bench.finder import made
from bench.finder.corpus import files_of
from huiying.finder.confidence import Tier
from huiying.finder.entry import Entry
from huiying.finder.finder import find
from huiying.finder.index import Index
from tests.finder.helper import entry

WATER = (
    "紧急通知！！水厂设备炸了，今天起全市停水三天，赶紧接水囤水，超市矿泉水已经被抢光，转给家里人！"
)
BRIDGE = "望江桥半夜突然封了，警灯闪一排，听说桥墩被冲歪了，上面压着不让说，过桥的都绕道吧。"
DAM = "龙塘水库大坝裂了，下游马上淹，河口区的人快往高处跑！别等通知了，视频为证！"
STORM = "台风红色预警！今晚8点登陆，全市停工停课停运，超市菜都抢光了，没囤的快去。"
SCHOOL = "教育局刚发的，全市中小学停课三天，中考推迟一周，通知孩子别去学校了。"
CHAIN = "紧急通知！3月12日开始全市停水三天，抓紧接水，请转发给更多的人，让大家都知道"
PRICE = "听说自来水要涨价，每户收1,200元"
PARKING = "刚接到消息，下月起路边停车一小时8块，不封顶！早上停一天出来一百多，有车的赶紧转。"


def answered(id: str, title: str, form: str, text: str = "经核实，此事不实。") -> Entry:
    return entry(f"rumours/{id}", title, text, form, on="2026-11-20")


ANSWERS = (
    answered("water", "全市6座水厂正常供水，只有城东3个街道短时停水", WATER),
    answered("bridge", "望江桥封闭6小时是例行检测，桥梁结构正常", BRIDGE),
    answered("dam", "龙塘水库大坝安全，水位低于汛限水位1.8米", DAM),
    answered("storm", "7月3日我市没有台风预警，流传的红色预警是2023年的", STORM),
    answered("school", "6月12日只有河口区5所学校停课一天，其他学校正常上课", SCHOOL),
    answered("chain", "3月12日起全市正常供水，没有停水三天的安排", CHAIN),
    answered("price", "自来水价没有调整", PRICE),
    Entry(
        "rumours/parking",
        answered("parking", "路内停车首小时仍为3元，没有上涨", PARKING).shown
        | {"state": "superseded"},
    ),
)

LOOK_ALIKES = [
    # Another event in the frame of a chain letter.
    "紧急通知！！化工厂毒气泄漏，超市矿泉水已经被抢光，赶紧接水囤水，转给家里人！",
    "全市封城！超市菜都抢光了，没囤的快去。没囤的快去。没囤的快去。没囤的快去。",
    "紧急通知！超市的盐全部有毒，不要再买，请转发给更多的人，让大家都知道，赶紧通知家人",
    "紧急通知！明天开始全市学校停课三天，抓紧接孩子，请转发给更多的人，让大家都知道",
    "各位家长好，明天学校组织春游，请转发给更多的人，让大家都知道集合时间是早上八点整",
    # Worse than what was answered.
    "望江桥半夜突然塌了，死了三十人，警灯闪一排，听说桥墩被冲歪了，上面压着不让说，都绕道吧。",
    # Another place or thing.
    "青山水库大坝裂了，下游马上淹，河口区的人快往高处跑！别等通知了，视频为证！",
    "龙塘水库没事，听说是青山水库大坝裂了，下游马上淹，河口区的人快往高处跑！别等通知了！",
    "长江大桥半夜突然封了，警灯闪一排，听说桥墩被冲歪了，上面压着不让说，过桥的都绕道吧。",
    "紧急通知！！北京市水厂设备炸了，今天起北京停水三天，赶紧接水囤水，超市矿泉水已经被抢光，转给家里人！",
    "紧急通知！3月12日开始北京市停电三天，抓紧充电，请转发给更多的人，让大家都知道",
    # Another number or date.
    "紧急通知！！水厂设备炸了，今天起全市停水五天，赶紧接水囤水，超市矿泉水已经被抢光，转给家里人！",
    "台风红色预警！今晚10点登陆，全市停工停课停运，超市菜都抢光了，没囤的快去。",
    "教育局刚发的，全市中小学停课五天，中考推迟一周，通知孩子别去学校了。",
    "紧急通知！5月20日开始全市停水三天，抓紧接水，请转发给更多的人，让大家都知道",
    "紧急通知！5月12日开始全市停水五天，抓紧接水，请转发给更多的人，让大家都知道",
    "听说自来水要涨价，每户收9,200元",
    # The opposite, and the answer itself.
    "水厂设备没有炸，今天起全市不会停水三天，不用接水囤水，超市矿泉水没有被抢光，转给家里人！",
    f"官方辟谣：网传“{WATER}”不实，全市供水正常",
    # Nothing but one thing said again and again.
    "转发" * 20,
    "天气很好" * 8,
    "停水" * 500,
    # Answered once; the answer has been replaced since.
    PARKING,
]


@cache
def index(others: int) -> Index:
    """The answers among other records: none, or as many as a young site has."""
    return Index(files_of([*made.entries(others), *ANSWERS]).__getitem__)


@pytest.mark.parametrize("others", [0, 300])
@pytest.mark.parametrize("form", [WATER, BRIDGE, DAM, STORM, SCHOOL, CHAIN, PRICE])
def test_the_message_itself_is_answered(form: str, others: int) -> None:
    found = find(form, index(others))
    assert found.tier is Tier.ANSWERED
    assert form in found.hits[0].document["forms"]


@pytest.mark.parametrize("others", [0, 300])
@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_never_sure(text: str, others: int) -> None:
    assert find(text, index(others)).tier is not Tier.ANSWERED
