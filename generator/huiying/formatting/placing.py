"""Which comment belongs to which key or item, so that it moves with it.

In: an outline and a layout. Out: `Notes` by path. A comment behind something belongs to it; one on
a line of its own to what follows, unless it is indented deeper: then it ends the group above it.
Comments before the first empty line of a file, and nothing else, stay at its head.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from huiying.formatting.layout import Comment, Layout
from huiying.formatting.outline import Anchor, Outline
from huiying.importing.writing import Notes, Path
from huiying.source import Items, Map, Text


def place_comments(outline: Outline, layout: Layout) -> dict[Path, Notes]:
    """Every comment, and the empty lines worth keeping, at the path they belong to."""
    placing = _Placing(outline.anchors, layout)
    for comment in layout.comments:
        placing.take(comment)
    placing.finish_head()
    return {path: pending.close() for path, pending in placing.pending.items()}


@dataclass(slots=True)
class _Pending:
    """The comments of one path so far."""

    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def close(self) -> Notes:
        """Only one comment can stand behind a value: those before it go above."""
        *more, last = self.behind or [""]
        return Notes((*self.above, *more), last, tuple(self.below))


class _Placing:
    """The comments of one file while each finds its path."""

    def __init__(self, anchors: list[Anchor], layout: Layout) -> None:
        self.anchors = anchors
        self.layout = layout
        self.places = [anchor.place for anchor in anchors]
        self.by_path = {anchor.path: anchor for anchor in anchors}
        self.head: list[str] = []
        self.pending: dict[Path, _Pending] = {}

    def at(self, path: Path) -> _Pending:
        return self.pending.setdefault(path, _Pending())

    def take(self, comment: Comment) -> None:
        """Find the path of one comment or empty line."""
        number = bisect_right(self.places, comment.place)
        if not number:
            self.head.append(comment.text)
            return
        previous = self._outside_closed(self.anchors[number - 1], comment)
        following = self.anchors[number] if number < len(self.anchors) else None
        if not comment.text:
            self._take_empty_line(comment, previous, following)
        elif not comment.alone:
            self.at(previous.path).behind.append(comment.text)
        elif self._parts_key_from_value(comment, previous):
            self.at(previous.path).above.append(comment.text)
        else:
            self._take_line(comment, previous, following)

    def _take_line(self, comment: Comment, previous: Anchor, following: Anchor | None) -> None:
        around = self._open_brackets(previous, comment)
        if around is not None:
            inside = following is not None and _holds(around.path, following.path)
            path = following.path if following is not None and inside else around.path
            pending = self.at(path)
            (pending.above if inside else pending.below).append(comment.text)
            return
        if following is None or not self._leads_to(comment, previous, following):
            for anchor in self._ending(previous, following):
                if comment.column > anchor.column and not self._is_text_block(anchor):
                    self.at(anchor.path).below.append(comment.text)
                    return
        if following is None:
            self.at(()).below.append(comment.text)
        else:
            self.at(following.path).above.append(comment.text)

    def _leads_to(self, comment: Comment, previous: Anchor, following: Anchor) -> bool:
        """Whether it is no deeper than what follows, or stands after the dash of that item."""
        first = bisect_right(self.layout.dashes, previous.place[0])
        is_after_dash = any(line < comment.place[0] for line in self.layout.dashes[first:])
        return comment.column <= following.column or is_after_dash

    def _take_empty_line(
        self, comment: Comment, previous: Anchor, following: Anchor | None
    ) -> None:
        """Kept where it parts two things: none begins a group, none ends a file."""
        if following is None or self._parts_key_from_value(comment, previous):
            return
        above = self.at(following.path).above
        if above or not _holds(previous.path, following.path):
            above.append("")

    def finish_head(self) -> None:
        """Share out what stands before the first key: the head ends at the last empty line."""
        cut = max((number for number, text in enumerate(self.head) if not text), default=-1)
        head = [*self.head[: cut + 1]]
        while head and not head[0]:
            del head[0]
        while head and not head[-1]:
            del head[-1]
        if head:
            self.at(()).above[:] = head
        if self.anchors and self.head[cut + 1 :]:
            self.at(self.anchors[0].path).above[:0] = self.head[cut + 1 :]

    def _ending(self, previous: Anchor, following: Anchor | None) -> list[Anchor]:
        """The previous anchor and those around it that do not hold the following, from inside."""
        paths = [previous.path[:length] for length in range(len(previous.path), 0, -1)]
        return [
            self.by_path[path]
            for path in paths
            if following is None or not _holds(path, following.path)
        ]

    def _outside_closed(self, anchor: Anchor, comment: Comment) -> Anchor:
        """The anchor, or the outermost one around it whose brackets have closed already."""
        for length in range(1, len(anchor.path)):
            around = self.by_path[anchor.path[:length]]
            end = self.layout.brackets.get(around.value_place)
            if end is not None and not isinstance(around.value, Text) and end <= comment.place:
                return around
        return anchor

    def _open_brackets(self, anchor: Anchor, comment: Comment) -> Anchor | None:
        """The innermost anchor whose brackets the comment stands in."""
        for length in range(len(anchor.path), 0, -1):
            around = self.by_path[anchor.path[:length]]
            end = self.layout.brackets.get(around.value_place)
            if end is not None and around.value_place < comment.place < end:
                return around
        return None

    def _parts_key_from_value(self, comment: Comment, anchor: Anchor) -> bool:
        """Whether it stands between a key and its value, not between a key and what that holds."""
        is_collection = isinstance(anchor.value, Map | Items)
        holds_lines = is_collection and anchor.value_place not in self.layout.brackets
        return comment.place < anchor.value_place and not holds_lines

    def _is_text_block(self, anchor: Anchor) -> bool:
        return anchor.value_place in self.layout.blocks


def _holds(path: Path, other: Path) -> bool:
    """Whether what stands at the other path stands below this one."""
    return len(other) > len(path) and other[: len(path)] == path
