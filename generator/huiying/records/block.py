"""What a page is made of beside its prose: sources, dated steps, blocks, news."""

from typing import Annotated, ClassVar

from huiying.records.field import Key, Model
from huiying.records.infographic import Drawing
from huiying.records.reference import AnyRecord, MediaFile
from huiying.records.values import Address, Day, Line, Moment, Offset, OneOf, Prose
from huiying.records.vocabulary import BLOCK_TYPE, PLAYER, SOURCE_TYPE


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


class Chapter(Model):
    """From where on a recording is about what."""

    offset: Annotated[
        Offset,
        Key(
            "位置",
            "从录音、视频的开头算起，如 01:12。",
            "From the beginning of the recording, such as 01:12.",
        ),
    ]
    title: Annotated[
        Line,
        Key(
            "标题",
            "从这里开始讲什么，如 先关热水器进水阀。",
            "What it is about from there on, in a few words.",
        ),
    ]


class Block(Model):
    """One piece of a page: text, picture, sound, film, link and so on."""

    hinge: ClassVar[str] = "record"

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
    drawing: Annotated[
        Drawing | None,
        Key(
            "图",
            "图解要画的内容：写“图型”和数据，横版、竖版和数据表由系统画。",
            "What an infographic shows: its type and data; it is drawn wide, tall and as a table.",
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
    chapters: Annotated[
        tuple[Chapter, ...],
        Key(
            "分段",
            "录音、视频讲到哪里是什么，每段写“位置”和“标题”，读者点一下就从那里听。",
            "What a recording is about from where on, each with offset and title, to jump to.",
        ),
    ] = ()
    player: Annotated[
        Annotated[str, OneOf(PLAYER)] | None,
        Key(
            "播放平台",
            "视频放在哪个平台上；读者点一下才连过去。能放在本站的，写“文件”，不写这个。",
            "On which platform a film lies; asked only when a reader clicks. Prefer a file.",
        ),
    ] = None
    player_id: Annotated[
        Line | None,
        Key(
            "视频编号",
            "视频在平台上的编号，如 BV1111111111；不写网址，也不贴代码。",
            "The film's id on the platform, such as BV1111111111; no address, no code.",
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
