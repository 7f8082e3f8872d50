"""A correction, withdrawal or restoration, written into the bytes of a record's file.

In: a record, its bytes, what an editor wants to note. Out: the new bytes, in which nothing else is
changed; or `Refused`, an editor's mistake with a sentence of its own. It opens no file and judges
no gate: text that was signed and is corrected has to be signed again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from huiying.formatting.revising import append, insert, reword
from huiying.importing.writing import Path
from huiying.library import Library, address, check_references
from huiying.problem import Level, Problem
from huiying.records import KIND_BY_NAME, KIND_BY_WORD, Record, construct, parse
from huiying.records.common import Common
from huiying.records.field import Field, Model, fields_of
from huiying.records.history import closed_as
from huiying.rules import correction, correction_names_person, personal_data, time_order
from huiying.settings import Settings
from huiying.standing import is_signed

NOT_TEXT = frozenset({"history", "review", "former_urls", "channels", "media_pickups"})
"""What no digest covers: where it was told and how it was reviewed is not what it says."""


class Refused(Exception):
    """The change cannot be noted; `rule` names the sentence, `values` fill it."""

    def __init__(self, rule: str, **values: str) -> None:
        """Keep the sentence's name and what fills it."""
        super().__init__(rule)
        self.rule = rule
        self.values = values


class Faulty(Exception):
    """The record would be faulty with this entry; `problems` say how."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, whose places are those of the new text."""
        super().__init__([problem.key for problem in problems])
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Amendment:
    """A new text of a file, and the labels of the keys whose wording was changed in it."""

    data: bytes
    fields: tuple[str, ...] = ()
    is_reworded: bool = False
    is_to_be_signed: bool = False
    """Whether a gate or a confirmation of the new text does not hold."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One record's file in front of an editor."""

    record: Record[Common]
    data: bytes
    library: Library
    settings: Settings

    @property
    def model(self) -> type[Common]:
        """What its kind declares."""
        return KIND_BY_NAME[self.record.kind].model

    def correct(self, before: str, after: str, entry: Mapping[str, Any]) -> Amendment:
        """The wording changed wherever it stands once, and an entry 更正.

        Where the file says the new words already and the old ones no more, only the entry is
        written. `entry`: note and, where given, at, org, ref, minor.
        """
        self._want_public()
        if before == after:
            raise Refused("amend-same")
        self._want_reference(entry.get("ref") or "")
        found = _find(self.record, self.data, self.model, before, after)
        data = self.data
        if found.path is not None:
            data = reword(data, found.path, before, after, self.model)
        wording = {"fields": list(found.fields), "before": before, "after": after}
        data = self._note(data, {"type": "corrected", **wording, **entry})
        return Amendment(data, found.fields, found.path is not None, self._is_unsigned(data))

    def withdraw(self, entry: Mapping[str, Any]) -> Amendment:
        """An entry 撤回. `entry`: note and, where given, at, org, alternative, erased."""
        self._want_public()
        other = entry.get("alternative", "")
        if other:
            self._want_alternative(other)
        return Amendment(self._note(self.data, {"type": "withdrawn", **entry}))

    def restore(self, entry: Mapping[str, Any]) -> Amendment:
        """An entry 恢复, for what was withdrawn or archived."""
        if not closed_as(self.record.fields.history, self.settings.now):
            raise Refused("amend-open", address=self._address)
        data = self._note(self.data, {"type": "restored", **entry})
        return Amendment(data, is_to_be_signed=self._is_unsigned(data))

    @property
    def _address(self) -> str:
        return address(self.record.kind, self.record.id)

    def _want_public(self) -> None:
        """Refuse what nobody has read yet, and what was taken back."""
        if "withdrawn" in closed_as(self.record.fields.history, self.settings.now):
            raise Refused("amend-withdrawn", address=self._address)
        if not _was_published(self.record.fields, self.settings.now):
            raise Refused("amend-not-public", address=self._address)

    def _want_alternative(self, other: str) -> None:
        found = self.library.records.get(other)
        if other == self._address or found is None or not self._is_open(found.fields):
            raise Refused("amend-alternative", address=other)

    def _want_reference(self, ref: str) -> None:
        """Refuse an address of no record; any other text is a document number."""
        place = ref.strip().strip("/")
        if place.partition("/")[0] in KIND_BY_WORD and place not in self.library.records:
            raise Refused("amend-ref", address=place[:80])

    def _is_open(self, fields: Common) -> bool:
        now = self.settings.now
        return _was_published(fields, now) and "withdrawn" not in closed_as(fields.history, now)

    def _note(self, data: bytes, entry: dict[str, Any]) -> bytes:
        """The bytes with an entry behind all that have come, after a 首发 if there was none."""
        history = self.record.fields.history
        entry = {"at": self._time(entry.get("at")), **{k: v for k, v in entry.items() if k != "at"}}
        if not history:
            assert self.record.fields.publish_at is not None
            first = _written(self.record.fields.publish_at, self.settings.zone)
            note = "首次发布" if self.record.language == "zh" else "First published"
            opening = {"at": first, "type": "first_published", "note": note}
            data = append(data, ("history",), opening, self.model)
        entry = {key: value for key, value in entry.items() if value not in (None, "", False, [])}
        came = sum(each.at <= self.settings.now for each in history)
        if came < len(history):
            data = insert(data, ("history",), came, entry, self.model)
        else:
            data = append(data, ("history",), entry, self.model)
        self._judge(data)
        return data

    def _time(self, at: datetime | None) -> str:
        """When it was done: not before what has come already, not in the future."""
        now = self.settings.now
        at = now if at is None else at if at.tzinfo else at.replace(tzinfo=self.settings.zone)
        if at > now:
            raise Refused("amend-future", at=_written(at, self.settings.zone))
        past = [entry.at for entry in self.record.fields.history if entry.at <= now]
        past.append(self.record.fields.publish_at or now)
        at = at.replace(second=0, microsecond=0)
        latest = max(past)
        if at < latest.replace(second=0, microsecond=0):
            written = _written(latest, self.settings.zone)
            raise Refused("amend-order", at=_written(at, self.settings.zone), last=written)
        return _written(max(at, latest), self.settings.zone)

    def _judge(self, data: bytes) -> None:
        """Raise `Faulty` for what the new text lacks that the old one did not."""
        old = set(map(_of_values, self._problems(self.data)))
        found = [each for each in self._problems(data) if _of_values(each) not in old]
        if found:
            raise Faulty(tuple(found))

    def _read(self, data: bytes) -> tuple[Record[Common] | None, list[Problem]]:
        kind, id, file = self.record.kind, self.record.id, self.record.file
        parsed = parse(data, file, self.model, self.record.language)
        return construct(parsed, self.model, kind, id, file, self.settings.zone)

    def _is_unsigned(self, data: bytes) -> bool:
        record, _ = self._read(data)
        return record is not None and not is_signed(record, self.library, self.settings)

    def _problems(self, data: bytes) -> Iterator[Problem]:
        file, settings = self.record.file, self.settings
        record, problems = self._read(data)
        yield from problems
        if record is None:
            return
        whole = replace(self.library, records={**self.library.records, self._address: record})
        yield from (each for each in check_references(whole) if each.mark.file == file)
        alone = replace(self.library, records={self._address: record}, registers={})
        for rule in (time_order, correction):
            found = rule.check(alone, settings)
            yield from (each for each in found if each.level is Level.ERROR)
        one = replace(self.library, records={self._address: record})
        for rule in (correction_names_person, personal_data):
            found = rule.check(one, settings)
            yield from (each for each in found if each.level is Level.ERROR)


def _of_values(problem: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What tells one problem of a file from another, wherever it stands in it."""
    return problem.rule, problem.case, tuple(sorted(problem.values.items()))


def _was_published(fields: Common, now: datetime) -> bool:
    """Whether it may be read, gates aside: a new text has to be signed before it is built."""
    is_meant = fields.status == "approved" and fields.disclosure == "active"
    return is_meant and fields.publish_at is not None and fields.publish_at <= now


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the old wording stands, if it does; the labels of the keys that change."""

    path: Path | None
    fields: tuple[str, ...]


def _find(
    record: Record[Common], data: bytes, model: type[Model], before: str, after: str
) -> _Found:
    """Where the wording has to be changed, or that it was changed already."""
    texts = list(public_scalars(parse(data, "", model, record.language).values, model))
    places = [(path, item) for path, item, text in texts for _ in range(text.count(before))]
    free = sum(text.replace(after, "\n").count(before) for _, _, text in texts)
    there = [item for _, item, text in texts if after in text]
    if not free and there:
        return _Found(None, tuple(dict.fromkeys(item.label(record.language) for item in there)))
    if not places:
        raise Refused("amend-not-found", words=_short(before))
    if len(places) > 1:
        raise Refused("amend-many", words=_short(before), count=str(len(places)))
    path, item = places[0]
    return _Found(path, (item.label(record.language),))


def public_scalars(
    values: Any, model: type[Model], path: Path = (), top: Field | None = None
) -> Iterator[tuple[Path, Field, str]]:
    """Every public value as written: its path, the record's own field that it stands in, itself."""
    for item in fields_of(model):
        if not item.key.public or (top is None and item.name in NOT_TEXT):
            continue
        yield from _scalars(values.get(item.name), item, (*path, item.name), top or item)


def _scalars(value: Any, item: Field, path: Path, top: Field) -> Iterator[tuple[Path, Field, str]]:
    if isinstance(value, str):
        yield path, top, value
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _scalars(each, item, (*path, number), top)
    elif isinstance(value, dict) and item.group is not None:
        yield from public_scalars(value, item.group, path, top)


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"


def _written(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as editors write it, to the second only where it has seconds."""
    local = moment.astimezone(zone)
    return f"{local:%Y-%m-%d %H:%M}" if not local.second else f"{local:%Y-%m-%d %H:%M:%S}"
