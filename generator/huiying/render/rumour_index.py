"""The index of clarified rumours as data: what the filters read, and what others may take.

In: a projection. Out: `rumours/<yyyy>/<mm>.json` for each month, `rumours/<yyyy>.csv` for each year
and `rumours/index.json`, which names them. A new record rewrites its month, its year and the
directory, however large the archive. It reads no clock. `docs/data.md` describes the fields.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic_core import to_json

from huiying.public import Projection, PublicRecord
from huiying.records.vocabulary import SUBJECT, VERDICT
from huiying.render.cells import BETWEEN, minute, table
from huiying.render.output import Output
from huiying.render.plan.rumours import (
    FOLDER,
    bodies_of,
    grouped,
    listed,
    subjects_of,
    verdicts_of,
)

HEADINGS = (
    "编号",
    "网址",
    "事实",
    "网传说法",
    "结论",
    "第一责任单位",
    "主题",
    "发布时间",
    "更新时间",
)
"""The first row of a CSV file."""
FACETS = {"verdicts": verdicts_of, "subjects": subjects_of, "organisations": bodies_of}


def outputs(projection: Projection) -> Iterator[Output]:
    """The files of the index."""
    records = [record for record in listed(projection) if record.state == "public"]
    entries = {record.address: _entry(record, projection) for record in records}
    months = _by(records, "%Y-%m")
    years = _by(records, "%Y")
    for month, found in months.items():
        data = {"month": month, "records": [entries[record.address] for record in found]}
        yield Output(f"{FOLDER}/{month.replace('-', '/')}.json", to_json(data))
    for year, found in years.items():
        rows = [_row(entries[record.address]) for record in found]
        yield Output(f"{FOLDER}/{year}.csv", table(HEADINGS, rows))
    base = f"{projection.settings.base_url}{FOLDER}/"
    directory = {
        "months": [_month(month, found, base) for month, found in months.items()],
        "years": [
            {"year": year, "url": f"{base}{year}.csv", "records": len(found)}
            for year, found in years.items()
        ],
    }
    yield Output(f"{FOLDER}/index.json", to_json(directory))


def _by(records: Sequence[PublicRecord], form: str) -> dict[str, list[PublicRecord]]:
    """Records by month or year of publication, both the newest first."""
    found: dict[str, list[PublicRecord]] = {}
    for record in records:
        found.setdefault(record.published_at.strftime(form), []).append(record)
    return found


def _month(month: str, records: Sequence[PublicRecord], base: str) -> dict[str, Any]:
    """One month: where it is, and how many records of each verdict, subject and body it holds."""
    counts = {
        name: {key: len(found) for key, found in grouped(records, keys_of).items()}
        for name, keys_of in FACETS.items()
    }
    return {
        "month": month,
        "url": f"{base}{month.replace('-', '/')}.json",
        "records": len(records),
        **counts,
    }


def _entry(record: PublicRecord, projection: Projection) -> dict[str, Any]:
    """One record of the index."""
    values, zone = record.values, projection.settings.zone
    [body] = bodies_of(record) or [""]
    named = projection.organisations.get(body, {})
    verdict = values.get("verdict", "")
    return {
        "id": record.id,
        "url": f"{projection.settings.base_url}{record.address}/",
        "title": values["title"],
        "said": [claim["text"] for claim in values.get("claims", ())],
        "verdict": verdict,
        "verdict_zh": VERDICT.label(verdict) if verdict else "",
        "organisation": {"id": body, "name": named.get("name", "")},
        "subjects": [{"id": term, "zh": SUBJECT.label(term)} for term in subjects_of(record)],
        "published": record.published_at.astimezone(zone).isoformat(),
        "updated": record.updated_at.astimezone(zone).isoformat(),
    }


def _row(entry: dict[str, Any]) -> list[str]:
    """One record as cells, under `HEADINGS`."""
    return [
        entry["id"],
        entry["url"],
        entry["title"],
        BETWEEN.join(entry["said"]),
        entry["verdict_zh"],
        entry["organisation"]["name"],
        BETWEEN.join(subject["zh"] for subject in entry["subjects"]),
        minute(entry["published"]),
        minute(entry["updated"]),
    ]
