"""Registers of the office: signers, exemptions, holidays, intake and handovers; on no page.

Every key is declared as not public, so that no sentence and no output ever repeats what it holds.
"""

from functools import partial
from typing import Annotated

from huiying.records.field import Key as AnyKey
from huiying.records.field import Model
from huiying.records.reference import AnyRecord, IntakeId, Organisation, SignerId
from huiying.records.values import Address, Day, Line, Moment, OneOf, Prose
from huiying.records.vocabulary import GATE, HANDOVER_TARGET, INTAKE_TYPE

Key = partial(AnyKey, public=False)


class SignerEntry(Model):
    """Who may sign which of the five review gates."""

    name: Annotated[Line, Key("姓名", "审核人的姓名。", "The signer's name.")]
    organisation: Annotated[
        Organisation, Key("单位", "所在单位，写编号，如 wangxinban。", "Id of the signer's body.")
    ]
    gates: Annotated[
        tuple[Annotated[str, OneOf(GATE)], ...],
        Key(
            "审核关",
            "可以签哪几关，如 [文字关, 保密关]。",
            "Which gates the signer may sign, such as [text, secrecy].",
            need="always",
        ),
    ] = ()
    valid_from: Annotated[
        Day | None, Key("开始", "从哪天起可以签。", "The first day of the right to sign.")
    ] = None
    valid_to: Annotated[
        Day | None,
        Key("结束", "最后一天；还在任就不写。", "The last day; left out while it goes on."),
    ] = None


class ExemptionEntry(Model):
    """A warning that does not hold for one record, for a reason and for a time."""

    rule: Annotated[
        Line,
        Key(
            "规则",
            "不适用哪条规则，写它的名字，如 briefing-speaker。",
            "Name of the rule that does not hold, such as briefing-speaker.",
        ),
    ]
    record: Annotated[
        AnyRecord,
        Key("记录", "对哪条记录，写“栏目/编号”。", "The record, by its address."),
    ]
    reason: Annotated[Line, Key("理由", "为什么不适用。", "Why it does not hold.")]
    organisation: Annotated[
        Organisation, Key("批准单位", "谁批准的，写编号。", "Id of the body that allowed it.")
    ]
    approved_on: Annotated[Day, Key("批准日期", "批准的日期。", "When it was allowed.")]
    until: Annotated[
        Day | None,
        Key("截止", "到哪天止，含这一天；不写就长期有效。", "The last day; for good if absent."),
    ] = None


class Rest(Model):
    """Days off in a row."""

    name: Annotated[Line, Key("节日", "哪个节日，如 春节。", "Which holiday, such as 春节.")]
    starts_on: Annotated[Day, Key("开始", "放假的第一天。", "The first day off.")]
    ends_on: Annotated[Day, Key("结束", "放假的最后一天。", "The last day off.")]


class HolidayEntry(Model):
    """The holidays of one year; its id is the year."""

    rests: Annotated[
        tuple[Rest, ...],
        Key(
            "放假", "各个节日从哪天到哪天放假。", "The holidays, each with its days.", need="always"
        ),
    ] = ()
    workdays: Annotated[
        tuple[Day, ...],
        Key(
            "调休上班",
            "要上班的周六、周日，如 [2026-02-14, 2026-02-28]。",
            "Saturdays and Sundays that are working days, such as [2026-02-14].",
        ),
    ] = ()
    source: Annotated[
        Line | None, Key("依据", "依据哪份放假通知。", "The notice that it follows.")
    ] = None


class NoResponse(Model):
    """The signed decision not to answer."""

    reason: Annotated[Line, Key("理由", "为什么不回应。", "Why it is not answered.")]
    signer: Annotated[
        SignerId, Key("审核人", "谁签的，写审核人登记册里的编号。", "Id of who signed.")
    ]
    at: Annotated[Moment, Key("时间", "什么时候定的。", "When it was decided.")]


class IntakeEntry(Model):
    """One matter that was noticed, and what became of it: an answer, a merger, or a reason."""

    source_type: Annotated[
        Annotated[str, OneOf(INTAKE_TYPE)],
        Key("来源", "从哪里来的，如 舆情监测、热线。", "Where it came from, such as monitoring."),
    ]
    found_at: Annotated[
        Moment,
        Key(
            "发现时间", "发现或收到的时间，如 2026-11-18 21:40。", "When it was noticed or came in."
        ),
    ]
    summary: Annotated[Line, Key("摘要", "说了什么，一句话。", "What it says, in one sentence.")]
    url: Annotated[Address | None, Key("网址", "原帖的网址。", "Address of the post.")] = None
    found_by: Annotated[
        Organisation | None,
        Key("发现单位", "谁发现的，写编号。", "Id of the body that noticed it."),
    ] = None
    forwarded_at: Annotated[
        Moment | None, Key("转办时间", "转给责任单位的时间。", "When it was passed on.")
    ] = None
    forwarded_to: Annotated[
        Organisation | None, Key("转办单位", "转给谁，写编号。", "Id of the body it was passed to.")
    ] = None
    records: Annotated[
        tuple[AnyRecord, ...],
        Key("回应记录", "由哪些记录回应，写“栏目/编号”。", "Records that answer it, by address."),
    ] = ()
    merged_into: Annotated[
        IntakeId | None,
        Key("并入", "并入哪条来件，写编号。", "Id of the intake that it was merged into."),
    ] = None
    no_response: Annotated[
        NoResponse | None,
        Key(
            "不回应",
            "决定不回应的，写理由、审核人和时间。",
            "Why it is not answered, and who signed.",
        ),
    ] = None
    notes: Annotated[Prose | None, Key("备注", "其他情况。", "Anything else.")] = None


class HandoverEntry(Model):
    """One matter handed to the police or to who supervises the web (notice of 2017, 二（二）)."""

    to: Annotated[
        Annotated[str, OneOf(HANDOVER_TARGET)],
        Key("移交对象", "移交给公安机关还是网络监管部门。", "To police or network_regulator."),
    ]
    at: Annotated[Moment, Key("移交时间", "什么时候移交。", "When it was handed over.")]
    organisation: Annotated[
        Organisation, Key("移交单位", "谁移交的，写编号。", "Id of the body that handed it over.")
    ]
    intake: Annotated[
        IntakeId | None, Key("来件", "对应的来件，写编号。", "Id of the intake, if there.")
    ] = None
    record: Annotated[
        AnyRecord | None,
        Key("记录", "对应的记录，写“栏目/编号”。", "The record, by its address, if there."),
    ] = None
    ref: Annotated[Line | None, Key("文号", "移交函的编号。", "Number of the letter.")] = None
    notes: Annotated[Prose | None, Key("备注", "其他情况。", "Anything else.")] = None
