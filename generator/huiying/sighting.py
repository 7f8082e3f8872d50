"""What every medium is: looked at once, and remembered under the digest of its bytes.

In: the media found below media/, with their digests. Out: what was seen of the pictures, and the
faults of what must not be published. It writes nothing but the cache.
"""

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import asdict
from pathlib import Path

from pydantic_core import from_json, to_json

from huiying.cache import Cache, key
from huiying.media.fault import Fault
from huiying.media.plan import Sight
from huiying.media.work import EYES, look


def sightings(
    folder: Path, media: Mapping[str, str], cache: Cache, executor: Executor | None
) -> tuple[dict[str, Sight], dict[str, Fault]]:
    """Sights and faults by path below media/. `media`: SHA-256 of the bytes by path."""
    keys = {path: key("sight", EYES, path, digest) for path, digest in media.items()}
    kept = cache.get(keys.values())
    unknown = [path for path in media if keys[path] not in kept]
    run = executor.map if executor and len(unknown) > 1 else map
    found = dict(zip(unknown, run(look, [folder / path for path in unknown], unknown), strict=True))
    cache.put({keys[path]: _pack(each) for path, each in found.items()})
    for path in media.keys() - found.keys():
        found[path] = _unpack(kept[keys[path]])
    sights = {path: each for path, each in found.items() if isinstance(each, Sight)}
    faults = {path: each for path, each in found.items() if isinstance(each, Fault)}
    return sights, faults


def _pack(found: Sight | Fault | None) -> bytes:
    return to_json({type(found).__name__: asdict(found)} if found else {})


def _unpack(data: bytes) -> Sight | Fault | None:
    values = from_json(data)
    if "Sight" in values:
        return Sight(**values["Sight"])
    return Fault(**values["Fault"]) if values else None
