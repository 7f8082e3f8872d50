"""What ties a record to bodies, to other records and to other channels."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.reference import AnyRecord, Organisation, TopicId
from huiying.records.values import Address, Line, Moment, OneOf
from huiying.records.vocabulary import BASIS, CHANNEL_TYPE


class Agencies(Model):
    """Who answers, and on which ground."""

    first_responsible: Annotated[
        Organisation | None,
        Key(
            "第一责任单位",
            "对这件事负第一责任的单位，写编号，如 shuiwuju，不写名称。",
            "Id of the first responsible body in the register, such as shuiwuju, not its name.",
            need="always",
        ),
    ] = None
    basis: Annotated[
        Annotated[str, OneOf(BASIS)] | None,
        Key(
            "责任依据",
            "为什么由它负责，如 谁主管谁负责、属地。",
            "Why it is responsible, such as competent or territorial.",
            need="always",
        ),
    ] = None
    coordinator: Annotated[
        Organisation | None,
        Key(
            "协调单位",
            "负责组织协调的单位，写编号；依据是“垂直管理”“多部门”时要写。",
            "Id of the body that coordinates; wanted where the basis is vertical or multi_agency.",
        ),
    ] = None
    lead: Annotated[
        Organisation | None,
        Key(
            "牵头单位",
            "涉及多个部门时牵头的单位，写编号，如 shuiwuju。",
            "Id of the leading body where several are involved, such as shuiwuju.",
        ),
    ] = None
    involved: Annotated[
        tuple[Organisation, ...],
        Key(
            "涉及单位",
            "还涉及哪些单位，写编号，如 [weijianwei, jiaoyuju]。",
            "Ids of the other bodies involved, such as [weijianwei, jiaoyuju].",
        ),
    ] = ()


class Relations(Model):
    """How this record is tied to others; the other end is shown by itself."""

    part_of_topic: Annotated[
        tuple[TopicId, ...],
        Key(
            "所属专题",
            "属于哪些专题，写专题的编号，如 gongshui。",
            "Ids of the topics it belongs to, such as gongshui.",
        ),
    ] = ()
    same_event: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "同一事件",
            "同一件事的其他记录，如 responses/20261118-guanwang-qiangxiu。",
            "Other records on the same event, such as responses/20261118-guanwang-qiangxiu.",
        ),
    ] = ()
    answers: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "答复",
            "这条答复了哪条记录，写“栏目/编号”。",
            "Records that this one answers, by their addresses.",
        ),
    ] = ()
    interprets: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "解读",
            "这条解读了哪条记录，写“栏目/编号”。",
            "Records that this one interprets, by their addresses.",
        ),
    ] = ()
    corrects: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "纠正",
            "这条纠正了哪条记录，写“栏目/编号”；原来的那条不删。",
            "Records that this one corrects, by their addresses; they stay where they are.",
        ),
    ] = ()
    supersedes: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "替代",
            "这条替代了哪条记录，写“栏目/编号”；被替代的不再出现在列表里。",
            "Records that this one replaces, by their addresses; they leave the lists.",
        ),
    ] = ()
    follows_up: Annotated[
        tuple[AnyRecord, ...],
        Key(
            "后续",
            "这条是哪条记录的后续，写“栏目/编号”。",
            "Earlier records that this one follows up, by their addresses.",
        ),
    ] = ()


class Release(Model):
    """Where it was also released, or who took it up."""

    channel: Annotated[
        Annotated[str, OneOf(CHANNEL_TYPE)],
        Key(
            "渠道",
            "通过哪种渠道，如 微信、新闻发布会。",
            "Through which kind of channel, such as wechat or press_conference.",
        ),
    ]
    title: Annotated[
        Line | None,
        Key(
            "标题",
            "账号或媒体的名称，如 示例水务。",
            "Name of the account or medium, such as 示例水务.",
        ),
    ] = None
    url: Annotated[
        Address | None,
        Key(
            "网址",
            "在那里能看到的网址，以 https:// 开头。",
            "Where it can be seen there: begins with https://.",
        ),
    ] = None
    at: Annotated[
        Moment | None,
        Key(
            "时间",
            "在那里发布的时间，如 2026-03-12 10:00。",
            "When it was released there, such as 2026-03-12 10:00.",
        ),
    ] = None
