"""The mapping: a record, written like any other, that says which column becomes which field.

In: the bytes of a mapping file. Out: a `Mapping` whose field paths are resolved against the kind's
own declaration, or problems with line and column. It never sees a row.

    类别: 辟谣
    编号: {列: 编号, 前缀: jiu-}
    字段:
      状态: {值: 已审定}
      标题: {列: 真相}
      网传说法.1.原话: {列: 传言}
      依据.*.网址: {列: 来源, 分隔: ；}
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo

from huiying.importing.declaration import FieldRule, ImportMapping
from huiying.importing.rows import Cell
from huiying.problem import Mark, Problem
from huiying.records import ID, KIND_BY_NAME, Kind, Record, Register, construct, parse
from huiying.records.field import Field, Model, Shape, keys_of
from huiying.records.values import FieldType
from huiying.sheets.plan import Path
from huiying.source import Map, read

EACH = "*"
"""Every position of a list, in a path and in the name of a column."""
MILLISECONDS = ("毫秒", "ms")
"""The time format of machines: milliseconds since 1970 in UTC."""
TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Target:
    """One field of the record and the rule that fills it. In a path, `EACH` is any item."""

    path: Path
    type: FieldType
    rule: FieldRule
    mark: Mark
    refers: str = ""
    """What a reference names, as its field declares it."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping that is ready for rows. `organisations` are plain values by id."""

    file: str
    language: str
    kind: Kind | Register
    rules: ImportMapping
    targets: tuple[Target, ...]
    zone: ZoneInfo | None
    hidden: frozenset[str]
    organisations: dict[str, Any]
    named: dict[str, Mark]
    """Where each column is named first."""
    is_ours: bool = False
    """Whether it stands for the headings of our own workbook: ids are whole or proposed there."""
    headings: Sequence[Cell] = ()
    """In our own workbook: those of the sheet that has one row a record."""


def read_mapping(data: bytes, file: str) -> tuple[Mapping | None, list[Problem]]:
    """The mapping in a file, or what is wrong with it."""
    parsed = parse(data, file, ImportMapping, "zh")
    zone = ZoneInfo("Asia/Shanghai")
    record, problems = construct(parsed, ImportMapping, "mapping", "mapping", file, zone)
    if record is None:
        return None, problems
    reader = _Reader(record, _field_keys(data, file))
    mapping = Mapping(
        file,
        record.language,
        KIND_BY_NAME[record.fields.kind],
        record.fields,
        tuple(reader.targets()),
        reader.zone(),
        reader.hidden(),
        parsed.values.get("organisations", {}),
        reader.named(),
    )
    reader.check_ids()
    return (None if reader.problems else mapping), reader.problems


def _field_keys(data: bytes, file: str) -> dict[str, Mark]:
    """Where the key of each field stands: marks of a record are those of values."""
    node, _ = read(data, file)
    fields = [
        value
        for key, value in (node.entries if isinstance(node, Map) else ())
        if key.value in ("字段", "fields") and isinstance(value, Map)
    ]
    return {
        key.value: Mark(file, key.line, key.column) for each in fields for key, _ in each.entries
    }


class _Reader:
    """Resolves what the model alone cannot judge: paths, the zone, characters, ids."""

    def __init__(self, record: Record[ImportMapping], keys: dict[str, Mark]) -> None:
        self.record = record
        self.keys = keys
        self.problems: list[Problem] = []

    def complain(self, rule: str, path: str, case: str = "", **values: str) -> None:
        mark = self.keys.get(path.removeprefix("fields.")) if path.startswith("fields.") else None
        self.problems.append(Problem(rule, mark or self.record.mark(path), case, values))

    def targets(self) -> Iterator[Target]:
        """The fields that the mapping fills, in its order."""
        model = KIND_BY_NAME[self.record.fields.kind].model
        for key, rule in self.record.fields.fields.items():
            place = f"fields.{key}"
            if (rule.column is None) == (rule.value is None):
                self.complain("import-rule", place, key=key)
            if rule.time_of_day and not TIME_OF_DAY.match(rule.time_of_day):
                self.complain("import-time", f"{place}.time_of_day", value=rule.time_of_day[:40])
            found = self._resolve(key, rule, model)
            if found is not None:
                path, item = found
                if rule.column and rule.column.count(EACH) > path.count(EACH):
                    self.complain("import-field", place, "each", key=key)
                yield Target(path, item.type, rule, self.record.mark(place), item.refers)

    def _resolve(self, key: str, rule: FieldRule, model: type[Model]) -> tuple[Path, Field] | None:
        """The canonical path of a field and its declaration."""
        path: list[str | int] = []
        shape, item = Shape("group", model=model), None
        for part in key.split("."):
            if shape.form == "group":
                assert shape.model is not None
                item = keys_of(shape.model, self.record.language).get(part)
                if item is None:
                    self._unknown(key, part, shape.model)
                    return None
                path.append(item.name)
                shape = item.shape
            elif shape.inner is not None and (part == EACH or (part.isdecimal() and int(part) > 0)):
                path.append(part if part == EACH else int(part) - 1)
                shape = shape.inner
            else:
                self.complain("import-field", f"fields.{key}", shape.form, key=key, part=part)
                return None
        if shape.form == "list" and rule.separator and shape.inner is not None:
            path.append(EACH)
            shape = shape.inner
        if shape.form not in ("scalar", "tree") or path.count(EACH) > 1 or item is None:
            case = "list" if shape.form == "list" else "group"
            self.complain("import-field", f"fields.{key}", case, key=key, part=key)
            return None
        return tuple(path), item

    def _unknown(self, key: str, part: str, model: type[Model]) -> None:
        known = keys_of(model, self.record.language)
        near = get_close_matches(part, known, n=1, cutoff=0.5)
        allowed = ("、" if self.record.language == "zh" else ", ").join(known)
        case = "near" if near else ""
        values = {"key": part, "near": "".join(near), "allowed": allowed}
        self.complain("unknown-key", f"fields.{key}", case, **values)

    def named(self) -> dict[str, Mark]:
        """Where each column is named first."""
        fields = self.record.fields
        named = [("id.column", fields.id.column)]
        named += [
            (f"fields.{key}.column", rule.column or "") for key, rule in fields.fields.items()
        ]
        named += [("group_by", fields.group_by or ""), ("order_by", fields.order_by or "")]
        return {column: self.record.mark(path) for path, column in reversed(named)}

    def zone(self) -> ZoneInfo | None:
        """The zone of the table's times, if it is not the site's."""
        name = self.record.fields.time_zone
        try:
            return ZoneInfo(name) if name else None
        except (ValueError, OSError, KeyError):
            self.complain("time-zone", "time_zone", value=str(name)[:40])
            return None

    def hidden(self) -> frozenset[str]:
        """The characters that may be dropped."""
        found = set()
        for number, name in enumerate(self.record.fields.hidden_characters):
            try:
                found.add(chr(int(name.removeprefix("U+"), 16)))
            except (ValueError, OverflowError):
                self.complain("import-character", f"hidden_characters.{number}", value=name[:40])
        return frozenset(found)

    def check_ids(self) -> None:
        """Ids of organisations have the form of ids."""
        for id in self.record.fields.organisations:
            if not ID.match(id):
                self.complain("id-form", f"organisations.{id}", id=id)
