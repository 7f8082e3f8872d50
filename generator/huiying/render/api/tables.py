"""Everything of a year in one file: CSV for spreadsheet programs, JSONL for programs.

In: records and their documents. Out: bytes. A cell that a spreadsheet program would take for a
formula begins with a quotation mark (`render.cells`).
"""

from collections.abc import Mapping, Sequence

from huiying.public import PublicRecord
from huiying.records import KIND_BY_NAME
from huiying.records.vocabulary import SUBJECT, VERDICT
from huiying.render.api.documents import Documents
from huiying.render.cells import BETWEEN, minute, table

HEADINGS = (
    "编号",
    "类别",
    "网址",
    "标题",
    "结论",
    "责任单位",
    "专题编号",
    "主题",
    "发布时间",
    "更新时间",
    "状态",
)
"""The first row of a CSV file."""
STANDING: Mapping[str, str] = {
    "withdrawn": "已撤回",
    "superseded": "已被替代",
    "archived": "已归档",
    "expired": "已失效",
}
"""What is not current any more, the gravest first."""


def csv(documents: Documents, records: Sequence[PublicRecord]) -> bytes:
    """The records of a year, one row each."""
    return table(HEADINGS, [_row(documents, record) for record in records])


def _row(documents: Documents, record: PublicRecord) -> list[str]:
    told = documents.summaries[record.address]
    bodies = documents.projection.organisations
    standing = [zh for mark, zh in STANDING.items() if mark in record.marks]
    return [
        told["id"],
        KIND_BY_NAME[record.kind].zh,
        told["url"],
        told["title"],
        VERDICT.label(told["verdict"]) if "verdict" in told else "",
        BETWEEN.join(bodies[id]["name"] for id in told["organisations"] if id in bodies),
        BETWEEN.join(told["topics"]),
        BETWEEN.join(SUBJECT.label(term) for term in told["subjects"]),
        minute(told["published_at"]),
        minute(told["updated_at"]),
        standing[0] if standing else "有效",
    ]
