"""`qa` 公众问答/领导信箱: a question from the public, redacted, and the official answer."""

from typing import Annotated

from huiying.records.common import OwnText
from huiying.records.field import Key
from huiying.records.reference import Organisation
from huiying.records.values import Line, Moment, OneOf, Prose, Yes
from huiying.records.vocabulary import QA_CHANNEL, SATISFACTION


class Qa(OwnText):
    """One question and its answer. Whoever asked is never named."""

    channel: Annotated[
        Annotated[str, OneOf(QA_CHANNEL)] | None,
        Key(
            "来信渠道",
            "从哪里来的：领导信箱、公众问答、12345热线或网民留言。",
            "Where it came in: mailbox, public_question, hotline or online_message.",
            need="always",
        ),
    ] = None
    received_at: Annotated[
        Moment | None,
        Key(
            "收到时间",
            "收到问题的时间，如 2026-11-10 10:20。",
            "When the question came in, such as 2026-11-10 10:20.",
            need="always",
        ),
    ] = None
    accepted_at: Annotated[
        Moment | None, Key("受理时间", "受理的时间。", "When it was taken on.")
    ] = None
    replied_at: Annotated[
        Moment | None,
        Key("答复时间", "答复来信人的时间。", "When the writer was answered.", need="approved"),
    ] = None
    question: Annotated[
        Prose | None,
        Key(
            "问题",
            "问题的原意，隐去姓名、电话、门牌号等个人信息。",
            "What was asked, without names, phone numbers, addresses and the like.",
            need="always",
        ),
    ] = None
    answer: Annotated[
        Prose | None,
        Key(
            "答复",
            "官方答复，用 Markdown 写。",
            "The official answer, in Markdown.",
            need="approved",
        ),
    ] = None
    handler: Annotated[
        Organisation | None,
        Key(
            "承办单位",
            "具体办理的单位，写编号；不写就是第一责任单位。",
            "Id of the body that handled it; the first responsible one if absent.",
        ),
    ] = None
    redactions: Annotated[
        tuple[Line, ...],
        Key(
            "脱敏说明",
            "隐去了哪些内容，如 [姓名, 门牌号]。",
            "What was left out, such as [姓名, 门牌号].",
        ),
    ] = ()
    consent: Annotated[
        Yes | None,
        Key(
            "同意公开",
            "来信人是否同意公开：是或否；不同意的不能发布。",
            "Whether the writer agreed to publication: yes or no; no is never published.",
            public=False,
        ),
    ] = None
    extended: Annotated[
        Yes | None,
        Key(
            "复杂事项",
            "复杂事项写“是”，答复期限由 7 个工作日变为 15 个工作日。",
            "yes where the matter is complex: due in 15 working days instead of 7.",
            public=False,
        ),
    ] = None
    satisfaction: Annotated[
        Annotated[str, OneOf(SATISFACTION)] | None,
        Key("满意度", "来信人对答复的评价。", "How the writer judged the answer."),
    ] = None
