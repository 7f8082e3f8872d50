"""What an audit has to know of one output: `Facts`, found where the output is made.

In: a path and the text of an output (a shell with its slots, what fills the slots, a whole page, a
feed, a picture's drawing). Out: a small picklable value: what it links to, which anchors it has,
which faults it shows by itself. What needs other outputs is for `check`.
"""

import json
from dataclasses import dataclass, field, fields, replace
from typing import Literal, TypeAlias

from huiying.audits import (
    feed,
    foreign_host,
    heading_order,
    inline_code,
    internal_link,
    internal_string,
    json_ld,
    page_tags,
    personal_output,
)
from huiying.audits.internal_string import NOTHING, Needles
from huiying.audits.markup import read
from huiying.shell import BODY_SLOT

Form: TypeAlias = Literal["filling", "shell", "page", "drawing", "data"]
"""What fills a shell, a shell, a whole page, an SVG file, anything else."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one output.

    `faults`: names of sentences, each with a value; `leaks`: the private texts that it holds, of
    those whose digest is `secrets`; `traces`: what looks like a person's number or address, as a
    digest and a mask.
    """

    form: Form
    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    leaks: tuple[str, ...] = ()
    traces: tuple[personal_output.Trace, ...] = ()
    secrets: str = field(default="", compare=False)


def facts(path: str, text: str, needles: Needles = NOTHING) -> Facts:
    """The facts of the output at `path`. A shell is looked at once, its fillings one by one."""
    form = _form(path, text)
    leaks = internal_string.found(text.encode("utf-8", "replace"), needles)
    if form == "data":
        # The finder's priors are counts and nothing else: any of them may look like a number.
        is_counts = path.endswith("/prior.json")
        traces = () if is_counts else personal_output.look_into_data(text)
        unread = tuple(feed.look(path, text))
        return Facts(form, (), (), unread, leaks, traces, needles.digest)
    markup = read(text, is_ours=form == "filling")
    links, sources = internal_link.links(markup), internal_link.sources(markup)
    faults = [*inline_code.look(markup, links)]
    if form == "drawing":  # shapes carry styles, and readers see it as a picture
        faults = [fault for fault in faults if not fault[0].endswith("style")]
        traces = personal_output.look_into_drawing(text)
        return Facts(form, (), (), tuple(faults), leaks, traces, needles.digest)
    faults += foreign_host.look(markup, sources)
    is_part = path.startswith("fragments/")  # of a page that another site makes
    if not is_part:
        faults += heading_order.look(markup, form == "shell")
    if form != "shell" and not is_part:
        faults += page_tags.look(path, markup)
        faults += json_ld.look(markup)
    ids = tuple(markup.values.get("id", ()))
    targets = internal_link.targets(path, [*links, *sources], ids)
    traces = personal_output.look(markup)
    links = list(dict.fromkeys(targets))
    return Facts(form, tuple(links), ids, tuple(faults), leaks, traces, needles.digest)


def facts_of_bytes(data: bytes, needles: Needles) -> Facts:
    """The facts of an output that is no text: a picture, a film, a shard of the finder."""
    return Facts("data", leaks=internal_string.found(data, needles), secrets=needles.digest)


def look_again(seen: Facts, data: bytes, needles: Needles) -> Facts:
    """The facts of an output that has not changed since, with other private texts looked for."""
    leaks = internal_string.found(data, needles)
    return replace(seen, leaks=leaks, secrets=needles.digest)


def _form(path: str, text: str) -> Form:
    if path.endswith(".svg"):
        return "drawing"
    if not path.endswith(".html"):
        return "data"
    if BODY_SLOT in text:
        return "shell"
    return "page" if text[:200].lstrip().lower().startswith(("<!doctype", "<html")) else "filling"


def pack(digest: str, found: Facts) -> bytes:
    """Facts and the digest of the output they are of, as bytes for the cache."""
    values = [getattr(found, item.name) for item in fields(found)]
    return json.dumps([digest, *values], ensure_ascii=False).encode()


def unpack(data: bytes) -> tuple[str, Facts]:
    """What `pack` packed."""
    digest, form, links, ids, faults, leaks, traces, secrets = json.loads(data)
    pairs = tuple((key, value) for key, value in faults)
    seen = tuple((value, shown) for value, shown in traces)
    return digest, Facts(form, tuple(links), tuple(ids), pairs, tuple(leaks), seen, secrets)
