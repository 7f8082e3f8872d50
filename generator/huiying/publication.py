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
from huiying.against import Difference, Previous
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

    @property
    def released(self) -> Previous:
        """What was published, as it is compared with."""
        return Previous(self.entries, datetime.fromisoformat(self.link.at) if self.link else None)


@dataclass(frozen=True, slots=True)
class _Built:
    """What is to be published. `files`: digests by path; `sealed`: that of the manifest."""

    root: Root
    entries: Mapping[str, Entry]
    files: Mapping[str, str]
    sealed: str


def publish(site: Path, target: Path, now: datetime) -> tuple[Link, bool]:
    """The newest link of the target's log, and whether it is new.

    Raise Refused, or ReleaseRefused when the target cannot be exchanged.
    """
    site, target = site.resolve(), Path(os.path.abspath(target))
    now = now.replace(microsecond=0)
    built = _site(site, target)
    with open_twin(target) as twin:
        before = _before(target)
        if before.link and instant(now) < before.link.at:
            raise Refused("clock", {"now": instant(now), "last": before.link.at})
        if instant(now) < built.root.newest:
            raise Refused("early", {"now": instant(now), "at": built.root.newest})
        found = against.differences(before.released, built.entries, now)
        if found:
            raise Refused("differs", {"count": str(len(found))}, differences=found)
        if before.link and before.link.manifest == built.sealed and not _faults(target):
            return before.link, False
        _fill(twin, site, {**built.files, **_parts(built.root), manifest.ROOT: built.sealed})
        link = _link(twin, target, before, built, now)
        twin.switch()
    return link, True


def _site(site: Path, target: Path) -> _Built:
    """The site that is to be published, each file of it looked at."""
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
    if not findings:
        try:
            data = read(manifest.ROOT) or b""
            root = manifest.parse_root(data)
            entries, files = manifest.read_entries(root, read), manifest.read_files(root, read)
            return _Built(root, entries, files, digest(data))
        except Damaged as damaged:  # somebody is writing to the site at this moment
            findings = [Finding("damaged", damaged.path)]
    raise Refused("altered", values, findings)


def _before(target: Path) -> _Before:
    """What readers see now; Refused when that is not ours, or not as it was published."""
    values = {"target": str(target)}
    seen = [name for name in os.listdir(target) if name[0] != "."] if target.is_dir() else []
    if not seen:
        return _Before({}, {}, None)
    read = reader(str(target))
    if read(log.HEAD) is None:
        raise Refused("not-ours" if read(manifest.ROOT) is None else "no-log", values)
    findings = [*verification.chain(read), *verification.logged(read)]
    if not findings:
        try:
            found = verification.released(read)
            assert found is not None  # the newest link names a manifest
            return _Before(found.entries, manifest.read_files(found.root, read), found.link)
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
        if twin.holds(path, wanted) and digest(_bytes(twin.root / path) or b"") == wanted:
            twin.keep(path)
            continue
        data = _bytes(site / path)
        if data is None or digest(data) != wanted:  # somebody is writing to the site right now
            case = "missing" if data is None else "changed"
            raise Refused("altered", {"site": str(site)}, [Finding(case, path)])
        twin.record(path, write_file(twin.root, Output(path, data)))


def _bytes(file: Path) -> bytes | None:
    """What is in a file; None where there is none, as somebody took it away after it was seen."""
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _link(twin: Twin, target: Path, before: _Before, built: _Built, now: datetime) -> Link:
    """Put the log with one more link, and what is kept for readers of the release before."""
    last, kept = before.link, None
    if assets := twin.kept():
        listed = manifest.kept_output(assets)
        twin.put(listed)
        kept = digest(listed.data)
    previous = None
    for n in range(1, last.n + 1 if last else 1):
        path = log.path_of(n)
        data = _bytes(target / path)
        if data is None:
            raise Refused("broken", {"target": str(target)}, [Finding("missing", path)])
        twin.put(Output(path, data))
        previous = digest(data)
    link = Link(
        n=last.n + 1 if last else 1,
        at=instant(now),
        manifest=built.sealed,
        kept=kept,
        previous=previous,
        records=_counts(before.entries, built.entries),
        files=_counts(before.files, built.files),
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
