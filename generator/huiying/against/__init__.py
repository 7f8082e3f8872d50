"""What was published before, against what would be now: silent edits, vanished addresses and more.

In: what two manifests say of their records. Out: differences that must not be, as problems at the
places in the content. One file is one rule; its name is the rule's, its docstring its page of the
guide. `publish` asks `differences` alone, as it has no content.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from huiying.against import (
    back_dated,
    reused_address,
    rewritten_history,
    silent_edit,
    vanished_address,
)
from huiying.against.back_dated import Evidence
from huiying.against.commits import first_commits
from huiying.against.difference import Difference, Entries, page
from huiying.library import Library
from huiying.manifest import entries, instant
from huiying.problem import Mark, Problem
from huiying.public import project
from huiying.records import KIND_BY_WORD, Record
from huiying.records.common import Common
from huiying.records.field import fields_of
from huiying.settings import Settings
from huiying.standing import state_of

COMPARISONS = (
    "back-dated",
    "reused-address",
    "rewritten-history",
    "silent-edit",
    "vanished-address",
)
"""Every rule of this folder, by name; its module has the same name."""


_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")


@dataclass(frozen=True, slots=True)
class Previous:
    """What was published before. `released`: when, at the earliest."""

    entries: Entries
    released: datetime | None


def differences(previous: Previous, after: Entries, now: datetime) -> list[Difference]:
    """What the manifests alone show, by address. `now`: the instant for which `after` was built."""
    before = previous.entries
    known = _with_new_ids(before, after)
    found = [*vanished_address.find(before, after), *reused_address.find(before, after)]
    found += [*silent_edit.find(known, after), *rewritten_history.find(known, after)]
    if previous.released is not None:
        found += back_dated.find(known, after, previous.released)
    early = {each.address: at for each in found if (at := _early(each.address, before, now))}
    told = [each for each in found if each.address not in early]
    for address, at in early.items():
        values = {"address": address, "at": at}
        told.append(Difference(vanished_address.NAME, address, "early", "publish_at", values))
    return sorted(told, key=lambda each: (each.address, each.rule, each.path, each.case))


def _with_new_ids(before: Entries, after: Entries) -> Entries:
    """What was public, under the id that a record has now, if it has another one.

    It says where it was, so that readers find it: what else it says is as little changed in
    silence. The digest of all covers the address, and is that of now where the values are.
    """
    heirs = {path: address for address, entry in after.items() for path in entry.addresses}
    known = dict(before)
    for old in before.keys() - after.keys():
        new = heirs.get(page(old))
        if new is not None and new not in before:
            entry = known.pop(old)
            is_same = entry.fields == after[new].fields
            known[new] = replace(entry, digest=after[new].digest if is_same else entry.digest)
    return known


def _early(address: str, before: Entries, now: datetime) -> str:
    """When the last of it is due that was published before its time, or nothing.

    It has not vanished, nor was it rewritten: it is to come, and nobody has to mend the record.
    """
    entry = before.get(address)
    notes = (*entry.history, *entry.updates) if entry else ()
    last = max([entry.publish_at, *(note.at for note in notes)]) if entry else ""
    return last if last > instant(now.replace(microsecond=0)) else ""


def check(
    library: Library, settings: Settings, previous: Previous, root: Path, folder: Path
) -> Iterator[Problem]:
    """A problem for each difference. `root`: whence marks go; `folder`: content/ below it."""
    after = entries(project(library, settings), library)
    base = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name
    for each in differences(previous, after, settings.now):
        if not _is_told_elsewhere(each, library, settings):
            yield _problem(each, library, base, settings)
    commits = first_commits(folder)
    if commits is not None:
        commits = {f"{base}/{path}": at for path, at in commits.items()}
    evidence = Evidence(previous.released, commits, base)
    yield from back_dated.check(library, settings, previous.entries, after, evidence)


def named(difference: Difference, language: str) -> Problem:
    """A difference as a problem of a release, where nobody knows the lines."""
    kind = KIND_BY_WORD.get(difference.address.partition("/")[0])
    key = difference.path.partition(".")[0]
    labels = {item.name: item.label(language) for item in fields_of(kind.model)} if kind else {}
    values = {**difference.values, "key": labels.get(key, key)}
    return Problem(difference.rule, Mark(difference.address), difference.case, values)


def _is_told_elsewhere(each: Difference, library: Library, settings: Settings) -> bool:
    """Whether another problem speaks of the same: a broken file, a gate that has reopened."""
    if each.rule != vanished_address.NAME:
        return False
    record = library.records.get(each.address)
    if record is None:
        return each.address in library.unreadable
    return state_of(record, library, settings) == "unsigned"


def _file(address: str, base: str) -> str:
    """Where the file of a record is that is there no more."""
    word, _, id = address.partition("/")
    kind = KIND_BY_WORD.get(word)
    if kind is None:
        return base
    return f"{base}/{kind.folder}/{f'{id[:4]}/' if kind.model.dated else ''}{id}.yml"


def _problem(each: Difference, library: Library, base: str, settings: Settings) -> Problem:
    times = {name: _local(value, settings) for name, value in each.values.items()}
    each = replace(each, values=times)
    record: Record[Common] | None = library.records.get(each.address)
    if record is None:
        return Problem(each.rule, Mark(_file(each.address, base)), each.case, each.values)
    key = each.path.partition(".")[0]
    labels = {item.name: item.label(record.language) for item in fields_of(type(record.fields))}
    values = {**each.values, "key": labels.get(key, key)}
    return Problem(each.rule, record.mark(each.path), each.case, values)


def _local(value: str, settings: Settings) -> str:
    """An instant as editors read it, in the site's zone; any other value as it is."""
    if not _INSTANT.fullmatch(value):
        return value
    return f"{datetime.fromisoformat(value).astimezone(settings.zone):%Y-%m-%d %H:%M}"


__all__ = ["COMPARISONS", "Difference", "Previous", "check", "differences", "named"]
