"""The registers: organisations 机构 and channels 官方账号, and the sidecars of media files."""

from typing import Annotated

from huiying.records.common import MediaFile, Organisation
from huiying.records.field import Key, Model
from huiying.records.values import Address, Day, Line, OneOf, Prose
from huiying.records.vocabulary import CHANNEL_TYPE


class OrganisationEntry(Model):
    """One public body, valid for a time."""

    name: Annotated[Line, Key("名称", "机构全称。", "Full name.")]
    short_name: Annotated[Line | None, Key("简称", "页面上用的简称。", "Short name.")] = None
    duties: Annotated[Prose | None, Key("职责", "管什么，一两句话。", "What it does.")] = None
    url: Annotated[Address | None, Key("网址", "官方网站。", "Website.")] = None
    phone: Annotated[Line | None, Key("联系电话", "公开的电话。", "Public phone.")] = None
    address: Annotated[Line | None, Key("地址", "办公地址。", "Office.")] = None
    valid_from: Annotated[Day | None, Key("成立日期", "从哪天起。", "From.")] = None
    valid_to: Annotated[Day | None, Key("撤销日期", "到哪天止。", "To.")] = None
    successor: Annotated[Organisation | None, Key("承接单位", "职责并入哪里。", "Successor.")] = (
        None
    )


class ChannelEntry(Model):
    """One verified official account."""

    type: Annotated[Annotated[str, OneOf(CHANNEL_TYPE)], Key("渠道", "哪种渠道。", "Which kind.")]
    name: Annotated[Line, Key("名称", "账号名称。", "Account name.")]
    organisation: Annotated[Organisation, Key("单位", "属于哪个单位。", "Whose it is.")]
    account: Annotated[Line | None, Key("账号", "账号或微信号。", "Account id.")] = None
    url: Annotated[Address | None, Key("网址", "账号主页。", "Address.")] = None
    verified_on: Annotated[Day | None, Key("核验日期", "哪天核验过。", "Verified on.")] = None


class Sidecar(Model):
    """What must be known of one media file; lies beside it as `<file name>.yml`."""

    title: Annotated[Line | None, Key("标题", "文件的标题。", "Title.")] = None
    alt: Annotated[Line | None, Key("替代文字", "看不到图的人听到什么。", "In words.")] = None
    long_description: Annotated[
        Prose | None, Key("文字版", "图解的完整文字版。", "The picture in full.")
    ] = None
    transcript: Annotated[Prose | None, Key("文字稿", "说了什么。", "What is said.")] = None
    captions: Annotated[MediaFile | None, Key("字幕", "WebVTT 字幕。", "Captions.")] = None
    licence: Annotated[Line | None, Key("许可", "使用许可。", "Licence.")] = None
    source: Annotated[Line | None, Key("来源", "出自哪里。", "Where from.")] = None
    map_approval_no: Annotated[Line | None, Key("审图号", "有地图时必填。", "Map.")] = None
    internal: Annotated[
        Line | None, Key("内部", "内部备注，永不公开。", "Never public.", public=False)
    ] = None
