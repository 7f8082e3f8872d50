"""`interpretation` 政策/专家解读: what a policy or a matter means, in words people understand.

Elements after the rules on interpreting policies: background, aim, main points, scope, terms, what
is new, who handles it (DOMAIN §(c)4).
"""

from typing import Annotated

from huiying.records.common import OwnText
from huiying.records.field import Key, Model
from huiying.records.reference import ExpertId, PolicyId
from huiying.records.values import Line, OneOf, Prose, Yes
from huiying.records.vocabulary import AUTHOR_KIND, INTERPRETATION_FORM


class Point(Model):
    """One main point."""

    title: Annotated[
        Line | None,
        Key("标题", "这一条要点的小标题，如 谁可以申请。", "Its heading, such as 谁可以申请."),
    ] = None
    text: Annotated[
        Prose,
        Key("正文", "这一条要点的内容，用 Markdown 写。", "What it says, in Markdown."),
    ]


class GlossaryTerm(Model):
    """A word that needs explaining."""

    term: Annotated[
        Line, Key("名词", "要解释的词，如 加装电梯。", "The word to explain, such as 加装电梯.")
    ]
    meaning: Annotated[
        Line, Key("含义", "用大白话解释是什么意思。", "What it means, in plain words.")
    ]


class Difference(Model):
    """What is new against what held before."""

    item: Annotated[
        Line, Key("事项", "哪一项有变化，如 补贴标准。", "What changes, such as 补贴标准.")
    ]
    before: Annotated[
        Line | None,
        Key(
            "原来", "原来怎么规定；新增的可以不写。", "What held before; left out where it is new."
        ),
    ] = None
    after: Annotated[Line, Key("现在", "现在怎么规定。", "What holds now.")]


class Elements(Model):
    """The parts of an interpretation."""

    background: Annotated[
        Prose | None,
        Key("背景依据", "为什么出台，依据什么。", "Why it was issued and on which ground."),
    ] = None
    aim: Annotated[
        Prose | None, Key("目的", "要解决什么问题。", "Which problem it is to solve.")
    ] = None
    points: Annotated[
        tuple[Point, ...],
        Key("要点", "主要内容，每条写“正文”。", "The main points, each with its text."),
    ] = ()
    scope: Annotated[
        Prose | None,
        Key("适用范围", "适用哪些人、哪些事、到什么时候。", "Whom and what it covers, until when."),
    ] = None
    terms: Annotated[
        tuple[GlossaryTerm, ...],
        Key("名词解释", "难懂的词，每条写“名词”和“含义”。", "Hard words, each with its meaning."),
    ] = ()
    differences: Annotated[
        tuple[Difference, ...],
        Key(
            "新旧变化",
            "和原来相比变了什么，每条写“事项”和“现在”。",
            "What changes, each entry with item and after.",
        ),
    ] = ()
    handling: Annotated[
        Prose | None,
        Key("怎么办理", "找谁办、在哪办、要带什么。", "Who handles it, where, and what to bring."),
    ] = None


class Interpretation(OwnText):
    """An explanation by the drafting body, its head, an expert or the media."""

    policy: Annotated[
        PolicyId | None,
        Key(
            "政策文件",
            "解读哪份文件，写它在政策文件登记册里的编号；不解读文件的，在“关联”里写“解读”。",
            "Id of the policy in the register; where there is none, relations.interprets is given.",
        ),
    ] = None
    author_kind: Annotated[
        Annotated[str, OneOf(AUTHOR_KIND)] | None,
        Key(
            "解读人",
            "谁来解读：起草部门、负责人、专家或媒体。",
            "Who explains: drafting_body, leader, expert or media.",
            need="always",
        ),
    ] = None
    experts: Annotated[
        tuple[ExpertId, ...],
        Key(
            "专家",
            "解读的专家，写他们在专家登记册里的编号。",
            "Ids of the experts in the register.",
        ),
    ] = ()
    media_name: Annotated[
        Line | None,
        Key("媒体名称", "由媒体解读时，写媒体的名称。", "Name of the medium, where media explain."),
    ] = None
    elements: Annotated[
        Elements | None,
        Key(
            "解读内容",
            "分项写解读：背景依据、目的、要点、适用范围等。",
            "The explanation by parts: background, aim, points, scope and so on.",
            need="always",
        ),
    ] = None
    form: Annotated[
        tuple[Annotated[str, OneOf(INTERPRETATION_FORM)], ...],
        Key(
            "解读形式",
            "用哪些形式解读，如 [文字, 图解]。",
            "In which forms it is explained, such as [text, infographic].",
        ),
    ] = ()
    released_with_policy: Annotated[
        Yes | None,
        Key(
            "同步发布",
            "是不是和文件同一天发布：是或否。",
            "Whether it was released together with the policy: yes or no.",
        ),
    ] = None
