"""The digest of a record's content: what a review gate, a confirmation and the manifest hold on to.

In: one record and the library, which knows the bytes of media by their own digests. Out: `Digest`.
Covered are the fields declared public as they are stored, the media that they use with what is
public of their sidecars, the address and the version of the format. What notes the fate of a record
and not its content is left out. Comments, key order, quoting and key language change nothing, as
only typed values are looked at. It knows no instant and reads no file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from huiying.library import Library, address
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.field import Field, Model, fields_of

ALGORITHM = "sha256"
LEFT_OUT = frozenset({"history", "channels", "media_pickups", "former_urls"})
"""Public fields that note what became of a record: noting it reopens no gate by itself."""
SCHEMA_VERSION = 1
"""What a record without a version has."""
SHORT = 8
"""Hexadecimal digits of one field's digest: to say which one changed; `whole` decides whether."""


@dataclass(frozen=True, slots=True)
class Digest:
    """`whole`: `sha256:<64 hexadecimal digits>`; `fields`: short digests by canonical key.

    A field's digest covers the media that it uses, and fields that are not given are absent.
    """

    whole: str
    fields: Mapping[str, str]

    @property
    def line(self) -> str:
        """The fields' digests on one line, as a gate keeps them: `title=0123abcd facts=…`."""
        return " ".join(f"{name}={digest}" for name, digest in self.fields.items())

    def changed_since(self, before: Mapping[str, str]) -> tuple[str, ...]:
        """Keys whose value, or a medium that it uses, differs from `before`, sorted."""
        keys = self.fields.keys() | before.keys()
        return tuple(sorted(key for key in keys if self.fields.get(key) != before.get(key)))


def read_line(line: str) -> dict[str, str]:
    """The fields' digests of such a line; what is no such pair is passed over."""
    pairs = (part.partition("=") for part in line.split())
    return {name: digest for name, _, digest in pairs if name and digest}


def content_digest(record: Record[Common], library: Library) -> Digest:
    """The digest of a record's content. It is worked out once for each record of a library."""
    place = address(record.kind, record.id)
    of, known = library.digests.get(place, (None, None))
    if of is not record or not isinstance(known, Digest):
        parts = dict(_parts(record, library))
        known = Digest(
            f"{ALGORITHM}:{sha256(_joined(place, parts)).hexdigest()}",
            {name: sha256(part).hexdigest()[:SHORT] for name, part in parts.items()},
        )
        library.digests[place] = (record, known)
    return known


def digest_input(record: Record[Common], library: Library) -> bytes:
    """The bytes whose SHA-256 is the digest: no two different contents share them."""
    return _joined(address(record.kind, record.id), dict(_parts(record, library)))


def covered(model: type[Model]) -> tuple[Field, ...]:
    """The fields of a kind that the digest covers, in the order of declaration."""
    return tuple(item for item in _public(model) if item.name not in LEFT_OUT)


@cache
def _public(model: type[Model]) -> tuple[Field, ...]:
    return tuple(item for item in fields_of(model) if item.key.public)


@cache
def _by_name(model: type[Model]) -> tuple[Field, ...]:
    return tuple(sorted(_public(model), key=lambda item: item.name))


def _joined(place: str, parts: Mapping[str, bytes]) -> bytes:
    pairs = b"".join(_framed(b"k", name.encode()) + part for name, part in sorted(parts.items()))
    return _framed(b"h", b"huiying content 1") + _framed(b"a", place.encode()) + pairs


def _parts(record: Record[Common], library: Library) -> Iterator[tuple[str, bytes]]:
    """Name and encoding of each covered field that is given, with the media that it uses."""
    for item in covered(type(record.fields)):
        value = getattr(record.fields, item.name)
        if item.name == "schema_version":
            value = value or SCHEMA_VERSION
        media: set[str] = set()
        encoded = _encoded(value, item.refers, media)
        if encoded is not None:
            yield item.name, encoded + _media(media, library)


def _media(used: set[str], library: Library) -> bytes:
    """The media in use, sorted: path, digest of the bytes, what is public of the sidecar.

    A sidecar may itself name further media (captions). A medium that is not there is marked so.
    """
    found: dict[str, bytes] = {}
    while missing := used - found.keys():
        for path in missing:
            sidecar = library.sidecars.get(path)
            values = _group(sidecar.fields, used) if sidecar else None
            content = _framed(b"m", path.encode())
            content += _framed(b"x", library.media.get(path, "").encode())
            found[path] = content + (values or _framed(b"g", b""))
    return _framed(b"M", b"".join(found[path] for path in sorted(found)))


def _encoded(value: Any, refers: str, media: set[str]) -> bytes | None:
    """A typed value as bytes that name its type and length; None for what is not given.

    Types and lengths come first, so that no value can be taken for two, nor a part for a whole.
    """
    if value is None or value == ():
        return None
    if isinstance(value, Model):
        return _group(value, media)
    if isinstance(value, tuple):
        items = (_encoded(item, refers, media) or _framed(b"g", b"") for item in value)
        return _framed(b"l", b"".join(items))
    if refers == "media":
        media.add(value)
    return _scalar(value)


def _scalar(value: Any) -> bytes:
    if isinstance(value, str):
        return _framed(b"t", value.encode())
    if isinstance(value, bool):
        return _framed(b"b", b"1" if value else b"0")
    if isinstance(value, int):
        return _framed(b"i", str(value).encode())
    if isinstance(value, datetime):  # the same instant in another zone is the same value
        return _framed(b"z", value.astimezone(UTC).isoformat().encode())
    if isinstance(value, date):
        return _framed(b"d", value.isoformat().encode())
    raise TypeError(f"no digest for {type(value).__name__}")


def _group(fields: Model, media: set[str]) -> bytes | None:
    """The public fields of a group that are given, sorted by name; None if there are none."""
    pairs = []
    for item in _by_name(type(fields)):
        encoded = _encoded(getattr(fields, item.name), item.refers, media)
        if encoded is not None:
            pairs.append(_framed(b"k", item.name.encode()) + encoded)
    return _framed(b"g", b"".join(pairs)) if pairs else None


def _framed(type: bytes, content: bytes) -> bytes:
    return b"%b%d:%b" % (type, len(content), content)
