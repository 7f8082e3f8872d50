"""Labelled quantities in a text: `停水36小时` is 36 under the label `停水□小时`.

In: a text. Out: its quantities. A label is the whole clause around the figure, so that two
quantities have the same label only where all other words and figures are the same. Clauses with
approximate figures, ranges and counts that grow with time are left out. It yields no problem.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from huiying.rules._wording import plain


@dataclass(frozen=True, slots=True)
class Quantity:
    """`label` has `□` for the figure, `value` is its worth, `written` the figure with its unit."""

    label: str
    value: Decimal
    written: str


UNITS = (
    "小时|分钟|个月|天|人次|人|名|户|家|处|个|所|座|栋|间|辆|台|套|起|例|条|项|件|吨|公斤|千克"
    "|平方公里|平方米|立方米|公里|千米|毫米|厘米|米|亩|千瓦时|度|元|%"
)
_CLAUSE = re.compile(r"[。！？!?；;，,、：:（）()“”\n|]+|\.\s+")
# A comma between digits belongs to the figure: 12,000.
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_FIGURE = re.compile(rf"(?<![\d.〔/-])(?P<much>\d+(?:\.\d+)?)(?P<times>[万亿]?)(?P<unit>{UNITS})")
_UNSURE = re.compile(
    r"约|近|超|余|多|左右|上下|大概|以上|以下|以内|不到|不足|至|到|[~-]|最[多少高低]"
    r"|已|累计|截至|截止|目前|当前|现有|仍|尚|还|同比|环比|第"
)
_FILLERS = re.compile(r"全市|我市|本市|本次|此次|这次|预计|计划|一共|总共|共计|总计|合计|大家|请")
_GENERAL = re.compile(
    r"涉及|影响|覆盖|惠及|投入|增加|减少|新增|完成|发放|安排|检查|抽查|包括|其中|需要|用时|历时"
    r"|[^\u4e00-\u9fff]|居民|群众|市民|用户"
)
"""Words that any matter may be counted with: they do not say what is counted."""
_EDGES = "将共为达有是在了的会要需"
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


def quantities(text: str) -> Iterator[Quantity]:
    """Every quantity of a text whose label says in two or more characters what is counted."""
    folded = _GROUPED.sub("", unicodedata.normalize("NFKC", plain(text)))
    for clause in _CLAUSE.split(folded):
        clause = "".join(clause.split())
        if _UNSURE.search(clause):
            continue
        for found in _FIGURE.finditer(clause):
            before = _bare(clause[: found.start()])
            after = _bare(clause[found.end() :])
            if len(_GENERAL.sub("", before + after)) >= 2:
                value = Decimal(found["much"]) * _TIMES[found["times"]]
                label = f"{before}□{found['unit']}{after}"
                yield Quantity(label, value, found[0])


def _bare(words: str) -> str:
    """Words without those that change nothing in what is counted."""
    return _FILLERS.sub("", words).strip(_EDGES)
