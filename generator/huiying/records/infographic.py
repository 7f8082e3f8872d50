"""What an infographic is drawn from: words and numbers, no measures and no colours.

One group for all types, so that another type can be tried by changing one word; what each type
needs and cannot use is judged by the rule `drawing`.
"""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.values import Line, Number, OneOf
from huiying.records.vocabulary import DRAWING_TYPE, VERDICT


class DrawingItem(Model):
    """One thing drawn: a bar, a point, a step, a row."""

    label: Annotated[
        Line,
        Key(
            "名称",
            "这一条是什么，如 11月15日；时间线写时间，步骤写做什么。",
            "What it is, such as 11月15日; a time in a timeline, what to do in a step.",
        ),
    ]
    value: Annotated[
        Number | None,
        Key(
            "数值",
            "这一条的数，只写数字，如 42.3；还没有数的不写，图上会说明。",
            "Its number in digits, such as 42.3; left out where it is not known.",
        ),
    ] = None
    unit: Annotated[
        Line | None,
        Key(
            "单位",
            "关键数字里这个数的单位，如 毫米。",
            "Among figures the unit of this number, such as 毫米.",
        ),
    ] = None
    text: Annotated[
        Line | None,
        Key(
            "正文",
            "时间线、步骤里的一句话，如 当晚22时全部恢复供水。",
            "One sentence in a timeline or a step, such as 当晚22时全部恢复供水.",
        ),
    ] = None
    cells: Annotated[
        tuple[Line, ...],
        Key(
            "各列",
            "对比表里这一行各格的字，和“列”一样多，如 [0.35—0.48, 不低于0.05]。",
            "The cells of this row of a comparison, as many as columns, such as [0.35—0.48].",
        ),
    ] = ()


class Drawing(Model):
    """What one infographic shows: one message, which is the title of its block."""

    type: Annotated[
        Annotated[str, OneOf(DRAWING_TYPE)],
        Key(
            "图型",
            "画成哪种图，如 条形图、步骤、说法与事实。",
            "What it is drawn as, such as bar, steps or fact-check.",
        ),
    ]
    fact: Annotated[
        Line | None,
        Key(
            "事实",
            "说法与事实里的实际情况，一句话，如 全市供水正常。",
            "In a fact-check what is true, in one sentence, such as 全市供水正常.",
        ),
    ] = None
    claim: Annotated[
        Line | None,
        Key(
            "说法",
            "说法与事实里网上流传的话，如 全市停水三天。",
            "In a fact-check what is claimed, such as 全市停水三天.",
        ),
    ] = None
    verdict: Annotated[
        Annotated[str, OneOf(VERDICT)] | None,
        Key(
            "结论",
            "对这个说法的结论，如 不实。",
            "The verdict on the claim, such as false-claim.",
        ),
    ] = None
    unit: Annotated[
        Line | None,
        Key(
            "单位",
            "各条数值的单位，如 万立方米、%。",
            "The unit of all values, such as 万立方米 or %.",
        ),
    ] = None
    columns: Annotated[
        tuple[Line, ...],
        Key(
            "列",
            "对比表各列的名称，如 [实测, 国家标准]。",
            "The names of a comparison's columns, such as [实测, 国家标准].",
        ),
    ] = ()
    items: Annotated[
        tuple[DrawingItem, ...],
        Key(
            "条目",
            "图上的各条，每条至少写“名称”。",
            "What is drawn, one by one, each with at least its label.",
        ),
    ] = ()
