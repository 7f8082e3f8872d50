"""每条来件都要有着落。

来件要么有“回应记录”，要么“并入”另一条，要么写明“不回应”的理由并由审核人签。两天还没有着落的，提示；
签“不回应”的审核人，那天要在任期之内。

依据：柳政办〔2017〕120号一（二）1“不漏报、不瞒报、不虚报、不迟报”。

对：

    lj-1:
      来源: 热线
      发现时间: 2026-03-15 09:00
      摘要: 市民反映河西路水压低
      并入: lj-2
    lj-2:
      来源: 热线
      发现时间: 2026-03-20 09:00
      摘要: 市民反映河西路一带水压低

错：

    lj-1:
      来源: 热线
      发现时间: 2026-03-15 09:00
      摘要: 市民反映河西路水压低

In English: what came in is answered, merged, or put aside for a signed reason, within two days.
"""

# Reference: DOMAIN INTAKE-1、M11.

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from huiying.library import Library
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.office import SignerEntry
from huiying.settings import Settings

NAME = "intake"
GRACE = timedelta(days=2)


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each intake that ends nowhere, a warning where the wrong person ended it."""
    for id, entry in library.registers.get("intake", {}).items():
        intake = entry.fields
        is_open = not (intake.records or intake.merged_into or intake.no_response)
        if is_open and settings.now - intake.found_at > GRACE:
            mark = entry.mark(f"{id}.found_at")
            yield Problem(NAME, mark, "", {"id": id}, Level.NOTE)
        if intake.no_response is not None:
            yield from _signed(entry, library, settings)


def _signed(entry: Record[Any], library: Library, settings: Settings) -> Iterator[Problem]:
    """A warning where who signed had no right to on that day."""
    ended = entry.fields.no_response
    signer = library.registers.get("signer", {}).get(ended.signer)
    day = ended.at.astimezone(settings.zone).date()
    if signer is not None and not _is_valid(signer.fields, day):
        mark = entry.mark(f"{entry.id}.no_response.signer")
        yield Problem(NAME, mark, "signer", {}, Level.WARNING, signer.mark(signer.id))


def _is_valid(signer: SignerEntry, day: date) -> bool:
    return (signer.valid_from is None or signer.valid_from <= day) and (
        signer.valid_to is None or day <= signer.valid_to
    )
