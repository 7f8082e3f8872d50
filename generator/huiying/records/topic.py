"""`topic` 专题: one page that gathers everything on one matter."""

from typing import Annotated, ClassVar

from huiying.records.common import AnyRecord, Block, Common, MediaFile, TopicId
from huiying.records.field import Key, Model
from huiying.records.values import Day, Line, Moment, OneOf, Prose, Whole
from huiying.records.vocabulary import BANNER_LEVEL, RECORD_KIND, SUBJECT, TOPIC_STATE


class Period(Model):
    """From when to when the topic runs."""

    starts_on: Annotated[Day, Key("开始", "从哪天起。", "First day.")]
    ends_on: Annotated[Day | None, Key("结束", "到哪天止。", "Last day.")] = None


class Banner(Model):
    """The urgent line above every page, until it expires."""

    level: Annotated[Annotated[str, OneOf(BANNER_LEVEL)], Key("级别", "紧急或提示。", "Level.")]
    text: Annotated[Line, Key("正文", "一句话。", "One sentence.")]
    until: Annotated[Moment, Key("截止", "到什么时候撤下。", "Taken down at.")]


class Query(Model):
    """Which records a section gathers by itself, newest first."""

    kind: Annotated[
        Annotated[str, OneOf(RECORD_KIND)] | None, Key("栏目", "哪一类记录。", "Which kind.")
    ] = None
    subject: Annotated[
        Annotated[str, OneOf(SUBJECT)] | None, Key("主题", "哪个主题。", "Which subject.")
    ] = None
    topic: Annotated[TopicId | None, Key("专题", "不写就是本专题。", "This one if absent.")] = None
    limit: Annotated[Whole, Key("条数", "最多几条，不写是 6 条。", "At most, 6 if absent.")] = 6


class Section(Model):
    """One section of the topic page: text and blocks, records by hand, or by query."""

    title: Annotated[Line, Key("标题", "这一节的标题。", "Its heading.")]
    text: Annotated[Prose | None, Key("正文", "开头的一段话。", "Opening prose.")] = None
    blocks: Annotated[tuple[Block, ...], Key("内容块", "图、音、视频等。", "Media.")] = ()
    records: Annotated[
        tuple[AnyRecord, ...], Key("记录", "手工挑选的记录。", "Picked by hand.")
    ] = ()
    query: Annotated[Query | None, Key("查询", "按条件自动列出。", "Gathered by query.")] = None


class Topic(Common):
    """The answer of the hour, what is known and not, and everything that belongs to it."""

    dated: ClassVar[bool] = False

    state: Annotated[
        Annotated[str, OneOf(TOPIC_STATE)], Key("专题状态", "进行中或已结束。", "Open or closed.")
    ] = "open"
    period: Annotated[Period | None, Key("时段", "专题的时段。", "Its period.")] = None
    lead: Annotated[
        Prose | None, Key("导语", "现在最要紧的一段话。", "The answer of the hour.")
    ] = None
    cover: Annotated[MediaFile | None, Key("封面", "列表里的配图。", "Picture in lists.")] = None
    pinned: Annotated[tuple[AnyRecord, ...], Key("置顶", "放在最前的记录。", "Shown first.")] = ()
    sections: Annotated[tuple[Section, ...], Key("章节", "依次排列的各节。", "Sections.")] = ()
    banner: Annotated[Banner | None, Key("横幅", "全站顶部的提示。", "Urgent banner.")] = None
