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
        Annotated[str, OneOf(SOURCE_TYPE)],
        Key(
            "类型",
            "依据是哪一类，如 文件、数据、现场。",
            "What kind of source it is, such as document, data or site_visit.",
        ),
    ]
    title: Annotated[
        Line,
        Key(
            "标题",
            "依据的名称，如《关于东环路供水的通告》。",
            "What the source is called, as a reader would look for it.",
        ),
    ]
    org: Annotated[
        Line | None,
        Key(
            "单位",
            "出具依据的单位，写名称，如 市疾病预防控制中心。",
            "Who issued it, by name, such as 市疾病预防控制中心.",
        ),
    ] = None
    doc_no: Annotated[
        Line | None,
        Key(
            "文号",
            "公文的文号，如 水务〔2026〕18号。",
            "Number of the official document, such as 水务〔2026〕18号.",
        ),
    ] = None
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "能看到原文的网址，以 https:// 开头；本站的以 / 开头。",
            "Where it can be read: begins with https://, or with / on this site.",
        ),
    ] = None
    accessed: Annotated[
        Day | None,
        Key(
            "查阅日期",
            "查看这个网页的日期，如 2026-03-12。",
            "The day on which it was read, such as 2026-03-12.",
        ),
    ] = None
    archived_url: Annotated[
        Address | None,
        Key(
            "存档网址",
            "网页存档的网址，原文删了也能查到。",
            "Address of an archived copy, for when the original is gone.",
        ),
    ] = None
    hash: Annotated[
        Line | None,
        Key(
            "校验值",
            "文件的校验值（SHA-256），用来证明文件没有改过。",
            "Digest (SHA-256) of the file, to prove that it has not changed.",
        ),
    ] = None


class TimelineEntry(Model):
    """One dated step."""

    at: Annotated[
        Moment,
        Key(
            "时间",
            "这一步的时间，如 2026-03-12 09:40。",
            "When it happened, such as 2026-03-12 09:40.",
        ),
    ]
    text: Annotated[
        Line,
        Key(
            "正文",
            "这时发生了什么，一句话，如 当晚22时全部恢复供水。",
            "What happened then, in one sentence.",
        ),
    ]


class Block(Model):
    """One piece of a page: text, picture, sound, film, link and so on."""

    type: Annotated[
        Annotated[str, OneOf(BLOCK_TYPE)],
        Key(
            "类型",
            "这一块是什么，如 文字、图解、视频；不同类型要写的键不同。",
            "What it is, such as text, infographic or video; each type needs other keys.",
        ),
    ]
    title: Annotated[
        Line | None,
        Key(
            "标题",
            "这一块的标题，显示在它上面；链接必须有。",
            "Its heading, shown above it; a link must have one.",
        ),
    ] = None
    text: Annotated[
        Prose | None,
        Key(
            "正文",
            "文字、表格或引文的内容，用 Markdown 写。",
            "The words of a text, table or quote, in Markdown.",
        ),
    ] = None
    file: Annotated[
        MediaFile | None,
        Key(
            "文件",
            "media 文件夹里的文件，如 gongshui/fahuang.svg。",
            "A file under media/, by its path there, such as gongshui/fahuang.svg.",
        ),
    ] = None
    alt: Annotated[
        Line | None,
        Key(
            "替代文字",
            "图上有什么，一句话，读给看不到图的人听；不要只写“图片”。",
            "What the picture shows, in one sentence, for people who cannot see it.",
        ),
    ] = None
    long_description: Annotated[
        Prose | None,
        Key(
            "文字版",
            "图解上全部内容的文字版，看不到图的人也能得到同样的信息。",
            "All that the infographic says, in words, for people who cannot see it.",
        ),
    ] = None
    transcript: Annotated[
        Prose | None,
        Key(
            "文字稿",
            "录音或视频里说的全部话，听不到的人也能看。",
            "All that is said in the recording, for people who cannot hear it.",
        ),
    ] = None
    captions: Annotated[
        MediaFile | None,
        Key(
            "字幕",
            "视频的字幕，media 文件夹里的 WebVTT 文件，如 gongshui/qushui.vtt。",
            "The film's captions, a WebVTT file under media/, such as gongshui/qushui.vtt.",
        ),
    ] = None
    poster: Annotated[
        MediaFile | None,
        Key(
            "封面",
            "视频播放前显示的图，media 文件夹里的文件。",
            "Picture shown before the film plays, a file under media/.",
        ),
    ] = None
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "链接指向的网址，以 https:// 开头；本站页面以 / 开头。",
            "Where the link leads: begins with https://, or with / on this site.",
        ),
    ] = None
    record: Annotated[
        AnyRecord | None,
        Key(
            "记录",
            "要引用的本站记录，写“栏目/编号”，如 rumours/20260312-tingshui。",
            "A record of this site by its address, such as rumours/20260312-tingshui.",
        ),
    ] = None
    entries: Annotated[
        tuple[TimelineEntry, ...],
        Key(
            "条目",
            "时间线的各条，每条写“时间”和“正文”，从早到晚。",
            "The steps of a timeline, oldest first, each with at and text.",
        ),
    ] = ()
    source: Annotated[
        Line | None,
        Key(
            "来源",
            "内容出自哪里，如 市水务局，2026年3月；引文最好写。",
            "Where it comes from, such as 市水务局; a quote should have it.",
        ),
    ] = None
    licence: Annotated[
        Line | None,
        Key(
            "许可",
            "别人能不能用、怎样用，如 可以转载，请注明来源。",
            "How others may use it, such as 可以转载，请注明来源.",
        ),
    ] = None
    map_approval_no: Annotated[
        Line | None,
        Key(
            "审图号",
            "图上有地图时填写，如 桂S(2026)1号。",
            "Approval number where the picture holds a map, such as 桂S(2026)1号.",
        ),
    ] = None


class Update(Model):
    """One piece of news while an event is open."""

    at: Annotated[
        Moment,
        Key(
            "时间",
            "这条进展的时间；没到这个时间不显示。",
            "When this news is given; it is not shown before that.",
        ),
    ]
    text: Annotated[
        Prose,
        Key(
            "正文",
            "有什么新情况，写给没看过前文的人。",
            "What is new, written for people who have not read what came before.",
        ),
    ]
    source: Annotated[
        Line | None, Key("来源", "新情况是谁说的，如 市水务局。", "Who says so, such as 市水务局.")
    ] = None
    blocks: Annotated[
        tuple[Block, ...],
        Key(
            "内容块",
            "随这条进展一起看的图、录音、视频、链接。",
            "Pictures, recordings, films and links that belong to this news.",
        ),
    ] = ()


class Agencies(Model):
    """Who answers, and on which ground."""

    first_responsible: Annotated[
        Organisation | None,
        Key(
            "第一责任单位",
            "第一责任单位在机构登记里的编号，如 shuiwuju，不写名称。",
            "Id of the first responsible body in the register, such as shuiwuju, not its name.",
            need="always",
        ),
    ] = None
    basis: Annotated[
        Annotated[str, OneOf(BASIS)] | None,
        Key(
            "责任依据",
            "为什么由它负责，如 谁主管谁负责、属地。",
            "Why it is responsible, such as competent or territorial.",
            need="always",
        ),
    ] = None
    coordinator: Annotated[
        Organisation | None,
        Key(
            "协调单位",
            "负责组织协调的单位，写编号；依据是“垂直管理”“多部门”时要写。",
            "Id of the body that coordinates; wanted where the basis is vertical or multi_agency.",
        ),
    ] = None
    lead: Annotated[
        Organisation | None,
        Key(
            "牵头单位",
            "涉及多个部门时牵头的单位，写编号，如 shuiwuju。",
            "Id of the leading body where several are involved, such as shuiwuju.",
        ),
    ] = None
    involved: Annotated[
        tuple[Organisation, ...],
        Key(
            "涉及单位",
            "还涉及哪些单位，写编号，如 [weijianwei, jiaoyuju]。",
            "Ids of the other bodies involved, such as [weijianwei, jiaoyuju].",
        ),
    ] = ()


class Relations(Model):
    """How this record is tied to others; the other end is shown by itself."""

    part_of_topic: Annotated[
        tuple[TopicId, ...],
        Key(
            "所属专题",
            "属于哪些专题，写专题的编号，如 gongshui。",
            "Ids of the topics it belongs to, such as gongshui.",
        ),
    ] = ()
    same_event: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "同一事件",
            "同一件事的其他记录，如 responses/20261118-guanwang-qiangxiu。",
            "Other records on the same event, such as responses/20261118-guanwang-qiangxiu.",
        ),
    ] = ()
    answers: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "答复",
            "这条答复了哪条记录，写“栏目/编号”。",
            "Records that this one answers, by their addresses.",
        ),
    ] = ()
    interprets: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "解读",
            "这条解读了哪条记录，写“栏目/编号”。",
            "Records that this one interprets, by their addresses.",
        ),
    ] = ()
    corrects: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "纠正",
            "这条纠正了哪条记录，写“栏目/编号”；原来的那条不删。",
            "Records that this one corrects, by their addresses; they stay where they are.",
        ),
    ] = ()
    supersedes: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "替代",
            "这条替代了哪条记录，写“栏目/编号”；被替代的不再出现在列表里。",
            "Records that this one replaces, by their addresses; they leave the lists.",
        ),
    ] = ()
    follows_up: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "后续",
            "这条是哪条记录的后续，写“栏目/编号”。",
            "Earlier records that this one follows up, by their addresses.",
        ),
    ] = ()


class Release(Model):
    """Where it was also released, or who took it up."""

    channel: Annotated[
        Annotated[str, OneOf(CHANNEL_TYPE)],
        Key(
            "渠道",
            "通过哪种渠道，如 微信、新闻发布会。",
            "Through which kind of channel, such as wechat or press_conference.",
        ),
    ]
    title: Annotated[
        Line | None,
        Key(
            "标题",
            "账号或媒体的名称，如 示例水务。",
            "Name of the account or medium, such as 示例水务.",
        ),
    ] = None
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "在那里能看到的网址，以 https:// 开头。",
            "Where it can be seen there: begins with https://.",
        ),
    ] = None
    at: Annotated[
        Moment | None,
        Key(
            "时间",
            "在那里发布的时间，如 2026-03-12 10:00。",
            "When it was released there, such as 2026-03-12 10:00.",
        ),
    ] = None


class HistoryEntry(Model):
    """One public note on a change after publication."""

    at: Annotated[
        Moment,
        Key(
            "时间",
            "这次变更的时间；第一条“首发”与“发布时间”相同。",
            "When the change was made; the first entry equals publish_at.",
        ),
    ]
    type: Annotated[
        Annotated[str, OneOf(HISTORY_TYPE)],
        Key(
            "类型",
            "是哪种变更：内容有错写“更正”，有新情况写“更新”。",
            "Which kind of change: corrected if something was wrong, updated if facts are new.",
        ),
    ]
    note: Annotated[
        Line,
        Key(
            "说明",
            "为什么改，一句话，公开显示；不要只写“更正”。",
            "Why it was changed, in one sentence; shown to the public.",
        ),
    ]
    org: Annotated[
        Organisation | None,
        Key(
            "单位",
            "哪个单位改的，写编号，如 shuiwuju。",
            "Id of the body that made the change, such as shuiwuju.",
        ),
    ] = None
    fields: Annotated[
        tuple[Line, ...],
        Key(
            "字段",
            "改了哪些键，如 [事实, 结论]。",
            "Which keys were changed, such as [facts, verdict].",
        ),
    ] = ()
    before: Annotated[
        Line | None,
        Key(
            "原文",
            "更正前的说法，摘出有错的一句；更正时必写。",
            "The wrong wording before; needed for a correction.",
        ),
    ] = None
    after: Annotated[
        Line | None,
        Key(
            "新文",
            "更正后的说法，和“原文”对照；更正时必写。",
            "The right wording now, to compare with before; needed for a correction.",
        ),
    ] = None
    ref: Annotated[
        Line | None,
        Key(
            "参见",
            "有关的文号或记录，如 水务〔2026〕18号。",
            "A document number or record that belongs to it, such as 水务〔2026〕18号.",
        ),
    ] = None
    alternative: Annotated[
        AnyRecord | None,
        Key(
            "替代记录",
            "撤回后请读者改看的记录，写“栏目/编号”。",
            "After a withdrawal, the record to read instead, by its address.",
        ),
    ] = None
    minor: Annotated[
        Yes | None,
        Key(
            "细微",
            "只改了错字或标点、意思没变时写“是”。",
            "yes where only a slip of the pen was mended and the meaning is the same.",
        ),
    ] = None


class Gate(Model):
    """The evidence of one review gate; enforced where site.yml enables gates."""

    organisation: Annotated[
        Organisation | None,
        Key(
            "单位",
            "负责审核的单位，写编号，如 wangxinban。",
            "Id of the body that reviewed, such as wangxinban.",
        ),
    ] = None
    signer: Annotated[
        Line | None, Key("审核人", "审核人的姓名。", "Name of the person who signed.", public=False)
    ] = None
    at: Annotated[
        Moment | None,
        Key(
            "时间",
            "审核完成的时间，如 2026-03-12 09:20。",
            "When the review was finished, such as 2026-03-12 09:20.",
        ),
    ] = None
    result: Annotated[
        Annotated[str, OneOf(GATE_RESULT)] | None,
        Key(
            "结果", "审核结果：通过、修改或不适用。", "The result: pass, revise or not_applicable."
        ),
    ] = None
    reason: Annotated[
        Line | None,
        Key("理由", "写“不适用”时说明理由。", "Why, where the result is not_applicable."),
    ] = None
    digest: Annotated[
        Line | None,
        Key(
            "摘要值",
            "审核时内容的摘要值，用来发现审后又改；由程序填写。",
            "Digest of the content that was reviewed, to notice later changes; not written by "
            "hand.",
        ),
    ] = None
    field_digests: Annotated[
        FreeTree,
        Key(
            "字段摘要值",
            "审核时各个键的摘要值，用来指出哪里改过；由程序填写。",
            "Digest of each key, to say which one changed; not written by hand.",
        ),
    ] = None
    ref: Annotated[
        Line | None, Key("文号", "审核单的编号或文号。", "Number of the review form or document.")
    ] = None


class Gates(Model):
    """The five review gates of the notice."""

    political: Annotated[
        Gate | None,
        Key("政治关", "政治关：立场、导向有没有问题。", "Review of the political stance."),
    ] = None
    policy: Annotated[
        Gate | None,
        Key("政策关", "政策关：与现行政策是否一致。", "Review against the policies in force."),
    ] = None
    legal: Annotated[
        Gate | None,
        Key("法律关", "法律关：是否合法，有没有法律风险。", "Review of lawfulness and legal risk."),
    ] = None
    text: Annotated[
        Gate | None,
        Key(
            "文字关",
            "文字关：用词、数字、标点是否准确。",
            "Review of wording, figures and punctuation.",
        ),
    ] = None
    secrecy: Annotated[
        Gate | None,
        Key(
            "保密关",
            "保密关：有没有涉密或不该公开的内容。",
            "Review for secrets and for what must not be published.",
        ),
    ] = None


class Confirmation(Model):
    """What another body said when asked to confirm."""

    organisation: Annotated[
        Organisation,
        Key(
            "单位",
            "被征求意见的单位，写编号，如 weijianwei。",
            "Id of the body that was asked, such as weijianwei.",
        ),
    ]
    at: Annotated[
        Moment | None,
        Key(
            "时间",
            "它回复的时间，如 2026-03-12 09:10。",
            "When it replied, such as 2026-03-12 09:10.",
        ),
    ] = None
    result: Annotated[
        Annotated[str, OneOf(CONFIRMATION_RESULT)] | None,
        Key(
            "结果",
            "它的意见：同意、修改后同意或不同意。",
            "What it said: agreed, amended or objected.",
        ),
    ] = None
    digest: Annotated[
        Line | None,
        Key(
            "摘要值",
            "确认时内容的摘要值，用来发现确认后又改；由程序填写。",
            "Digest of the content that was confirmed, to notice later changes; not written by "
            "hand.",
        ),
    ] = None
    ref: Annotated[
        Line | None, Key("文号", "回函的编号或文号。", "Number of the letter of reply.")
    ] = None


class Review(Model):
    """Who drafted, who reviewed, who confirmed. Never public as a whole."""

    drafted_by: Annotated[
        Line | None,
        Key("起草人", "起草人的姓名。", "Name of the person who drafted it.", public=False),
    ] = None
    gates: Annotated[
        Gates | None,
        Key(
            "审核关",
            "政治、政策、法律、文字、保密五关的审核情况。",
            "The five reviews: political, policy, legal, text, secrecy.",
        ),
    ] = None
    confirmations: Annotated[
        tuple[Confirmation, ...],
        Key(
            "确认",
            "涉及单位是否同意，每个单位一项。",
            "What each body involved said when asked to confirm.",
        ),
    ] = ()


class Clock(Model):
    """From when the time limits run."""

    started_at: Annotated[
        Moment,
        Key(
            "起算时间",
            "回应时限从什么时候起算，如 2026-03-11 20:15。",
            "From when the time limits run, such as 2026-03-11 20:15.",
        ),
    ]
    basis: Annotated[
        Annotated[str, OneOf(CLOCK_BASIS)],
        Key(
            "起算依据",
            "按哪个时间起算：事发、发现或接报。",
            "From which moment they run: occurred, found or reported.",
        ),
    ]
    profile: Annotated[
        Line | None,
        Key(
            "时限规则",
            "这条用的时限规则，不写就用 site.yml 的，如 lz-2017。",
            "The time limits of this record, those of site.yml if absent, such as lz-2017.",
        ),
    ] = None


class Milestones(Model):
    """When what was due was done."""

    first_facts_at: Annotated[
        Moment | None,
        Key(
            "首次发布事实",
            "第一次公布基本事实的时间。",
            "When the basic facts were first made public.",
        ),
    ] = None
    briefing_at: Annotated[
        Moment | None, Key("发布会", "召开新闻发布会的时间。", "When the press briefing was held.")
    ] = None
    responded_at: Annotated[
        Moment | None,
        Key("作出回应", "作出正式回应的时间。", "When the official answer was given."),
    ] = None
    closed_at: Annotated[
        Moment | None, Key("办结", "事情办结的时间。", "When the matter was closed.")
    ] = None


class Event(Model):
    """The event behind a record."""

    id: Annotated[
        Identifier,
        Key(
            "编号",
            "事件的编号，同一事件的记录都写它，如 20261118-tingshui。",
            "Id of the event, the same in all its records, such as 20261118-tingshui.",
        ),
    ]
    severity: Annotated[
        Annotated[str, OneOf(SEVERITY)] | None,
        Key(
            "等级",
            "事件的等级：特别重大、重大、较大或一般。",
            "Severity: especially_major, major, large or ordinary.",
        ),
    ] = None
    casualties_or_impact: Annotated[
        Yes | None,
        Key(
            "重大伤亡或影响",
            "造成重大伤亡或影响的写“是”，时限更紧。",
            "yes where there were grave casualties or impact: the time limits are shorter.",
        ),
    ] = None


class Internal(Model):
    """What stays in the office: one subtree, free below, never in any output."""

    intake: Annotated[
        FreeTree,
        Key(
            "来件",
            "来件的情况，如来自哪里、编号多少，怎么写都可以。",
            "Where the matter came from and its number; any keys.",
            public=False,
        ),
    ] = None
    assessment: Annotated[
        FreeTree,
        Key(
            "研判",
            "会商研判的意见，怎么写都可以。",
            "What the assessment came to; any keys.",
            public=False,
        ),
    ] = None
    risk: Annotated[
        FreeTree,
        Key(
            "风险",
            "风险和应对的考虑，怎么写都可以。",
            "Risks and how to meet them; any keys.",
            public=False,
        ),
    ] = None
    handover: Annotated[
        FreeTree,
        Key(
            "移交",
            "移交给谁、什么时候，怎么写都可以。",
            "To whom it was handed over and when; any keys.",
            public=False,
        ),
    ] = None
    contacts: Annotated[
        FreeTree,
        Key(
            "联系人",
            "经办人和联系方式，怎么写都可以。",
            "The people in charge and how to reach them; any keys.",
            public=False,
        ),
    ] = None
    notes: Annotated[
        FreeTree, Key("备注", "其他备注，怎么写都可以。", "Other notes; any keys.", public=False)
    ] = None


class Common(Model):
    """The fields that every kind of record has."""

    dated: ClassVar[bool] = True
    """Whether ids begin with a date and files lie in a folder of the year."""

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
