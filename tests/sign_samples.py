"""Sign the sample site anew: `python -m tests.sign_samples`, after its records have been edited.

In: content/. Out: every approved record whose gates or confirmations do not hold is signed with the
code of `huiying sign` and `huiying confirm`: by whom it was before, else by signers of the sample's
register, ten minutes before its publication. `huiying fmt` then puts them in order.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from huiying import content
from huiying.amendment import Desk
from huiying.cache import Cache
from huiying.library import Library, address
from huiying.records import Record, construct, parse
from huiying.records.common import Common
from huiying.records.review import Gate
from huiying.records.vocabulary import GATE
from huiying.settings import Settings
from huiying.signing import Evidence, confirm, sign
from huiying.standing import gate_of, is_review_due, is_signed, may_sign

ROOT = Path(__file__).resolve().parent.parent
LATE = datetime(2099, 1, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
"""An instant after all that is embargoed."""
TODAY = datetime(2026, 11, 23, 17, tzinfo=ZoneInfo("Asia/Shanghai"))
"""In the sample city: what is published later was signed by then."""
BEFORE = timedelta(minutes=10)
ANYWAY = "wangxinban"
"""The body whose signers sign for those that have none."""


def signer_of(gate: str, record: Record[Common], day: date, library: Library) -> str:
    """Who may sign: the one before, else one of the responsible body, of `ANYWAY`, of any."""
    ids = [id for id in library.registers["signer"] if may_sign(id, gate, day, library) is None]
    old = gate_of(record, gate)
    if old is not None and old.signer in ids:
        return old.signer
    bodies = {id: library.registers["signer"][id].fields.organisation for id in ids}
    own = record.fields.agencies.first_responsible
    return min(ids, key=lambda id: (bodies[id] != own, bodies[id] != ANYWAY, id))


def reread(desk: Desk, data: bytes) -> Desk:
    """The desk with the record as it now stands."""
    record = desk.record
    parsed = parse(data, record.file, desk.model, record.language)
    made, problems = construct(
        parsed, desk.model, record.kind, record.id, record.file, desk.settings.zone
    )
    assert made is not None, problems
    place = address(record.kind, record.id)
    library = replace(desk.library, records={**desk.library.records, place: made})
    return Desk(made, data, library, desk.settings)


def signed(desk: Desk) -> bytes:
    """The record's bytes with all five gates and every body involved; what they said stays."""
    fields = desk.record.fields
    assert fields.publish_at is not None
    usual = min(fields.publish_at - BEFORE, TODAY)
    for term in GATE:
        old = gate_of(desk.record, term.en) or Gate()
        at = old.at if old.at and old.at <= fields.publish_at else usual
        signer = signer_of(term.en, desk.record, at.date(), desk.library)
        evidence = Evidence(old.result or "pass", at, old.reason, old.ref)
        desk = replace(desk, data=sign(desk, [term.en], signer, evidence).data)
    given = fields.review.confirmations if fields.review else ()
    times = {each.organisation: each.at for each in given}
    for body in fields.agencies.involved:
        desk = reread(desk, confirm(desk, body, Evidence("agreed", times.get(body) or usual)).data)
    return desk.data


def unsigned(root: Path) -> Iterator[Desk]:
    """The records of a site that ought to be signed and are not."""
    found = content.read(root, root / "content", "sign", Cache(None))
    assert not [each for each in found.problems if each.level.value == "error"], found.problems
    settings = Settings(found.site, "https://huiying.example/", LATE)
    for record in found.library.records.values():
        fields = record.fields
        due = fields.status == "approved" and is_review_due(fields, settings)
        if due and not is_signed(record, found.library, settings):
            data = (root / record.file).read_bytes()
            yield Desk(record, data, found.library, settings)


def main(root: Path = ROOT) -> int:
    """Sign what has to be signed; how many records that were."""
    desks = list(unsigned(root))
    for desk in desks:
        (root / desk.record.file).write_bytes(signed(desk))
        sys.stdout.write(f"{desk.record.file}\n")
    return len(desks)


if __name__ == "__main__":
    main()
