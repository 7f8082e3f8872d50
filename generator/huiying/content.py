"""The content folder: which files editors wrote, and the library that they make.

In: the folder content/, the cache, an executor. Out: `Content`: the library, the site's record and
every problem found on the way, sorted. One broken file never hides another. It judges places and
names of files; what stands in them is for `records`, and what they mean together for `rules`.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import asdict, dataclass, field, replace
from difflib import get_close_matches
from hashlib import file_digest
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic_core import from_json, to_json

from huiying import records
from huiying.cache import Cache, key
from huiying.library import Library, Scrap, address
from huiying.media.length import SUFFIXES as RECORDINGS
from huiying.media.length import length_s
from huiying.problem import Level, Mark, Problem
from huiying.records import ID, KINDS, REGISTERS, Kind, Parsed, Record, is_dated_id
from huiying.records.common import Common
from huiying.records.field import Model
from huiying.records.reading import Marks
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.values import OneOf
from huiying.records.vocabulary import STATUS
from huiying.settings import UNREADABLE
from huiying.sighting import sightings
from huiying.source import lines, misencoded

CHUNK = 200
"""Files parsed in one task of the executor."""
PAGES = (".md", ".markdown")
"""Suffixes of hand-written pages."""


@dataclass(frozen=True, slots=True)
class Content:
    """What was found in the folder."""

    library: Library
    site: Site
    problems: tuple[Problem, ...]
    drafts: frozenset[str] = frozenset()
    """Files that say themselves that they are no answer yet, also those that make no record."""


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file: where it is, what it declares, and its bytes."""

    file: str
    model: type[Model]
    by_id: bool
    data: bytes


@dataclass(slots=True)
class _Finding:
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    nameless: dict[str, Source] = field(default_factory=dict)
    """Files of records whose name is refused: of them only the status is asked for."""
    record_ids: dict[str, tuple[Kind, str]] = field(default_factory=dict)
    media: set[str] = field(default_factory=set)


def read(
    root: Path, folder: Path, engine: str, cache: Cache, executor: Executor | None = None
) -> Content:
    """The content of `folder`; places are given from `root`, the project's folder."""
    found = _Finding()
    _find(root, folder, found)
    parsed = _parse(found.sources | found.nameless, engine, cache, executor)
    problems = found.problems
    place = _name(root, folder / "site.yml")
    site, zone = _site(parsed, place, problems)
    library = _library(found, parsed, root, folder, zone, problems)
    places = [file for _, file in found.record_ids.values()] + list(found.nameless)
    every = found.sources | found.nameless
    drafts = frozenset(file for file in places if _is_draft(parsed[file], every[file].data))
    unread = sorted(drafts - {record.file for record in library.records.values()})
    scraps = tuple(Scrap(file, lines(every[file].data)) for file in unread)
    sights, faults = sightings(folder / "media", library.media, cache, executor)
    library = replace(library, scraps=scraps, sights=sights, faults=faults)
    return Content(library, site, tuple(problems), drafts)


def sources(root: Path, folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Every YAML file of `folder` by its place, unread, and problems for files out of place."""
    found = _Finding()
    _find(root, folder, found)
    return found.sources, found.problems


def _name(root: Path, path: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _find(root: Path, folder: Path, found: _Finding) -> None:
    """Every file below the folder, each where it belongs or a problem."""
    base = _name(root, folder)
    registers = {register.file: register for register in REGISTERS}
    kinds = {kind.folder: kind for kind in KINDS}
    for name in _walk(folder, base, found.problems):
        top, _, rest = name.partition("/")
        file = f"{base}/{name}"
        if name == "site.yml":
            found.sources[file] = Source(file, Site, False, _bytes(folder, name))
        elif name in registers:
            model = registers[name].model
            found.sources[file] = Source(file, model, True, _bytes(folder, name))
        elif top in kinds and rest:
            has_place = _has_place(file, rest, kinds[top], found)
            if has_place or name.endswith(".yml") or _meant(name):
                source = Source(file, kinds[top].model, False, _bytes(folder, name))
                (found.sources if has_place else found.nameless)[file] = source
        elif top != "pages" and not name.endswith(".yml") and _meant(name):
            found.problems.append(_suffix(file, _meant(name)))
        elif top == "media" and rest.endswith(".yml"):
            found.sources[file] = Source(file, Sidecar, False, _bytes(folder, name))
        elif top == "media" and rest:
            found.media.add(rest)
        elif top != "pages":
            found.problems.append(_stray(file, name))
        elif name.lower().endswith(PAGES):
            found.problems += misencoded(_bytes(folder, name), file)


def _meant(name: str) -> str:
    """The name that a YAML file was to have, where its suffix hides what it is: a.yml.txt, a.yaml.

    Notepad adds `.txt`, and Windows does not show it. Of plain text only what is named like a
    record is one.
    """
    way, _, last = name.rpartition("/")
    stem, suffix = os.path.splitext(last)
    if suffix.lower() == ".txt":
        stem, suffix = (stem, ".yml") if is_dated_id(stem) else os.path.splitext(stem)
    if suffix.lower() not in (".yml", ".yaml"):
        return ""
    return f"{way}/{stem}.yml" if way else f"{stem}.yml"


def _suffix(file: str, right: str) -> Problem:
    """A YAML file whose suffix is not `.yml`."""
    case = "text" if file.lower().endswith(".txt") else ""
    values = {"right": right.rpartition("/")[2]}
    return Problem("file-suffix", Mark(file), case, values)


def _stray(file: str, name: str) -> Problem:
    """A file that belongs nowhere, and where it was meant to be if its name tells."""
    top, _, rest = name.partition("/")
    if rest:
        near = get_close_matches(top.lower(), _FOLDERS, n=1, cutoff=0.7)
        right = f"{_FOLDERS[near[0]]}/{rest}" if near else ""
    else:
        right = "site.yml" if get_close_matches(name, ["site.yml"], cutoff=0.7) else ""
    if top == "registers":
        known = [register.file for register in REGISTERS]
        right = "".join(get_close_matches(name, known, n=1, cutoff=0.8))
    if not right:
        return Problem("stray-file", Mark(file), level=Level.WARNING)
    values = {"folder": top, "right": right}
    return Problem("stray-file", Mark(file), "near", values, Level.WARNING)


_FOLDERS = {"media": "media", "pages": "pages", "registers": "registers"} | {
    word: kind.folder
    for kind in KINDS
    for word in (kind.folder, kind.url_word, kind.name, kind.zh, kind.url_word.rstrip("s"))
}
"""Words for which a folder may be meant: its name, its word in URLs, its kind."""


# Plain strings: ten thousand Path objects cost as much as reading the files.
def _walk(folder: Path, base: str, problems: list[Problem]) -> Iterator[str]:
    """Names of files below the folder, sorted; leftovers are left alone, links are refused.

    A folder that nobody may read is not empty: what it holds must not vanish from the site.
    """

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            way = os.path.relpath(error.filename, folder).replace(os.sep, "/")
            problems.append(
                Problem("unreadable-folder", Mark(base if way == "." else f"{base}/{way}"))
            )

    for current, folders, files in os.walk(folder, onerror=note):
        way = os.path.relpath(current, folder).replace(os.sep, "/") + "/"
        way = "" if way == "./" else way
        folders[:] = sorted(name for name in folders if not is_leftover(name))
        plain = set(files)
        for name in sorted(folders + files):
            if is_leftover(name):
                continue
            if not name.isascii() and not _is_unicode(name):
                shown = name.encode(errors="backslashreplace").decode()
                problems.append(Problem("file-name", Mark(f"{base}/{way}{shown}")))
                folders[:] = [folder for folder in folders if folder != name]
                continue
            if os.path.islink(f"{current}/{name}"):
                problems.append(Problem("symbolic-link", Mark(f"{base}/{way}{name}")))
            elif name in plain:
                yield way + name


def is_leftover(name: str) -> bool:
    """Whether a file is a program's own, which nobody wrote: hidden, a lock, a backup, a preview.

    `~$a.docx` and `.~lock.a#` stand beside a file that Office has open, `a.yml~` and `.a.yml.swp`
    beside one in an editor; Windows puts Thumbs.db and desktop.ini into any folder.
    """
    start, end = name[:1], name[-1:]
    is_lock = name.startswith("~$") or (start == end == "#" and len(name) > 1)
    return start == "." or end == "~" or is_lock or name.lower() in ("thumbs.db", "desktop.ini")


def _is_unicode(name: str) -> bool:
    """Whether a name can be written as UTF-8: bytes of another encoding come as lone surrogates."""
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _bytes(folder: Path, name: str) -> bytes:
    with open(f"{folder}/{name}", "rb") as file:
        return file.read()


def _digest_of(path: Path) -> str:
    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _has_place(file: str, rest: str, kind: Kind, found: _Finding) -> bool:
    """Whether a file below a kind's folder is a record with an id of its own; problems if not."""
    stem, suffix = os.path.splitext(rest.rpartition("/")[2])
    if suffix != ".yml":
        right = _meant(rest)
        stray = Problem("stray-file", Mark(file), level=Level.WARNING)
        found.problems.append(_suffix(file, right) if right else stray)
        return False
    is_id = is_dated_id(stem) if kind.model.dated else ID.match(stem)
    if not is_id:
        case = "dated" if kind.model.dated else ""
        found.problems.append(Problem("id-form", Mark(file), case, {"id": stem}))
        return False
    right = f"{stem[:4]}/{stem}.yml" if kind.model.dated else f"{stem}.yml"
    if rest != right:
        values = {"right": f"{kind.folder}/{right}"}
        found.problems.append(Problem("wrong-folder", Mark(file), "", values))
    place = address(kind, stem)
    if place in found.record_ids:
        other = found.record_ids[place][1]
        values = {"id": stem, "other": other}
        found.problems.append(Problem("duplicate-id", Mark(file), "", values, also=Mark(other)))
        return False
    found.record_ids[place] = (kind, file)
    return True


def _parse(
    sources: Mapping[str, Source], engine: str, cache: Cache, executor: Executor | None
) -> dict[str, Parsed]:
    """Every file's canonical values, from the cache or made now."""
    keys = {
        file: key("parse", engine, file, source.model.__name__, source.data)
        for file, source in sources.items()
    }
    kept = cache.get(keys.values())
    parsed = {file: _unpack(kept[name]) for file, name in keys.items() if name in kept}
    missing = [source for file, source in sources.items() if file not in parsed]
    chunks = [missing[start : start + CHUNK] for start in range(0, len(missing), CHUNK)]
    run = executor.map if executor and len(chunks) > 1 else map
    results = run(_parse_chunk, chunks)
    made: dict[str, bytes] = {}
    for chunk, packed in zip(chunks, results, strict=True):
        for source, value in zip(chunk, packed, strict=True):
            parsed[source.file] = _unpack(value)
            made[keys[source.file]] = value
    cache.put(made)
    return parsed


def _parse_chunk(sources: Sequence[Source]) -> list[bytes]:
    return [
        _pack(records.parse(source.data, source.file, source.model, "zh", source.by_id))
        for source in sources
    ]


def _pack(parsed: Parsed) -> bytes:
    problems = [asdict(problem) | {"level": problem.level.value} for problem in parsed.problems]
    return to_json([parsed.language, parsed.values, parsed.marks.decode(), problems])


def _unpack(data: bytes) -> Parsed:
    language, values, marks, problems = from_json(data)
    return Parsed(language, values, marks.encode(), tuple(map(_problem, problems)))


def _problem(values: Mapping[str, Any]) -> Problem:
    also = Mark(**values["also"]) if values["also"] else None
    return Problem(
        values["rule"],
        Mark(**values["mark"]),
        values["case"],
        values["values"],
        Level(values["level"]),
        also,
    )


_STATUS = re.compile(rf"[\"']?(?:{STATUS.zh}|{STATUS.name})[\"']?\s*[:：]\s*(.*?)\s*(?:#.*)?")
"""A line that says what status a file has, at the outermost level."""


def _is_draft(parsed: Parsed, data: bytes) -> bool:
    """Whether a file says of itself, in words that can be read and only once, that it is a draft.

    Its other faults do not matter, not even one of form. Without a word, or with one that nobody
    understands, it is none: a page that people have read must not vanish by a slip.
    """
    keys = (STATUS.zh, STATUS.name)
    if any(each.rule == "duplicate-key" and each.values["key"] in keys for each in parsed.problems):
        return False
    if isinstance(parsed.values, dict):
        value = parsed.values.get("status")
    else:
        said = [match[1] for line in lines(data) if (match := _STATUS.fullmatch(line))]
        value = said[0].strip("\"'") if len(said) == 1 else None
    words = value.strip() if isinstance(value, str) else ""
    terms = (OneOf(STATUS).find(words, language) for language in ("zh", "en"))
    return any(term is not None and term.en != "approved" for term in terms)


def _site(
    parsed: Mapping[str, Parsed], file: str, problems: list[Problem]
) -> tuple[Site, ZoneInfo]:
    if file not in parsed:
        problems.append(Problem("no-site", Mark(file)))
        return UNREADABLE, ZoneInfo(UNREADABLE.time_zone)
    zone = ZoneInfo(UNREADABLE.time_zone)
    record, faults = records.construct(parsed[file], Site, "site", "site", file, zone)
    problems.extend(faults)
    if record is None:
        return UNREADABLE, zone
    try:
        return record.fields, ZoneInfo(record.fields.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        values = {"value": record.fields.time_zone[:40]}
        problems.append(Problem("time-zone", record.mark("time_zone"), "", values))
        return record.fields.model_copy(update={"time_zone": UNREADABLE.time_zone}), zone


def _library(
    found: _Finding,
    parsed: Mapping[str, Parsed],
    root: Path,
    folder: Path,
    zone: ZoneInfo,
    problems: list[Problem],
) -> Library:
    base = _name(root, folder)
    library: dict[str, Record[Common]] = {}
    unreadable: dict[str, str] = {}
    for place, (kind, file) in sorted(found.record_ids.items()):
        id = place.rpartition("/")[2]
        record, faults = records.construct(parsed[file], kind.model, kind.name, id, file, zone)
        problems.extend(faults)
        if record is None:
            unreadable[place] = file
        else:
            library[place] = record
    tables = {register.name: parsed.get(f"{base}/{register.file}") for register in REGISTERS}
    registers = {
        register.name: _register(tables[register.name], register, base, zone, problems)
        for register in REGISTERS
    }
    bodies = f"{base}/{REGISTERS[0].file}"
    if bodies not in parsed or (parsed[bodies].values == {} and not parsed[bodies].problems):
        problems.append(Problem("no-register", Mark(bodies)))
    recordings = {
        path: length_s(folder / "media" / path)
        for path in sorted(found.media)
        if path.lower().endswith(RECORDINGS)
    }
    return Library(
        records=library,
        registers=registers,
        sidecars=_sidecars(found, parsed, base, zone, problems),
        media={path: _digest_of(folder / "media" / path) for path in sorted(found.media)},
        unreadable=unreadable,
        unreadable_entries={
            name: _broken_entries(table, registers[name]) for name, table in tables.items()
        },
        lengths={path: length for path, length in recordings.items() if length is not None},
    )


def _register(
    parsed: Parsed | None,
    register: records.Register,
    base: str,
    zone: ZoneInfo,
    problems: list[Problem],
) -> dict[str, Record[Any]]:
    """The entries of one register that could be read, by id."""
    entries: dict[str, Record[Any]] = {}
    if parsed is None:
        return entries
    problems.extend(parsed.problems)
    file = f"{base}/{register.file}"
    for id in parsed.values or {}:
        if not ID.match(id):
            mark = Mark(file, *Marks(parsed.marks).place(id))
            problems.append(Problem("id-form", mark, "", {"id": id[:80]}))
            continue
        entry, faults = records.construct(parsed, register.model, register.name, id, file, zone, id)
        problems.extend(faults)
        if entry is not None:
            entries[id] = entry
    return entries


def _broken_entries(parsed: Parsed | None, entries: Mapping[str, Any]) -> frozenset[str]:
    """Ids that stand in a register and make no entry."""
    return frozenset((parsed.values if parsed else None) or ()) - entries.keys()


def _sidecars(
    found: _Finding,
    parsed: Mapping[str, Parsed],
    base: str,
    zone: ZoneInfo,
    problems: list[Problem],
) -> dict[str, Record[Sidecar]]:
    sidecars: dict[str, Record[Sidecar]] = {}
    for file, source in found.sources.items():
        if source.model is not Sidecar:
            continue
        medium = file.removeprefix(f"{base}/media/").removesuffix(".yml")
        record, faults = records.construct(parsed[file], Sidecar, "media", medium, file, zone)
        problems.extend(faults)
        if record is not None:
            sidecars[medium] = record
        if medium not in found.media:
            problems.append(Problem("lone-sidecar", Mark(file), "", {"medium": medium}))
    return sidecars
