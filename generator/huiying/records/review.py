"""The evidence of review: five gates and the confirmations of other bodies. Never public."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.reference import Organisation, SignerId
from huiying.records.values import Line, Moment, OneOf
from huiying.records.vocabulary import CONFIRMATION_RESULT, GATE_RESULT


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
        SignerId | None,
        Key(
            "审核人",
            "谁签的，写审核人登记册里的编号，如 shuiwu-baomi，不写姓名。",
            "Id of the signer in the register, such as shuiwu-baomi; no name.",
            public=False,
        ),
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
        Line | None,
        Key(
            "字段摘要值",
            "审核时各个键的摘要值，写在一行，用来指出哪里改过；由程序填写。",
            "Digest of each key on one line, to say which one changed; not written by hand.",
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
    field_digests: Annotated[
        Line | None,
        Key(
            "字段摘要值",
            "确认时各个键的摘要值，写在一行，用来指出哪里改过；由程序填写。",
            "Digest of each key on one line, to say which one changed; not written by hand.",
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
