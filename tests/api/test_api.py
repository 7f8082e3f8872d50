"""The data interface: its files, what they promise, and what they never say."""

import csv
import json
from collections import Counter
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from huiying.render import api
from huiying.render.api import tables
from tests.api.clients import faults
from tests.helper import BASE, CLARIFICATION, RUMOUR
from tests.render.sites import RESPONSE, SITE, WITHDRAWN, project

V1 = "api/v1/"
PLACE = "rumours/20260312-tingshui"
CORRECTED = """\
变更记录:
  - {时间: 2026-03-12 09:40, 类型: 首发, 说明: 首次发布}
  - {时间: 2026-03-13 10:00, 类型: 更正, 说明: 写错了, 原文: 7层, 新文: 8层, 单位: shuiwuju}
"""


def made(folder: Path, files: Mapping[str, str | bytes], preview: bool = False) -> dict[str, bytes]:
    return {out.path: out.data for out in api.outputs(project(folder, files, preview))}


def said(files: Mapping[str, bytes], path: str) -> Any:
    return json.loads(files[f"{V1}{path}.json"])


@pytest.fixture(scope="session")
def served(tree: Path) -> dict[str, bytes]:
    """Every file of the interface of the built sample site."""
    found = sorted(path for path in (tree / "api/v1").rglob("*") if path.is_file())
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in found}


def test_every_served_file_is_what_the_description_promises(served: dict[str, bytes]) -> None:
    assert list(faults(served)) == []


def test_a_client_sees_a_wrong_answer_an_unknown_file_and_a_missing_one(
    served: dict[str, bytes],
) -> None:
    wrong = {**served, f"{V1}months/2026/13.json": b"{}"}
    wrong[f"{V1}index.json"] = wrong[f"{V1}index.json"].replace(b'"records":', b'"number":', 1)
    del wrong[f"{V1}dataset.json"]
    found = list(faults(wrong))
    assert any(each.endswith("'records' is a required property") for each in found)
    assert f"{V1}months/2026/13.json is an answer of []" in found
    assert "nothing answers /dataset.json" in found


def test_the_description_is_valid_openapi(served: dict[str, bytes]) -> None:
    OpenAPIV31SpecValidator(said(served, "openapi")).validate()


def test_each_schema_is_complete_in_itself_and_fits_its_documents(served: dict[str, bytes]) -> None:
    by_schema = {
        "record": "records/",
        "month": "months/",
        "list": "lists/",
        "changes-month": "changes/",
        "corrections-month": "corrections/",
    }
    seen = 0
    for path in [path for path in served if path.startswith(f"{V1}schemas/")]:
        schema = json.loads(served[path])
        Draft202012Validator.check_schema(schema)
        judge = Draft202012Validator(schema, format_checker=FormatChecker())
        name = Path(path).stem
        start = V1 + by_schema.get(name, f"{name}.json")
        for document in [each for each in served if each.startswith(start)]:
            seen += 1
            assert [
                error.message for error in judge.iter_errors(json.loads(served[document]))
            ] == []
    assert seen > 100


def test_a_record_in_full(tmp_path: Path) -> None:
    found = said(made(tmp_path, {**SITE, RUMOUR: CLARIFICATION}), f"records/{PLACE}")
    fields = found.pop("fields")
    assert found == {
        "id": PLACE,
        "kind": "clarification",
        "url": f"https://hy.example/hygq/{PLACE}/",
        "document": f"https://hy.example/hygq/api/v1/records/{PLACE}.json",
        "published_at": "2026-03-12T09:40:00+08:00",
        "updated_at": "2026-03-12T09:40:00+08:00",
        "current": True,
        "marks": [],
    }
    assert fields["verdict"] == "false-claim"
    assert fields["agencies"] == {"first_responsible": "shuiwuju", "basis": "competent"}


def test_a_correction_is_told_everywhere_with_both_wordings(tmp_path: Path) -> None:
    files = made(tmp_path, {**SITE, RUMOUR: CLARIFICATION + CORRECTED})
    record = said(files, f"records/{PLACE}")
    at = "2026-03-13T10:00:00+08:00"
    assert (record["current"], record["marks"], record["updated_at"]) == (True, ["corrected"], at)
    event = {
        "at": at,
        "record": PLACE,
        "title": record["fields"]["title"],
        "url": record["url"],
        "document": record["document"],
        "type": "corrected",
        "note": "写错了",
    }
    assert said(files, "changes")["newest"][0] == event
    told = {**event, "before": "7层", "after": "8层"}
    assert said(files, "corrections")["newest"] == [told]
    assert said(files, "corrections/2026/03") == {"month": "2026-03", "events": [told]}
    [listed] = said(files, "lists/verdicts/false-claim")["newest"]
    assert (listed["marks"], listed["updated_at"]) == (["corrected"], at)
    [row] = [row for row in rows(files[f"{V1}years/2026.csv"]) if row[0] == PLACE]
    assert row[-2:] == ["2026-03-13 10:00", "有效"]


def test_a_slip_of_the_pen_is_no_correction(tmp_path: Path) -> None:
    slip = CORRECTED.replace("单位: shuiwuju}", "单位: shuiwuju, 细微: 是}")
    files = made(tmp_path, {**SITE, RUMOUR: CLARIFICATION + slip})
    assert said(files, "corrections")["newest"] == []
    [event] = [each for each in said(files, "changes")["newest"] if each.get("minor")]
    assert (event["type"], event["record"]) == ("corrected", PLACE)


def test_what_was_withdrawn_says_so_everywhere(tmp_path: Path) -> None:
    files = made(tmp_path, {**SITE, RUMOUR: CLARIFICATION + WITHDRAWN})
    record = said(files, f"records/{PLACE}")
    assert (record["current"], record["marks"]) == (False, ["withdrawn"])
    assert "claims" not in record["fields"]
    assert said(files, "lists/kinds/rumours")["records"] == 0
    [month] = [each for each in said(files, "months/2026/03")["records"] if each["id"] == PLACE]
    assert month["current"] is False
    for name in ("changes", "corrections"):
        newest = said(files, name)["newest"][0]
        assert (newest["type"], newest["record"]) == ("withdrawn", PLACE)
    [row] = [row for row in rows(files[f"{V1}years/2026.csv"]) if row[0] == PLACE]
    assert row[-1] == "已撤回"


def test_a_day_to_come_on_which_a_record_expires_is_not_told(tmp_path: Path) -> None:
    later = {**SITE, RUMOUR: CLARIFICATION + "失效时间: 2027-01-01 00:00\n"}
    assert b"2027" not in b"".join(made(tmp_path / "a", later).values())
    over = {**SITE, RUMOUR: CLARIFICATION + "失效时间: 2026-03-13 00:00\n"}
    record = said(made(tmp_path / "b", over), f"records/{PLACE}")
    assert record["fields"]["expires_at"] == "2026-03-13T00:00:00+08:00"
    assert record["marks"] == ["expired"]


def test_a_preview_has_no_other_data_than_the_site(tmp_path: Path) -> None:
    draft = RESPONSE.replace("已审定", "草稿").replace("东环路", "西环路")
    files = {**SITE, "responses/2026/20260311-xihuan.yml": draft}
    assert made(tmp_path / "a", files, preview=True) == made(tmp_path / "b", SITE)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_is_read_by_spreadsheet_programs_and_holds_no_formula(tmp_path: Path) -> None:
    bad = RESPONSE.replace("东环路污水外溢已经疏通", "'=1+1，东环路'")
    files = made(tmp_path, {**SITE, "responses/2026/20260310-wushui.yml": bad})
    data = files[f"{V1}years/2026.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    head, *found = rows(data)
    assert tuple(head) == tables.HEADINGS
    [row] = [row for row in found if row[0] == "responses/20260310-wushui"]
    assert row[3] == "'=1+1，东环路"


def test_a_line_of_a_year_is_the_document_of_its_record(served: dict[str, bytes]) -> None:
    lines = [
        line
        for path, data in served.items()
        if path.endswith(".jsonl")
        for line in data.splitlines(keepends=True)
    ]
    records = [data for path, data in served.items() if path.startswith(f"{V1}records/")]
    assert sorted(lines) == sorted(records)


def test_every_address_that_a_document_names_is_there(served: dict[str, bytes], tree: Path) -> None:
    home = "https://huiying.example/"
    named = {
        value
        for path, data in served.items()
        if path.endswith(".json") and "/schemas/" not in path and "/records/" not in path
        for value in strings(json.loads(data))
        if value.startswith(f"{home}api/v1/") and value.count(".json") + value.count("/years/")
    }
    paths = [value.removeprefix(home) for value in named]
    assert [path for path in paths if not (tree / path).is_file()] == []
    assert len(paths) > 100


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in strings(each)]


def test_one_new_record_changes_a_bounded_number_of_files(tmp_path: Path) -> None:
    many = {
        f"responses/{year}/{year}{month:02}{day:02}-n.yml": RESPONSE.replace(
            "2026-03-10 08:05", f"{year}-{month:02}-{day:02} 08:05"
        )
        for year in (2024, 2025)
        for month in range(1, 13)
        for day in (3, 9, 17)
    }
    without = {path: text for path, text in BASE.items() if path != RUMOUR}
    before = made(tmp_path / "a", {**without, **many})
    after = made(tmp_path / "b", {**without, **many, RUMOUR: CLARIFICATION})
    changed = {path for path, data in after.items() if before.get(path) != data}
    assert {path.removeprefix(V1) for path in changed} == {
        f"records/{PLACE}.json",
        "years/2026.csv",
        "years/2026.jsonl",
        "months/2026/03.json",
        "changes.json",
        "changes/2026/03.json",
        "dataset.json",
        "index.json",
        "organisations.json",
        "lists/kinds/rumours.json",
        "lists/verdicts/false-claim.json",
        "lists/organisations/shuiwuju.json",
    }
    newest = said(after, "lists/kinds/responses")
    assert (len(newest["newest"]), newest["records"]) == (50, 72)
    assert sum(month["records"] for month in newest["months"]) == 72


def test_an_update_that_the_history_tells_as_well_happened_once(tree: Path) -> None:
    moments = Counter(
        (event["at"], event["record"], event["type"])
        for path in (tree / "api/v1/changes").rglob("*.json")
        for event in json.loads(path.read_text("utf-8"))["events"]
    )
    assert len(moments) > 50
    assert [moment for moment, times in moments.items() if times > 1] == []
