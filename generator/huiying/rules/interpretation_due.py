"""文件公布后，三个工作日内要有解读。

从公布日期（没写就从成文日期）的第二天算起，三个工作日里要有一条已经公开、“政策文件”写着它的解读。
工作日按节假日登记册算，含调休。已废止、已失效的和本站启用之前的文件不算。迟了只提示，不拦发布。

依据：柳政办〔2017〕120号一（一）1“主动做好重要政策法规解读”；外地做法最迟三个工作日。

对：

    dianti:
      标题: 示例市既有住宅加装电梯办法
      发文单位: shuiwuju
      成文日期: 2026-03-18

错：

    dianti:
      标题: 示例市既有住宅加装电梯办法
      发文单位: shuiwuju
      成文日期: 2026-03-10

In English: three working days after a policy was made public, an interpretation of it is public.
"""

# Reference: DOMAIN INT-1、§(c)4.

from collections.abc import Iterator
from datetime import date

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.expertise import PolicyEntry
from huiying.records.interpretation import Interpretation
from huiying.rules._standing import is_public, today
from huiying.settings import Settings
from huiying.workdays import calendar_of

NAME = "interpretation-due"
WORKING_DAYS = 3


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each policy whose interpretation is late."""
    days = calendar_of(library)
    for entry, start in waiting(library, settings):
        due = days.due(start, WORKING_DAYS)
        if today(settings) > due:
            name = "published_on" if entry.fields.published_on else "issued_on"
            values = {"at": str(start), "due": str(due)}
            yield Problem(NAME, entry.mark(f"{entry.id}.{name}"), "", values, Level.NOTE)


def waiting(library: Library, settings: Settings) -> Iterator[tuple[Record[PolicyEntry], date]]:
    """The policies that nothing interprets yet, each with the day on which it was made public."""
    if not library.policies:
        return
    interpreted = {
        record.fields.policy
        for record in library.of_kind("interpretation")
        if isinstance(record.fields, Interpretation) and is_public(record, library, settings)
    }
    for id, entry in library.policies.items():
        start = entry.fields.published_on or entry.fields.issued_on
        if id in interpreted or start is None or start > today(settings):
            continue
        if entry.fields.standing in ("in_force", "amended"):
            adopted = settings.site.adopted_on
            if adopted is None or start >= adopted:
                yield entry, start
