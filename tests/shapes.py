"""The JSON-LD of pages under the SHACL shapes of schema.org's own validator.

In: pages, and the file of shapes (../shared/data/claimreview, from google/schemarama, Apache 2.0).
Out: what does not conform. Nothing is fetched: the context is written here.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyshacl
import rdflib

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# Addresses in these name a thing, as the context of schema.org has it for terms of its own.
NAMES = ("eventAttendanceMode", "eventStatus", "item", "mediaAuthenticityCategory")
SCHEMA = rdflib.Namespace("http://schema.org/")
CONTEXT = {
    "@vocab": "http://schema.org/",  # as the shapes write it
    **{name: {"@type": "@id"} for name in NAMES},
}

# What the shapes ask of the wider term holds for the narrower one too.
WIDER = {
    "AudioObject": "MediaObject",
    "ClaimReview": "Review",
    "CollectionPage": "WebPage",
    "DataDownload": "MediaObject",
    "FAQPage": "WebPage",
    "GovernmentOrganization": "Organization",
    "ImageObject": "MediaObject",
    "MediaObject": "CreativeWork",
    "MediaReview": "Review",
    "NewsArticle": "Article",
    "Article": "CreativeWork",
    "Dataset": "CreativeWork",
    "Review": "CreativeWork",
    "VideoObject": "MediaObject",
    "WebPage": "CreativeWork",
}


def graph(things: Iterable[Any]) -> rdflib.Graph:
    """Documents of JSON-LD as one graph."""
    found = rdflib.Graph()
    for each in things:
        data = json.dumps({**each, "@context": CONTEXT})
        found.parse(data=data, format="json-ld")
    for narrow, wide in WIDER.items():
        found.add((SCHEMA[narrow], rdflib.RDFS.subClassOf, SCHEMA[wide]))
    return found


def documents(html: str) -> list[Any]:
    """The JSON-LD of a page."""
    return [json.loads(text) for text in SCRIPT.findall(html)]


def read(file: Path) -> rdflib.Graph:
    """The shapes of a file."""
    return rdflib.Graph().parse(file, format="turtle")


def violations(found: rdflib.Graph, shapes: rdflib.Graph) -> list[str]:
    """What does not conform, a line each."""
    conforms, _, text = pyshacl.validate(found, shacl_graph=shapes, inference="none")
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith("Result Path")]
    assert conforms == (lines == [])
    return lines
