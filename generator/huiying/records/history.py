"""The public notes on what changed after publication."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.reference import AnyRecord, Organisation
from huiying.records.values import Line, Moment, OneOf, Yes
from huiying.records.vocabulary import HISTORY_TYPE


class HistoryEntry(Model):
    """One public note on a change after publication."""

    at: Annotated[
        Moment,
        Key(
            "时间",
            "这次变更的时间；第一条“首发”与“发布时间”相同。",
            "When the change was made; the first entry equals publish_at.",
        ),
    ]
    type: Annotated[
        Annotated[str, OneOf(HISTORY_TYPE)],
        Key(
            "类型",
            "是哪种变更：内容有错写“更正”，有新情况写“更新”。",
            "Which kind of change: corrected if something was wrong, updated if facts are new.",
        ),
    ]
    note: Annotated[
        Line,
        Key(
            "说明",
            "为什么改，一句话，公开显示；不要只写“更正”。",
            "Why it was changed, in one sentence; shown to the public.",
        ),
    ]
    org: Annotated[
        Organisation | None,
        Key(
            "单位",
            "哪个单位改的，写编号，如 shuiwuju。",
            "Id of the body that made the change, such as shuiwuju.",
        ),
    ] = None
    fields: Annotated[
        tuple[Line, ...],
        Key(
            "字段",
            "改了哪些键，如 [事实, 结论]。",
            "Which keys were changed, such as [facts, verdict].",
        ),
    ] = ()
    before: Annotated[
        Line | None,
        Key(
            "原文",
            "更正前的说法，摘出有错的一句；更正时必写。",
            "The wrong wording before; needed for a correction.",
        ),
    ] = None
    after: Annotated[
        Line | None,
        Key(
            "新文",
            "更正后的说法，和“原文”对照；更正时必写。",
            "The right wording now, to compare with before; needed for a correction.",
        ),
    ] = None
    ref: Annotated[
        Line | None,
        Key(
            "参见",
            "有关的文号或记录，如 水务〔2026〕18号。",
            "A document number or record that belongs to it, such as 水务〔2026〕18号.",
        ),
    ] = None
    alternative: Annotated[
        AnyRecord | None,
        Key(
            "替代记录",
            "撤回后请读者改看的记录，写“栏目/编号”。",
            "After a withdrawal, the record to read instead, by its address.",
        ),
    ] = None
    minor: Annotated[
        Yes | None,
        Key(
            "细微",
            "只改了错字或标点、意思没变时写“是”。",
            "yes where only a slip of the pen was mended and the meaning is the same.",
        ),
    ] = None
