"""Bare digests of private values: of a short value they tell as much as the value itself.

In: values and the bytes of a tree. Out: the places whose value has its digest in the tree.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

HEAD = 12
"""Hex digits by which a digest is known, however short it was cut; chance meets 48 bits never."""
_HEX = re.compile(rb"[0-9a-fA-F]{12,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{22,}")
_SIZES = (8, 10, 12, 16, 20, 24, 28, 32, 40, 48, 64)


def heads(values: Mapping[bytes, str]) -> dict[str, str]:
    """The place of each value, by the heads of all its digests."""
    return {head: place for value, place in values.items() for head in _heads_of(value)}


def _heads_of(value: bytes) -> Iterator[str]:
    for form in (value, value + b"\n"):
        for name in ("md5", "sha1", "sha256", "sha512", "sha3_256"):
            yield hashlib.new(name, form).hexdigest()[:HEAD]
        for size in _SIZES:
            yield hashlib.blake2b(form, digest_size=size).hexdigest()[:HEAD]
        yield hashlib.blake2s(form).hexdigest()[:HEAD]


def found(data: bytes, known: Mapping[str, str]) -> set[str]:
    """The places whose value has a digest in some bytes: bare, in hex, or in base64."""
    return {
        known[run[start : start + HEAD]]
        for run in _runs(data)
        for start in range(len(run) - HEAD + 1)
        if run[start : start + HEAD] in known
    }


def _runs(data: bytes) -> Iterable[str]:
    for run in _HEX.findall(data):
        yield run.decode().lower()
    for run in _BASE64.findall(data):
        usual = run.replace(b"-", b"+").replace(b"_", b"/")
        with suppress(ValueError):
            yield base64.b64decode(usual[: len(usual) // 4 * 4]).hex()
