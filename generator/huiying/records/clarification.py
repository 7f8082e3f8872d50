"""`clarification` 辟谣: a rumour and the official truth about it."""

from typing import Annotated

from huiying.records.common import Common
from huiying.records.field import Key, Model
from huiying.records.values import Address, Line, Moment, OneOf, Prose
from huiying.records.vocabulary import (
    APPEARANCE_FORM,
    MEDIA_AUTHENTICITY,
    SOURCE_TYPE,
    SPREAD_STATE,
    VERDICT,
)


class Appearance(Model):
    """One place where the claim was seen."""

    platform: Annotated[
        Line,
        Key(
            "平台",
            "在哪个平台或群流传，如 短视频平台、业主群。",
            "On which platform or in which group, such as 短视频平台 or 业主群.",
        ),
    ]
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "原帖的网址，只作记录；页面上不做链接，免得帮它传播。",
            "Address of the post, for the record; pages do not link to it.",
        ),
    ] = None
    archived: Annotated[
        Address | None,
        Key(
            "存档网址",
            "原帖存档的网址，原帖删了也能查证。",
            "Address of an archived copy, as proof when the post is gone.",
        ),
    ] = None
    form: Annotated[
        Annotated[str, OneOf(APPEARANCE_FORM)] | None,
        Key(
            "形式",
            "是文字、图片、视频、音频还是聊天记录。",
            "Whether it is text, image, video, audio or chat.",
        ),
    ] = None


class Claim(Model):
    """What was said, as it spread."""

    text: Annotated[
        Prose,
        Key(
            "原话",
            "网上流传的原话，可以节选，不要改写。",
            "The words as they spread; may be shortened, not reworded.",
        ),
    ]
    first_seen: Annotated[
        Moment | None,
        Key(
            "最早见于",
            "最早看到的时间，如 2026-03-11 20:15。",
            "When it was first seen, such as 2026-03-11 20:15.",
        ),
    ] = None
    appearances: Annotated[
        tuple[Appearance, ...],
        Key(
            "出现处",
            "在哪里流传，每处至少写“平台”。",
            "Where it was seen; each entry has at least platform.",
        ),
    ] = ()
    claimant: Annotated[
        Line,
        Key(
            "说的人",
            "谁说的，不写就是“网传”；不要写个人姓名。",
            "Who says so, 网传 if absent; never the name of a private person.",
        ),
    ] = "网传"


class Evidence(Model):
    """One reason for the verdict."""

    text: Annotated[
        Line,
        Key(
            "正文",
            "查到了什么，一句话，最好有数字，如 6座水厂当日供水41.2万立方米。",
            "What was found, in one sentence, best with figures.",
        ),
    ]
    type: Annotated[
        Annotated[str, OneOf(SOURCE_TYPE)] | None,
        Key(
            "类型",
            "证据是哪一类，如 数据、专家、现场。",
            "What kind of evidence it is, such as data, expert or site_visit.",
        ),
    ] = None
    source: Annotated[
        Line | None,
        Key(
            "来源",
            "出自哪里，如 市水务局供水日报。",
            "Where it comes from, such as 市水务局供水日报.",
        ),
    ] = None
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "能看到证据的网址，以 https:// 开头；本站的以 / 开头。",
            "Where it can be seen: begins with https://, or with / on this site.",
        ),
    ] = None


class Clarification(Common):
    """The truth in one sentence is the title; the rumour never is."""

    claims: Annotated[
        tuple[Claim, ...],
        Key(
            "网传说法",
            "网上怎么说，每个说法一项，写“原话”。",
            "What is being said, one entry for each claim, with its text.",
            need="always",
        ),
    ] = ()
    verdict: Annotated[
        Annotated[str, OneOf(VERDICT)] | None,
        Key(
            "结论",
            "核实的结论，如 不实、部分不实。",
            "The verdict after verification, such as false-claim or partly-false.",
            need="always",
        ),
    ] = None
    verdict_reason: Annotated[
        Line | None,
        Key(
            "结论理由",
            "一句话说明为什么是这个结论。",
            "Why the verdict is what it is, in one sentence.",
        ),
    ] = None
    evidence: Annotated[
        tuple[Evidence, ...],
        Key(
            "证据",
            "怎么知道的，每条证据一项，写“正文”。",
            "How we know, one entry for each piece of evidence, with its text.",
            need="always",
        ),
    ] = ()
    media_authenticity: Annotated[
        Annotated[str, OneOf(MEDIA_AUTHENTICITY)] | None,
        Key(
            "图像真伪",
            "配图或视频是不是真的，如 移花接木、摆拍。",
            "How authentic the pictures or films are, such as StagedContent.",
        ),
    ] = None
    harm_advice: Annotated[
        Prose | None,
        Key(
            "提示",
            "看到、信了或照做了的人该怎么办，用 Markdown 写。",
            "What people who believed it or acted on it should do, in Markdown.",
        ),
    ] = None
    spread_state: Annotated[
        Annotated[str, OneOf(SPREAD_STATE)] | None,
        Key(
            "传播状态",
            "现在还在不在传；还在传的，首页会突出。",
            "Whether it still spreads; what spreads is prominent on the home page.",
        ),
    ] = None
