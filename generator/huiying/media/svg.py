"""SVG: only what draws, by an allow-list of elements and attributes.

In: a file's bytes. Out: the first fault with its line and column. The reader is expat with nothing
switched on: a DOCTYPE, an entity, a processing instruction or a comment ends the reading at once,
so nothing is expanded, fetched or run. It mends nothing.
"""

import re
from typing import Any, NoReturn
from xml.parsers import expat

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
_ALSO = re.compile(r"(?:aria|data)-[a-z-]+\Z")
_FRAGMENT = re.compile(r"#[^\s\"'<>()]*\Z")
# Whatever fetches from CSS, and the backslash, which can spell any of it.
_FETCHES = re.compile(
    r"@import|\\|(?<![\w-])(?:image|image-set|-webkit-image-set|src|element|expression)\(|"
    r"url\((?!\s*[\"']?#)|javascript:|-moz-binding|behavior\s*:",
    re.IGNORECASE,
)


def judge(data: bytes) -> Fault | None:
    """The first fault of an SVG."""
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
    # Copies of copies grow without bound: thirty lines can hang a browser.
    return Fault("svg-link", {"name": "use"}) if reader.copied & reader.copying else None


class _Refused(Exception):
    """Ends the reading at the first fault; never leaves this file."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Reader:
    """Expat's callbacks over one file."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        self.css: list[str] | None = None
        self.open: list[str] = []
        self.copying: set[str] = set()
        """Ids of elements with a <use> below them."""
        self.copied: set[str] = set()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.doctype
        parser.ProcessingInstructionHandler = self.instruction
        parser.CommentHandler = self.comment

    def refuse(self, case: str, **values: str) -> NoReturn:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise _Refused(Fault(case, values, line, column))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not space and local == "svg" and not self.open:
            self.refuse("svg-xmlns")
        if space != SVG or local not in ELEMENTS or (not self.open and local != "svg"):
            self.refuse("svg-element", name=local[:40])
        if len(self.open) >= DEEPEST:
            self.refuse("svg")
        for key, value in attributes.items():
            self.attribute(key, value)
        if self.css is not None:
            self.refuse("svg-element", name=local[:40])
        if local == "style":
            self.css = []
        self.open.append(attributes.get("id", ""))
        if local == "use":
            self.copying.update(self.open)
            self.copied.update(value[1:] for key, value in attributes.items() if "href" in key)

    def attribute(self, key: str, value: str) -> None:
        space, _, local = key.rpartition(" ")
        if space == XLINK and local in ("href", "title"):
            pass
        elif space == XML and local in ("space", "lang"):
            return
        elif space or not (local in ATTRIBUTES or _ALSO.match(local)):
            self.refuse("svg-attribute", name=local[:40])
        if local == "href" and not _FRAGMENT.match(value):
            self.refuse("svg-link", name=local)
        if _FETCHES.search(value):
            self.refuse("svg-link", name=local[:40])

    def end(self, name: str) -> None:
        self.open.pop()
        if self.css is not None:
            if _FETCHES.search("".join(self.css)):
                self.refuse("svg-link", name="style")
            self.css = None

    def text(self, text: str) -> None:
        if self.css is not None:
            self.css.append(text)

    def doctype(self, *_: Any) -> None:
        self.refuse("svg-doctype")

    def instruction(self, name: str, _: str) -> None:
        self.refuse("svg-instruction", name=name[:40])

    def comment(self, _: str) -> None:
        self.refuse("svg-comment")
