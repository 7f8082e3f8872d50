"""Statistical charts that no drawing of ours can be, written as Vega-Lite.

In: the text of a `.vl.json` file. Out: an SVG as media/ takes it, with nothing in it that fetches,
or the reason why there is none. It needs the extra `charts`; it never asks another host, neither
while it draws nor in what it draws.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

from huiying.media import svg
from huiying.media.fault import Fault

FONTS = (
    "PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans SC, Noto Sans CJK SC, sans-serif"
)
"""As in the theme's stylesheet: a picture has no other way to ask for them."""
CONFIG: Mapping[str, Any] = MappingProxyType(
    {
        "font": FONTS,
        "background": "#ffffff",
        "axis": {"labelFontSize": 14, "titleFontSize": 14},
        "axisX": {"labelAngle": 0},
        "mark": {"color": "#14406b"},
        "legend": {"labelFontSize": 14, "titleFontSize": 14},
        "title": {"fontSize": 17},
        "text": {"fontSize": 14},
    }
)
"""Letters that can be read on a phone, never on their side; white below them, as a picture knows of
no dark page; the blue of the theme."""
DATA = ("values", "datasets")
"""Under these stand rows, whose columns may have any name."""
VIEWS = frozenset("mark layer facet hconcat vconcat concat repeat".split())
"""A specification of Vega-Lite has one of these."""
DEEPEST = 100
SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no chart: the case of the sentence `chart-<case>`."""

    case: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart. `title`: as its file gives it, "" where it gives none."""

    title: str
    data: bytes


def draw(text: str) -> Chart | Refusal:
    """The chart that a file describes."""
    try:
        spec = json.loads(text)
    except json.JSONDecodeError as error:
        return Refusal("json", {"line": str(error.lineno), "column": str(error.colno)})
    except RecursionError:
        return Refusal("json", {"line": "1", "column": "1"})
    if not isinstance(spec, dict):
        return Refusal("object")
    if not VIEWS & spec.keys():
        return Refusal("view")
    if _fetches(spec):
        return Refusal("url")
    try:
        from vl_convert import vegalite_to_svg
    except ImportError:
        return Refusal("extra")
    try:
        drawn = vegalite_to_svg(text, config=dict(CONFIG), allowed_base_urls=[])
    except ValueError as error:
        lines = [line.strip() for line in str(error).splitlines()]
        return Refusal("spec", {"value": next(iter(lines[1:2]), "")[:200]})
    found = svg.draw(_lean(drawn))
    if isinstance(found, Fault):
        return Refusal("svg")
    return Chart(_title(spec), found.data)


def _fetches(value: Any, depth: int = 0) -> bool:
    """Whether data or pictures are to come from an address."""
    if depth > DEEPEST:
        return True
    if isinstance(value, dict):
        rest = (each for name, each in value.items() if name not in DATA)
        return "url" in value or any(_fetches(each, depth + 1) for each in rest)
    return isinstance(value, list) and any(_fetches(each, depth + 1) for each in value)


def _title(spec: Mapping[str, Any]) -> str:
    title = spec.get("title", "")
    text = title.get("text", "") if isinstance(title, dict) else title
    return " ".join(map(str, text)) if isinstance(text, list) else str(text)


def _lean(drawn: str) -> bytes:
    """The SVG without what says nothing in a picture: roles for scripts, pointers."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(drawn)
    for node in root.iter():
        for name in list(node.attrib):
            if name not in svg.ATTRIBUTES or name in ("class", "role"):
                del node.attrib[name]
    lean: bytes = ElementTree.tostring(root, encoding="utf-8")
    return lean
