"""Messy files from the declarations: any order, both key languages, every style, comments all over.

In: a seed and what a file declares. Out: its bytes, the values that it means, and its comments. The
values are what was meant when the file was written, never what some reader made of it.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from huiying.records.field import Field, Model, Shape, fields_of

WORDS = (
    "全市供水正常 停水 no 12:30 ~ - #乙 @甲 %丙 [a] {a} a,b <<: ... --- ? = ! & * | > ' \" "
    "“甲” 甲：乙 https://a.example/b#c 1. 😀 a\\n \\ `丁` _戊_ **己** null 0x1F 2026-03-12 é"
).split(" ")
JOINTS = ("", " ", "，", ": ", " #", ", ", "  ")
FREE = 1000
STEPS = ("", "  ", "    ", "- ", "1. ")


@dataclass(slots=True)
class Mess:
    """One file while it is made."""

    chance: random.Random
    comments: list[str] = field(default_factory=list)
    block_column: int = FREE
    """Where the last value's text begins if it is a block: deeper lines would belong to it."""

    # -- values: what is written, and what it means under canonical keys ---------------------------

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def line(self) -> str:
        parts = [self.chance.choice(WORDS) for _ in range(self.chance.randint(1, 4))]
        text = parts[0] + "".join(self.chance.choice(JOINTS) + part for part in parts[1:])
        return text.strip()

    def prose(self) -> str:
        lines = [self.line()]
        for _ in range(self.chance.choice((0, 0, 0, 1, 2, 5))):
            step = self.chance.choice(STEPS)
            lines.append("" if self.likely(0.3) else step + self.line())
        return "\n".join(lines).strip()

    def text(self, item: Field | None) -> tuple[str, str]:
        """One value of a field: as written, and as meant."""
        if item is not None and item.vocabulary is not None:
            term = self.chance.choice(item.vocabulary.terms)
            return self.chance.choice((term.zh, term.en)), term.zh
        type = item.type if item is not None else "line"
        if type == "prose":
            return (text := self.prose()), text
        if type not in ("line", "reference"):
            return getattr(self, f"_{type.replace('-', '_')}")()
        return (text := self.line()), text

    def _moment(self) -> tuple[str, str]:
        at = datetime(2020, 1, 1) + timedelta(minutes=self.chance.randrange(4_000_000))  # noqa: DTZ001
        period = "上午" if 1 <= at.hour < 12 else ""
        written = (
            f"{at:%Y-%m-%d %H:%M}",
            f"{at:%Y/%m/%d %H:%M:00}",
            f"{at.year}年{at.month}月{at.day}日{period}{at.hour}时{at.minute}分",
            f"{at.year}.{at.month}.{at.day} {at.hour}:{at:%M}",
            "".join(
                chr(ord(sign) + 0xFEE0) if sign != " " else sign for sign in f"{at:%Y-%m-%d %H:%M}"
            ),
        )
        return self.chance.choice(written), f"{at:%Y-%m-%d %H:%M}"

    def _day(self) -> tuple[str, str]:
        day = date(2020, 1, 1) + timedelta(days=self.chance.randrange(3000))
        written = (f"{day}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}")
        return self.chance.choice(written), f"{day}"

    def _whole(self) -> tuple[str, str]:
        number = self.chance.randrange(2_000_000)
        return self.chance.choice((f"{number}", f"{number:,}")), f"{number}"

    def _number(self) -> tuple[str, str]:
        number = self.chance.randrange(-2_000_000, 2_000_000)
        return self.chance.choice(((f"{number}.50", f"{number}.50"), (f"{number:,}", f"{number}")))

    def _offset(self) -> tuple[str, str]:
        minutes, seconds = self.chance.randrange(60), self.chance.randrange(60)
        return f"{minutes}:{seconds:02}", f"{minutes:02}:{seconds:02}"

    def _percent(self) -> tuple[str, str]:
        number = self.chance.randrange(101)
        return self.chance.choice((f"{number}", f"{number}.0%", f"{number}\uff05")), f"{number}%"

    def _yes(self) -> tuple[str, str]:
        return self.chance.choice((("是", "是"), ("yes", "是"), ("否", "否"), ("no", "否")))

    def _address(self) -> tuple[str, str]:
        text = f"https://a.example/{self.chance.choice(('', 'b?c=d&e', '停水#一', 'a,b'))}"
        return text, text

    def _letter_box(self) -> tuple[str, str]:
        text = f"https://a.example/{self.chance.choice(('', 'b?c={text}', 'b?c=d&e={text}'))}"
        return text, text

    def _id(self) -> tuple[str, str]:
        text = f"a-{self.chance.randrange(100)}"
        return text, text

    def _site_code(self) -> tuple[str, str]:
        return "0000000001", "0000000001"

    # -- lines -------------------------------------------------------------------------------------

    def comment(self) -> str:
        text = f"#{self.chance.choice(('', ' '))}注{len(self.comments)} {self.chance.choice(WORDS)}"
        self.comments.append(text)
        return text

    def behind(self) -> str:
        return f"{self.chance.choice((' ', '   '))}{self.comment()}" if self.likely(0.1) else ""

    def notes(self, indent: int) -> list[str]:
        """Comments on lines of their own, at any depth, and empty lines."""
        lines = []
        while self.likely(0.15):
            column = indent + self.chance.choice((0, 0, 0, 1, 2, -2))
            margin = " " * max(0, min(column, self.block_column - 1))
            lines.append("" if self.likely(0.4) else margin + self.comment())
        return lines

    def scalar(self, text: str, indent: int) -> list[str]:
        """A text in one of the styles that can hold it, with the lines that follow."""
        styles = ["single", "double", "escaped"] if "\n" not in text else ["escaped"]
        if text and not text[0].isspace():
            styles += ["|", "|-", "|+"] + ([">", ">-"] if "\n" not in text else [])
        if text and all(sign.isalnum() or sign in "，。年月日.-/" for sign in text):
            styles += ["plain"] * 6 if text[0].isalnum() else []
        style = self.chance.choice(styles)
        if style == "plain":
            return [text + self.behind()]
        if style == "single":
            return ["'" + text.replace("'", "''") + "'" + self.behind()]
        if style in ("double", "escaped"):
            return [
                json.dumps(text, ensure_ascii=style == "escaped" and text.isascii()) + self.behind()
            ]
        step = self.chance.choice((1, 2, 4))
        self.block_column = indent + step
        lines = [" " * (indent + step) + line if line else "" for line in text.split("\n")]
        return [style + self.behind(), *lines, *[""] * self.chance.choice((0, 0, 1, 2))]

    def in_brackets(self, values: list[str], indent: int) -> list[str]:
        """A list on one line, or on several with comments between its items."""
        self.block_column = FREE
        quoted = ["'" + value.replace("'", "''") + "'" for value in values]
        if self.likely(0.6):
            return [f"[{', '.join(quoted)}]{self.behind()}"]
        lines = ["[" + self.behind()]
        for value in quoted:
            lines += [*self.notes(indent + 2), " " * (indent + 2) + value + "," + self.behind()]
        return [*lines, *self.notes(indent + 2), " " * (indent + 1) + "]" + self.behind()]

    def value(self, shape: Shape, item: Field | None, indent: int) -> tuple[list[str], Any]:
        """The lines of a value (the first goes behind its key or dash), and what it means."""
        self.block_column = FREE
        if shape.form == "scalar":
            written, meant = self.text(item)
            return self.scalar(written, indent), meant
        if shape.form == "tree":
            return self.tree(indent, 2)
        if shape.form == "list":
            assert shape.inner is not None
            return self.items(shape.inner, item, indent)
        if shape.form == "ids":
            assert shape.inner is not None
            lines, meant = self.entries(shape.inner, item, indent)
            return ["" + self.behind(), *lines], meant
        assert shape.model is not None
        lines, meant = self.group(shape.model, indent)
        return (["" + self.behind(), *lines] if lines else ["{}" + self.behind()]), meant

    def items(self, shape: Shape, item: Field | None, indent: int) -> tuple[list[str], Any]:
        count = self.chance.choice((0, 1, 1, 2, 3))
        if shape.form == "scalar":
            pairs = [self.text(item) for _ in range(count)]
            if self.likely(0.4) or not pairs:
                written = [each for each, _ in pairs]
                if all("\n" not in each for each in written):
                    return self.in_brackets(written, indent), [each for _, each in pairs]
        if not count:
            return ["[]" + self.behind()], []
        lines, meant = ["" + self.behind()], []
        for number in range(count):
            lines += self.notes(indent) if number else []
            self.block_column = FREE
            if shape.form == "scalar":
                own, value = self.scalar(pairs[number][0], indent), pairs[number][1]
            else:
                own, value = self.value(shape, item, indent + 2)
            dash = " " * indent + "-"
            if shape.form == "group" and len(own) > 1 and self.likely(0.7):
                first = next(n for n, line in enumerate(own) if n and line.strip())
                if own[0] == "" and not own[first].lstrip().startswith("#"):
                    own[first] = dash + own[first][indent + 1 :]
                    own = own[first:]
                else:
                    own[0] = dash + own[0]
            else:
                own[0] = dash + (" " + own[0] if own[0] and own[0][0] != " " else own[0])
            lines += own
            meant.append(value)
        return lines, meant

    def entries(self, shape: Shape, item: Field | None, indent: int) -> tuple[list[str], Any]:
        lines, meant = [], {}
        for number in range(self.chance.randint(1, 3)):
            own, meant[f"id-{number}"] = self.value(shape, item, indent + 2)
            lines += self.notes(indent) + self.pair(f"id-{number}", own, indent)
        return lines, meant

    def tree(self, indent: int, depth: int) -> tuple[list[str], Any]:
        if not depth or self.likely(0.5):
            text = self.prose()
            return self.scalar(text, indent), text
        if self.likely(0.5):
            lines, meant = self.items(Shape("tree"), None, indent) if depth > 1 else (["[]"], [])
            return lines, meant
        own, value = self.tree(indent + 2, depth - 1)
        key = self.line()
        return ["" + self.behind(), *self.pair(json.dumps(key, ensure_ascii=False), own, indent)], {
            key: value
        }

    def pair(self, key: str, own: list[str], indent: int) -> list[str]:
        gap = " " if own[0] and own[0][0] != " " else ""
        return [" " * indent + key + ":" + gap + own[0], *own[1:]]

    def group(self, model: type[Model], indent: int) -> tuple[list[str], dict[str, Any]]:
        """Some fields of a model, in any order, under keys of either language."""
        chosen = [each for each in fields_of(model) if self.likely(0.45)]
        self.chance.shuffle(chosen)
        lines, meant = [], {}
        for each in chosen:
            key = self.chance.choice((each.key.zh, each.key.zh, each.label("en")))
            key = self.chance.choice((key, key, f"'{key}'", f'"{key}"'))
            lines += self.notes(indent)
            if self.likely(0.05):
                self.block_column = FREE
                lines += self.pair(key, [self.behind()], indent)
                continue
            step = self.chance.choice((0, 2, 4) if each.shape.form == "list" else (2, 2, 4))
            own, value = self.value(each.shape, each, indent + step)
            lines += self.pair(key, own, indent)
            meant[each.name] = value
        return lines, meant


def make_mess(seed: int, model: type[Model], by_id: bool) -> tuple[bytes, Any, list[str]]:
    """A messy file of that seed, what it means in Chinese terms, and its comments in order."""
    mess = Mess(random.Random(seed))
    if by_id:
        lines, meant = mess.entries(Shape("group", model=model), None, 0)
    else:
        while True:
            lines, meant = mess.group(model, 0)
            if lines and meant:
                break
            mess = Mess(mess.chance)
    lines = [*mess.notes(0), *lines, *mess.notes(0)]
    text = mess.chance.choice(("\n", "\n", "\r\n")).join(lines) + mess.chance.choice(
        ("", "\n", "\n\n")
    )
    return mess.chance.choice((b"", b"\xef\xbb\xbf")) + text.encode(), meant, mess.comments
