"""来信人不同意公开的，不能发布。

“同意公开”写“否”的问答，答复来信人就可以了，不能审定发布。要让更多人知道，可以另写一条舆情回应，不提
这封来信。

依据：个人信息保护法；柳政办〔2017〕120号一（二）2“严把……法律关……保密关”。

对：

    同意公开: 是

错：

    同意公开: 否

In English: a question whose writer did not agree to publication is never published.
"""

# Reference: DOMAIN §(d) qa.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Problem
from huiying.records.qa import Qa
from huiying.settings import Settings

NAME = "consent"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each question that would be published against its writer's will."""
    for record in library.of_kind("qa"):
        fields = record.fields
        assert isinstance(fields, Qa)
        goes_public = fields.status == "approved" and fields.disclosure == "active"
        if fields.consent is False and goes_public:
            yield Problem(NAME, record.mark("consent"), also=record.mark("status"))
