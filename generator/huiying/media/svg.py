"""SVG: only what draws, by an allow-list of elements and attributes, written anew.

In: a file's bytes. Out: `Drawing`, or the first fault with its line and column. The reader is expat
with nothing switched on: an entity, a processing instruction, a script or whatever else does more
than draw ends the reading at once, so nothing is expanded, fetched or run. What drawing programs
leave behind (comments, metadata, names of layers, elements of their own) is not written.
"""

import re
from dataclasses import dataclass
from typing import Any, NoReturn
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from huiying.media import effort
from huiying.media.fault import Fault

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
DEEPEST = 100

ELEMENTS = frozenset(
    """
    svg g defs symbol use switch title desc style
    path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop clipPath mask pattern marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence
    """.split()
)
ATTRIBUTES = frozenset(
    """
    id class style role lang version baseProfile width height x y x1 y1 x2 y2 cx cy r rx ry fx fy
    fr d points viewBox preserveAspectRatio transform pathLength dx dy rotate textLength
    lengthAdjust startOffset method spacing side href offset gradientUnits gradientTransform
    spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits
    patternTransform markerUnits markerWidth markerHeight orient refX refY filterUnits
    primitiveUnits in in2 result mode type values tableValues slope intercept amplitude exponent
    operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength
    preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent scale
    xChannelSelector yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ
    limitingConeAngle stdDeviation radius baseFrequency numOctaves seed stitchTiles
    enable-background
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering direction display dominant-baseline fill
    fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size
    font-size-adjust font-stretch font-style font-variant font-weight image-rendering
    isolation letter-spacing lighting-color marker marker-end marker-mid marker-start mask
    mask-type mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity
    stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi
    vector-effect visibility white-space word-spacing writing-mode
    """.split()
)
_ALSO = re.compile(r"aria-[a-z-]+\Z")
_LEFT_OUT = re.compile(r"data-[\w.-]+\Z")
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*\Z", re.IGNORECASE)
_PX = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
"""Of CSS: pixels in a unit."""
USUAL_SIZE = 300.0, 150.0
"""Of a drawing that does not say how large it is, as browsers have it."""
LARGEST_SIDE = 100_000
_FRAGMENT = re.compile(r"#[^\s\"'<>()]*\Z")
# Whatever fetches from CSS, and the backslash, which can spell any of it.
_FETCHES = re.compile(
    r"@import|\\|(?<![\w-])(?:image|image-set|-webkit-image-set|src|element|expression)\(|"
    r"url\((?!\s*[\"']?#)|javascript:|-moz-binding|behavior\s*:",
    re.IGNORECASE,
)

_MOVES = re.compile(
    r"@(?:-\w+-)?keyframes|(?<![\w-])(?:-\w+-)?animation(?:-[a-z]+)*\s*:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG written anew, and the size at which it is meant to be seen, in pixels."""

    data: bytes
    width_px: int
    height_px: int


def judge(data: bytes) -> Fault | None:
    """The first fault of an SVG."""
    found = draw(data)
    return found if isinstance(found, Fault) else None


def draw(data: bytes) -> Drawing | Fault:
    """The same drawing with nothing beside it, or the first fault."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Fault("encoding")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _Refused as refused:
        return refused.fault
    except expat.ExpatError as error:
        return Fault("svg", line=error.lineno, column=error.offset + 1)
    if effort.is_too_much(reader.outermost, reader.by_id, "".join(reader.styles)):
        return Fault("svg-effort")
    return Drawing("".join([*reader.written, "\n"]).encode(), *reader.size)


class _Refused(Exception):
    """Ends the reading at the first fault; never leaves this file."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Reader:
    """Expat's callbacks over one file; `written` is the file anew, part by part."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        self.written: list[str] = []
        self.size = 0, 0
        self.skipped = 0
        """How deep inside something that is left out."""
        self.css: list[str] | None = None
        self.styles: list[str] = []
        self.open: list[effort.Node] = []
        self.by_id: dict[str, effort.Node] = {}
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        parser.ProcessingInstructionHandler = self.instruction

    def refuse(self, case: str, **values: str) -> NoReturn:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise _Refused(Fault(case, values, line, column))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        is_foreign = bool(space) and space != SVG
        if self.open and (self.skipped or is_foreign or local == "metadata"):
            self.skipped += 1
            return
        if not space and local == "svg" and not self.open:
            self.refuse("svg-xmlns")
        if space != SVG or local not in ELEMENTS or (not self.open and local != "svg"):
            self.refuse("svg-element", name=local[:40])
        if len(self.open) >= DEEPEST:
            self.refuse("svg")
        kept = [pair for each in attributes.items() for pair in self.attribute(*each)]
        if self.css is not None:
            self.refuse("svg-element", name=local[:40])
        if local == "style":
            self.css = []
        if not self.open:
            kept = self.root(attributes, kept)
        self.enter(effort.node(local, {k.removeprefix("xlink:"): v for k, v in kept}))
        if identity := attributes.get("id"):
            self.by_id.setdefault(identity, self.open[-1])
        self.written.append("".join([f"<{local}", *(f" {k}={quoteattr(v)}" for k, v in kept), ">"]))

    def enter(self, node: effort.Node) -> None:
        """Go one element deeper."""
        if self.open:
            self.open[-1].below.append(node)
        else:
            self.outermost = node
        self.open.append(node)

    def root(self, given: dict[str, str], kept: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """The outermost element's attributes, with the size in which the drawing is to be seen."""
        size = _size(given)
        if not all(0 < side <= LARGEST_SIDE for side in size):
            self.refuse("svg")
        width, height = self.size = max(1, round(size[0])), max(1, round(size[1]))
        spaces = [("xmlns", SVG), ("xmlns:xlink", XLINK)]
        sides = [("width", str(width)), ("height", str(height))]
        return [*spaces, *(pair for pair in kept if pair[0] not in ("width", "height")), *sides]

    def attribute(self, key: str, value: str) -> list[tuple[str, str]]:
        """The attribute as it is written; nothing for one that is left out."""
        space, _, local = key.rpartition(" ")
        if (space and space not in (XLINK, XML)) or _LEFT_OUT.match(local):
            return []
        if space == XML and local in ("space", "lang"):
            return [(f"xml:{local}", value)]
        if space == XLINK and local in ("href", "title"):
            name = f"xlink:{local}"
        elif space or not (local in ATTRIBUTES or _ALSO.match(local)):
            self.refuse("svg-attribute", name=local[:40])
        else:
            name = local
        if local == "href" and not _FRAGMENT.match(value):
            self.refuse("svg-link", name=local)
        self.look(value, local[:40])
        return [(name, value)]

    def look(self, value: str, name: str) -> None:
        """Refuse what fetches something, and what moves: nobody could stop it."""
        if _FETCHES.search(value):
            self.refuse("svg-link", name=name)
        if name == "style" and _MOVES.search(value):
            self.refuse("animated")

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        self.open.pop()
        if self.css is not None:
            style = "".join(self.css)
            self.look(style, "style")
            self.styles.append(style)
            self.css = None
        self.written.append(f"</{name.rpartition(' ')[2]}>")

    def text(self, text: str) -> None:
        if self.skipped:
            return
        if self.css is not None:
            self.css.append(text)
        self.written.append(escape(text))

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_inner: int) -> None:
        if has_inner:
            self.refuse("svg-doctype")

    def entity(self, *_: Any) -> None:
        self.refuse("svg-doctype")

    def instruction(self, name: str, _: str) -> None:
        if not self.skipped:
            self.refuse("svg-instruction", name=name[:40])


def _size(given: dict[str, str]) -> tuple[float, float]:
    """Width and height as given, or those of the view, or what browsers take."""
    parts = re.split(r"[\s,]+", given.get("viewBox", "").strip())
    try:
        view = (float(parts[2]), float(parts[3])) if len(parts) == 4 else None
    except ValueError:
        view = None
    width, height = _length(given.get("width", "")), _length(given.get("height", ""))
    if width is not None and height is not None:
        return width, height
    if view is None or not all(view):
        return width or USUAL_SIZE[0], height or USUAL_SIZE[1]
    if width is not None:
        return width, width * view[1] / view[0]
    return view if height is None else (height * view[0] / view[1], height)


def _length(text: str) -> float | None:
    """A length in pixels; None for one that depends on the page (100%)."""
    match = _LENGTH.match(text)
    return float(match[1]) * _PX[(match[2] or "").lower()] if match else None
