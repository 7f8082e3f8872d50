"""All JSON-LD of the sample site under the shapes of schema.org's own validator."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.shapes import documents, graph, read, violations


# rdflib's own reader of JSON-LD still uses what rdflib gives up.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_all_json_ld_conforms_to_the_shapes_of_schema_org(
    tree: Path, shared: Path, figure: Callable[[str, object], None], full_size: bool
) -> None:
    shapes = read(shared / "data" / "claimreview" / "schemarama-full.shacl")
    pages = [path.read_text("utf-8") for path in sorted(tree.rglob("*.html"))]
    found = [each for html in pages for each in documents(html)]
    by_kinds = {tuple(thing["@type"] for thing in each["@graph"]): each for each in found}
    chosen = found if full_size else list(by_kinds.values())
    assert len(by_kinds) > 8
    assert violations(graph(chosen), shapes) == []
    # The same shapes see what does not conform.
    broken = {"@graph": [{"@type": "ClaimReview", "reviewRating": "不实"}]}
    assert violations(graph([broken]), shapes) != []
    figure("JSON-LD: pages that conform to the SHACL shapes", len(chosen))
