"""SARIF: the official schema, a validator and a library that we did not write.

The schema and the validator are npm's @microsoft/sarif-multitool in tests/node/node_modules
(`npm ci` there; `make proof` does it).
"""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from sarif.loader import load_sarif_file

from huiying import console
from huiying.console.report import Report
from tests.conftest import ROOT, is_proof
from tests.console import reports

MULTITOOL = ROOT / "tests/node/node_modules/@microsoft/sarif-multitool-linux"


@pytest.fixture(scope="module")
def multitool() -> Path:
    """The folder of the validator; without it a sample is skipped and a proof fails."""
    if not MULTITOOL.exists() and is_proof():
        pytest.fail("tests/node/node_modules is not there")
    if not MULTITOOL.exists():
        pytest.skip("tests/node/node_modules is not there: run `npm ci` in tests/node")
    return MULTITOOL


@pytest.fixture(scope="module")
def official(multitool: Path) -> Draft202012Validator:
    """The official schema of SARIF 2.1.0."""
    schema = json.loads((multitool / "sarif-2.1.0.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def run_of(report: Report) -> dict[str, Any]:
    """The one run of the document."""
    [run] = json.loads(console.FORMATS["sarif"](report))["runs"]
    return dict(run)


@reports.SOME
@given(report=reports.REPORTS)
def test_every_document_keeps_to_the_official_schema(
    official: Draft202012Validator, report: Report
) -> None:
    official.validate(json.loads(console.FORMATS["sarif"](report)))


def test_the_official_schema_finds_what_is_wrong(official: Draft202012Validator) -> None:
    document = json.loads(console.FORMATS["sarif"](reports.report(*reports.ALL)))
    document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] = {"line": 0}
    assert not official.is_valid(document)


def validate(multitool: Path, file: Path) -> str:
    """What the validator says of a file, the note on our missing address left out."""
    program = multitool / "Sarif.Multitool"
    if not os.access(program, os.X_OK):
        program.chmod(0o755)
    done = subprocess.run(
        [program, "validate", str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert "1 files scanned" in done.stdout, done.stdout + done.stderr
    found = [line for line in done.stdout.splitlines() if re.search(": (error|warning) ", line)]
    return "\n".join(line for line in found if "informationUri" not in line)


def test_the_validator_finds_nothing_to_say(multitool: Path, tmp_path: Path) -> None:
    file = tmp_path / "check.sarif"
    strange = reports.Mark("content/topics/停水 100%?#:.yml", 3, 2)
    odd = reports.Problem("choice", strange, "", {"key": "\x1b\n", "value": "{0} [a](b)"})
    file.write_text(console.FORMATS["sarif"](reports.report(*reports.ALL, odd)), encoding="utf-8")
    assert validate(multitool, file) == ""
    file.write_text(file.read_text(encoding="utf-8").replace('"ruleIndex": 0', '"ruleIndex": 9'))
    assert "error" in validate(multitool, file)


def test_sarif_tools_reads_rules_levels_and_places(tmp_path: Path) -> None:
    file = tmp_path / "check.sarif"
    file.write_text(console.FORMATS["sarif"](reports.report(*reports.ALL)), encoding="utf-8")
    found = load_sarif_file(str(file))
    assert found.get_distinct_tool_names() == ["huiying"]
    assert [
        (it["Location"], it["Line"], it["Severity"], it["Code"]) for it in found.get_records()
    ] == [
        (reports.FILE, 9, "error", "choice"),
        (reports.FILE, 1, "warning", "length"),
        ("content/site.yml", 7, "error", "duplicate-key"),
        ("content/topics/gongshui.yml", 1, "note", "required"),
    ]


@reports.SOME
@given(reports.REPORTS)
def test_a_file_is_named_by_a_reference_that_leads_to_it(report: Report) -> None:
    places = [result["locations"][0]["physicalLocation"] for result in run_of(report)["results"]]
    uris = [place["artifactLocation"]["uri"] for place in places]
    assert [unquote(uri) for uri in uris] == [it.mark.file for it in report.problems]
    assert [uri for uri in uris if not uri.isascii() or ":" in uri] == []


def test_a_rule_brings_its_page_and_a_second_place_is_told() -> None:
    run = run_of(reports.report(*reports.ALL))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["choice", "duplicate-key", "length", "required"]
    assert rules[0]["shortDescription"] == {"text": "只能写列出的词。"}
    assert rules[0]["help"]["text"] == "只能写列出的词。\n\n选一个。"
    [related] = run["results"][2]["relatedLocations"]
    assert related["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 1}
    assert run["columnKind"] == "unicodeCodePoints"
