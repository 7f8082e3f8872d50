"""The two projections, `public(now)` and `preview(now)`: the only thing that renderers ever see.

In: the library, the settings (with the instant). Out: plain values of the fields that are declared
public, for the records that are public at that instant, as one frozen value. It is an allow-list:
what is not declared public is never read, so it cannot be reached from a page, feed or file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias

from huiying.library import Library, address
from huiying.media.plan import picture, shown
from huiying.records import REGISTERS, Record
from huiying.records.common import Common
from huiying.records.expertise import ExpertEntry, PolicyEntry
from huiying.records.field import Field, Model, fields_of
from huiying.records.history import HistoryEntry, closed_as, without_erased
from huiying.records.vocabulary import EXPERT_CONSENT
from huiying.rules.time_limit import judged
from huiying.settings import Settings
from huiying.standing import KEPT_WHEN_WITHDRAWN as KEPT_WHEN_WITHDRAWN
from huiying.standing import State, state_of

Values: TypeAlias = Mapping[str, Any]
"""Public fields by canonical key: text, terms (English name), aware datetimes, dates, numbers,
lists and groups. Fields that are not given are absent."""


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """One record as readers may see it. `address` is `rumours/<id>`; its page is `<address>/`."""

    kind: str
    id: str
    address: str
    values: Values
    published_at: datetime
    updated_at: datetime
    state: State
    marks: frozenset[str]
    """Computed: updated, corrected, superseded, withdrawn, archived, expired."""
    incoming: tuple[tuple[str, str], ...] = ()
    """(relation, address) of the public records that refer to this one."""
    topics: tuple[str, ...] = ()
    """Ids of the topics it belongs to; kept when withdrawn, so that who followed one is told."""
    timeliness: tuple[Values, ...] = ()
    """Of each milestone: `milestone`, `timeliness`, `hours`, `profile`; if the site says so."""

    @property
    def listed(self) -> bool:
        """Whether lists, banners and feeds show it; its page stays in any case."""
        return not self.marks & {"superseded", "withdrawn", "archived", "expired"}


@dataclass(frozen=True, slots=True)
class Projection:
    """All that may be rendered. Records are by address, newest first within `by_kind`."""

    settings: Settings
    preview: bool
    site: Values
    records: Mapping[str, PublicRecord]
    by_kind: Mapping[str, tuple[PublicRecord, ...]]
    by_organisation: Mapping[str, tuple[PublicRecord, ...]]
    registers: Mapping[str, Mapping[str, Values]]
    """Entries by id, by the name of their register: only registers that have pages."""
    media: Mapping[str, Values]
    """Sidecars of the media that public records use, by path below media/."""

    @property
    def organisations(self) -> Mapping[str, Values]:
        """The bodies, by id."""
        return self.registers["organisation"]

    @property
    def channels(self) -> Mapping[str, Values]:
        """The official accounts, by id."""
        return self.registers["channel"]

    @property
    def experts(self) -> Mapping[str, Values]:
        """The experts who agreed to be named, by id, with what they agreed to."""
        return self.registers["expert"]

    @property
    def policies(self) -> Mapping[str, Values]:
        """The policies that have been made public, by id."""
        return self.registers["policy"]


def project(library: Library, settings: Settings, preview: bool = False) -> Projection:
    """The projection at the settings' instant; with `preview` also what is not public yet."""
    chosen: dict[str, tuple[Record[Common], State]] = {}
    for place, record in library.records.items():
        state = state_of(record, library, settings)
        if state == "public" or (preview and state != "undisclosed"):
            chosen[place] = (record, state)
    policies = frozenset(library.policies) if preview else _public_policies(library, settings)
    sieve = Sieve(frozenset(chosen), _named_experts(library), policies)
    superseded = frozenset(
        target
        for record, state in chosen.values()
        # What was taken back replaces nothing, or readers would be left without an answer.
        if state == "public" and "withdrawn" not in closed_as(record.fields.history, settings.now)
        for target in record.fields.relations.supersedes
    )
    records = {
        place: _public(record, state, place in superseded, settings, sieve)
        for place, (record, state) in chosen.items()
    }
    records = _with_timeliness(_with_incoming(records), library, settings)
    return _assemble(library, settings, preview, records, sieve)


def _with_timeliness(
    records: dict[str, PublicRecord], library: Library, settings: Settings
) -> dict[str, PublicRecord]:
    """The records that have a clock with how they stand, where the site makes that public.

    A briefing that is not public itself counts for nothing, or it would be known before its time.
    """
    if settings.site.timeliness != "enabled":
        return records
    known = {place: library.records[place] for place in records}
    found = dict(records)
    for record, verdict in judged(known, library, settings):
        if record.fields.clock is not None:
            place = address(record.kind, record.id)
            names = ("milestone", "timeliness", "hours", "profile")
            values = {name: getattr(verdict, name) for name in names}
            entries = (*found[place].timeliness, values)
            found[place] = replace(found[place], timeliness=entries)
    return found


def _assemble(
    library: Library,
    settings: Settings,
    preview: bool,
    records: Mapping[str, PublicRecord],
    sieve: "Sieve",
) -> Projection:
    newest = sorted(records.values(), key=lambda record: record.address)
    newest.sort(key=lambda record: record.published_at, reverse=True)
    by_kind: dict[str, list[PublicRecord]] = {}
    by_organisation: dict[str, list[PublicRecord]] = {}
    for record in newest:
        by_kind.setdefault(record.kind, []).append(record)
        for organisation in organisations_of(record):
            by_organisation.setdefault(organisation, []).append(record)
    return Projection(
        settings=settings,
        preview=preview,
        site=public_values(settings.site, sieve),
        records=records,
        by_kind={kind: tuple(found) for kind, found in by_kind.items()},
        by_organisation={id: tuple(found) for id, found in by_organisation.items()},
        registers=_registers(library, sieve),
        media=_media(library, sieve),
    )


def _registers(library: Library, sieve: "Sieve") -> dict[str, dict[str, Values]]:
    """The public entries of the registers that have pages."""
    found: dict[str, dict[str, Values]] = {}
    for register in REGISTERS:
        if register.url_word and register.name != "expert":
            entries = library.registers.get(register.name, {})
            found[register.name] = {
                id: public_values(entry.fields, sieve)
                for id, entry in entries.items()
                if sieve.passes(register.name, id)
            }
    experts = {id: library.experts[id].fields for id in sorted(sieve.experts)}
    found["expert"] = {id: _expert(fields, sieve) for id, fields in experts.items()}
    return found


def _named_experts(library: Library) -> frozenset[str]:
    """Ids of the experts who agreed that their name is public."""
    return frozenset(id for id, entry in library.experts.items() if "name" in entry.fields.consent)


def _public_policies(library: Library, settings: Settings) -> frozenset[str]:
    """Ids of the policies that have been made public: others wait in the register for their day."""
    today = settings.now.astimezone(settings.zone).date()
    starts = {id: day_of_policy(entry.fields) for id, entry in library.policies.items()}
    return frozenset(id for id, start in starts.items() if start is None or start <= today)


def day_of_policy(fields: PolicyEntry) -> date | None:
    """From which day on a policy is public, in the site's zone: a day has no embargo by minute."""
    return fields.published_on or fields.issued_on


def _expert(fields: ExpertEntry, sieve: "Sieve") -> Values:
    """What an expert agreed to show, and what is not about the person."""
    withheld = {term.en for term in EXPERT_CONSENT} - set(fields.consent)
    kept = frozenset(type(fields).model_fields) - withheld
    return public_values(fields, sieve, kept)


def _media(library: Library, sieve: "Sieve") -> dict[str, Values]:
    """The sidecars of the media in use; a sidecar may itself name further media (captions)."""
    found: dict[str, Values] = {}
    while missing := (sieve.media & library.media.keys()) - found.keys():
        for path in missing:
            sidecar = library.sidecars.get(path)
            values = public_values(sidecar.fields, sieve) if sidecar else {}
            sight = library.sights.get(path)
            if sight and sight.is_picture:
                values["picture"] = shown(picture(path, sight))
            if path in library.lengths:
                values["length_s"] = round(library.lengths[path])
            found[path] = values
    return dict(sorted(found.items()))


def organisations_of(record: PublicRecord) -> tuple[str, ...]:
    """The bodies that answer in a record, the first responsible one first, each once."""
    agencies = record.values.get("agencies", {})
    named = [agencies.get("first_responsible"), agencies.get("lead"), agencies.get("coordinator")]
    named += agencies.get("involved", [])
    return tuple(dict.fromkeys(name for name in named if name))


def _public(
    record: Record[Common], state: State, superseded: bool, settings: Settings, sieve: "Sieve"
) -> PublicRecord:
    fields = record.fields
    if state == "public":
        fields = _happened(fields, settings.now)
    fields = fields.shown_at(settings.now)
    fields = fields.model_copy(update={"history": without_erased(fields.history)})
    history = sorted(fields.history, key=lambda entry: entry.at)
    marks = _marks(fields, history, superseded, settings.now)
    kept = KEPT_WHEN_WITHDRAWN if "withdrawn" in marks else None
    values = public_values(fields, sieve, kept)
    related = public_values(fields, sieve, frozenset(("relations",))) if kept else values
    published = fields.publish_at or settings.now
    # A slip of the pen is no news to those who have read the page.
    moments = [entry.at for entry in history if not entry.minor] + [
        update.at for update in fields.updates
    ]
    return PublicRecord(
        kind=record.kind,
        id=record.id,
        address=address(record.kind, record.id),
        values=values,
        published_at=published,
        updated_at=max([published, *moments]),
        state=state,
        marks=marks,
        topics=tuple(related.get("relations", {}).get("part_of_topic", ())),
    )


def _happened(fields: Common, now: datetime) -> Common:
    """The record without history entries and updates dated after `now`: they are under embargo."""
    history = tuple(entry for entry in fields.history if entry.at <= now)
    updates = tuple(update for update in fields.updates if update.at <= now)
    if len(history) == len(fields.history) and len(updates) == len(fields.updates):
        return fields
    return fields.model_copy(update={"history": history, "updates": updates})


def _marks(
    fields: Common, history: list[HistoryEntry], superseded: bool, now: datetime
) -> frozenset[str]:
    changes = ("updated", "corrected")
    marks = {entry.type for entry in history if entry.type in changes and not entry.minor}
    marks |= closed_as(history, now)
    if fields.updates:
        marks.add("updated")
    if superseded:
        marks.add("superseded")
    if fields.expires_at is not None and fields.expires_at <= now:
        marks.add("expired")
    return frozenset(marks)


def _with_incoming(records: Mapping[str, PublicRecord]) -> dict[str, PublicRecord]:
    incoming: dict[str, list[tuple[str, str]]] = {}
    for record in records.values():
        for relation, targets in record.values.get("relations", {}).items():
            for target in targets:
                place = f"topics/{target}" if relation == "part_of_topic" else target
                incoming.setdefault(place, []).append((relation, record.address))
    return {
        place: replace(record, incoming=tuple(incoming[place])) if place in incoming else record
        for place, record in records.items()
    }


@dataclass(frozen=True, slots=True)
class Sieve:
    """What references may stay: those to what the projection shows. Collects the media used."""

    addresses: frozenset[str]
    experts: frozenset[str] = frozenset()
    policies: frozenset[str] = frozenset()
    media: set[str] = field(default_factory=set)

    def passes(self, kind: str, target: str) -> bool:
        """Whether a reference may be shown; a medium that passes is noted as used."""
        if kind == "media":
            self.media.add(target)
            return True
        if kind == "record":
            return target in self.addresses
        if kind == "expert":
            return target in self.experts
        if kind == "policy":
            return target in self.policies
        return kind != "topic" or f"topics/{target}" in self.addresses


@cache
def _public_fields(model: type[Model]) -> tuple[Field, ...]:
    return tuple(item for item in fields_of(model) if item.key.public)


def public_values(
    fields: Model, sieve: Sieve, kept: frozenset[str] | None = None
) -> dict[str, Any]:
    """The declared public fields of a group that are given, and of them `kept` only, if set.

    Nothing at all when the reference that the group hangs on may not be shown.
    """
    values: dict[str, Any] = {}
    for item in _public_fields(type(fields)):
        if kept is not None and item.name not in kept:
            continue
        value = getattr(fields, item.name)
        if value is None or value == ():
            continue
        plain = _plain(value, item.refers, sieve)
        if plain is None and item.name == type(fields).hinge:
            return {}
        if plain is not None and plain != [] and plain != {}:
            values[item.name] = plain
    return values


def _plain(value: Any, refers: str, sieve: Sieve) -> Any:
    if isinstance(value, Model):
        return public_values(value, sieve)
    if isinstance(value, tuple):
        found = (_plain(item, refers, sieve) for item in value)
        return [item for item in found if item is not None and item != {}]
    if refers and not sieve.passes(refers, value):
        return None
    if isinstance(value, str | int | datetime | date):
        return value
    raise TypeError(f"no public form for {type(value).__name__}")


def is_correction(entry: Values) -> bool:
    """Whether an entry of a history says that something was wrong: a slip of the pen does not."""
    return bool(entry["type"] == "corrected" and not entry.get("minor"))


def corrections(projection: Projection) -> list[tuple[PublicRecord, Values]]:
    """Every correction, withdrawal and restoration of the site, newest first, with its record.

    Slips of the pen stand on the record's own page only.
    """
    found = [
        (record, entry)
        for record in projection.records.values()
        for entry in record.values.get("history", ())
        if is_correction(entry) or entry["type"] in ("withdrawn", "restored")
    ]
    return sorted(found, key=lambda pair: (pair[1]["at"], pair[0].address), reverse=True)
