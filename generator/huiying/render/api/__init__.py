"""The data interface `/api/v1/`: every public record, list and change as files for programs.

In: a projection. Out: the files that `openapi.ENDPOINTS` names: one for each record, bounded lists,
months, a table and a file of lines for each year, schemas. A new or changed record rewrites its own
document, its month and year and the lists that it stands in, however large the archive. The bytes
depend on what is public and on nothing else. `docs/api.md` describes it.
"""

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from huiying.public import Projection
from huiying.render.api.dataset import dataset
from huiying.render.api.documents import PREFIX, Documents
from huiying.render.api.openapi import DOCUMENTS, openapi
from huiying.render.api.schema import document_schema
from huiying.render.api.tables import csv
from huiying.render.output import Output


def outputs(projection: Projection) -> Iterator[Output]:
    """The files of the interface."""
    documents = Documents(projection)
    lines = {record.address: _line(documents.record(record)) for record in documents.records}
    for place, line in lines.items():
        yield Output(f"{PREFIX}records/{place}.json", line)
    for year, found in documents.by_year.items():
        whole = b"".join(lines[record.address] for record in found)
        yield Output(f"{PREFIX}years/{year}.jsonl", whole)
        yield Output(f"{PREFIX}years/{year}.csv", csv(documents, found))
    for path, values in _others(documents).items():
        yield Output(f"{PREFIX}{path}.json", _line(values))


def _others(documents: Documents) -> dict[str, Any]:
    """Every other document by its path below the interface, without its ending."""
    lists = documents.lists()
    found: dict[str, Any] = {"index": documents.index(lists), **lists}
    for month in documents.by_month:
        found[f"months/{month.replace('-', '/')}"] = documents.month(month)
    found |= documents.events("changes", documents.changes)
    found |= documents.events("corrections", documents.corrections)
    found |= documents.registers()
    found["vocabulary"] = documents.vocabulary()
    settings = documents.projection.settings
    context = {"@context": "https://schema.org"}
    found["dataset"] = context | dataset(list(documents.by_year), documents.base, settings)
    found["openapi"] = openapi(settings, documents.base)
    for name in DOCUMENTS:
        found[f"schemas/{name}"] = document_schema(name, documents.base)
    return found


def _line(values: Any) -> bytes:
    """One document on one line: of a record the same bytes stand in the file of its year."""
    return to_json(values) + b"\n"
