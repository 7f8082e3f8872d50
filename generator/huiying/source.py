"""Bytes → nodes that know their place: `Text`, `Items`, `Map`. The only file that imports `yaml`.

In: the bytes of one file and its name. Out: its tree, every scalar as written (12:30 stays 12:30,
`no` stays no), and the problems of its form, each with line and column. What YAML can do and an
editor never needs (tags, anchors, directives, several documents) is refused by name.
It never guesses a type, never knows a field, opens no file and calls nothing recursively.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from huiying.problem import Mark, Problem

LONGEST_BYTES = 1_048_576
DEEPEST = 20
MOST_PROBLEMS = 100  # of one file: a binary file would give a million
LONGEST_SHOWN = 40  # characters of a key repeated in a sentence

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # some machines lack libyaml

# Characters nobody sees, or that turn the reading order: they let a record say one thing to the
# person who signs it and another to the reader (Trojan Source, CVE-2021-42574). LRM, RLM, ALM and
# variation selectors stay: natural text needs them. NEL, LS and PS are lines to YAML only.
_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
_HIDDEN_ABOVE = "\U000e0000-\U000e007f" + "".join(
    chr(end) + chr(end + 1) for end in range(0x1FFFE, 0x110000, 0x10000)
)
# What a clean file must not hold, in a form quick to look for: above the BMP it asks too often.
_SUSPECT = re.compile(f"[\u200c\u200d{_HIDDEN}\U0001fffe-\U0010ffff]")
_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_JOINING = (  # scripts spelt with joiners: Arabic to Sinhala, Burmese, Khmer, Mongolian
    "\u0600-\u0dff\u1000-\u109f\u1780-\u17ff\u1807-\u18af\ua840-\ua87f\ufb50-\ufdcf\ufe70-\ufefe"
)
_FORBIDDEN = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"  # England, Scotland, Wales
    f"|[{_HIDDEN}{_HIDDEN_ABOVE}]|\r(?!\n)"
    f"|(?<![{_JOINING}])(?:\u200c|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}]))(?![{_JOINING}])"
)
_WIDE_COLON = re.compile(r"[ \-]*[^\s:：#\"'“]{1,12}(?=：)(?!.*:(?: |$))")

# YAML's complaint (context: problem) → our rule, its case, and whether to show where it opened.
_COMPLAINTS = (
    (r"directive|incompatible YAML", "directive", "", True),
    (r"scanning an (?:anchor|alias)", "anchor", "sign", True),
    (r"ing a tag|tag handle", "tag", "", True),
    (r"escape|hexa?dec", "syntax", "escape", False),
    (r"quoted scalar", "syntax", "quote", True),
    (r"tab character|'\\t'", "syntax", "tab", False),
    (r"simple key", "syntax", "no-colon", True),
    (r"mapping values", "syntax", "colon", False),
    (r"a flow (?:seq|map)", "syntax", "bracket", True),
    (r"sequence entries|a block (?:map|coll|seq)", "syntax", "indent", False),
    (r"start any token|node content", "syntax", "start", False),
    (r"document start", "several-documents", "", False),
)
_ODD_STARTS = ("!", "&", '"')  # of a node with a tag, an anchor or, perhaps, escapes
_LEAVES_A_TREE = {"duplicate-key", "control-character"}
_MAY_FOLLOW_FROM_HIDDEN = {"syntax", "not-a-mapping", "empty-file"}


@dataclass(slots=True)
class Text:
    """One scalar as written; `plain` when it stands without quotes and is no block.

    Nodes are read-only by agreement: freezing them costs a fifth of the time of a record.
    """

    value: str
    line: int
    column: int
    plain: bool


@dataclass(slots=True)
class Items:
    """A list and the place where it begins."""

    items: "tuple[Node, ...]"
    line: int
    column: int


@dataclass(slots=True)
class Map:
    """Keys and values in the file's order, each key once: of equal keys the first stays."""

    entries: "tuple[tuple[Text, Node], ...]"
    line: int
    column: int


Node: TypeAlias = Text | Items | Map


def read(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of one file and its problems, sorted by place.

    The tree is None when the form is broken. Repeated keys and hidden characters leave a tree, so
    that the record's other faults are found in the same run; the caller refuses it all the same.
    """
    found = _Findings(file)
    text = _decode(data, found)
    root = None if text is None else _grow(_show_hidden(text, found), found)
    if any(problem.rule not in _LEAVES_A_TREE for problem in found.problems):
        root = None
    # A tag before a block is seen twice: at the block and at its first key.
    once = {(problem.mark, problem.key): problem for problem in found.problems}
    return root, sorted(once.values(), key=lambda problem: (problem.mark, problem.key))


@dataclass(frozen=True, slots=True)
class Span:
    """What a scalar, or a list or group in brackets, takes up of a text: offsets in characters.

    `style` is the sign it begins with: a quote, `|`, `>`, `[` or `{`; "" for a plain scalar.
    """

    start: int
    end: int
    style: str


def spans(text: str) -> Iterator[Span]:
    """Scalars and brackets of a text that `read` finds sound, by where they end."""
    loader = _Loader(text)
    opened: list[Span | None] = []
    try:
        while not isinstance(event := loader.get_event(), StreamEndEvent):
            start, end = event.start_mark.index, event.end_mark.index
            if isinstance(event, ScalarEvent):
                yield Span(start, end, event.style or "")
            elif isinstance(event, CollectionStartEvent):
                opened.append(Span(start, end, text[start]) if event.flow_style else None)
            elif isinstance(event, CollectionEndEvent):
                first = opened.pop()
                if first is not None:
                    yield Span(first.start, end, first.style)
    finally:
        loader.dispose()


class _Findings:
    """The problems of one file while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(
        self,
        rule: str,
        place: tuple[int, int] = (1, 1),
        case: str = "",
        also: tuple[int, int] | None = None,
        **values: str,
    ) -> None:
        """Note one problem; beyond `MOST_PROBLEMS` nobody reads on."""
        if len(self.problems) < MOST_PROBLEMS:
            first = Mark(self.file, *also) if also else None
            self.problems.append(Problem(rule, Mark(self.file, *place), case, values, also=first))


def _decode(data: bytes, found: _Findings) -> str | None:
    """The file as text without its byte order mark, or None with the reason in `found`."""
    if len(data) > LONGEST_BYTES:
        found.add("too-large", limit=f"{LONGEST_BYTES // 1024} KB")
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        found.add("encoding", case="utf-16")
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        found.add("encoding", _place(before, len(before)), _guess(data))
        return None


def misencoded(data: bytes, file: str) -> list[Problem]:
    """What keeps the bytes of a file that is no YAML from being read as text, if anything does."""
    found = _Findings(file)
    _decode(data, found)
    return [problem for problem in found.problems if problem.rule == "encoding"]


def lines(data: bytes) -> tuple[str, ...]:
    """The lines of a file that makes no tree, in whichever encoding an editor may have saved it."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "gb18030"):
        try:
            return tuple(data.decode(encoding).splitlines())
        except UnicodeDecodeError:
            continue
    return tuple(data.decode("utf-8", "replace").splitlines())


def _guess(data: bytes) -> str:
    """`gbk` when the bytes read well as what older Windows editors save."""
    try:
        return "gbk" if data.decode("gb18030") else ""
    except UnicodeDecodeError:
        return ""


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of the character at `offset`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _show_hidden(text: str, found: _Findings) -> str:
    """The same text, every place kept, each hidden character reported and made a visible one."""
    if not _SUSPECT.search(text) and text.count("\r") == text.count("\r\n"):
        return text
    for match in islice(_forbidden(text), MOST_PROBLEMS):
        _report_hidden(match, _place(text, match.start()), "", found)
    return _FORBIDDEN.sub(lambda match: match["flag"] or "\ufffd", text)


def _forbidden(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _FORBIDDEN.finditer(text) if not match["flag"])


def _report_hidden(
    match: re.Match[str], place: tuple[int, int], case: str, found: _Findings
) -> None:
    found.add("control-character", place, case, character=f"U+{ord(match[0]):04X}")


def _grow(text: str, found: _Findings) -> Node | None:
    """The root of the first document; every fault of form goes to `found`."""
    tree = _Tree(text, found)
    hidden = bool(found.problems)
    loader = _Loader(text)
    event = None
    try:
        while not tree.is_done:
            event = loader.get_event()
            tree.take(event)
        tree.check_root()
    except yaml.MarkedYAMLError as error:
        _explain(error, event, text, found, tree)
    finally:
        loader.dispose()
    if hidden:  # they may have caused it, and their own problem says more about the way out
        found.problems = [p for p in found.problems if p.rule not in _MAY_FOLLOW_FROM_HIDDEN]
    whole = tree.is_done and not tree.open and bool(tree.nodes)
    return tree.nodes[0] if whole and isinstance(tree.nodes[0], Map) else None


class _Tree:
    """The nodes of one file while they grow: those of the innermost open collection are `nodes`."""

    def __init__(self, text: str, found: _Findings) -> None:
        self.text = text
        self.found = found
        self.nodes: list[Node] = []
        self.open: list[tuple[list[Node], int, int]] = []
        self.documents = 0
        self.is_done = False
        # Tags, anchors and escapes need one of these: most files have none and skip the search.
        self.may_be_odd = "!" in text or "&" in text or "\\" in text

    def take(self, event: Any) -> None:
        """Grow by one event."""
        kind = type(event)
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1  # YAML counts from 0, we from 1
        if self.may_be_odd and self.text.startswith(_ODD_STARTS, mark.index):
            self._look(event, (line, column))
        if kind is ScalarEvent:
            self.nodes.append(Text(event.value, line, column, not event.style))
        elif kind is MappingEndEvent:
            self._close(Map(self._pairs(), *self.open[-1][1:]))
        elif kind is SequenceEndEvent:
            self._close(Items(tuple(self.nodes), *self.open[-1][1:]))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._begin(line, column)
        else:
            self._pass(kind, event, (line, column))

    def _begin(self, line: int, column: int) -> None:
        if len(self.open) == DEEPEST:
            self.found.add("too-deep", (line, column), limit=str(DEEPEST))
            self.is_done = True  # reading on would cost more than the square of the depth
        self.open.append((self.nodes, line, column))
        self.nodes = []

    def open_bracket(self) -> tuple[int, int] | None:
        """Where the innermost list or group in brackets began that is still open."""
        lines = self.text.split("\n")
        for _, line, column in reversed(self.open):
            if line <= len(lines) and lines[line - 1][column - 1 : column] in ("[", "{"):
                return line, column
        return None

    def _close(self, node: Node) -> None:
        self.nodes = self.open.pop()[0]
        self.nodes.append(node)

    def _pass(self, kind: type, event: Any, place: tuple[int, int]) -> None:
        """Take what is no node of ours: documents, aliases, the end."""
        if kind is AliasEvent:
            self.found.add("anchor", place)
            self.nodes.append(Text(f"*{event.anchor}", *place, True))
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.text.startswith("%", event.start_mark.index):
                self.found.add("directive", place)
            if self.documents == 2:  # one sentence is enough however many there are
                self.found.add("several-documents", place)
        elif kind is StreamEndEvent:
            self.is_done = True

    def _pairs(self) -> tuple[tuple[Text, Node], ...]:
        """The entries of the mapping that ends here."""
        first_keys: dict[str, Text] = {}
        pairs = []
        for key, value in zip(self.nodes[::2], self.nodes[1::2], strict=True):
            if type(key) is not Text:
                self.found.add("complex-key", (key.line, key.column))
            elif first_keys.setdefault(key.value, key) is not key:
                self._repeated(first_keys[key.value], key)
            else:
                pairs.append((key, value))
                if key.value == "<<" and key.plain:
                    self.found.add("anchor", (key.line, key.column), "merge")
        return tuple(pairs)

    def _repeated(self, first: Text, key: Text) -> None:
        place, also = (key.line, key.column), (first.line, first.column)
        shown = key.value[:LONGEST_SHOWN]
        self.found.add("duplicate-key", place, also=also, key=shown, first_line=str(first.line))

    def _look(self, event: Any, place: tuple[int, int]) -> None:
        """Refuse what stands at or in an event and is no plain YAML."""
        sign = self.text[event.start_mark.index : event.start_mark.index + 1]
        bare = sign == "!" and isinstance(event, NodeEvent)  # "! x" leaves no tag in the event
        if getattr(event, "anchor", None):
            self.found.add("anchor", place)
        if bare or getattr(event, "tag", None):
            self.found.add("tag", place)
        if getattr(event, "style", None) == '"':
            for match in islice(_forbidden(event.value), 1):
                _report_hidden(match, place, "escape", self.found)

    def check_root(self) -> None:
        """Refuse a file that holds nothing, or anything but a mapping."""
        root = self.nodes[0] if self.nodes else None
        if self.open or isinstance(root, Map):
            return
        if root is None or (type(root) is Text and root.plain and not root.value):
            self.found.add("empty-file")
            return
        wide = _wide_colon(self.text, root.line)
        place = (root.line, root.column)
        self.found.add("not-a-mapping", wide or place, "wide-colon" if wide else "")


def _explain(
    error: yaml.MarkedYAMLError, last: Any, text: str, found: _Findings, tree: _Tree
) -> None:
    """Say in the editor's terms, and at the place to mend, what YAML complains about."""
    complaint = f"{error.context}: {error.problem}"
    row = next((row for row in _COMPLAINTS if re.search(row[0], complaint)), None)
    _, rule, case, opens = row or ("", "syntax", "", False)
    mark: Any = (opens and error.context_mark) or error.problem_mark or error.context_mark
    sign = text[mark.index : mark.index + 1]
    place = mark.line + 1, mark.column + 1
    if case == "start" and not sign:  # the file ended where an item should begin
        place, case = tree.open_bracket() or place, "bracket"
    if rule == "several-documents" and not isinstance(last, DocumentEndEvent):
        rule = "directive"
    if rule == "syntax":
        wide = _wide_colon(text, place[0]) or _wide_colon(text, place[0] - 1)
        if sign == "\t":
            case = "tab"
        elif case in ("colon", "no-colon") and wide:
            place, case = wide, "wide-colon"
        elif case == "colon" and last.start_mark.line < mark.line:
            case = "run-on"
        elif case == "indent" and getattr(last, "style", None) in ('"', "'"):
            place, case = _stray_quote(last, place)
    found.add(rule, place, case, character=sign)


def _wide_colon(text: str, line: int) -> tuple[int, int] | None:
    """Where the line writes `标题：` for `标题:`, the commonest slip with a Chinese keyboard."""
    lines = text.split("\n", line)
    match = _WIDE_COLON.match(lines[line - 1]) if 0 < line <= len(lines) else None
    return (line, match.end() + 1) if match else None


def _stray_quote(last: Any, place: tuple[int, int]) -> tuple[tuple[int, int], str]:
    """A quote that ran on over lines was left open above; else it closed too early, here."""
    start, end = last.start_mark, last.end_mark
    if end.line > start.line:
        return (start.line + 1, start.column + 1), "quote"
    return (place, "after-quote") if place[0] == end.line + 1 else (place, "indent")
