"""The same infographic in words: its data as a table, and one sentence about it.

In: a figure. Out: heads and rows of plain text, with every word and number that is drawn; the
sentence that is read out instead of the picture.
"""

from huiying.records.vocabulary import DRAWING_TYPE
from huiying.render.infographic.facts import SAID, TRUE
from huiying.render.infographic.figure import Figure, Item, digits

HEADS = {
    "fact-check": ("项目", "内容"),
    "timeline": ("时间", "情况"),
    "steps": ("步骤", "怎么做"),
    "figures": ("项目", "数值"),
}


def table(figure: Figure) -> tuple[list[str], list[list[str]]]:
    """Heads and rows; the first cell of each row names it."""
    if figure.type == "fact-check":
        return list(HEADS["fact-check"]), _facts(figure)
    if figure.type == "comparison":
        return ["项目", *figure.columns], [[item.label, *item.cells] for item in figure.items]
    if figure.type in ("timeline", "steps"):
        rows = [[_numbered(figure, n), item.text] for n, item in enumerate(figure.items, 1)]
        return list(HEADS[figure.type]), rows
    if figure.type == "figures":
        return list(HEADS["figures"]), [[i.label, _with_unit(figure, i)] for i in figure.items]
    return _numbers(figure)


def _facts(figure: Figure) -> list[list[str]]:
    rows = [[TRUE, figure.fact]]
    rows += [[item.label, item.text] for item in figure.items]
    rows += [[SAID, f"“{figure.claim}”"], ["结论", figure.verdict_label]]
    return rows


def _numbered(figure: Figure, number: int) -> str:
    label = figure.items[number - 1].label
    return f"{number}. {label}" if figure.type == "steps" else label


def _with_unit(figure: Figure, item: Item) -> str:
    return f"{digits(item.value)}{item.unit}" if item.value is not None else figure.unknown


def _numbers(figure: Figure) -> tuple[list[str], list[list[str]]]:
    unit = f"（{figure.unit_apart}）" if figure.unit_apart else ""
    heads = [figure.heads[0], f"{figure.heads[1]}{unit}"]
    rows = [[item.label, figure.said(item)] for item in figure.items]
    if figure.has_shares:
        heads.append("占比")
        rows = [[*row, figure.share(i)] for row, i in zip(rows, figure.items, strict=True)]
    return heads, rows


def summary(figure: Figure) -> str:
    """What the picture shows, in a sentence or two."""
    kind = DRAWING_TYPE.label(figure.type)
    if figure.type == "fact-check":
        verdict = f"结论：{figure.verdict_label}。" if figure.verdict else ""
        return f"{TRUE}：{figure.fact.rstrip('。')}。{SAID}：“{figure.claim}”。{verdict}"
    if figure.type in ("bar", "share"):
        return most(figure) or f"{kind}，共{len(figure.items)}项。"
    names = "、".join(item.label for item in figure.items)
    if figure.type == "line" and figure.items:
        first, last = figure.items[0], figure.items[-1]
        said = f"{first.label}{_told(figure, first)}，{last.label}{_told(figure, last)}"
        return f"{kind}，共{len(figure.items)}个点，{said}。"
    return f"{kind}，共{len(figure.items)}项：{names}。"


def most(figure: Figure) -> str:
    """What is most, in one sentence; nothing where no number is known."""
    if not figure.known:
        return ""
    top = max(figure.known)
    found = [item for item in figure.items if item.value == top]
    names = "、".join(f"“{item.label}”" for item in found)
    share = figure.share(found[0]) if figure.has_shares else ""
    of = f"，占{share}" if share else ""
    return f"最多的是{names}，{'各' if len(found) > 1 else ''}{_told(figure, found[0])}{of}。"


def _told(figure: Figure, item: Item) -> str:
    return f"{digits(item.value)}{figure.unit}" if item.value is not None else figure.unknown
