"""A client that we did not write asks the served files for everything that OpenAPI promises."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.api.clients import operations

VERSION = "schemathesis==4.32.5"
CHECKS = ("status_code_conformance", "content_type_conformance", "response_schema_conformance")


def with_examples(specification: Any, paths: list[str]) -> Any:
    """The description with values of its parameters that lead to a file of each operation."""
    for path in paths:
        [template] = operations(specification, path)
        parts = re.split(r"{([a-z]+)}", template)
        names = "".join(
            f"(?P<{part}>[^/]+)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )
        match = re.fullmatch(names, path)
        values: Mapping[str, str] = match.groupdict() if match else {}
        for each in specification["paths"][template]["get"].get("parameters", ()):
            each["example"] = values[each["name"]]
    return specification


@pytest.mark.proof
def test_schemathesis_finds_nothing(
    tmp_path: Path, tree: Path, address: str, figure: Callable[[str, object], None]
) -> None:
    home = tree / "api/v1"
    paths = sorted(f"/{path.relative_to(home).as_posix()}" for path in home.rglob("*.*"))
    specification = json.loads((home / "openapi.json").read_text("utf-8"))
    described = tmp_path / "openapi.json"
    described.write_text(json.dumps(with_examples(specification, paths)), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    own = tmp_path / "venv" / "bin"
    subprocess.run([str(own / "pip"), "install", "-q", VERSION], check=True, capture_output=True)
    command = [str(own / "st"), "run", str(described), "--url", f"{address}/api/v1"]
    command += ["--checks", ",".join(CHECKS), "--mode", "positive", "--max-examples", "50"]
    command += ["--phases", "examples,coverage,fuzzing", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "Tested: 21" in done.stdout
    [cases] = re.findall(r"(\d+) generated, \d+ passed", done.stdout)
    figure("data interface: cases of schemathesis that pass", int(cases))
