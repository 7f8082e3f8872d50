"""What each document of the data interface says: projection → plain values.

In: a projection. Out: records in full and in short, lists, events, registers, the vocabulary, the
directory. Only what readers may see: records that are public, by their public values; of a preview
nothing that the public site would not have. It reads no clock, and every list is bounded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from typing import Any, TypeAlias

from huiying.public import Projection, PublicRecord, Values, is_correction, organisations_of
from huiying.records import KIND_BY_NAME, KINDS
from huiying.records.vocabulary import VERDICT
from huiying.render.api.schema import LEFT_OUT, PUBLIC_REGISTERS, vocabularies

PREFIX = "api/v1/"
NEWEST = 50
Json: TypeAlias = dict[str, Any]
Event: TypeAlias = tuple[datetime, PublicRecord, Json]
"""When it happened, to which record, and what else is said of it."""


def month_of(at: datetime, zone: tzinfo) -> str:
    """The month of an instant in a zone: `2026-03`."""
    return f"{at.astimezone(zone):%Y-%m}"


@dataclass(frozen=True)
class Documents:
    """All documents of one projection."""

    projection: Projection

    @cached_property
    def base(self) -> str:
        """The address of the interface, with `/` at its end."""
        return self.projection.settings.base_url + PREFIX

    @cached_property
    def zone(self) -> tzinfo:
        """The site's zone, in which all times are told."""
        return self.projection.settings.zone

    @cached_property
    def records(self) -> list[PublicRecord]:
        """Every record that is public, newest first, whatever became of it since."""
        found = [each for each in self.projection.records.values() if each.state == "public"]
        found.sort(key=lambda each: each.address)
        found.sort(key=lambda each: each.published_at, reverse=True)
        return found

    def at(self, moment: datetime) -> str:
        """An instant as written, with the offset of the site's zone."""
        return moment.astimezone(self.zone).isoformat()

    # -- records -----------------------------------------------------------------------------------

    def place(self, record: PublicRecord) -> str:
        """Where the document of a record is."""
        return f"{self.base}records/{record.address}.json"

    def page(self, record: PublicRecord) -> str:
        """Where the page of a record is."""
        return f"{self.projection.settings.base_url}{record.address}/"

    def envelope(self, record: PublicRecord) -> Json:
        """What a record says of itself, in full and in lists."""
        return {
            "id": record.address,
            "kind": record.kind,
            "url": self.page(record),
            "document": self.place(record),
            "published_at": self.at(record.published_at),
            "updated_at": self.at(record.updated_at),
            "current": record.listed,
            "marks": sorted(record.marks),
        }

    def record(self, record: PublicRecord) -> Json:
        """One record in full. The day on which it will expire is not told before it comes."""
        hidden = LEFT_OUT if "expired" in record.marks else LEFT_OUT | {"expires_at"}
        fields = {name: value for name, value in record.values.items() if name not in hidden}
        return {**self.envelope(record), "fields": fields}

    @cached_property
    def summaries(self) -> Mapping[str, Json]:
        """Every record in short, by address."""
        return {record.address: self._summary(record) for record in self.records}

    def _summary(self, record: PublicRecord) -> Json:
        values = record.values
        verdict = {"verdict": values["verdict"]} if "verdict" in values else {}
        return {
            **self.envelope(record),
            "title": values["title"],
            **verdict,
            "organisations": list(organisations_of(record)),
            "topics": list(values.get("relations", {}).get("part_of_topic", ())),
            "subjects": list(values.get("subjects", ())),
        }

    # -- lists -------------------------------------------------------------------------------------

    @cached_property
    def by_month(self) -> dict[str, list[PublicRecord]]:
        """Every record by the month of its publication, both the newest first."""
        return self.grouped(self.records, lambda each: [month_of(each.published_at, self.zone)])

    def month(self, month: str) -> Json:
        """All that was published in a month, also what was taken back since."""
        found = [self.summaries[record.address] for record in self.by_month[month]]
        return {"month": month, "records": found}

    def lists(self) -> dict[str, Json]:
        """Every list by its path: what is current, by kind, verdict, topic and body."""
        current = [record for record in self.records if record.listed]
        bodies = self.projection.organisations
        topics = {r.id: r.values["title"] for r in current if r.kind == "topic"}
        ways: Sequence[tuple[str, Mapping[str, str], Callable[[PublicRecord], Iterable[str]]]] = (
            ("kinds", {k.url_word: k.zh for k in KINDS}, lambda r: [KIND_BY_NAME[r.kind].url_word]),
            ("verdicts", {t.en: t.zh for t in VERDICT}, lambda r: [r.values.get("verdict", "")]),
            ("topics", topics, lambda r: r.values.get("relations", {}).get("part_of_topic", ())),
            ("organisations", {id: v["name"] for id, v in bodies.items()}, organisations_of),
        )
        found = {}
        for way, names, keys_of in ways:
            groups = self.grouped(current, keys_of)
            for id, zh in names.items():
                found[f"lists/{way}/{id}"] = self._list(id, zh, groups.get(id, []))
        return found

    def _list(self, id: str, zh: str, records: Sequence[PublicRecord]) -> Json:
        newest = [self.summaries[record.address] for record in records[:NEWEST]]
        months = self.grouped(records, lambda each: [month_of(each.published_at, self.zone)])
        directory = [self._month("months", month, records=len(n)) for month, n in months.items()]
        return {"id": id, "zh": zh, "records": len(records), "newest": newest, "months": directory}

    def _month(self, folder: str, month: str, **counts: int) -> Json:
        url = f"{self.base}{folder}/{month.replace('-', '/')}.json"
        return {"month": month, "url": url, **counts}

    @staticmethod
    def grouped(
        records: Sequence[PublicRecord], keys_of: Callable[[PublicRecord], Iterable[str]]
    ) -> dict[str, list[PublicRecord]]:
        """Records by each of their keys, in the order in which they come."""
        found: dict[str, list[PublicRecord]] = {}
        for record in records:
            for key in keys_of(record):
                found.setdefault(key, []).append(record)
        return found

    # -- events ------------------------------------------------------------------------------------

    @cached_property
    def changes(self) -> list[Event]:
        """All that happened to records: published, updated, corrected, taken back; newest first."""
        found: list[Event] = []
        for record in self.records:
            found.append((record.published_at, record, {"type": "first_published"}))
            for entry in record.values.get("history", ()):
                if entry["type"] != "first_published":
                    minor = {"minor": True} if entry.get("minor") else {}
                    said = {"type": entry["type"], "note": entry.get("note", ""), **minor}
                    found.append((entry["at"], record, said))
            # An update that the history tells as well happened once.
            history = record.values.get("history", ())
            told = {entry["at"] for entry in history if entry["type"] == "updated"}
            times = {update["at"] for update in record.values.get("updates", ())}
            found.extend((at, record, {"type": "updated"}) for at in times - told)
        return _newest_first(found)

    @cached_property
    def corrections(self) -> list[Event]:
        """What was wrong, taken back or put back, with the words before and after."""
        found: list[Event] = []
        for record in self.records:
            for entry in record.values.get("history", ()):
                if is_correction(entry) or entry["type"] in ("withdrawn", "restored"):
                    names = ("type", "note", "before", "after")
                    said = {name: entry[name] for name in names if name in entry}
                    found.append((entry["at"], record, said))
        return _newest_first(found)

    def events(self, name: str, events: Sequence[Event]) -> dict[str, Json]:
        """Events as documents by path: the newest with a directory of months, and the months."""
        months: dict[str, list[Json]] = {}
        for at, record, said in events:
            months.setdefault(month_of(at, self.zone), []).append(self._event(at, record, said))
        newest = [self._event(*event) for event in events[:NEWEST]]
        directory = [self._month(name, month, events=len(n)) for month, n in months.items()]
        found: dict[str, Json] = {name: {"newest": newest, "months": directory}}
        for month, told in months.items():
            found[f"{name}/{month.replace('-', '/')}"] = {"month": month, "events": told}
        return found

    def _event(self, at: datetime, record: PublicRecord, said: Values) -> Json:
        return {
            "at": self.at(at),
            "record": record.address,
            "title": record.values["title"],
            "url": self.page(record),
            "document": self.place(record),
            **{name: value for name, value in said.items() if value != ""},
        }

    # -- registers, vocabulary, directory ----------------------------------------------------------

    def registers(self) -> dict[str, Json]:
        """The public registers by path; a body with its list."""
        found = {}
        for register in PUBLIC_REGISTERS:
            entries = [
                {"id": id, **self._links(register.url_word, id), "fields": dict(values)}
                for id, values in sorted(self.projection.registers[register.name].items())
            ]
            found[register.url_word] = {register.url_word: entries}
        return found

    def _links(self, word: str, id: str) -> Json:
        """What an entry leads to: its page, if it has one, and the list of what a body answered."""
        page = f"{self.projection.settings.base_url}{word}/{id}/"
        if word == "channels":
            return {}
        if word != "organisations":
            return {"url": page}
        of_body = self.projection.by_organisation.get(id, ())
        count = sum(record.listed and record.state == "public" for record in of_body)
        return {"url": page, "records": count, "list": f"{self.base}lists/{word}/{id}.json"}

    @staticmethod
    def vocabulary() -> Json:
        """Every term that a field may hold, with its Chinese name and what it means."""
        return {
            "vocabularies": [
                {
                    "id": each.name,
                    "zh": each.zh,
                    "terms": [
                        {"id": term.en, "zh": term.zh}
                        | ({"help_zh": term.help_zh} if term.help_zh else {})
                        for term in each
                    ],
                }
                for each in vocabularies()
            ]
        }

    @cached_property
    def by_year(self) -> dict[str, list[PublicRecord]]:
        """Every record by the year of its publication."""
        return self.grouped(self.records, lambda each: [month_of(each.published_at, self.zone)[:4]])

    def index(self, lists: Mapping[str, Json]) -> Json:
        """The directory: where everything is and how much there is of it."""
        settings, named = self.projection.settings, ["openapi", "vocabulary", "dataset"]
        named += ["changes", "corrections", *(each.url_word for each in PUBLIC_REGISTERS)]
        return {
            "version": "1",
            "site": {
                "name": settings.site.name,
                "url": settings.base_url,
                "publisher": settings.site.sponsor,
                "time_zone": settings.site.time_zone,
            },
            "records": len(self.records),
            "documents": {name: f"{self.base}{name}.json" for name in named},
            **{way: self._directory(way, lists) for way in ("kinds", "verdicts", "topics")},
            "months": [
                self._month("months", month, records=len(n)) for month, n in self.by_month.items()
            ],
            "years": [
                {
                    "year": year,
                    "csv": f"{self.base}years/{year}.csv",
                    "jsonl": f"{self.base}years/{year}.jsonl",
                    "records": len(found),
                }
                for year, found in self.by_year.items()
            ],
        }

    def _directory(self, way: str, lists: Mapping[str, Json]) -> list[Json]:
        return [
            {
                "id": each["id"],
                "zh": each["zh"],
                "url": f"{self.base}{path}.json",
                "records": each["records"],
            }
            for path, each in lists.items()
            if path.startswith(f"lists/{way}/")
        ]


def _newest_first(events: list[Event]) -> list[Event]:
    events.sort(key=lambda event: (event[1].address, event[2]["type"], str(event[2])))
    events.sort(key=lambda event: event[0], reverse=True)
    return events
