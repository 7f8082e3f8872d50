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

    platform: Annotated[Line, Key("平台", "在哪个平台。", "Where.")]
    url: Annotated[Address | None, Key("网址", "原帖网址。", "Address.")] = None
    archived: Annotated[Address | None, Key("存档网址", "存档网址。", "Archived copy.")] = None
    form: Annotated[
        Annotated[str, OneOf(APPEARANCE_FORM)] | None, Key("形式", "什么形式。", "Form.")
    ] = None


class Claim(Model):
    """What was said, as it spread."""

    text: Annotated[Prose, Key("原话", "网上流传的原话，可以节选。", "As spread, shortened.")]
    first_seen: Annotated[Moment | None, Key("最早见于", "什么时候最早看到。", "First seen.")] = (
        None
    )
    appearances: Annotated[
        tuple[Appearance, ...], Key("出现处", "在哪里流传。", "Where it was seen.")
    ] = ()
    claimant: Annotated[
        Line, Key("说的人", "不写就是“网传”。不能写个人姓名。", "网传 unless said otherwise.")
    ] = "网传"


class Evidence(Model):
    """One reason for the verdict."""

    text: Annotated[Line, Key("正文", "查到了什么，一句话。", "What was found.")]
    type: Annotated[
        Annotated[str, OneOf(SOURCE_TYPE)] | None, Key("类型", "依据类型。", "Kind.")
    ] = None
    source: Annotated[Line | None, Key("来源", "出自哪里。", "Where it comes from.")] = None
    url: Annotated[Address | None, Key("网址", "能看到的网址。", "Address.")] = None


class Clarification(Common):
    """The truth in one sentence is the title; the rumour never is."""

    claims: Annotated[
        tuple[Claim, ...], Key("网传说法", "网上怎么说。", "What is said.", need="always")
    ] = ()
    verdict: Annotated[
        Annotated[str, OneOf(VERDICT)] | None,
        Key("结论", "核实的结论。", "The verdict.", need="always"),
    ] = None
    verdict_reason: Annotated[
        Line | None, Key("结论理由", "一句话说明为什么。", "Why, in one sentence.")
    ] = None
    evidence: Annotated[
        tuple[Evidence, ...], Key("证据", "怎么知道的。", "How we know.", need="always")
    ] = ()
    media_authenticity: Annotated[
        Annotated[str, OneOf(MEDIA_AUTHENTICITY)] | None,
        Key("图像真伪", "配图或视频有没有动过手脚。", "Authenticity of pictures."),
    ] = None
    harm_advice: Annotated[Prose | None, Key("提示", "看到或信了的人该怎么办。", "What to do.")] = (
        None
    )
    spread_state: Annotated[
        Annotated[str, OneOf(SPREAD_STATE)] | None, Key("传播状态", "还在传吗。", "Spreading?")
    ] = None
