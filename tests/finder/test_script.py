"""The scripts of the finder: old engines can read them, one source makes both."""

import gzip
import re
from pathlib import Path

import pytest

from huiying.finder import script
from tests.conftest import ROOT

THEME = ROOT / "theme"
FILES = [*sorted((THEME / "finder").glob("*.js")), THEME / "scripts" / "30-box.js"]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
NEWER_SYNTAX = {
    "arrow": r"=>",
    "template": r"`",
    "keyword": r"\b(?:let|const|class|async|await|yield|super|import|export)\b",
    "for of": r"\bfor\s*\([^)]*\bof\b",
    "spread or rest": r"\.\.\.",
    "power": r"\*\*",
    "optional": r"\?\.(?!\d)|\?\?",
    "method": r"[{,]\s*(?!(?:if|for|while|switch|with|function)\b)\w+\s*\([\w\s,]*\)\s*\{",
    "short property": r"[{,]\s*\w+\s*[,}]\s*;",
    "default": r"function\s*\w*\([^)]*=",
    "destructuring": r"\bvar\s*[\[{]",
    "trailing comma of arguments": r",\s*\)",
    "regular expression": r"/[a-z]*[uysd][a-z]*[;,.)]|\\p\{|\(\?<",
}
NEWER_THINGS = (
    r"\b(?:Promise|fetch|Symbol|Map|Set|WeakMap|Proxy|Intl|TextDecoder|TextEncoder|Reflect|BigInt)\b"
    r"|\.(?:includes|startsWith|endsWith|repeat|padStart|flat|flatMap|codePointAt|matchAll"
    r"|replaceAll|append|prepend|closest|entries|values|finally|at)\(|(?<!classList)\.remove\("
    r"|\b(?:Object\.(?:assign|entries|values)|Array\.(?:from|of)|String\.fromCodePoint"
    r"|Math\.(?:imul|log2|trunc|sign))\b"
)


def code(path: Path) -> str:
    """Without comments and strings."""
    return STRING.sub('""', COMMENT.sub("", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_engine_of_2014_can_read_it(path: Path) -> None:
    found = {name: re.findall(pattern, code(path)) for name, pattern in NEWER_SYNTAX.items()}
    assert {name: places for name, places in found.items() if places} == {}
    assert re.findall(NEWER_THINGS, code(path)) == []


@pytest.mark.parametrize(
    "line",
    [
        "a.map(b => b)",
        "let a = 1;",
        "for (var a of b) {}",
        "f(...a)",
        "a ?? b",
        "function f(a = 1) {}",
        "var { a } = b;",
        "return { a, b };",
        "x.replace(/a/gu, b)",
        "var o = { run() { } }",
        "a.includes(b)",
    ],
)
def test_the_check_sees_what_is_newer(line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text(line, encoding="utf-8")
    seen = [name for name, pattern in NEWER_SYNTAX.items() if re.search(pattern, code(path))]
    assert seen or re.search(NEWER_THINGS, code(path))


def test_the_pages_script_and_the_module_are_one_source() -> None:
    page, module = script.page_script(THEME).decode(), script.module(THEME).decode()
    for name in script.PARTS:
        lines = (THEME / "finder" / f"{name}.js").read_text(encoding="utf-8").splitlines()
        own = [line for line in lines if line.startswith("function ")]
        assert own
        for line in own:
            assert line in page
            assert line in module
    assert {path.stem for path in FILES[:-1]} == {*script.PARTS, *script.PAGE}
    assert module.endswith("export { open, Spelling };\n")
    assert "/*" not in page
    assert not re.search(r"^[ \t]", page, re.MULTILINE)


def test_the_pages_script_is_small() -> None:
    assert len(gzip.compress(script.page_script(THEME))) <= 20_000
