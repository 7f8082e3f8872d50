"""The stylesheet and the script of embeds, as the theme has them.

In: the templates' environment. Out: texts. The colours are those of the site (00-tokens.css), but
hung on `.resp-embed` and as `light-dark()`: an embed follows the colour scheme of the page that it
stands in, not of the reader's system, which that page may not follow either.
"""

import re

from jinja2 import Environment

_TOKEN = re.compile(r"(--resp-[a-z0-9-]+):\s*([^;]+);")
_USED = re.compile(r"var\((--resp-[a-z0-9-]+)\)")
_ROOT = re.compile(r"\.resp-embed(?![\w-])")
_NOTE = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_GAP = re.compile(r"\s*\n\s*")
HEAVY = ".resp-embed:not(#_):not(#_)"
"""Heavier than any rule of a host that names one id at most."""
LIGHT, DARK = ":root {", ':root[data-theme="dark"] {'
"""Where the light and the dark colours begin in 00-tokens.css."""


def script(env: Environment) -> str:
    """`embed/v1.js`."""
    return _source(env, "embed/v1.js")


def stylesheet(env: Environment) -> str:
    """`embed/v1.css`: the tokens that it uses, what a verdict's colour is, its own rules."""
    verdicts = _source(env, "components/verdict/style.css")
    coloured = [f".resp-embed {rule}" for rule in _verdict_rules(verdicts)]
    own = "\n".join([*coloured, _source(env, "embed/style.css")])
    tokens = _source(env, "styles/00-tokens.css")
    light, dark = _tokens(tokens, LIGHT), _tokens(tokens, DARK)
    used = [name for name in light if name in set(_USED.findall(own))]
    plain = ";".join(f"{name}:{light[name]}" for name in used)
    both = ";".join(
        f"{name}:light-dark({light[name]},{dark[name]})" for name in used if name in dark
    )
    asked = "@supports (color:light-dark(#000,#fff))"
    top = f".resp-embed{{{plain}}}\n{asked}{{.resp-embed{{{both}}}}}\n"
    return _ROOT.sub(HEAVY, top + _GAP.sub("\n", _NOTE.sub("", own)))


def _verdict_rules(css: str) -> list[str]:
    """The rules that give a verdict its colours, each with a selector that can be prefixed."""
    rules = [line for line in css.splitlines() if line.startswith(".resp-is-")]
    return [re.sub(r"(?<=, )\.resp-is-", ".resp-embed .resp-is-", rule) for rule in rules]


def _tokens(css: str, start: str) -> dict[str, str]:
    """Name and value of each token in the block that begins with `start`."""
    block = css[css.index(start) :]
    return dict(_TOKEN.findall(block[: block.index("}")]))


def _source(env: Environment, name: str) -> str:
    assert env.loader is not None
    return env.loader.get_source(env, name)[0]
