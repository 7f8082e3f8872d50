"""How a record stands: 历史资料 or not, public or not, closed or open.

In: a record or its fields, the settings. Out: what several rules ask before they weigh a fault.
It yields nothing.
"""

from datetime import date, datetime

from huiying.library import Library
from huiying.problem import Level
from huiying.records import Record
from huiying.records.common import Common
from huiying.records.history import closed_as
from huiying.settings import Settings
from huiying.standing import is_history, state_of


def weigh(fields: Common, settings: Settings, level: Level = Level.ERROR) -> Level:
    """The level of something that is lacking.

    Of 历史资料 nobody can ask more than they have. A draft is not public: what it still lacks must
    not hold up another department's answer.
    """
    is_unfinished = fields.status != "approved"
    return Level.NOTE if is_unfinished or is_history(fields, settings) else level


def is_public(record: Record[Common], library: Library, settings: Settings) -> bool:
    """Whether readers see the record at the settings' instant, and it was not taken back."""
    if is_closed(record.fields, settings.now):
        return False
    return state_of(record, library, settings) == "public"


def renewed_at(fields: Common, now: datetime) -> datetime:
    """When readers of a published record last got something new."""
    assert fields.publish_at is not None
    entries = [entry.at for entry in fields.history] + [update.at for update in fields.updates]
    return max([fields.publish_at, *(at for at in entries if at <= now)])


def today(settings: Settings) -> date:
    """The day of this run in the site's calendar."""
    return settings.now.astimezone(settings.zone).date()


def is_closed(fields: Common, now: datetime) -> bool:
    """Whether the record was taken back or put away by now, so that nothing more is owed."""
    return bool(closed_as(fields.history, now))


__all__ = ["is_closed", "is_history", "is_public", "today", "weigh"]
