"""How records stand, in one line: what a release brought, what came, changed or went, what waits.

In: the site as it was read, and of a release the twin that is about to be switched. Out: text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from huiying import forms
from huiying.build import Site
from huiying.messages import sentence
from huiying.problem import Level
from huiying.records.values import BETWEEN
from huiying.release import Twin
from huiying.settings import UNREADABLE
from huiying.standing import State, state_of

TOLD: tuple[State, ...] = ("public", "embargoed", "unsigned", "draft", "undisclosed")
"""The states that are counted; records in review among the drafts."""
MOST_NAMED = 3
"""Pages that went are named so far."""


def line(site: Site, twin: Twin, folder: str, language: str = "zh") -> str:
    """The line for a release into `folder`, to be made before the switch."""
    changes = twin.changes()
    pages = _pages(twin.wanted)
    if twin.preview:
        return sentence("released.preview", {"folder": folder, "pages": str(len(pages))}, language)
    public = [place for place in site.content.library.records if f"{place}/index.html" in pages]
    values = {
        "folder": folder,
        "records": str(len(public)),
        "pages": str(len(pages)),
        "new": str(len(_pages(changes.new))),
        "changed": str(len(_pages(changes.changed))),
    }
    parts = [sentence("released", values, language)]
    parts += _gone(_pages(changes.gone), site, language)
    parts += _waiting(site, language)
    parts += _unsigned(site, language)
    if any(each.level is Level.ERROR for each in site.problems):  # of others nothing is released
        parts.append(sentence("released.drafts", {}, language))
    return ("" if language == "zh" else " ").join(parts)


def standing(site: Site, has_instant: bool, language: str = "zh") -> list[str]:
    """Whether gates are asked for; and how many records stand how, where an instant was asked."""
    if site.settings.site is UNREADABLE:
        return [sentence("check.gates-unknown", {}, language)]
    lines = [sentence(f"check.gates-{site.settings.site.gates}", {}, language)]
    if has_instant:
        library, settings = site.content.library, site.settings
        found = Counter(state_of(record, library, settings) for record in library.records.values())
        found["draft"] += found.pop("in_review", 0)
        values: dict[str, str] = {name: str(found[name]) for name in TOLD}
        at = f"{settings.now.astimezone(settings.zone):%Y-%m-%d %H:%M}"
        lines.append(sentence("check.at", {"at": at, **values}, language))
    return lines


def _pages(paths: Iterable[str]) -> list[str]:
    """Those that are pages for the public, sorted."""
    own = f"{forms.FOLDER}/"
    return sorted(path for path in paths if path.endswith(".html") and not path.startswith(own))


def _gone(paths: list[str], site: Site, language: str) -> Iterator[str]:
    if paths:
        base = urlsplit(site.settings.base_url).path
        first = [base + path.removesuffix("index.html") for path in paths[:MOST_NAMED]]
        values = {"count": str(len(paths)), "first": BETWEEN[language].join(first)}
        case = "released.gone-more" if len(paths) > MOST_NAMED else "released.gone"
        yield sentence(case, values, language)


def _waiting(site: Site, language: str) -> Iterator[str]:
    """How many approved records wait for their time, and when the next is due."""
    library, zone = site.content.library, site.settings.zone
    moments = [
        record.fields.publish_at
        for record in library.records.values()
        if state_of(record, library, site.settings) == "embargoed" and record.fields.publish_at
    ]
    if moments:
        at = f"{min(moments).astimezone(zone):%Y-%m-%d %H:%M}"
        yield sentence("released.waiting", {"count": str(len(moments)), "at": at}, language)


def _unsigned(site: Site, language: str) -> Iterator[str]:
    """Which records are left out until they are signed; or that nobody asks."""
    if site.settings.site.gates == "disabled":
        yield sentence("released.no-gates", {}, language)
        return
    library = site.content.library
    left = [
        place
        for place, record in library.records.items()
        if state_of(record, library, site.settings) == "unsigned"
    ]
    if left:
        values = {"count": str(len(left)), "first": BETWEEN[language].join(left[:MOST_NAMED])}
        case = "released.unsigned-more" if len(left) > MOST_NAMED else "released.unsigned"
        yield sentence(case, values, language)
