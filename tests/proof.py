"""What `make proof` needs and what it leaves behind: tools first, then docs/proof.md.

In: the figures that tests noted in build/figures.jsonl. Out: one page, figures by name, with the
versions and the day they hold for. Never measures anything itself.
"""

import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

from tests.browser import find_chromium, install_packages

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "build" / "figures.jsonl"
PAGE = ROOT / "docs" / "proof.md"
# Program: Debian's package of it.
TOOLS = {
    "apache2": "apache2",
    "caddy": "caddy",
    "exiftool": "libimage-exiftool-perl",
    "flock": "util-linux",
    "java": "default-jre-headless",
    "nginx": "nginx",
    "openssl": "openssl",
    "rsync": "rsync",
    "soffice": "libreoffice-calc",
}
PACKAGES = ("huiying", "mkdocs", "mkdocs-material", "properdocs", "pydantic", "comrak", "nh3")


def missing_tools() -> list[str]:
    """Programs that are still not there after trying to install them."""
    wanted = [name for name in TOOLS if not shutil.which(name)]
    if wanted:
        install_packages(*(TOOLS[name] for name in wanted))
    return [name for name in wanted if not shutil.which(name)]


def install_node_packages() -> bool:
    """Put the programs of tests/node/package-lock.json beside it; whether they are there."""
    npm = ["npm", "ci", "--no-audit", "--no-fund"]
    return subprocess.run(npm, cwd=ROOT / "tests" / "node", check=False).returncode == 0


def versions() -> dict[str, str]:
    """What the figures were measured with."""
    found = {"Python": platform.python_version()}
    found |= {name: version(name) for name in PACKAGES}
    chromium = subprocess.run(
        [find_chromium() or "chromium", "--version"], capture_output=True, text=True, check=True
    )
    found["Chromium"] = next(word for word in chromium.stdout.split() if word[0].isdigit())
    return found


def page(figures: Iterable[tuple[str, object]], tools: dict[str, str], day: date) -> str:
    """The page in Markdown. A figure noted twice stands once, with its last value."""
    rows = sorted(dict(figures).items())
    lines = [
        "# Proof",
        "",
        f"Written by `make proof` on {day.isoformat()}. Do not edit by hand.",
        "",
        "| figure | value |",
        "| --- | --- |",
        *(f"| {name} | {value} |" for name, value in rows),
        "",
        f"Measured with {', '.join(f'{name} {number}' for name, number in tools.items())}.",
    ]
    return "\n".join(lines) + "\n"


def write() -> None:
    """Bring docs/proof.md up to the last run."""
    lines = FIGURES.read_text(encoding="utf-8").splitlines() if FIGURES.exists() else []
    noted = [json.loads(line) for line in lines]
    figures = [(line["name"], line["value"]) for line in noted]
    PAGE.write_text(page(figures, versions(), datetime.now(UTC).date()), encoding="utf-8")


def main(task: str) -> int:
    """`tools` before the tests, `write` after them."""
    if task == "write":
        write()
        return 0
    missing = missing_tools()
    for name in missing:
        print(f"{name} is missing: please install Debian's package {TOOLS[name]}, or its like")
    return 1 if missing or not install_node_packages() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
