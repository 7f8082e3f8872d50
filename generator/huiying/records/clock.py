"""Time limits, the event behind a record, and what stays in the office."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.values import Day, FreeTree, Identifier, Moment, OneOf, Yes
from huiying.records.vocabulary import CLOCK_BASIS, DEADLINE_PROFILE, SEVERITY


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
        Annotated[str, OneOf(DEADLINE_PROFILE)] | None,
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


class Period(Model):
    """From which day to which day something runs, both included."""

    starts_on: Annotated[
        Day, Key("开始", "从哪天起，如 2026-11-18。", "The first day, such as 2026-11-18.")
    ]
    ends_on: Annotated[
        Day | None,
        Key(
            "结束", "到哪天止，含这一天；还没定就不写。", "The last day; left out while it is open."
        ),
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
