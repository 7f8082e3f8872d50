"""`topic` 专题: one page that gathers everything on one matter."""

from typing import Annotated, ClassVar

from huiying.records.block import Block
from huiying.records.clock import Period
from huiying.records.common import Common
from huiying.records.field import Key, Model
from huiying.records.reference import AnyRecord, MediaFile, TopicId
from huiying.records.values import Line, Moment, OneOf, Prose, Whole
from huiying.records.vocabulary import BANNER_LEVEL, RECORD_KIND, SUBJECT, TOPIC_STATE


class Banner(Model):
    """The urgent line above every page, until it expires."""

    level: Annotated[
        Annotated[str, OneOf(BANNER_LEVEL)],
        Key("级别", "紧急，或者只是提示。", "urgent, or only a notice."),
    ]
    text: Annotated[
        Line,
        Key(
            "正文",
            "要让所有人马上看到的一句话。",
            "The one sentence that everybody should see at once.",
        ),
    ]
    until: Annotated[
        Moment,
        Key(
            "截止",
            "到这个时间自动撤下，如 2026-11-19 22:00。",
            "Taken down by itself at that time, such as 2026-11-19 22:00.",
        ),
    ]


class Query(Model):
    """Which records a section gathers by itself, newest first."""

    hinge: ClassVar[str] = "topic"

    kind: Annotated[
        Annotated[str, OneOf(RECORD_KIND)] | None,
        Key(
            "栏目",
            "只列哪一类记录，如 辟谣；不写就是各类都列。",
            "Only records of this kind, such as clarification; all kinds if absent.",
        ),
    ] = None
    subject: Annotated[
        Annotated[str, OneOf(SUBJECT)] | None,
        Key(
            "主题",
            "只列哪个主题的记录，如 教育；不写就不限。",
            "Only records of this subject, such as education; any if absent.",
        ),
    ] = None
    topic: Annotated[
        TopicId | None,
        Key(
            "专题",
            "列哪个专题的记录，写编号；不写就是本专题。",
            "Records of which topic, by its id; of this one if absent.",
        ),
    ] = None
    limit: Annotated[
        Whole,
        Key(
            "条数",
            "最多列几条，新的在前；不写是 6 条。",
            "At most how many, newest first; 6 if absent.",
        ),
    ] = 6


class Section(Model):
    """One section of the topic page: text and blocks, records by hand, or by query."""

    title: Annotated[
        Line, Key("标题", "这一节的标题，如 一图看懂。", "The section's heading, such as 一图看懂.")
    ]
    text: Annotated[
        Prose | None,
        Key("正文", "这一节开头的话，用 Markdown 写。", "Its opening words, in Markdown."),
    ] = None
    blocks: Annotated[
        tuple[Block, ...],
        Key(
            "内容块",
            "这一节里的图、图解、录音、视频、链接等，按顺序显示。",
            "Its pictures, infographics, recordings, films and links, in the order shown.",
        ),
    ] = ()
    records: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "记录",
            "手工挑选的记录，写“栏目/编号”，如 rumours/20260312-tingshui。",
            "Records picked by hand, by address, such as rumours/20260312-tingshui.",
        ),
    ] = ()
    query: Annotated[
        Query | None,
        Key(
            "查询",
            "按条件自动列出本专题的记录，新的在前。",
            "Conditions by which records of the topic are listed by themselves, newest first.",
        ),
    ] = None


class Topic(Common):
    """The answer of the hour, what is known and not, and everything that belongs to it."""

    dated: ClassVar[bool] = False

    state: Annotated[
        Annotated[str, OneOf(TOPIC_STATE)],
        Key(
            "专题状态",
            "专题还在进行，还是已经结束；不写就是进行中。",
            "Whether the topic is open or closed; open if absent.",
        ),
    ] = "open"
    period: Annotated[
        Period | None,
        Key("时段", "专题从哪天到哪天。", "From which day to which day the topic runs."),
    ] = None
    lead: Annotated[
        Prose | None,
        Key(
            "导语",
            "群众现在最该知道的一段话，显示在最前面。",
            "What people most need to know now; stands first.",
        ),
    ] = None
    cover: Annotated[
        MediaFile | None,
        Key(
            "封面",
            "列表里的配图，media 文件夹里的文件，如 gongshui/fengmian.svg。",
            "Picture in lists, a file under media/, such as gongshui/fengmian.svg.",
        ),
    ] = None
    pinned: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "置顶",
            "放在最前的记录，写“栏目/编号”，如 rumours/20260312-tingshui。",
            "Records shown first, by address, such as rumours/20260312-tingshui.",
        ),
    ] = ()
    sections: Annotated[
        tuple[Section, ...],
        Key(
            "章节",
            "专题页的各节，按顺序显示，每节至少写“标题”。",
            "The sections of the page, in order; each has at least a title.",
        ),
    ] = ()
    banner: Annotated[
        Banner | None,
        Key(
            "横幅",
            "网站首页顶部的提示，到“截止”时间自动撤下。",
            "A line at the top of the home page, until it is taken down.",
        ),
    ] = None
