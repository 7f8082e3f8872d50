"""Outputs in, a released site out: the twin tree and its exchange with the target.

`open_twin` yields a `Twin`; `Twin.switch` is the last thing that can happen. A refusal is a
`ReleaseRefused`. Nothing here renders or judges content.
"""

from huiying.release.files import Entry, write_file
from huiying.release.refusal import ReleaseRefused
from huiying.release.twin import PREVIEW_MARKER, Twin, is_hashed_asset, open_twin

__all__ = [
    "PREVIEW_MARKER",
    "Entry",
    "ReleaseRefused",
    "Twin",
    "is_hashed_asset",
    "open_twin",
    "write_file",
]
