"""What a preview tells an editor on each page: what is wrong with what that page was made from.

In: the site's problems, its library, the planned pages. Out: problems in words, by page. The home
page has all of the site's, the worst first; any other page has its own only. So a page depends on
no fault of another record: one that breaks redraws its own page and the home page, not the ten
thousand others. Only `serve` and `build --preview` ask.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from huiying.library import Library
from huiying.messages import LEVELS, sentence
from huiying.problem import Level, Problem, arrange
from huiying.records import REGISTERS
from huiying.render.plan import Page

Shown: TypeAlias = Mapping[str, str]
"""A problem in words: file, place, level, level_label, sentence, rule."""
WORST = list(Level)


def panels(
    problems: Iterable[Problem], library: Library, base: str, pages: Iterable[Page]
) -> Mapping[str, Sequence[Shown]]:
    """What each page shows, by its path. `base`: the path of content/ from the root."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in arrange(problems):
        by_file[problem.mark.file].append(problem)
    ranked = _ranked(problem for found in by_file.values() for problem in found)
    entries = {place: _ranked(found) for place, found in _of_entries(by_file, library)}
    found = {
        page.path: ranked if page.page_class == "home" else _own(page, by_file, library, base)
        for page in pages
    }
    found |= {f"{place}/index.html": own for place, own in entries.items()}
    return {path: tuple(map(_shown, own)) for path, own in found.items() if own}


def broken(problems: Iterable[Problem], library: Library) -> Iterator[Page]:
    """A page in place of each record that could not be read, with what is wrong with it."""
    faults: dict[str, list[Shown]] = defaultdict(list)
    for problem in arrange(problems):
        faults[problem.mark.file].append(_shown(problem))
    for place, file in library.unreadable.items():
        values = {"file": file, "address": place, "problems": faults[file]}
        yield Page(f"{place}/index.html", "broken", place.partition("/")[0], values)


def _own(
    page: Page, by_file: Mapping[str, list[Problem]], library: Library, base: str
) -> list[Problem]:
    """What is wrong with a record, the media that it uses, and the page as it came out."""
    record = library.records.get(page.path.removesuffix("/index.html"))
    files = [record.file] if record else []
    for path in page.values.get("media", ()) if record else ():
        sidecar = library.sidecars.get(path)
        files += [f"{base}/media/{path}", *([sidecar.file] if sidecar else [])]
    return _ranked(problem for file in (*files, page.path) for problem in by_file.get(file, ()))


def _of_entries(
    by_file: Mapping[str, list[Problem]], library: Library
) -> Iterator[tuple[str, list[Problem]]]:
    """What is wrong with each entry of a register that has pages, by its address."""
    for register in REGISTERS:
        entries = library.registers.get(register.name, {}) if register.url_word else {}
        starts = sorted((entry.mark(id).line, id, entry.file) for id, entry in entries.items())
        lines = [line for line, _, _ in starts]
        own: dict[str, list[Problem]] = defaultdict(list)
        for problem in by_file.get(starts[0][2], ()) if starts else ():
            number = bisect_right(lines, problem.mark.line) - 1
            if number >= 0:
                own[f"{register.url_word}/{starts[number][1]}"].append(problem)
        yield from own.items()


def _ranked(problems: Iterable[Problem]) -> list[Problem]:
    """The worst first: a panel may have no room for all."""
    return sorted(problems, key=lambda problem: WORST.index(problem.level))


def _shown(problem: Problem) -> Shown:
    return {
        "file": problem.mark.file,
        "place": str(problem.mark),
        "level": problem.level.value,
        "level_label": LEVELS["zh"][problem.level.value],
        "sentence": sentence(problem.key, problem.values),
        "rule": problem.rule,
    }
