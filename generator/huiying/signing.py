"""A gate signed, a confirmation noted: written into the bytes of a record's file with its digest.

In: a record with its bytes, who signs what. Out: the new bytes, in which nothing else is changed;
or `Refused` by name for what would not hold. It opens no file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from huiying.amendment import Amendment, Desk, Refused
from huiying.digest import content_digest
from huiying.formatting.revising import append, put
from huiying.library import address
from huiying.records.values import BETWEEN
from huiying.records.vocabulary import GATE
from huiying.standing import is_drafter, latest, may_sign, open_gates


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is written beside the digest. `at`: None for now; `result`: a term of its vocabulary."""

    result: str
    at: datetime | None = None
    reason: str | None = None
    ref: str | None = None


def sign(desk: Desk, gates: Sequence[str], signer: str, evidence: Evidence) -> Amendment:
    """The record with those gates signed, each bound to the content as it is."""
    entry = desk.library.registers.get("signer", {}).get(signer)
    if entry is None:
        raise _unknown("sign-unknown", signer, desk.library.registers.get("signer", {}))
    if evidence.result == "not_applicable" and evidence.reason is None:
        raise Refused("sign-reason")
    if not (desk.record.fields.review and desk.record.fields.review.drafted_by):
        raise Refused("sign-no-drafter")
    if is_drafter(signer, desk.record, desk.library):
        raise Refused("sign-drafter", signer=signer)
    at = _time(desk, evidence)
    for gate in gates:
        fault = may_sign(signer, gate, at.date(), desk.library)
        if fault is not None:
            allowed = _named(entry.fields.gates, desk)
            values = {"signer": signer, "gate": _named([gate], desk), "allowed": allowed}
            raise Refused(f"sign-{fault}", **values, at=f"{at:%Y-%m-%d}")
    digest = content_digest(desk.record, desk.library)
    found = {"organisation": entry.fields.organisation, "signer": signer}
    bound = {"digest": digest.whole, "field_digests": digest.line}
    data = desk.data
    for gate in gates:
        value = {**found, **_written(evidence, at, bound)}
        data = put(data, ("review", "gates", gate), value, desk.model, desk.record.language)
    return Amendment(data, (_named(gates, desk),))


def still_open(desk: Desk, gates: Sequence[str]) -> str:
    """The gates that are not signed besides those, as a sentence lists them."""
    found = [each.name for each in open_gates(desk.record, desk.library, desk.settings)]
    return _named([gate for gate in found if gate not in gates], desk)


def confirm(desk: Desk, organisation: str, evidence: Evidence) -> Amendment:
    """The record with the answer of a body involved.

    Its answer before is replaced, but an objection stays above: that there was one is evidence.
    """
    if organisation not in desk.record.fields.agencies.involved:
        if organisation not in desk.library.organisations:
            raise _unknown("confirm-unknown", organisation, desk.library.organisations)
        raise Refused("confirm-not-involved", organisation=organisation)
    at = _time(desk, evidence)
    digest = content_digest(desk.record, desk.library)
    bound = {"digest": digest.whole, "field_digests": digest.line}
    value = {"organisation": organisation, **_written(evidence, at, bound)}
    review = desk.record.fields.review
    given = [each.organisation for each in review.confirmations] if review else []
    was_refused = [each.result == "objected" for each in review.confirmations] if review else []
    path: tuple[str | int, ...] = ("review", "confirmations")
    language = desk.record.language
    number = len(given) - 1 - given[::-1].index(organisation) if organisation in given else -1
    if number >= 0 and not was_refused[number]:
        data = put(desk.data, (*path, number), value, desk.model, language)
    else:
        data = append(desk.data, path, value, desk.model, language)
    return Amendment(data, (organisation,))


def _time(desk: Desk, evidence: Evidence) -> datetime:
    """When it was done, to the minute, in the site's zone: in time, and not to come."""
    settings, fields = desk.settings, desk.record.fields
    at = evidence.at or settings.now
    at = at if at.tzinfo else at.replace(tzinfo=settings.zone)
    at = at.astimezone(settings.zone).replace(second=0, microsecond=0)
    if at > settings.now:
        raise Refused("sign-to-come", at=f"{at:%Y-%m-%d %H:%M}")
    limit = latest(fields, settings.now)
    if limit is None:
        place = address(desk.record.kind, desk.record.id)
        raise Refused("sign-no-time", address=place)
    if at > limit and evidence.result not in ("revise", "objected"):
        limit = limit.astimezone(settings.zone)
        values = {"at": f"{at:%Y-%m-%d %H:%M}", "other_at": f"{limit:%Y-%m-%d %H:%M}"}
        raise Refused("sign-too-late", **values)
    return at


def _written(evidence: Evidence, at: datetime, bound: dict[str, str]) -> dict[str, Any]:
    """The values of a gate or confirmation behind who gave it, those that are there."""
    values = {"at": f"{at:%Y-%m-%d %H:%M}", "result": evidence.result, "reason": evidence.reason}
    values |= {**bound, "ref": evidence.ref}
    return {key: value for key, value in values.items() if value}


def _named(gates: Sequence[str], desk: Desk) -> str:
    language = desk.record.language
    terms = (GATE.by_en[gate] for gate in gates)
    return BETWEEN[language].join(term.zh if language == "zh" else term.en for term in terms)


def _unknown(rule: str, id: str, known: Any) -> Refused:
    near = get_close_matches(id, known, n=1)
    return Refused(f"{rule}.near" if near else rule, id=id[:80], near="".join(near))
