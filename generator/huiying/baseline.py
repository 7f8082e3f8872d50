"""The baseline: problems that were there when a site began to be checked, known and put off.

In: problems with their fingerprints, a file. Out: which of them are known, and which entries
nobody finds any more. `check` alone looks at it: what stops a build stops it, known or not. The
file holds places, rules and digests, never what an editor wrote.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

VERSION = 1
TAKEN = frozenset(
    # How a value is written,
    "address choice day empty-text file-suffix id-form identifier lone-sidecar mixed-keys moment"
    " one-line percent required shape stray-file too-long unknown-key whole wrong-folder yes-no"
    # what a record says,
    " already-answered assessment block briefing-record briefing-speaker briefing-state"
    " claim-as-sent coordinator debt doc-no expert former-url generic-alt imported-late intake"
    " interpretation length link-form medium-licence organisation-valid outcome policy-risk"
    " policy-standing reference survey-count survey-result time-limit time-order title-is-truth"
    " unverified-update"
    # and its wording.
    " absolute-claim banned-words empty-phrase number-style sentence-length".split()
)
"""The rules whose problems can be put off; of any other rule, a new one too, nothing can.

Not among them is what guards persons and readers (privacy, leaks, media, gates, history), a file
that cannot be read, as more may be wrong behind it, and what reminds of a day.
"""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known problem: where, of which rule, and what it is known by."""

    file: str
    rule: str
    fingerprint: str


class Unusable(Exception):
    """The file is no baseline; its text is no editor's work, so it has no place in it."""


def takes(rule: str) -> bool:
    """Whether problems of this rule can be put off."""
    return rule in TAKEN


def read(data: bytes) -> frozenset[Entry]:
    """The entries of a baseline; raises `Unusable` for any other file."""
    try:
        whole = json.loads(data)
        if whole["version"] != VERSION:
            raise Unusable
        return frozenset(_entry(each) for each in whole["known"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Unusable from error


def _entry(known: Mapping[str, object]) -> Entry:
    file, rule, fingerprint = known["file"], known["rule"], known["fingerprint"]
    if not (isinstance(file, str) and isinstance(rule, str) and isinstance(fingerprint, str)):
        raise Unusable
    return Entry(file, rule, fingerprint)


def is_baseline(data: bytes) -> bool:
    """Whether bytes are a baseline."""
    try:
        read(data)
    except Unusable:
        return False
    return True


def written(entries: Iterable[Entry]) -> bytes:
    """A baseline with these entries: by place, one a line, as changes are read line by line."""
    lines = [json.dumps(asdict(each), ensure_ascii=False) for each in sorted(set(entries))]
    known = "".join(f"\n  {line}," for line in lines).removesuffix(",")
    text = f'{{\n "version": {VERSION},\n "known": [{known}\n ]\n}}\n'
    return text.encode("utf-8", "backslashreplace")
