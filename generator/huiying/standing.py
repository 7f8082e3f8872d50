"""When a record is public: the one table, asked by the projection, the rules, the tally and `next`.

In: a record, the library, the settings with the instant. Out: its `State`, and which of its gates
and confirmations do not hold. It yields no problem: that do the rules gate, gate-reopened and
confirmation. It knows nothing of what was public before.

| state | what it is |
| --- | --- |
| undisclosed | its 公开方式 is not 主动公开 |
| draft, in_review | its 状态 is not 已审定, or it has no 发布时间 |
| embargoed | its 发布时间 is yet to come |
| unsigned | its time has come, yet a gate or a confirmation does not hold |
| public | all others |

The first that fits counts. Gates are not asked for where site.yml says so, nor of 历史资料,
nor of what is withdrawn: its text is not public.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Literal, TypeAlias

from huiying.digest import content_digest
from huiying.library import Library
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.history import closed_as
from huiying.records.review import Confirmation, Gate
from huiying.records.vocabulary import GATE
from huiying.settings import UNREADABLE, Settings

State: TypeAlias = Literal["public", "draft", "in_review", "embargoed", "undisclosed", "unsigned"]
KEPT_WHEN_WITHDRAWN = frozenset(
    {"title", "short_title", "agencies", "history", "publish_at", "former_urls"}
)
"""Fields that readers still see of what was withdrawn."""
Fault: TypeAlias = Literal[
    "missing",
    "refused",
    "no-reason",
    "no-digest",
    "changed",
    "no-time",
    "too-late",
    "to-come",
    "no-signer",
    "unknown",
    "not-allowed",
    "not-valid",
    "drafter",
]
"""Why a gate or a confirmation does not hold; the rules have a sentence for each."""


@dataclass(frozen=True, slots=True)
class Open:
    """A gate or a confirmation that does not hold. `path`: where it stands, or would stand.

    `name`: the gate's term, or the id of the body.
    """

    path: str
    name: str
    fault: Fault


def state_of(record: Record[Common], library: Library, settings: Settings) -> State:
    """Why a record is public at the settings' instant, or why not (the table above)."""
    fields = record.fields
    if fields.disclosure != "active":
        return "undisclosed"
    if fields.status != "approved" or fields.publish_at is None:
        return "in_review" if fields.status == "in_review" else "draft"
    if fields.publish_at > settings.now:
        return "embargoed"
    return "public" if is_signed(record, library, settings) else "unsigned"


def is_signed(record: Record[Common], library: Library, settings: Settings) -> bool:
    """Whether nothing that review asks for stays open."""
    if not is_review_due(record.fields, settings):
        return True
    still_open = chain(
        open_gates(record, library, settings), open_confirmations(record, library, settings)
    )
    return next(still_open, None) is None


def is_review_due(fields: Common, settings: Settings) -> bool:
    """Whether gates must hold: the site uses them, this is no 历史资料 and not withdrawn.

    Of what is withdrawn only the title and the reason are public. Whoever deletes personal data
    from its text must not lose the page that says so until five people have signed again.
    """
    if settings.site.gates != "enabled" or is_history(fields, settings):
        return False
    return "withdrawn" not in closed_as(fields.history, settings.now)


def is_history(fields: Common, settings: Settings) -> bool:
    """Whether this is 历史资料: imported, and published before the site was adopted."""
    if fields.imported_from is None or fields.publish_at is None:
        return False
    adopted = settings.site.adopted_on
    if adopted is None:  # site.yml cannot be read: that is told, and nothing follows from it
        return settings.site is UNREADABLE
    return fields.publish_at.astimezone(settings.zone).date() < adopted


def open_gates(record: Record[Common], library: Library, settings: Settings) -> Iterator[Open]:
    """The gates of the five that do not hold, in their order, each with the first reason."""
    for term in GATE:
        gate = gate_of(record, term.en)
        fault = "missing" if gate is None else _gate_fault(term.en, gate, record, library, settings)
        if fault is not None:
            yield Open(f"review.gates.{term.en}", term.en, fault)


def gate_of(record: Record[Common], name: str) -> Gate | None:
    """The evidence of one gate, if there is any."""
    gates = record.fields.review.gates if record.fields.review else None
    gate: Gate | None = getattr(gates, name, None)
    return gate


def open_confirmations(
    record: Record[Common], library: Library, settings: Settings
) -> Iterator[Open]:
    """The bodies involved whose last answer is no consent that holds, in the record's order."""
    given = record.fields.review.confirmations if record.fields.review else ()
    for body in dict.fromkeys(record.fields.agencies.involved):
        places = [number for number, each in enumerate(given) if each.organisation == body]
        if not places:
            yield Open("agencies.involved", body, "missing")
            continue
        number = places[-1]
        fault = _confirmation_fault(given[number], record, library, settings)
        if fault is not None:
            yield Open(f"review.confirmations.{number}", body, fault)


def may_sign(id: str, gate: str, on: date, library: Library) -> Fault | None:
    """Why that signer may not sign that gate on that day, or None."""
    entry = library.registers.get("signer", {}).get(id)
    if entry is None:
        return "unknown"
    fields = entry.fields
    if gate not in fields.gates:
        return "not-allowed"
    starts, ends = fields.valid_from or date.min, fields.valid_to or date.max
    return None if starts <= on <= ends else "not-valid"


def is_drafter(id: str, record: Record[Common], library: Library) -> bool:
    """Whether the signer is one who drafted the record: compared in NFKC, without spaces.

    Several are told apart by a mark; what stands in brackets behind a name is no name.
    """
    entry = library.registers.get("signer", {}).get(id)
    drafter = record.fields.review.drafted_by if record.fields.review else None
    names = {_plain(id), _plain(entry.fields.name)} if entry else {_plain(id)}
    return drafter is not None and not names.isdisjoint(_plain(each) for each in _names(drafter))


def _names(text: str) -> Iterator[str]:
    """The names that stand in a line, and the line itself, which may be an id."""
    yield text
    bare = re.sub(r"\(.*?\)", "", unicodedata.normalize("NFKC", text))
    yield from re.split(r"[、,;/\s]", bare)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def latest(fields: Common, now: datetime) -> datetime | None:
    """Until when a review counts as one before publication: until then, or now once it changed.

    What was corrected or brought up to date is reviewed again, which can only be after the first
    publication; news that is written for later, before that. None where there is no time of
    publication.
    """
    if fields.publish_at is None:
        return None
    told = [entry.at for entry in fields.history if entry.type != "first_published"]
    changes = [at for at in told if at <= now] + [update.at for update in fields.updates]
    is_changed = any(fields.publish_at <= at for at in changes)
    return now if is_changed else fields.publish_at


def _gate_fault(
    name: str, gate: Gate, record: Record[Common], library: Library, settings: Settings
) -> Fault | None:
    if gate.result not in ("pass", "not_applicable"):
        return "refused"
    if gate.result == "not_applicable" and gate.reason is None:
        return "no-reason"
    if gate.signer is None:
        return "no-signer"
    fault = _binding_fault(gate, record, library, settings)
    if fault is not None:
        return fault
    assert gate.at is not None
    day = gate.at.astimezone(settings.zone).date()
    if is_drafter(gate.signer, record, library):
        return "drafter"
    return may_sign(gate.signer, name, day, library)


def _confirmation_fault(
    given: Confirmation, record: Record[Common], library: Library, settings: Settings
) -> Fault | None:
    if given.result not in ("agreed", "amended"):
        return "refused"
    return _binding_fault(given, record, library, settings)


def _binding_fault(
    given: Gate | Confirmation, record: Record[Common], library: Library, settings: Settings
) -> Fault | None:
    """Why what was signed is not what stands there, or was not signed in time."""
    if given.at is None:
        return "no-time"
    if given.at > settings.now:
        return "to-come"
    limit = latest(record.fields, settings.now)
    if limit is not None and given.at > limit:
        return "too-late"
    if given.digest is None:
        return "no-digest"
    return None if given.digest == content_digest(record, library).whole else "changed"
