"""A client of the data interface that knows nothing but its OpenAPI document.

In: the files of a site by path. Out: for each file the operation that it answers, and the faults
that it has against what that operation promises. Written from the specification, not from our code.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SPECIFICATION = "api/v1/openapi.json"
PREFIX = "api/v1"


def operations(specification: Any, path: str) -> list[str]:
    """The path templates of which a path is an instance, its parameters as they are declared."""
    found = []
    for template, item in specification["paths"].items():
        parts = re.split(r"{([a-z]+)}", template)
        pattern = "".join(
            f"(?P<{part}>[^/]+)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )
        match = re.fullmatch(pattern, path)
        if match is None:
            continue
        schemas = {each["name"]: each["schema"] for each in item["get"].get("parameters", ())}
        if all(
            Draft202012Validator(schemas[name]).is_valid(value)
            for name, value in match.groupdict().items()
        ):
            found.append(template)
    return found


def validators(specification: Any) -> dict[str, Draft202012Validator]:
    """By path template, what judges a JSON answer."""
    whole = Resource.from_contents(specification, default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource("urn:openapi", whole)
    found = {}
    for template, item in specification["paths"].items():
        content = item["get"]["responses"]["200"]["content"]
        if "application/json" in content:
            schema = json.loads(
                json.dumps(content["application/json"]["schema"]).replace('"#/', '"urn:openapi#/')
            )
            found[template] = Draft202012Validator(
                schema, registry=registry, format_checker=FormatChecker()
            )
    return found


def faults(files: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with the files of an interface, by their own description."""
    specification = json.loads(files[SPECIFICATION])
    judges, met = validators(specification), set()
    for path, data in files.items():
        templates = operations(specification, path.removeprefix(PREFIX))
        if len(templates) != 1:
            yield f"{path} is an answer of {templates}"
            continue
        [template] = templates
        met.add(template)
        if template in judges:
            for error in judges[template].iter_errors(json.loads(data)):
                yield f"{path}: {error.json_path}: {error.message[:120]}"
    yield from (f"nothing answers {path}" for path in specification["paths"].keys() - met)
