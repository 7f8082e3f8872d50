"""What every record shares: the common fields of DOMAIN §(d), each declared once.

Public fields reach readers; `public=False` ones cannot be reached from any renderer.
"""

from typing import Annotated, ClassVar

from huiying.records.field import Key, Model
from huiying.records.values import (
    Address,
    Day,
    FreeTree,
    Identifier,
    Line,
    Moment,
    OneOf,
    Prose,
    Refers,
    Whole,
    Yes,
)
from huiying.records.vocabulary import (
    BASIS,
    BLOCK_TYPE,
    CATEGORY,
    CHANNEL_TYPE,
    CLOCK_BASIS,
    CONFIRMATION_RESULT,
    DISCLOSURE,
    GATE_RESULT,
    HISTORY_TYPE,
    RESPONSE_FORM,
    SEVERITY,
    SOURCE_TYPE,
    STATUS,
    SUBJECT,
)

Organisation = Annotated[Line, Refers("organisation")]
"""A body by its id in the register. Any line is read, so that the rule `reference` can name the id
of a body that was written by its name."""
TopicId = Annotated[Line, Refers("topic")]
AnyRecord = Annotated[Line, Refers("record")]
"""Another record by its address: `rumours/20260312-tingshui`."""
MediaFile = Annotated[Line, Refers("media")]
"""A file under content/media/, by its path there."""


class Source(Model):
    """One thing a record rests on."""

    type: Annotated[
        Annotated[str, OneOf(SOURCE_TYPE)], Key("类型", "依据是哪一类。", "What kind it is.")
    ]
    title: Annotated[Line, Key("标题", "依据的名称。", "What it is called.")]
    org: Annotated[Line | None, Key("单位", "出具的单位。", "Who issued it.")] = None
    doc_no: Annotated[Line | None, Key("文号", "如 水务〔2026〕18号。", "Document number.")] = None
    url: Annotated[Address | None, Key("网址", "能看到原文的网址。", "Where to read it.")] = None
    accessed: Annotated[Day | None, Key("查阅日期", "哪一天看的。", "Day of access.")] = None
    archived_url: Annotated[
        Address | None, Key("存档网址", "网页存档的网址。", "An archived copy.")
    ] = None
    hash: Annotated[Line | None, Key("校验值", "文件的校验值。", "Digest of the file.")] = None


class TimelineEntry(Model):
    """One dated step."""

    at: Annotated[Moment, Key("时间", "什么时候。", "When.")]
    text: Annotated[Line, Key("正文", "发生了什么，一句话。", "What happened, one sentence.")]


class Block(Model):
    """One piece of a page: text, picture, sound, film, link and so on."""

    type: Annotated[Annotated[str, OneOf(BLOCK_TYPE)], Key("类型", "这一块是什么。", "What it is.")]
    title: Annotated[Line | None, Key("标题", "这一块的标题。", "Its title.")] = None
    text: Annotated[Prose | None, Key("正文", "文字、表格或引文。", "Prose, table, quote.")] = None
    file: Annotated[
        MediaFile | None, Key("文件", "media 文件夹里的文件。", "A file under media/.")
    ] = None
    alt: Annotated[
        Line | None, Key("替代文字", "看不到图的人听到什么。", "What a listener hears.")
    ] = None
    long_description: Annotated[
        Prose | None, Key("文字版", "图解的完整文字版。", "The picture in words.")
    ] = None
    transcript: Annotated[Prose | None, Key("文字稿", "录音或视频的文字稿。", "What is said.")] = (
        None
    )
    captions: Annotated[
        MediaFile | None, Key("字幕", "视频的 WebVTT 字幕文件。", "A WebVTT file.")
    ] = None
    poster: Annotated[MediaFile | None, Key("封面", "视频的封面图。", "Picture of a video.")] = None
    url: Annotated[Address | None, Key("网址", "链接指向哪里。", "Where a link leads.")] = None
    record: Annotated[
        AnyRecord | None, Key("记录", "引用的本站记录。", "A record of this site.")
    ] = None
    entries: Annotated[
        tuple[TimelineEntry, ...], Key("条目", "时间线的各条。", "Steps of a timeline.")
    ] = ()
    source: Annotated[Line | None, Key("来源", "出自哪里。", "Where it comes from.")] = None
    licence: Annotated[Line | None, Key("许可", "使用许可。", "Licence.")] = None
    map_approval_no: Annotated[
        Line | None, Key("审图号", "有地图时必填。", "Approval number of a map.")
    ] = None


class Update(Model):
    """One piece of news while an event is open."""

    at: Annotated[Moment, Key("时间", "什么时候更新。", "When.")]
    text: Annotated[Prose, Key("正文", "有什么新情况。", "What is new.")]
    source: Annotated[Line | None, Key("来源", "出自哪里。", "Who says so.")] = None
    blocks: Annotated[tuple[Block, ...], Key("内容块", "图、音、视频等。", "Media.")] = ()


class Agencies(Model):
    """Who answers, and on which ground."""

    first_responsible: Annotated[
        Organisation | None,
        Key("第一责任单位", "第一责任主体的编号。", "The first responsible body.", need="always"),
    ] = None
    basis: Annotated[
        Annotated[str, OneOf(BASIS)] | None,
        Key("责任依据", "为什么由它负责。", "Why it is responsible.", need="always"),
    ] = None
    coordinator: Annotated[
        Organisation | None, Key("协调单位", "负责组织协调的单位。", "Who coordinates.")
    ] = None
    lead: Annotated[Organisation | None, Key("牵头单位", "多部门时牵头。", "Who leads.")] = None
    involved: Annotated[
        tuple[Organisation, ...], Key("涉及单位", "还涉及哪些单位。", "Other bodies involved.")
    ] = ()


class Relations(Model):
    """How this record is tied to others; the other end is shown by itself."""

    part_of_topic: Annotated[
        tuple[TopicId, ...], Key("所属专题", "属于哪些专题。", "Topics it belongs to.")
    ] = ()
    same_event: Annotated[
        tuple[AnyRecord, ...], Key("同一事件", "同一件事的其他记录。", "Same event.")
    ] = ()
    answers: Annotated[tuple[AnyRecord, ...], Key("答复", "答复了哪条。", "Answers.")] = ()
    interprets: Annotated[tuple[AnyRecord, ...], Key("解读", "解读了哪条。", "Interprets.")] = ()
    corrects: Annotated[tuple[AnyRecord, ...], Key("纠正", "纠正了哪条。", "Corrects.")] = ()
    supersedes: Annotated[tuple[AnyRecord, ...], Key("替代", "替代了哪条。", "Supersedes.")] = ()
    follows_up: Annotated[tuple[AnyRecord, ...], Key("后续", "是哪条的后续。", "Follows up.")] = ()


class Release(Model):
    """Where it was also released, or who took it up."""

    channel: Annotated[
        Annotated[str, OneOf(CHANNEL_TYPE)], Key("渠道", "通过哪种渠道。", "Which kind.")
    ]
    title: Annotated[Line | None, Key("标题", "账号或媒体名称。", "Account or medium.")] = None
    url: Annotated[Address | None, Key("网址", "在哪里能看到。", "Where to see it.")] = None
    at: Annotated[Moment | None, Key("时间", "什么时候。", "When.")] = None


class HistoryEntry(Model):
    """One public note on a change after publication."""

    at: Annotated[Moment, Key("时间", "什么时候改的。", "When.")]
    type: Annotated[
        Annotated[str, OneOf(HISTORY_TYPE)], Key("类型", "是哪种变更。", "Which kind of change.")
    ]
    note: Annotated[Line, Key("说明", "为什么改，公开显示。", "Why; shown to the public.")]
    org: Annotated[Organisation | None, Key("单位", "哪个单位改的。", "Which body.")] = None
    fields: Annotated[tuple[Line, ...], Key("字段", "改了哪些字段。", "Which fields.")] = ()
    before: Annotated[Line | None, Key("原文", "更正前的说法。", "Wording before.")] = None
    after: Annotated[Line | None, Key("新文", "更正后的说法。", "Wording after.")] = None
    ref: Annotated[Line | None, Key("参见", "相关文号或记录。", "Reference.")] = None
    alternative: Annotated[
        AnyRecord | None, Key("替代记录", "撤回后请看哪条。", "What replaces it.")
    ] = None
    minor: Annotated[Yes | None, Key("细微", "只改了错字。", "Only a slip of the pen.")] = None


class Gate(Model):
    """The evidence of one review gate; enforced where site.yml enables gates."""

    organisation: Annotated[Organisation | None, Key("单位", "审核单位。", "Who.")] = None
    signer: Annotated[Line | None, Key("审核人", "审核人。", "Signer.", public=False)] = None
    at: Annotated[Moment | None, Key("时间", "审核时间。", "When.")] = None
    result: Annotated[
        Annotated[str, OneOf(GATE_RESULT)] | None, Key("结果", "审核结果。", "Result.")
    ] = None
    reason: Annotated[Line | None, Key("理由", "不适用的理由。", "Why not applicable.")] = None
    digest: Annotated[Line | None, Key("摘要值", "审核时内容的摘要值。", "Digest.")] = None
    field_digests: Annotated[FreeTree, Key("字段摘要值", "各字段的摘要值。", "Per field.")] = None
    ref: Annotated[Line | None, Key("文号", "审核单编号。", "Reference.")] = None


class Gates(Model):
    """The five review gates of the notice."""

    political: Annotated[Gate | None, Key("政治关")] = None
    policy: Annotated[Gate | None, Key("政策关")] = None
    legal: Annotated[Gate | None, Key("法律关")] = None
    text: Annotated[Gate | None, Key("文字关")] = None
    secrecy: Annotated[Gate | None, Key("保密关")] = None


class Confirmation(Model):
    """What another body said when asked to confirm."""

    organisation: Annotated[Organisation, Key("单位", "哪个单位。", "Which body.")]
    at: Annotated[Moment | None, Key("时间", "什么时候。", "When.")] = None
    result: Annotated[
        Annotated[str, OneOf(CONFIRMATION_RESULT)] | None, Key("结果", "确认结果。", "Result.")
    ] = None
    digest: Annotated[Line | None, Key("摘要值", "确认时内容的摘要值。", "Digest.")] = None
    ref: Annotated[Line | None, Key("文号", "函件编号。", "Reference.")] = None


class Review(Model):
    """Who drafted, who reviewed, who confirmed. Never public as a whole."""

    drafted_by: Annotated[Line | None, Key("起草人", "", "", public=False)] = None
    gates: Annotated[Gates | None, Key("审核关", "五关的审核情况。", "The five gates.")] = None
    confirmations: Annotated[
        tuple[Confirmation, ...], Key("确认", "涉及单位的确认。", "Confirmations.")
    ] = ()


class Clock(Model):
    """From when the time limits run."""

    started_at: Annotated[Moment, Key("起算时间", "从什么时候起算。", "Start.")]
    basis: Annotated[
        Annotated[str, OneOf(CLOCK_BASIS)], Key("起算依据", "事发、发现或接报。", "From what.")
    ]
    profile: Annotated[Line | None, Key("时限规则", "时限规则名。", "Profile.")] = None


class Milestones(Model):
    """When what was due was done."""

    first_facts_at: Annotated[Moment | None, Key("首次发布事实", "", "First facts.")] = None
    briefing_at: Annotated[Moment | None, Key("发布会", "", "Briefing.")] = None
    responded_at: Annotated[Moment | None, Key("作出回应", "", "Response.")] = None
    closed_at: Annotated[Moment | None, Key("办结", "", "Closed.")] = None


class Event(Model):
    """The event behind a record."""

    id: Annotated[Identifier, Key("编号", "同一事件用同一编号。", "Same for all its records.")]
    severity: Annotated[
        Annotated[str, OneOf(SEVERITY)] | None, Key("等级", "事件等级。", "Severity.")
    ] = None
    casualties_or_impact: Annotated[
        Yes | None, Key("重大伤亡或影响", "造成重大伤亡或影响。", "Grave impact.")
    ] = None


class Internal(Model):
    """What stays in the office: one subtree, free below, never in any output."""

    intake: Annotated[FreeTree, Key("来件", "", "", public=False)] = None
    assessment: Annotated[FreeTree, Key("研判", "", "", public=False)] = None
    risk: Annotated[FreeTree, Key("风险", "", "", public=False)] = None
    handover: Annotated[FreeTree, Key("移交", "", "", public=False)] = None
    contacts: Annotated[FreeTree, Key("联系人", "", "", public=False)] = None
    notes: Annotated[FreeTree, Key("备注", "", "", public=False)] = None


class Common(Model):
    """The fields that every kind of record has."""

    dated: ClassVar[bool] = True
    """Whether ids begin with a date and files lie in a folder of the year."""

    schema_version: Annotated[
        Whole | None, Key("版本", "格式版本，可不写。", "Format.", en="schema")
    ] = None
    title: Annotated[Line, Key("标题", "一句话说清是什么。", "One sentence.", need="always")]
    short_title: Annotated[
        Line | None, Key("短标题", "列表和短信用，20 字以内。", "For lists, at most 20 wide.")
    ] = None
    summary: Annotated[
        Line | None, Key("一句话回应", "120 字以内，单独能看懂。", "Stands alone, 120 wide.")
    ] = None
    status: Annotated[
        Annotated[str, OneOf(STATUS)],
        Key("状态", "草稿、审核中或已审定。", "draft, in_review or approved.", public=False),
    ] = "draft"
    disclosure: Annotated[
        Annotated[str, OneOf(DISCLOSURE)],
        Key("公开方式", "不写就是主动公开。", "active unless said otherwise.", public=False),
    ] = "active"
    publish_at: Annotated[
        Moment | None,
        Key("发布时间", "到这个时间才公开，也是页面上的时间。", "Public from.", need="approved"),
    ] = None
    review_by: Annotated[
        Moment | None, Key("复核期限", "到时要复核一遍。", "Re-check by.", public=False)
    ] = None
    expires_at: Annotated[
        Moment | None, Key("失效时间", "过后页面还在，但注明已失效。", "No longer valid after.")
    ] = None
    agencies: Annotated[
        Agencies, Key("责任单位", "谁负责回应。", "Who answers.", need="always")
    ] = Agencies()
    categories: Annotated[
        tuple[Annotated[str, OneOf(CATEGORY)], ...],
        Key("舆情类别", "属于哪类需要回应的舆情。", "Why it needs an answer."),
    ] = ()
    subjects: Annotated[
        tuple[Annotated[str, OneOf(SUBJECT)], ...], Key("主题", "属于哪些主题。", "Subjects.")
    ] = ()
    places: Annotated[tuple[Line, ...], Key("地域", "涉及哪些地方。", "Places.")] = ()
    keywords: Annotated[tuple[Line, ...], Key("关键词", "方便查找的词。", "Keywords.")] = ()
    facts: Annotated[
        Prose | None, Key("事实", "事实真相，正文。", "The facts: the text.", need="always")
    ] = None
    measures: Annotated[Prose | None, Key("措施", "采取了什么措施。", "Measures taken.")] = None
    outcome: Annotated[Prose | None, Key("结果", "处理结果。", "Outcome.")] = None
    unknowns: Annotated[Prose | None, Key("尚待核实", "还不知道什么。", "Not yet known.")] = None
    blocks: Annotated[tuple[Block, ...], Key("内容块", "图、音、视频等。", "Media.")] = ()
    timeline: Annotated[tuple[TimelineEntry, ...], Key("经过", "事情的经过。", "Timeline.")] = ()
    updates: Annotated[tuple[Update, ...], Key("最新进展", "新情况。", "News.")] = ()
    next_update_due: Annotated[
        Moment | None, Key("下次更新", "承诺什么时候再更新。", "Promised next update.")
    ] = None
    response_forms: Annotated[
        tuple[Annotated[str, OneOf(RESPONSE_FORM)], ...],
        Key("回应方式", "用哪些方式回应。", "How it is answered."),
    ] = ()
    sources: Annotated[tuple[Source, ...], Key("依据", "根据什么说的。", "Sources.")] = ()
    relations: Annotated[Relations, Key("关联", "和哪些记录有关。", "Relations.")] = Relations()
    channels: Annotated[
        tuple[Release, ...], Key("发布渠道", "还在哪里发布了。", "Also released.")
    ] = ()
    media_pickups: Annotated[
        tuple[Release, ...], Key("媒体转载", "哪些媒体转载了。", "Taken up by.")
    ] = ()
    clock: Annotated[Clock | None, Key("时限", "回应时限的起算。", "Clock.")] = None
    milestones: Annotated[Milestones | None, Key("节点", "各节点时间。", "Milestones.")] = None
    event: Annotated[Event | None, Key("事件", "背后的事件。", "The event.", public=False)] = None
    history: Annotated[
        tuple[HistoryEntry, ...], Key("变更记录", "发布后的改动。", "Changes since.")
    ] = ()
    former_urls: Annotated[
        tuple[Address, ...], Key("旧网址", "以前的地址，会转到这里。", "Old addresses.")
    ] = ()
    imported_from: Annotated[
        Line | None, Key("历史资料来源", "从哪里导入的。", "Where it was imported from.")
    ] = None
    review: Annotated[Review | None, Key("审核", "审核情况。", "Review.", public=False)] = None
    internal: Annotated[
        Internal | None, Key("内部", "内部信息，永不公开。", "Never public.", public=False)
    ] = None
