"""The cache: digest → bytes, in one file on disk. It only ever makes the same bytes faster.

In: keys that cover everything a value depends on (input, options, engine). Out: the values stored
under them, each verified by its own digest; any doubt (a damaged, foreign or old file) is a miss.
It knows nothing of records.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

BATCH = 500
KEPT_RUNS = 3
"""A value that this many runs have not asked for is dropped."""


def key(*parts: bytes | str) -> str:
    """A key over all parts, each length-prefixed so that no two lists of parts collide."""
    digest = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


class Cache:
    """Values by key in an SQLite file; without a file, an empty cache that keeps nothing."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._asked: set[str] = set()
        self._connection = self._open() if file else None

    def _open(self) -> sqlite3.Connection | None:
        assert self._file is not None
        for _ in range(2):
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self._file, timeout=1, isolation_level=None)
                # A cache may be lost in a power cut: it is made again, so nothing waits for disk.
                connection.execute("PRAGMA synchronous=OFF")
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS cache"
                    " (key TEXT PRIMARY KEY, sum BLOB, value BLOB, idle INTEGER) WITHOUT ROWID"
                )
                return connection
            except sqlite3.Error:
                with contextlib.suppress(OSError):
                    self._file.unlink()
            except OSError:
                return None
        return None

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values that are there and sound, by key."""
        wanted = list(keys)
        self._asked.update(wanted)
        found: dict[str, bytes] = {}
        if self._connection is None:
            return found
        try:
            for start in range(0, len(wanted), BATCH):
                batch = wanted[start : start + BATCH]
                holes = ",".join("?" * len(batch))
                rows = self._connection.execute(
                    f"SELECT key, sum, value FROM cache WHERE key IN ({holes})", batch
                )
                found.update({name: value for name, total, value in rows if _sum(value) == total})
        except (sqlite3.Error, TypeError):
            return {}
        return found

    def keep(self, keys: Iterable[str]) -> None:
        """Do not drop these values, though nobody reads them this time."""
        self._asked.update(keys)

    def put(self, values: Mapping[str, bytes]) -> None:
        """Keep values; failing to is no fault, as they can be made again."""
        self._asked.update(values)
        if self._connection is None or not values:
            return
        rows = [(name, _sum(value), value) for name, value in values.items()]
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?, ?, 0)", rows)
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Drop what several runs have not asked for, and close the file."""
        if self._connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("BEGIN")
            self._connection.execute("CREATE TEMP TABLE asked (key TEXT PRIMARY KEY)")
            self._connection.executemany(
                "INSERT INTO asked VALUES (?)", ((name,) for name in self._asked)
            )
            self._connection.execute("UPDATE cache SET idle = idle + 1 WHERE key NOT IN asked")
            self._connection.execute("UPDATE cache SET idle = 0 WHERE idle > 0 AND key IN asked")
            self._connection.execute("DELETE FROM cache WHERE idle > ?", (KEPT_RUNS,))
            self._connection.execute("COMMIT")
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()


def _sum(value: bytes) -> bytes:
    return blake2b(value, digest_size=8).digest()
