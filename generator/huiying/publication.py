"""`publish`: a built site into the folder that readers see, as one more link of its log.

In: a site as it was built, the target's folder, the instant. Out: what was published; or a
`Refused` that says why nothing was. It renders nothing: every byte comes from the site, and each is
held against the manifest. The switch is the last thing that can happen.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from huiying import against, manifest, verification
from huiying.against import Difference
from huiying.manifest import Damaged, Entry, Root, instant
from huiying.origin import reader
from huiying.release import PREVIEW_MARKER, Twin, log, open_twin, write_file
from huiying.release.log import Head, Link
from huiying.render.output import Output, digest
from huiying.verification import Finding


class Refused(Exception):
    """Nothing was published. `rule` names the sentence, `values` fill it, the rest says why."""

    def __init__(
        self,
        case: str,
        values: Mapping[str, str],
        findings: list[Finding] | None = None,
        differences: list[Difference] | None = None,
    ) -> None:
        super().__init__(case)
        self.rule = f"publish.{case}"
        self.values = values
        self.findings = findings or []
        self.differences = differences or []


@dataclass(frozen=True, slots=True)
class _Before:
    """What the target holds: nothing, or a tree whose manifest and log hold together."""

    entries: Mapping[str, Entry]
    files: Mapping[str, str]
    link: Link | None


def publish(site: Path, target: Path, now: datetime) -> tuple[Link, bool]:
    """The newest link of the target's log, and whether it is new.

    Raise Refused, or ReleaseRefused when the target cannot be exchanged.
    """
    site, target = site.resolve(), Path(os.path.abspath(target))
    now = now.replace(microsecond=0)
    root, files = _site(site, target)
    read = reader(str(site))
    entries = manifest.read_entries(root, read)
    with open_twin(target) as twin:
        before = _before(target)
        if before.link and instant(now) < before.link.at:
            raise Refused("clock", {"now": instant(now), "last": before.link.at})
        found = against.differences(before.entries, entries)
        if found:
            raise Refused("differs", {"count": str(len(found))}, differences=found)
        sealed = digest(read(manifest.ROOT) or b"")
        if before.link and before.link.manifest == sealed and not _faults(target):
            return before.link, False
        _fill(twin, site, {**files, **_parts(root), manifest.ROOT: sealed})
        link = _link(twin, target, before, entries, files, sealed, now)
        twin.switch()
    return link, True


def _site(site: Path, target: Path) -> tuple[Root, dict[str, str]]:
    """The manifest of the site that is to be published, and its files; each was looked at."""
    if site == target.resolve():
        raise Refused("same", {})
    if site.is_relative_to(target.resolve()) or target.resolve().is_relative_to(site):
        raise Refused("inside", {})
    values = {"site": str(site)}
    if (site / PREVIEW_MARKER).exists():
        raise Refused("preview", values)
    read = reader(str(site))
    if read(manifest.ROOT) is None:
        raise Refused("no-site", values)
    findings = list(verification.tree(site))
    if findings:
        raise Refused("altered", values, findings)
    root = manifest.parse_root(read(manifest.ROOT) or b"")
    return root, manifest.read_files(root, read)


def _before(target: Path) -> _Before:
    """What readers see now; Refused when that is not ours, or not as it was published."""
    values = {"target": str(target)}
    seen = [name for name in os.listdir(target) if name[0] != "."] if target.is_dir() else []
    if not seen:
        return _Before({}, {}, None)
    read = reader(str(target))
    if read(manifest.ROOT) is None and read(log.HEAD) is None:
        raise Refused("not-ours", values)
    findings = [] if read(log.HEAD) is None else [*verification.chain(read)]
    findings += verification.logged(read)
    if not findings:
        try:
            root = manifest.read_root(read) or Root((), ())
            entries, files = manifest.read_entries(root, read), manifest.read_files(root, read)
            return _Before(entries, files, verification.last_link(read))
        except Damaged as damaged:
            findings = [Finding("damaged", damaged.path)]
    raise Refused("broken", values, findings)


def _faults(target: Path) -> bool:
    """Whether the target is anything but what its manifest says: then it is published anew."""
    return next(verification.tree(target), None) is not None


def _parts(root: Root) -> dict[str, str]:
    return {shard.path: shard.digest for shard in root.shards}


def _fill(twin: Twin, site: Path, files: Mapping[str, str]) -> None:
    """Bring every file of the site into the twin, each held against its digest.

    Also those that the twin holds: whoever tampers with a file can set its time back.
    """
    for path, wanted in files.items():
        if twin.holds(path, wanted) and digest((twin.root / path).read_bytes()) == wanted:
            twin.keep(path)
            continue
        data = (site / path).read_bytes()
        if digest(data) != wanted:  # somebody is writing to the site at this moment
            raise Refused("altered", {"site": str(site)}, [Finding("changed", path)])
        twin.record(path, write_file(twin.root, Output(path, data)))


def _link(
    twin: Twin,
    target: Path,
    before: _Before,
    entries: Mapping[str, Entry],
    files: Mapping[str, str],
    sealed: str,
    now: datetime,
) -> Link:
    """Put the log with one more link, and what is kept for readers of the release before."""
    last, kept = before.link, None
    if assets := twin.kept():
        listed = manifest.kept_output(assets)
        twin.put(listed)
        kept = digest(listed.data)
    previous = None
    for n in range(1, last.n + 1 if last else 1):
        data = (target / log.path_of(n)).read_bytes()
        twin.put(Output(log.path_of(n), data))
        previous = digest(data)
    link = Link(
        n=last.n + 1 if last else 1,
        at=instant(now),
        manifest=sealed,
        kept=kept,
        previous=previous,
        records=_counts(before.entries, entries),
        files=_counts(before.files, files),
    )
    data = log.written(link)
    twin.put(Output(log.path_of(link.n), data))
    twin.put(Output(log.HEAD, log.written(Head(link.n, digest(data)))))
    return link


def _counts(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, int]:
    """How many came, changed and went."""
    both = before.keys() & after.keys()
    return {
        "new": len(after.keys() - before.keys()),
        "changed": sum(before[name] != after[name] for name in both),
        "gone": len(before.keys() - after.keys()),
    }
