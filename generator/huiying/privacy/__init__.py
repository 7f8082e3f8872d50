"""Personal data in a text, in whatever spelling: `find`, the one way in.

In: a text that the public will read, or an address of the web. Out: findings, masked. It knows no
record and no register: which findings are a fault is for the rule `personal-data` and the audit of
the same name.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from huiying.privacy.addresses import doors, emails
from huiying.privacy.finding import Finding, Kind
from huiying.privacy.folding import figures, fold
from huiying.privacy.names import claimant, hints, names
from huiying.privacy.numbers import numbers, plates

__all__ = ["Finding", "Kind", "claimant", "find", "find_in_address", "find_traces", "fold"]
# Digits in any spelling.
_DIGIT = (
    "0-9\u3007零\u25cb一二三四五六七八九壹贰叁肆伍陆柒捌玖貳弍參弎陸幺\u00b2\u00b3\u00b9\u0660-\u0669"
    "\u06f0-\u06f9\u0966-\u096f\u2070-\u2089\u2460-\u249b\u24ea\u24f5-\u24ff\u2776-\u2793"
    "\u3220-\u3229\u3280-\u3289\uff10-\uff19\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a"
)
# Each begins with a set of signs: so a search costs a few nanoseconds a sign.
_HINTS = (
    re.compile(rf"[{_DIGIT}](?:[^{_DIGIT}一-龥A-Za-z<>\"]{{0,4}}[{_DIGIT}]){{10}}"),
    re.compile(rf"[{_DIGIT}十]\s?(?:室|号房|号\s?[{_DIGIT}]|[组队社]\s?[{_DIGIT}])"),
    re.compile(
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s·•.\-]?"
        r"[A-Za-z\uff21-\uff3a\u24b6-\u24e9]"
    ),
    re.compile(r"[\[({]\s?at\s?[\])}]"),
)
_CUES = {
    "@": re.compile(r"\w[^\w\"]{0,3}@[^\w\"]{0,3}\w"),
    "\uff20": re.compile("\uff20"),
    "&#": re.compile("&#"),
    "单元": re.compile("单元"),
    "门牌": re.compile("门牌"),
    "栋": re.compile("栋"),
    "幢": re.compile("幢"),
    "号楼": re.compile("号楼"),
}
"""Words that are rare and found faster by themselves, with what is then looked for."""
_CUE = re.compile(f"[{''.join(sorted({cue[0] for cue in _CUES}))}]")
_ODD = re.compile(
    "[^\x00-\x7f\u4e00-\u9fff\u3001-\u301c\u2014\u2018-\u201d\u2026\u00b7"
    "\uff01\uff05\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff5e]"
)
"""What is rare in official prose, and may hide something from a search."""
_REACH = 60
"""Signs around a hint in which all of a finding lies, with what stands beside it."""


def find(text: str) -> Iterator[Finding]:
    """All personal data of a text, each value once."""
    seen: set[tuple[Kind, str]] = set()
    for finding in _find(text):
        if (finding.kind, finding.value) not in seen:
            seen.add((finding.kind, finding.value))
            yield finding


def _find(text: str) -> Iterator[Finding]:
    has_traces, is_odd = _is_hinted(text), _ODD.search(text) is not None
    if not (has_traces or is_odd or hints(text)):
        return
    folded = fold(text)
    if has_traces or (is_odd and _is_hinted(folded)):
        yield from _traces(folded)
    if hints(folded):
        yield from names(folded)


def find_traces(text: str) -> Iterator[Finding]:
    """Numbers and addresses of a long text, names left out: only the signs around hints are read.

    What stands beside a name in an output may come from two records that are strangers to each
    other, so a name is judged where it was written, and nowhere else.
    """
    seen: set[tuple[Kind, str]] = set()
    for start, end in _spans(text):
        for finding in _traces(fold(text[start:end])):
            if (finding.kind, finding.value) not in seen:
                seen.add((finding.kind, finding.value))
                yield finding


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text with hints, those that touch as one."""
    start = end = -1
    for match in sorted(_hints(text), key=re.Match.start):
        if end < 0 or match.start() - _REACH > end:
            if end >= 0:
                yield start, end
            start = max(match.start() - _REACH, 0)
        end = max(match.end() + _REACH, end)
    if end >= 0:
        yield start, end


def _hints(text: str) -> Iterator[re.Match[str]]:
    """Digits in a row, an @, a door, a plate: almost no text has one."""
    for pattern in _HINTS:
        yield from pattern.finditer(text)
    for cue, pattern in _CUES.items() if _CUE.search(text) else ():
        if cue in text:
            yield from pattern.finditer(text)


def _is_hinted(text: str) -> bool:
    return any(True for _ in _hints(text))


def _traces(folded: str) -> Iterator[Finding]:
    plain = figures(folded)
    yield from numbers(plain)
    yield from plates(plain)
    yield from emails(plain)
    yield from doors(plain)


def find_in_address(address: str) -> Iterator[Finding]:
    """Personal data in an address of the web: in its query, its fragment, its user, its mailbox.

    In a path the only finding is what a check digit and a date make certain: articles are numbered
    there too.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    if parts.scheme in ("mailto", "tel", "sms"):
        yield from find_traces(unquote(parts.path))
    if parts.query or parts.fragment:
        said = " ; ".join(re.split("[&;=+]", unquote(f"{parts.query}&{parts.fragment}")))
        yield from find_traces(said)
    yield from (found for found in find_traces(unquote(parts.path)) if found.kind == "identity")
