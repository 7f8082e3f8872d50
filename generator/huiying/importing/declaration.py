"""What a mapping file may say: its declared fields, like those of any record.

In: nothing. Out: the models that read a mapping, in both key languages.
"""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.registers import OrganisationEntry
from huiying.records.values import Address, Line, OneOf, Prose
from huiying.records.vocabulary import RECORD_KIND, Term, Vocabulary

FORM = Vocabulary(
    "form",
    "写法",
    Term("text", "纯文本", "原样的文字，符号没有特别意思。", "Words; no sign has a meaning."),
    Term("markdown", "Markdown", "已经是 Markdown。", "Markdown already."),
    Term("html", "HTML", "HTML，或夹有 HTML 的 Markdown。", "HTML, or Markdown with HTML in it."),
)


class FieldRule(Model):
    """Where one field comes from and how its text is read."""

    column: Annotated[Line | None, Key("列", "取自哪一列。", "From which column.")] = None
    value: Annotated[Prose | None, Key("值", "每条都一样的值。", "The same in all records.")] = None
    default: Annotated[Prose | None, Key("默认值", "格子空着时用。", "Where a cell is empty.")] = (
        None
    )
    form: Annotated[
        Annotated[str, OneOf(FORM)], Key("写法", "不写就是纯文本。", "Plain text if not given.")
    ] = "text"
    time_formats: Annotated[
        tuple[Line, ...],
        Key("时间格式", "如 %Y年%m月%d日，或毫秒。", "As of strptime, or ms; the first that fits."),
    ] = ()
    time_of_day: Annotated[
        Line | None, Key("时刻", "只有日期时补上，如 09:00。", "Where only a day is known.")
    ] = None
    terms: Annotated[
        dict[str, Line], Key("对照", "格子里的写法: 本站的写法。", "A cell's word: our term.")
    ] = {}
    separator: Annotated[
        Line | None, Key("分隔", "一格多项时的分隔符。", "Between the items of one cell.")
    ] = None


class IdRule(Model):
    """How ids are made: the day of publication, a prefix, and what stands in a column."""

    column: Annotated[Line, Key("列", "取自哪一列。", "From which column.")]
    prefix: Annotated[Line | None, Key("前缀", "如 jiu-。", "Before it.")] = None


class ImportMapping(Model):
    """One table into records of one kind."""

    kind: Annotated[
        Annotated[str, OneOf(RECORD_KIND)], Key("类别", "写成哪类记录。", "Which kind.")
    ]
    id: Annotated[IdRule, Key("编号", "日期、前缀和一列合成编号。", "How ids are made.")]
    sheet: Annotated[
        Line | None,
        Key(
            "表",
            "读哪个工作表，不写就是第一个。",
            "Which sheet of a workbook; the first one if not given.",
        ),
    ] = None
    group_by: Annotated[
        Line | None,
        Key(
            "合并",
            "这一列相同的是同一条；后几行记入变更记录。",
            "Rows of one record, oldest first.",
        ),
    ] = None
    order_by: Annotated[
        Line | None, Key("顺序", "同一条的各行按这一列的数排。", "A number that orders its rows.")
    ] = None
    time_zone: Annotated[
        Line | None, Key("时区", "表里时间的时区，不写就是网站的。", "Of times in the table.")
    ] = None
    old_site: Annotated[
        Address | None,
        Key(
            "原网站", "正文里指向原网站其他页的链接补上它。", "Put before links to its other pages."
        ),
    ] = None
    hidden_characters: Annotated[
        tuple[Line, ...], Key("去除字符", "可以去掉的隐形字符，如 U+200B。", "May be dropped.")
    ] = ()
    unused: Annotated[
        tuple[Line, ...], Key("不用的列", "不导入，也不提示。", "Left out on purpose.")
    ] = ()
    fields: Annotated[
        dict[str, FieldRule], Key("字段", "字段: 从哪里来。", "Field: where it comes from.")
    ]
    organisations: Annotated[
        dict[str, OrganisationEntry], Key("机构", "用到的机构。", "Bodies that records name.")
    ] = {}
