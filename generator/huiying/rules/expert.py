"""请专家解读，要本人同意、在聘期内、在他的领域里。

记录里写的专家，必须书面同意公开“姓名”，发布那天在聘期之内；记录写了“主题”的，至少有一项在专家登记
的“领域”里。没有同意公开的照片，哪条记录里都不能用；没有同意公开的职称、单位，发布会的“发布人”里
也不能照写。草稿先提示。

依据：柳政办〔2017〕120号一（二）3“掌握相关政策、熟悉相关领域的专家学者”；个人信息保护法。

对：

    主题: [住房]
    专家: [chen-gong]

错：

    主题: [教育]
    专家: [chen-gong]

In English: an expert whom a record names has agreed to be named, is in the register on the day of
publication, and explains a subject that is registered for that expert. A portrait that was
withheld is in no record, nor a title or a place of work beside the expert's name.
"""

# Reference: DOMAIN EXP-1、M20.

from collections.abc import Iterator
from datetime import date
from itertools import islice

from huiying.library import Library, references
from huiying.problem import Level, Problem
from huiying.records import Record
from huiying.records.briefing import Briefing, Speaker
from huiying.records.common import Common
from huiying.records.expertise import ExpertEntry
from huiying.records.field import fields_of
from huiying.records.vocabulary import SUBJECT
from huiying.rules._standing import weigh
from huiying.settings import Settings

NAME = "expert"
WITH_OTHERS = {"": "near", "term": "term-near", "field": "field-near"}
"""What is said instead where others could speak."""
MOST_OTHERS = 3
"""Experts that are proposed instead of one."""
OF_SPEAKERS = tuple(item for item in fields_of(Speaker) if item.name in ("title", "org"))
"""What a briefing says of a speaker and the register of an expert, under the same names."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each expert who cannot speak in a record that names one, and each portrait in
    a record that may not be shown."""
    if not library.experts:
        return
    withheld = {
        entry.fields.photo: entry
        for entry in library.experts.values()
        if entry.fields.photo and not {"name", "photo"} <= set(entry.fields.consent)
    }
    for record in library.records.values():
        for reference in references(record.fields):
            entry = library.experts.get(reference.target)
            if reference.kind == "expert" and entry is not None:
                yield from _judge(record, reference.path, entry, library, settings)
            elif reference.kind == "media" and reference.target in withheld:
                # A portrait is the expert's own, wherever it stands: old records are no exception.
                level = Level.ERROR if record.fields.status == "approved" else Level.NOTE
                yield _portrait(record, reference.path, withheld[reference.target], level)
        yield from _said(record, library, settings)


def _portrait(
    record: Record[Common], path: str, entry: Record[ExpertEntry], level: Level
) -> Problem:
    also = entry.mark(f"{entry.id}.consent")
    return Problem(NAME, record.mark(path), "photo", {"expert": entry.id}, level, also)


def _said(record: Record[Common], library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each thing that an expert withheld and a briefing says word for word."""
    speakers = record.fields.speakers if isinstance(record.fields, Briefing) else ()
    for number, speaker in enumerate(speakers):
        entry = library.experts.get(speaker.expert or "")
        if entry is None:
            continue
        for item in OF_SPEAKERS:
            said, own = getattr(speaker, item.name), getattr(entry.fields, item.name)
            if said is not None and said == own and item.name not in entry.fields.consent:
                mark = record.mark(f"speakers.{number}.{item.name}")
                values = {"expert": entry.id, "key": item.label(record.language)}
                also = entry.mark(f"{entry.id}.consent")
                yield Problem(NAME, mark, "said", values, weigh(record.fields, settings), also)


def _judge(
    record: Record[Common],
    path: str,
    entry: Record[ExpertEntry],
    library: Library,
    settings: Settings,
) -> Iterator[Problem]:
    """The expert's name stays in the register: it may be the one that nobody may know."""
    expert, id = entry.fields, {"expert": entry.id}
    day = _day(record, settings)

    def lacks(case: str, field: str, **values: str) -> Problem:
        others = _others(record, day, library)
        case = WITH_OTHERS[case] if others else case
        also = entry.mark(f"{entry.id}.{field}")
        filled = {**id, **values, **({"others": others} if others else {})}
        return Problem(NAME, record.mark(path), case, filled, weigh(record.fields, settings), also)

    if "name" not in expert.consent:
        yield lacks("", "consent")
    if day is not None and not _is_valid(expert, day):
        name = "valid_from" if expert.valid_from and day < expert.valid_from else "valid_to"
        yield lacks("term", name, at=str(day))
    if not _is_in_field(record, expert):
        subjects = _terms(record.fields.subjects, record.language)
        fields = _terms(expert.fields, record.language)
        yield lacks("field", "fields", subjects=subjects, fields=fields)


def _day(record: Record[Common], settings: Settings) -> date | None:
    """The day of publication in the site's calendar."""
    published = record.fields.publish_at
    return None if published is None else published.astimezone(settings.zone).date()


def _is_in_field(record: Record[Common], expert: ExpertEntry) -> bool:
    subjects = set(record.fields.subjects)
    return not subjects or bool(subjects & set(expert.fields))


def _others(record: Record[Common], day: date | None, library: Library) -> str:
    """Experts who could speak instead, by id and name: they agreed to be named."""
    named = {each.target for each in references(record.fields) if each.kind == "expert"}
    fit = (
        entry
        for entry in library.experts.values()
        if "name" in entry.fields.consent
        and (day is None or _is_valid(entry.fields, day))
        and _is_in_field(record, entry.fields)
        and entry.id not in named
    )
    return "、".join(f"{entry.id}（{entry.fields.name}）" for entry in islice(fit, MOST_OTHERS))


def _is_valid(expert: ExpertEntry, day: date) -> bool:
    return (expert.valid_from is None or expert.valid_from <= day) and (
        expert.valid_to is None or day <= expert.valid_to
    )


def _terms(names: tuple[str, ...], language: str) -> str:
    """Subjects as they are written in a file of that language."""
    terms = [SUBJECT.by_en[name] for name in names]
    return "、".join(term.zh for term in terms) if language == "zh" else ", ".join(names)
