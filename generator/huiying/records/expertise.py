"""The registers of experts 专家 and of policies 政策文件: what interpretations are tied to."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.reference import MediaFile, Organisation, PolicyId
from huiying.records.values import Address, Day, Line, OneOf, Prose, Yes
from huiying.records.vocabulary import EXPERT_CONSENT, POLICY_STANDING, SUBJECT


class ExpertEntry(Model):
    """One expert. Of the five fields in `EXPERT_CONSENT` only those agreed to are ever shown."""

    name: Annotated[
        Line,
        Key("姓名", "专家的姓名；本人同意才公开。", "The expert's name; public with consent only."),
    ]
    title: Annotated[
        Line | None,
        Key(
            "职称", "职称或职务，如 教授级高级工程师。", "Title or post, such as 教授级高级工程师."
        ),
    ] = None
    org: Annotated[
        Line | None,
        Key("单位", "工作单位的名称。", "Name of where the expert works."),
    ] = None
    fields: Annotated[
        tuple[Annotated[str, OneOf(SUBJECT)], ...],
        Key(
            "领域",
            "可以解读哪些主题，如 [城市建设, 生态环境]。",
            "Which subjects the expert may explain, such as [urban, environment].",
            need="always",
        ),
    ] = ()
    specialities: Annotated[
        tuple[Line, ...],
        Key("专长", "具体的专长，如 [供水管网, 水质检测]。", "What exactly, such as [供水管网]."),
    ] = ()
    bio: Annotated[
        Prose | None,
        Key("简介", "两三句话的介绍。", "A few sentences about the expert."),
    ] = None
    photo: Annotated[
        MediaFile | None,
        Key(
            "照片",
            "media 文件夹里的照片，如 zhuanjia/chen.jpg。",
            "A portrait under media/, such as zhuanjia/chen.jpg.",
        ),
    ] = None
    consent: Annotated[
        tuple[Annotated[str, OneOf(EXPERT_CONSENT)], ...],
        Key(
            "同意公开",
            "本人书面同意公开的各项，如 [姓名, 职称, 单位]；没有“姓名”就不出现在网站上。",
            "What the expert agreed in writing to show, such as [name, title, org].",
            public=False,
        ),
    ] = ()
    consented_on: Annotated[
        Day | None,
        Key("同意日期", "签同意书的日期。", "When the consent was signed.", public=False),
    ] = None
    conflict_note: Annotated[
        Line | None,
        Key(
            "利益关系",
            "和所解读的事有没有利益关系，如 无；会公开。",
            "Whether the expert has an interest in the matter; shown.",
        ),
    ] = None
    valid_from: Annotated[
        Day | None, Key("聘期开始", "从哪天起是专家库成员。", "The first day in the register.")
    ] = None
    valid_to: Annotated[
        Day | None,
        Key("聘期结束", "最后一天；还在聘就不写。", "The last day; left out while it goes on."),
    ] = None
    internal: Annotated[
        Line | None,
        Key(
            "内部",
            "内部备注，如联系方式；任何页面都不会出现。",
            "A note for the office, such as how to reach the expert; on no page.",
            public=False,
        ),
    ] = None


class PolicyEntry(Model):
    """One policy document and how it stands."""

    title: Annotated[
        Line,
        Key(
            "标题",
            "文件的全名，如 示例市既有住宅加装电梯办法。",
            "The document's full name, such as 示例市既有住宅加装电梯办法.",
        ),
    ]
    doc_no: Annotated[
        Line | None,
        Key("文号", "发文字号，如 示政办〔2026〕12号。", "Its number, such as 示政办〔2026〕12号."),
    ] = None
    issuer: Annotated[
        Organisation | None,
        Key(
            "发文单位",
            "发文的单位，写编号，如 shizhengfu。",
            "Id of the body that issued it.",
            need="always",
        ),
    ] = None
    issued_on: Annotated[
        Day | None,
        Key(
            "成文日期",
            "文件落款的日期，如 2026-03-20。",
            "The date on the document, such as 2026-03-20.",
            need="always",
        ),
    ] = None
    published_on: Annotated[
        Day | None,
        Key(
            "公布日期",
            "向社会公布的日期；没到这天，网站上不出现。不写就按成文日期。解读最迟在此后三个工作日内发布。",
            "When it is made public, and shown from then on; issued_on if absent. It is to be "
            "interpreted within three working days.",
        ),
    ] = None
    effective_from: Annotated[
        Day | None, Key("施行日期", "从哪天起施行。", "From which day it is in force.")
    ] = None
    effective_to: Annotated[
        Day | None, Key("有效期至", "有效期的最后一天，如有。", "The last day of its term, if any.")
    ] = None
    standing: Annotated[
        Annotated[str, OneOf(POLICY_STANDING)],
        Key(
            "效力",
            "现行有效、已修改、已废止或已失效；不写就是现行有效。",
            "in_force, amended, repealed or lapsed; in_force if absent.",
        ),
    ] = "in_force"
    replaced_by: Annotated[
        PolicyId | None,
        Key("替代文件", "被哪份文件替代，写编号。", "Id of the policy that replaces it."),
    ] = None
    url: Annotated[
        Address | None,
        Key("网址", "能看到全文的网址，以 https:// 开头。", "Where its text stands: https://."),
    ] = None
    summary: Annotated[
        Line | None,
        Key("一句话", "一句话说明这份文件管什么。", "What it is about, in one sentence."),
    ] = None
    subjects: Annotated[
        tuple[Annotated[str, OneOf(SUBJECT)], ...],
        Key(
            "主题", "属于哪些主题，如 [住房]。", "Which subjects it belongs to, such as [housing]."
        ),
    ] = ()
    vital_interest: Annotated[
        Yes | None,
        Key(
            "涉及切身利益",
            "是否涉及群众切身利益：是或否；是的，出台前要做舆情风险评估。",
            "Whether it touches what people live by: yes or no; if yes its risk is assessed first.",
            public=False,
        ),
    ] = None
    risk_assessed_on: Annotated[
        Day | None,
        Key("风险评估日期", "做舆情风险评估的日期。", "When its risk was assessed.", public=False),
    ] = None
    risk_level: Annotated[
        Line | None,
        Key("风险等级", "评估的风险等级，内部掌握。", "The level of risk found.", public=False),
    ] = None
