"""What each kind of record is in the terms of schema.org: an event, a question, a data set.

In: a planned page, the settings, what is common to all works. Out: one thing. It says nothing that
the page does not show; what cannot be said truly is an article.
"""

from collections.abc import Callable, Mapping
from mimetypes import MimeTypes
from typing import Any, TypeAlias
from urllib.parse import quote

from huiying.prose import plain, safe_url
from huiying.public import Values
from huiying.render.plan import Page
from huiying.render.tags import bare
from huiying.settings import Settings

Thing: TypeAlias = dict[str, Any]
EVENT_STATUS = {
    "scheduled": "EventScheduled",
    "live": "EventScheduled",
    "ended": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
_TYPES = MimeTypes()  # Python's own table, not the machine's: pages must not depend on it.


def news(record: Values) -> Thing:
    """An answer as news."""
    return {"@type": "NewsArticle", "headline": record["title"]}


def body(id: str, values: Values) -> Thing:
    """A body by its id, or nothing."""
    found = values["organisations"].get(id)
    return government(found) if found else {}


def government(body: Values) -> Thing:
    """A body by its name, and by the short one that pages use."""
    thing = {"@type": "GovernmentOrganization", "name": body["name"]}
    short = body.get("short_name", body["name"])
    return {**thing, "alternateName": short} if short != body["name"] else thing


def briefing(page: Page, common: Thing, settings: Settings) -> Thing:
    """A briefing as an event; an event has neither author nor publisher, but an organiser."""
    record = page.values["record"]
    if "starts_at" not in record:
        return {**news(record), **common}
    thing: Thing = {
        "@type": "Event",
        "name": record["title"],
        "url": common["url"],
        "inLanguage": common["inLanguage"],
        "startDate": record["starts_at"].astimezone(settings.zone).isoformat(),
        "organizer": body(record.get("host", ""), page.values) or common["author"],
    }
    if "ends_at" in record:
        thing["endDate"] = record["ends_at"].astimezone(settings.zone).isoformat()
    if record.get("state") in EVENT_STATUS:
        thing["eventStatus"] = f"https://schema.org/{EVENT_STATUS[record['state']]}"
    if places := _places(record):
        thing["location"] = places[0] if len(places) == 1 else places
    if recorded := [*common.get("video", ()), *common.get("audio", ())]:
        thing["recordedIn"] = recorded
    if "correction" in common:  # which an event has not, but the page about it
        thing["subjectOf"] = {**news(record), **common}
    if performers := [_performer(speaker) for speaker in record.get("speakers", ())]:
        thing["performer"] = performers
    return thing


def _places(record: Values) -> list[Thing]:
    """Where it is held, and where it can be watched."""
    places: list[Thing] = []
    if "venue" in record:
        places.append({"@type": "Place", "name": record["venue"], "address": record["venue"]})
    url = safe_url(record.get("live_url", "")) or ""
    if url.startswith("http"):
        places.append({"@type": "VirtualLocation", "url": url})
    return places


def _performer(speaker: Values) -> Thing:
    person: Thing = {"@type": "Person", "name": speaker["name"]}
    return {**person, "jobTitle": speaker["title"]} if "title" in speaker else person


def qa(page: Page, common: Thing, settings: Settings) -> Thing:
    """A question with the one answer that there is: ours."""
    record = page.values["record"]
    if "question" not in record or "answer" not in record:
        return {**news(record), **common}
    answer: Thing = {"@type": "Answer", "text": plain(record["answer"])}
    if "replied_at" in record:
        answer["dateCreated"] = record["replied_at"].astimezone(settings.zone).isoformat()
    answer["author"] = body(record.get("handler", ""), page.values) or common["author"]
    question = {
        "@type": "Question",
        "name": plain(record["question"]),
        "answerCount": 1,
        "acceptedAnswer": answer,
    }
    return {"@type": "FAQPage", "name": record["title"], **common, "mainEntity": [question]}


def interpretation(page: Page, common: Thing, settings: Settings) -> Thing:
    """An article about a document; experts contribute, the body that answers is the author."""
    values, base = page.values, settings.base_url
    record = values["record"]
    thing = {"@type": "Article", "headline": record["title"], **common}
    policy = values["policies"].get(record.get("policy", ""))
    if policy:
        thing["about"] = _legislation(policy, record["policy"], values, settings)
    people = [
        {"@type": "Person", "name": values["experts"][id]["name"], "url": f"{base}experts/{id}/"}
        for id in record.get("experts", ())
        if id in values["experts"]
    ]
    if people:
        thing["contributor"] = people
    return thing


def _legislation(policy: Values, id: str, values: Values, settings: Settings) -> Thing:
    thing: Thing = {
        "@type": "Legislation",
        "name": bare(policy["title"]),
        "url": f"{settings.base_url}policies/{id}/",
    }
    if "doc_no" in policy:
        thing["legislationIdentifier"] = policy["doc_no"]
    if "issued_on" in policy:
        thing["legislationDate"] = policy["issued_on"].isoformat()
    issuer = body(policy.get("issuer", ""), values)
    return {**thing, "legislationPassedBy": issuer} if issuer else thing


def survey(page: Page, common: Thing, settings: Settings) -> Thing:
    """A survey as an event while one can take part, as a data set once its totals can be had.

    In between, and where it is held somewhere without an address, it is an article.
    """
    record = page.values["record"]
    path = record.get("data_file", "")
    place = safe_url(record.get("host_url", "")) or ""
    if not path and page.values["term"] != "closed" and place and "period" in record:
        return _consultation(record, common, place)
    if not path:
        return {"@type": "Article", "headline": record["title"], **common}
    file: Thing = {"@type": "DataDownload", "contentUrl": f"{settings.base_url}media/{quote(path)}"}
    if form := _TYPES.guess_type(path)[0]:
        file["encodingFormat"] = form
    thing = {"@type": "Dataset", "name": record["title"], **common, "distribution": file}
    period = record.get("period", {})
    if "ends_on" in period:
        days = (period["starts_on"].isoformat(), period["ends_on"].isoformat())
        thing["temporalCoverage"] = "/".join(days)
    return thing


def _consultation(record: Values, common: Thing, place: str) -> Thing:
    """Days on which answers are taken, at an address."""
    thing = {
        "@type": "Event",
        "name": record["title"],
        "url": common["url"],
        "inLanguage": common["inLanguage"],
        "organizer": common["author"],
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "VirtualLocation", "url": place},
        "startDate": record["period"]["starts_on"].isoformat(),
    }
    if "ends_on" in record["period"]:
        thing["endDate"] = record["period"]["ends_on"].isoformat()
    return thing


THINGS: Mapping[str, Callable[[Page, Thing, Settings], Thing]] = {
    "briefing": briefing,
    "qa": qa,
    "interpretation": interpretation,
    "survey": survey,
}
"""By kind; the others are news."""
