"""很像的说法已经回应过，就不要再写一条。

同一个说法隔一阵子又传开，或者两个部门先后都写了：群众会看到两条回应，说法稍有出入就成了新的疑问。
所以新写的辟谣和已经审定的某条很像（标题或网上的原话）时，提示那一条在哪里。两条在“关联”里连上了
（同一事件、答复、纠正、替代、后续），或者写了同一个事件编号，就不再提示；发布满 30 天的、撤回的、
被替代的也不提示。像不像是程序算的，只供参考，从不拦发布。

依据：柳政办〔2017〕120号一（二）2“确保……信息的一致性”。

对：

    标题: 3月12日起全市正常供水，没有停水三天的安排
    关联:
      同一事件: [rumours/20260302-tingshui]

错：

    标题: 3月12日起全市正常供水，没有停水三天的安排

In English: a new clarification that is very like an approved one names it, unless both are tied
together; only for thirty days after publication, and never more than a note.
"""

# Reference: DOMAIN M18、M21.

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from huiying.library import Library, address
from huiying.likeness import find_like
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.clarification import Clarification
from huiying.rules._standing import is_closed, is_history
from huiying.rules._ties import families
from huiying.settings import Settings

NAME = "already-answered"
NEW = timedelta(days=30)
"""How long after publication an answer can still be merged with another."""
MOST_OWNERS = 5
"""Records with the very same text that are looked at."""
TIES = ("same_event", "answers", "corrects", "supersedes", "follows_up")


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A note for each new clarification that is like an older one it is not tied to."""
    asked = [record for record in _clarifications(library) if _is_new(record, settings)]
    if not asked:
        return
    answers = standing_answers(library, settings)
    like = find_like((text for record in asked for text in texts_of(record)), answers)
    tied = families(library, TIES) if like else {}
    for record in asked:
        matches = [match for text in texts_of(record) for match in like.get(text, ())]
        matches.sort(key=lambda match: -match.likeness)
        owners = (owner for match in matches for owner in answers[match.text][:MOST_OWNERS])
        family = tied.get(_address(record))
        for other in owners:
            is_tied = family is not None and tied.get(_address(other)) == family
            if _age(other) < _age(record) and not is_tied:
                values = {"title": other.fields.title[:60], "other": other.file}
                also = other.mark("title")
                yield Problem(NAME, record.mark("title"), "", values, Level.NOTE, also)
                break


def texts_of(record: Record[Any]) -> Iterator[str]:
    """What a rumour is known by: the truth in one sentence, and the words as they spread."""
    yield record.fields.title
    for claim in record.fields.claims:
        yield claim.text


def standing_answers(library: Library, settings: Settings) -> Mapping[str, list[Record[Any]]]:
    """The approved clarifications that still stand, newest first, by each of their texts."""
    replaced = {
        target
        for record in library.records.values()
        if record.fields.status == "approved" and not is_closed(record.fields, settings.now)
        for target in record.fields.relations.supersedes
    }
    found: dict[str, list[Record[Any]]] = {}
    for record in sorted(_clarifications(library), key=_age, reverse=True):
        stands = record.fields.status == "approved" and not is_closed(record.fields, settings.now)
        if stands and _address(record) not in replaced:
            for text in texts_of(record):
                found.setdefault(text, []).append(record)
    return found


def answers_like(texts: Iterable[str], library: Library, settings: Settings) -> list[Record[Any]]:
    """The answers that stand and are like any of the texts, the most like first."""
    answers = standing_answers(library, settings)
    matches = [match for found in find_like(texts, answers).values() for match in found]
    matches.sort(key=lambda match: -match.likeness)
    found = {record.id: record for match in matches for record in answers[match.text]}
    return list(found.values())


def _clarifications(library: Library) -> Iterator[Record[Any]]:
    for record in library.of_kind("clarification"):
        assert isinstance(record.fields, Clarification)
        if record.fields.disclosure == "active":
            yield record


def _is_new(record: Record[Any], settings: Settings) -> bool:
    """Whether the record is still being written, or became public not long ago."""
    fields = record.fields
    if is_history(fields, settings) or is_closed(fields, settings.now):
        return False
    is_open = fields.status != "approved" or fields.publish_at is None
    return is_open or fields.publish_at > settings.now - NEW


def _age(record: Record[Any]) -> tuple[bool, datetime | None, str]:
    """Orders records by publication; what is not yet approved is younger than all that is."""
    at = record.fields.publish_at
    is_draft = record.fields.status != "approved" or at is None
    return is_draft, None if is_draft else at, record.id


def _address(record: Record[Any]) -> str:
    return address(record.kind, record.id)
