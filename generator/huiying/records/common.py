"""What every record shares: the common fields of DOMAIN §(d), each declared once.

Public fields reach readers; `public=False` ones cannot be reached from any renderer.
"""

from datetime import datetime
from typing import Annotated, ClassVar

from huiying.records.block import Block, Source, TimelineEntry, Update
from huiying.records.clock import Clock, Event, Internal, Milestones
from huiying.records.field import Key, Model
from huiying.records.history import HistoryEntry
from huiying.records.relation import Agencies, Relations, Release
from huiying.records.review import Review
from huiying.records.values import Address, Line, Moment, OneOf, Prose, Whole
from huiying.records.vocabulary import CATEGORY, DISCLOSURE, RESPONSE_FORM, STATUS, SUBJECT


class Common(Model):
    """The fields that every kind of record has."""

    dated: ClassVar[bool] = True
    """Whether ids begin with a date and files lie in a folder of the year."""
    own_after: ClassVar[str] = "keywords"

    schema_version: Annotated[
        Whole | None,
        Key(
            "版本",
            "记录格式的版本，是整数，现在是 1，可以不写。",
            "Version of the record's format, now 1; may be left out.",
            en="schema",
        ),
    ] = None
    title: Annotated[
        Line,
        Key(
            "标题",
            "一句话说清事实，如“全市正常供水，没有停水安排”；不要重复谣言。",
            "The fact in one sentence, such as 全市正常供水，没有停水安排; never the rumour.",
            need="always",
        ),
    ]
    short_title: Annotated[
        Line | None,
        Key(
            "短标题",
            "列表和短信用的标题，20 个字宽以内。",
            "The title in lists and text messages, at most 20 full widths.",
        ),
    ] = None
    summary: Annotated[
        Line | None,
        Key(
            "一句话回应",
            "单独拿出来也能看懂的一句话，120 个字宽以内。",
            "One sentence that stands alone, at most 120 full widths.",
        ),
    ] = None
    status: Annotated[
        Annotated[str, OneOf(STATUS)],
        Key(
            "状态",
            "写到哪一步：草稿、审核中或已审定；不写就是草稿。",
            "How far it is: draft, in_review or approved; draft if absent.",
            public=False,
        ),
    ] = "draft"
    disclosure: Annotated[
        Annotated[str, OneOf(DISCLOSURE)],
        Key(
            "公开方式",
            "能不能在网站上公开；不写就是主动公开。",
            "Whether it may be on the site; active if absent.",
            public=False,
        ),
    ] = "active"
    publish_at: Annotated[
        Moment | None,
        Key(
            "发布时间",
            "到这个时间才公开，也是页面上的时间，如 2026-03-12 09:40。",
            "Public from then on, and the time shown, such as 2026-03-12 09:40.",
            need="approved",
        ),
    ] = None
    review_by: Annotated[
        Moment | None,
        Key(
            "复核期限",
            "最迟什么时候再核实一遍内容，如 2026-09-12 09:00。",
            "When the content must be checked again at the latest, such as 2026-09-12 09:00.",
            public=False,
        ),
    ] = None
    expires_at: Annotated[
        Moment | None,
        Key(
            "失效时间",
            "过了这个时间，页面还在，但注明已失效，也不再出现在列表里。",
            "After it the page stays, is marked as expired and leaves the lists.",
        ),
    ] = None
    agencies: Annotated[
        Agencies,
        Key(
            "责任单位",
            "由谁回应、依据是什么，至少写“第一责任单位”和“责任依据”。",
            "Who answers and why: at least first_responsible and basis.",
            need="always",
        ),
    ] = Agencies()
    categories: Annotated[
        tuple[Annotated[str, OneOf(CATEGORY)], ...],
        Key(
            "舆情类别",
            "属于哪类需要回应的舆情，如 [切身利益]。",
            "Which kinds of public concern it is, such as [vital_interest].",
        ),
    ] = ()
    subjects: Annotated[
        tuple[Annotated[str, OneOf(SUBJECT)], ...],
        Key(
            "主题",
            "属于哪些主题，如 [教育, 交通]。",
            "Which subjects it belongs to, such as [education, transport].",
        ),
    ] = ()
    places: Annotated[
        tuple[Line, ...],
        Key(
            "地域",
            "涉及哪些地方，如 [城东区, 东环街道]。",
            "Which places it concerns, such as [城东区, 东环街道].",
        ),
    ] = ()
    keywords: Annotated[
        tuple[Line, ...],
        Key(
            "关键词",
            "群众查找时会用的词，如 [停水, 水质]。",
            "Words that people would search for, such as [停水, 水质].",
        ),
    ] = ()
    facts: Annotated[
        Prose | None,
        Key(
            "事实",
            "事实真相，也就是正文，用 Markdown 写。",
            "What is true: the text itself, in Markdown.",
            need="always",
        ),
    ] = None
    measures: Annotated[
        Prose | None,
        Key("措施", "已经采取和正在采取的措施。", "What has been done and is being done."),
    ] = None
    outcome: Annotated[
        Prose | None,
        Key(
            "结果", "处理结果；办结的回应必写。", "What came of it; needed once a response is done."
        ),
    ] = None
    unknowns: Annotated[
        Prose | None,
        Key(
            "尚待核实",
            "现在还不知道什么，打算什么时候弄清。",
            "What is not known yet, and by when it should be.",
        ),
    ] = None
    blocks: Annotated[
        tuple[Block, ...],
        Key(
            "内容块",
            "正文以外的图、图解、录音、视频、链接等，按顺序显示。",
            "Pictures, infographics, recordings, films and links, in the order shown.",
        ),
    ] = ()
    timeline: Annotated[
        tuple[TimelineEntry, ...],
        Key(
            "经过",
            "事情的经过，每条写“时间”和“正文”，从早到晚。",
            "How it went, oldest first, each entry with at and text.",
        ),
    ] = ()
    updates: Annotated[
        tuple[Update, ...],
        Key(
            "最新进展",
            "发布之后的新情况，每条写“时间”和“正文”。",
            "News since it was published, each entry with at and text.",
        ),
    ] = ()
    next_update_due: Annotated[
        Moment | None,
        Key(
            "下次更新",
            "承诺在什么时候之前再更新；正在核实的必写。",
            "By when more is promised; needed while a claim is unverified.",
        ),
    ] = None
    response_forms: Annotated[
        tuple[Annotated[str, OneOf(RESPONSE_FORM)], ...],
        Key(
            "回应方式",
            "用哪些方式回应，如 [网上发布, 发布会或吹风会]。",
            "In which ways it is answered, such as [online, briefing].",
        ),
    ] = ()
    sources: Annotated[
        tuple[Source, ...],
        Key(
            "依据",
            "根据什么说的，每项至少写“类型”和“标题”。",
            "What it rests on; each entry has at least type and title.",
        ),
    ] = ()
    relations: Annotated[
        Relations,
        Key(
            "关联",
            "和本站哪些记录有关；对方的页面会自动显示这一条。",
            "Which records it is tied to; their pages show this one by themselves.",
        ),
    ] = Relations()
    channels: Annotated[
        tuple[Release, ...],
        Key(
            "发布渠道",
            "还在哪些渠道发布了，每项至少写“渠道”。",
            "Where else it was released; each entry has at least channel.",
        ),
    ] = ()
    media_pickups: Annotated[
        tuple[Release, ...],
        Key(
            "媒体转载",
            "哪些媒体转载了，每项至少写“渠道”。",
            "Which media took it up; each entry has at least channel.",
        ),
    ] = ()
    clock: Annotated[
        Clock | None,
        Key(
            "时限",
            "回应时限从什么时候、按什么起算。",
            "From when and on which ground the time limits run.",
        ),
    ] = None
    milestones: Annotated[
        Milestones | None,
        Key(
            "节点",
            "要在时限内做的事，各是什么时候做的。",
            "When each thing that the time limits ask for was done.",
        ),
    ] = None
    event: Annotated[
        Event | None,
        Key(
            "事件",
            "背后的事件：编号、等级，有没有重大伤亡或影响。",
            "The event behind it: its id, its severity, whether its impact is grave.",
            public=False,
        ),
    ] = None
    history: Annotated[
        tuple[HistoryEntry, ...],
        Key(
            "变更记录",
            "发布后的每次改动，公开显示；第一条是“首发”。",
            "Every change since publication, shown to the public; first_published comes first.",
        ),
    ] = ()
    former_urls: Annotated[
        tuple[Address, ...],
        Key(
            "旧网址",
            "以前的网址，只写路径，如 /2020/03/tingshui.html；会转到这里。",
            "Old addresses, as paths such as /2020/03/tingshui.html; they lead here.",
        ),
    ] = ()
    imported_from: Annotated[
        Line | None,
        Key(
            "历史资料来源",
            "从哪里导入的旧资料，如 原辟谣专栏，2019年；新写的记录不要写。",
            "Where old material was imported from; never in new records.",
        ),
    ] = None
    review: Annotated[
        Review | None,
        Key(
            "审核",
            "起草、审核、确认的情况。",
            "Who drafted, reviewed and confirmed it.",
            public=False,
        ),
    ] = None
    internal: Annotated[
        Internal | None,
        Key(
            "内部",
            "内部信息，如来件、研判、联系人；任何页面都不会出现。",
            "Office matters such as intake, assessment and contacts; on no page.",
            public=False,
        ),
    ] = None

    def shown_at(self, now: datetime) -> "Common":
        """The record as readers may see it at an instant: some kinds work out or hide a value."""
        return self


class OwnText(Common):
    """A record whose text stands in fields of its own kind: `facts` may stay empty."""

    title: Annotated[
        Line,
        Key(
            "标题",
            "一句话说清这一条讲什么，群众一看就懂，如“二次供水由谁管，听专家讲”。",
            "What it is about in one plain sentence, such as 二次供水由谁管，听专家讲.",
            need="always",
        ),
    ]
    facts: Annotated[
        Prose | None,
        Key(
            "事实",
            "要先说清的基本情况，用 Markdown 写；可以不写。",
            "The basic facts to be told first, in Markdown; may be left out.",
        ),
    ] = None
