"""The registers: organisations 机构 and channels 官方账号, and the sidecars of media files."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.reference import MediaFile, Organisation
from huiying.records.values import Address, Day, Line, OneOf, Prose
from huiying.records.vocabulary import CHANNEL_TYPE


class OrganisationEntry(Model):
    """One public body, valid for a time."""

    name: Annotated[
        Line,
        Key("名称", "机构的全称，如 示例市水务局。", "The body's full name, such as 示例市水务局."),
    ]
    short_name: Annotated[
        Line | None,
        Key(
            "简称",
            "页面上用的简称，如 市水务局。",
            "The short name that pages use, such as 市水务局.",
        ),
    ] = None
    duties: Annotated[
        Prose | None,
        Key("职责", "这个机构管什么，一两句话。", "What it is in charge of, in a sentence or two."),
    ] = None
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "官方网站的网址，以 https:// 开头。",
            "Its official website: begins with https://.",
        ),
    ] = None
    phone: Annotated[
        Line | None,
        Key(
            "联系电话",
            "可以公开的电话，如 0000-96500。",
            "A phone number for the public, such as 0000-96500.",
        ),
    ] = None
    address: Annotated[Line | None, Key("地址", "办公地址。", "Where its office is.")] = None
    valid_from: Annotated[
        Day | None,
        Key(
            "成立日期",
            "成立的日期，如 2019-03-28；更早的记录不能写它。",
            "The day it was founded, such as 2019-03-28; earlier records cannot name it.",
        ),
    ] = None
    valid_to: Annotated[
        Day | None,
        Key(
            "撤销日期",
            "撤销的日期，即最后一天；还在就不写。",
            "The last day it existed; left out while it exists.",
        ),
    ] = None
    successor: Annotated[
        Organisation | None,
        Key(
            "承接单位",
            "撤销后职责并入哪个机构，写编号，如 shuiwuju。",
            "Id of the body that took over its duties, such as shuiwuju.",
        ),
    ] = None


class ChannelEntry(Model):
    """One verified official account."""

    type: Annotated[
        Annotated[str, OneOf(CHANNEL_TYPE)],
        Key(
            "渠道",
            "是哪种渠道，如 微信、政府网站。",
            "Which kind of channel it is, such as wechat or gov_site.",
        ),
    ]
    name: Annotated[
        Line, Key("名称", "账号的名称，如 示例水务。", "The account's name, such as 示例水务.")
    ]
    organisation: Annotated[
        Organisation,
        Key(
            "单位",
            "账号属于哪个单位，写编号，如 shuiwuju。",
            "Id of the body that owns it, such as shuiwuju.",
        ),
    ]
    account: Annotated[
        Line | None,
        Key("账号", "账号或微信号，如 shili-shuiwu。", "The account's id, such as shili-shuiwu."),
    ] = None
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "账号主页的网址，以 https:// 开头。",
            "The account's own page: begins with https://.",
        ),
    ] = None
    verified_on: Annotated[
        Day | None,
        Key(
            "核验日期",
            "最近一次核对它确是官方账号的日期，如 2026-10-12。",
            "When it was last verified as official, such as 2026-10-12.",
        ),
    ] = None


class Sidecar(Model):
    """What must be known of one media file; lies beside it as `<file name>.yml`."""

    title: Annotated[
        Line | None,
        Key(
            "标题",
            "媒体文件的标题，如 水发黄了怎么办。",
            "The medium's title, such as 水发黄了怎么办.",
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
    licence: Annotated[
        Line | None,
        Key(
            "许可",
            "别人能不能用、怎样用，如 可以转载，请注明来源。",
            "How others may use it, such as 可以转载，请注明来源.",
        ),
    ] = None
    source: Annotated[
        Line | None,
        Key(
            "来源",
            "文件出自哪里，如 示例市水务局，2026年3月。",
            "Where the file comes from, such as 示例市水务局，2026年3月.",
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
    internal: Annotated[
        Line | None,
        Key(
            "内部",
            "内部备注，如谁拍的；任何页面都不会出现。",
            "A note for the office, such as who took the picture; on no page.",
            public=False,
        ),
    ] = None
