"""What lists show of a record or of a policy: its card, as plain values.

In: entries of a projection. Out: one dictionary each. Words, dates and links are the views' work.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from huiying.public import Projection, PublicRecord, Values
from huiying.records.clock import Period
from huiying.records.survey import Survey
from huiying.settings import Settings

Cards: TypeAlias = Mapping[str, Mapping[str, Any]]
"""By address."""
TERM_FIELDS = {
    "topic": "state",
    "clarification": "verdict",
    "response": "handling_state",
    "interpretation": "author_kind",
    "briefing": "state",
    "qa": "channel",
}
"""The field whose term marks a record of that kind in lists; a survey's is worked out."""
DETAILS = {
    "briefing": ("starts_at", "ends_at", "venue"),
    "survey": ("period", "respondents"),
    "qa": ("question",),
}
"""What the cards of a kind say besides."""


def card(record: PublicRecord, projection: Projection) -> dict[str, Any]:
    """What lists show of a record: the truth in one line, what was said, its mark, date, body."""
    values = record.values
    first = values.get("agencies", {}).get("first_responsible")
    body = projection.organisations.get(first, {}) if first else {}
    entry = {
        "kind": record.kind,
        "address": record.address,
        "title": values["title"],
        "short_title": values.get("short_title") or values["title"],
        "summary": values.get("summary") or values.get("lead", ""),
        "term": term(record, projection.settings),
        "cover": values.get("cover", ""),
        "published_at": record.published_at,
        "updated_at": record.updated_at,
        "organisation": body.get("short_name") or body.get("name", ""),
        "state": record.state,
        "marks": sorted(record.marks),
    }
    if claims := values.get("claims"):
        entry["claim"] = claims[0]["text"]
    if policy := projection.policies.get(values.get("policy", "")):
        entry["policy"] = policy["title"]
    for name in DETAILS.get(record.kind, ()):
        if name in values:
            entry[name] = values[name]
    if record.kind == "topic":
        entry["counts"] = _counts(record, projection)
        entry["cover_shown"] = projection.media.get(entry["cover"], {})
    return entry


def term(record: PublicRecord, settings: Settings) -> str:
    """The term that marks a record in lists, or nothing."""
    if record.kind == "survey":
        return survey_state(record.values, today(settings))
    return str(record.values.get(TERM_FIELDS.get(record.kind, ""), ""))


def survey_state(values: Values, day: date) -> str:
    """The state of a survey on a day; its model knows the rule. A withdrawn one has no period."""
    if "period" not in values:
        return ""
    period = Period.model_construct(**values["period"])
    return Survey.model_construct(title="", period=period).state_on(day)


def today(settings: Settings) -> date:
    """The day of the build in the site's zone."""
    return settings.now.astimezone(settings.zone).date()


def _counts(record: PublicRecord, projection: Projection) -> dict[str, int]:
    """How many records of each kind belong to a topic."""
    counts: dict[str, int] = {}
    for relation, place in record.incoming:
        if relation == "part_of_topic" and projection.records[place].listed:
            kind = projection.records[place].kind
            counts[kind] = counts.get(kind, 0) + 1
    return counts


def chosen(records: Iterable[PublicRecord], cards: Cards) -> list[Mapping[str, Any]]:
    """The cards of records, in their order."""
    return [cards[record.address] for record in records]
