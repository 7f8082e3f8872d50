"""该有人协调的，写明由谁协调。

涉事部门垂直管理的，由上级部门办公室会同市政府办公室组织协调；涉及多个部门的，市政府办公室组织
协调，必要时确定牵头部门。责任依据写了这两种，就要写“协调单位”（多部门的也可以写“牵头单位”）。

依据：柳政办〔2017〕120号二（一）。

对：

    责任单位:
      第一责任单位: shuiwuju
      责任依据: 多部门
      牵头单位: wangxinban

错：

    责任单位:
      第一责任单位: shuiwuju
      责任依据: 多部门

In English: where the notice of 2017 asks for a coordinator, the record names one.
"""

# Reference: DOMAIN M21、M23.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records.vocabulary import BASIS
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "coordinator"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning for each record that several bodies answer and nobody coordinates."""
    for record in library.records.values():
        bodies = record.fields.agencies
        if bodies.basis not in ("vertical", "multi_agency") or bodies.coordinator is not None:
            continue
        if bodies.basis == "multi_agency" and bodies.lead is not None:
            continue
        term = BASIS.by_en[bodies.basis]
        values = {"basis": term.zh if record.language == "zh" else term.en}
        case = "lead" if bodies.basis == "multi_agency" else ""
        level = weigh(record.fields, settings, Level.WARNING)
        yield Problem(NAME, record.mark("agencies.basis"), case, values, level)
