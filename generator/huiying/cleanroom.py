"""The media of the site: each made fit for everyone once, then kept.

In: a projection, the library that knows what each medium is, and a sink. Out: the files of the
media, put into the sink or kept in it. What costs more than a reading (pictures) is made in the
executor and kept in the cache. Media with a fault are not published, not even in a preview.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from pydantic_core import from_json, to_json

from huiying.cache import Cache, key
from huiying.library import Library
from huiying.media.plan import RECIPE, File, Sight, files_of
from huiying.media.work import EYES, make
from huiying.public import Projection
from huiying.render.output import Output, digest

FOLDER = "media"


class Sink(Protocol):
    """What takes the files."""

    def holds(self, path: str, digest: str) -> bool: ...
    def keep(self, path: str) -> None: ...
    def put(self, output: Output) -> None: ...
    def read(self, path: str) -> bytes | None: ...


@dataclass(frozen=True, slots=True)
class Job:
    """One medium: where it lies, what was seen of it, and the files that it becomes."""

    source: Path
    sight: Sight | None
    files: tuple[File, ...]
    key: str

    @property
    def is_costly(self) -> bool:
        """Whether its files are worth a place in the cache: pictures of pixels are."""
        return self.sight is not None and self.sight.is_pixels


def jobs(projection: Projection, library: Library, folder: Path) -> list[Job]:
    """The media that the projection uses, those with a fault left out. `folder`: of the content."""
    found = []
    for path in projection.media:
        if path in library.faults:
            continue
        sight, total = library.sights.get(path), library.media[path]
        job = Job(folder / FOLDER / path, sight, files_of(path, sight), "")
        found.append(
            replace(job, key=key("medium", RECIPE if job.is_costly else EYES, path, total))
        )
    return found


def paths(found: list[Job]) -> list[str]:
    """The paths of all files that the jobs make, in the site."""
    return [f"{FOLDER}/{file.path}" for job in found for file in job.files]


def put(
    found: list[Job],
    sink: Sink,
    cache: Cache,
    executor: Executor | None,
    look: Callable[[Output], None],
) -> None:
    """Put the files of all jobs into the sink; `look` is shown each that is not made of pixels."""
    known = {name: from_json(value) for name, value in cache.get(job.key for job in found).items()}
    cache.keep(
        _blob(job, path) for job in found if job.is_costly for path in known.get(job.key, {})
    )
    missing = []
    for job in found:
        digests = known.get(job.key)
        if digests is None or not _is_there(job, digests, sink, cache, look):
            missing.append(job)
    for job, made in zip(missing, _made(missing, executor), strict=True):
        for path, data in made.items():
            _put(job, Output(f"{FOLDER}/{path}", data), sink, look)
        if job.is_costly:
            cache.put({_blob(job, path): data for path, data in made.items()})
        cache.put({job.key: to_json({path: digest(data) for path, data in made.items()})})


def _made(missing: list[Job], executor: Executor | None) -> Iterator[Mapping[str, bytes]]:
    costly = [job for job in missing if job.is_costly]
    run = executor.map if executor and len(costly) > 1 else map
    pictures = iter(run(_make, costly))
    for job in missing:
        yield next(pictures) if job.is_costly else _make(job)


def _make(job: Job) -> dict[str, bytes]:
    return make(job.source, job.files, job.sight)


def _is_there(
    job: Job,
    digests: Mapping[str, str],
    sink: Sink,
    cache: Cache,
    look: Callable[[Output], None],
) -> bool:
    """Whether every file of the job lies in the sink or in the cache; if so, it is in the sink."""
    lacking = [path for path, total in digests.items() if not sink.holds(f"{FOLDER}/{path}", total)]
    kept = cache.get(_blob(job, path) for path in lacking) if job.is_costly else {}
    if len(kept) < len(lacking):
        return False
    for path in digests:
        name = f"{FOLDER}/{path}"
        if path in lacking:
            sink.put(Output(name, kept[_blob(job, path)]))
            continue
        sink.keep(name)
        if not job.is_costly and (data := sink.read(name)) is not None:
            look(Output(name, data))
    return True


def _put(job: Job, output: Output, sink: Sink, look: Callable[[Output], None]) -> None:
    sink.put(output)
    if not job.is_costly:  # of a picture only the pixels were left
        look(output)


def _blob(job: Job, path: str) -> str:
    return key("medium file", job.key, path)
