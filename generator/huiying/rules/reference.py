"""引用的东西要存在，也不能绕成一圈。

记录里写的机构、专题、媒体文件和其他记录都必须真的有，否则页面上就是断链。“替代”“纠正”“后续”
三种关联有先后，绕成一圈就分不清哪条是现在的说法；机构的承接、文件的替代、来件的并入也一样。

依据：柳政办〔2017〕120号一（二）2“确保发布的政府信息准确一致”。

对：

    责任单位:
      第一责任单位: shuiwuju
      责任依据: 谁主管谁负责

错：

    责任单位:
      第一责任单位: shuiwu
      责任依据: 谁主管谁负责

In English: every organisation, topic, medium and record that is named must exist, and records that
supersede, correct or follow up each other must not form a circle, nor may entries of a register.
"""

# Reference: DOMAIN REF-1.

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from huiying.library import Library, check_references, references
from huiying.problem import Problem
from huiying.records import Record
from huiying.settings import Settings

NAME = "reference"
LATER = ("supersedes", "corrects", "follows_up")
"""The relations that say: this record is the later one."""
SHOWN = 4
"""Records of a circle that a sentence names."""
MOST_NEAR = 3
"""Records that are proposed for one that is not there."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each reference to nothing, and one for each circle."""
    near_to = _Near(library)
    for problem in check_references(library):
        target = problem.values["target"]
        if problem.case == "media" and "\\" in target:
            values = {"target": target, "near": target.replace("\\", "/")}
            yield Problem(NAME, problem.mark, "backslash", values)
        elif problem.case == "record" and (near := near_to.say(target, problem.mark.file)):
            values = {"target": target, "near": near}
            yield Problem(NAME, problem.mark, "record-near", values)
        else:
            yield problem
    yield from _circular(library.records, dict(_links(library)))
    for name, entries in library.registers.items():
        yield from _circular(entries, dict(_heirs(entries, name)))


class _Near:
    """Records by the day and by the word of their ids: one of both is seldom wrong. So a slip is
    compared with few, however many there are."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.places: dict[str, list[str]] = defaultdict(list)
        for place in library.records:
            for part in _parts(place):
                self.places[part].append(place)

    def say(self, target: str, file: str) -> str:
        """Those whose addresses are most like this one, each with its title; never the one of that
        file itself; "" for none."""
        alike = {
            place: None
            for part in _parts(target)
            for place in self.places.get(part, ())
            if self.library.records[place].file != file
        }
        near = get_close_matches(target[:80], alike, n=MOST_NEAR, cutoff=0.75)
        return "、".join(f"{each}（{self.library.records[each].fields.title}）" for each in near)


def _parts(place: str) -> set[str]:
    """The day and the word of the id in an address: `rumours/20260312-tingshui`."""
    day, _, word = place.rpartition("/")[2].partition("-")
    return {day, word} - {""}


def _circular(
    records: Mapping[str, Record[Any]], links: Mapping[str, Mapping[str, str]]
) -> Iterator[Problem]:
    """A problem for each circle of links: names, and where each stands in the file."""
    for circle in _circles({place: list(found) for place, found in links.items()}):
        last, first = circle[-1], circle[0]
        names = circle if len(circle) <= SHOWN else [*circle[: SHOWN - 1], "…", last]
        mark = records[last].mark(links[last][first])
        also = records[first].mark(links[first][circle[1 % len(circle)]])
        yield Problem(NAME, mark, "circle", {"circle": " → ".join([*names, first])}, also=also)


def _heirs(
    entries: Mapping[str, Record[Any]], register: str
) -> Iterator[tuple[str, dict[str, str]]]:
    """Of each entry the others of its register that it names: its successor, what replaces it."""
    for id, entry in entries.items():
        found = {
            each.target: each.path for each in references(entry.fields, id) if each.kind == register
        }
        if found:
            yield id, found


def _links(library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    """Of each record the earlier ones that it names: address → where it stands in the file."""
    for place, record in library.records.items():
        relations = record.fields.relations
        found = {
            target: f"relations.{name}.{number}"
            for name in LATER
            for number, target in enumerate(getattr(relations, name))
        }
        if found:
            yield place, found


def _circles(links: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Circles, each from where it is entered; without recursion, as chains may be long."""
    seen: set[str] = set()
    for start in links:
        if start in seen:
            continue
        seen.add(start)
        way, onward = {start: 0}, [iter(links[start])]
        while way:
            target = next(onward[-1], None)
            if target is None:
                way.popitem()
                onward.pop()
            elif target in way:
                yield list(way)[way[target] :]
            elif target in links and target not in seen:
                seen.add(target)
                way[target] = len(way)
                onward.append(iter(links[target]))
