"""到了复核期限，要复核。

“复核期限”过了，先看内容还对不对：对的，把期限往后写；不对的，更正，或者写上“失效”。只提示，不拦发布。

依据：国办发〔2017〕47号，内容发生变化的要及时更新或者注明。

对：

    复核期限: 2026-06-12 09:40

错：

    复核期限: 2026-03-15 09:40

In English: a record is looked at again when its review_by has passed.
"""

# Reference: DOMAIN §(d) review_by, stale 待复核.

from collections.abc import Iterator

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.common import Common
from huiying.rules._standing import is_public
from huiying.rules.time_order import written
from huiying.settings import Settings

NAME = "re-check"


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each public record whose day of review has passed."""
    for record in watched(library, settings):
        due = record.fields.review_by
        if due is not None and due < settings.now:
            values = {"due": written(due, settings)}
            yield Problem(NAME, record.mark("review_by"), "", values, Level.NOTE)


def watched(library: Library, settings: Settings) -> Iterator[Record[Common]]:
    """The public records that are to be looked at again."""
    for record in library.records.values():
        fields = record.fields
        if fields.review_by is None or not is_public(record, library, settings):
            continue
        if fields.expires_at is None or fields.expires_at > settings.now:
            yield record
