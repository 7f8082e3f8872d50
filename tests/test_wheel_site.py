"""A second city: the wheel alone, in an empty environment, outside the repository."""

import os
import subprocess
import sys
import venv
from pathlib import Path

from tests.helper import BASE, CLARIFICATION, lay
from tests.sites import CONFIG, EPOCH


def test_the_wheel_alone_builds_a_site_of_two_records_also_below_a_path(
    wheel: Path, tmp_path: Path
) -> None:
    home = tmp_path / "env"
    venv.create(home, symlinks=True, with_pip=False)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    # The libraries come from this environment; ours only from the wheel, unpacked.
    place = tmp_path / "installed"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
        + ["--target", str(place), str(wheel)],
        check=True,
    )
    libraries = next(Path(entry) for entry in sys.path if entry.endswith("site-packages"))
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(place), str(libraries)]),
        "SOURCE_DATE_EPOCH": EPOCH,
    }
    for url in ("https://city.example/", "https://city.example/a/b/"):
        site = tmp_path / url.replace("/", "-").replace(":", "")
        other = "clarifications/2026/20260313-other.yml"
        lay(site, {**BASE, other: CLARIFICATION, "pages/about.md": "# 关于\n"})
        (site / "mkdocs.yml").write_text(CONFIG.format(url=url), encoding="utf-8")
        done = subprocess.run(
            [python, "-m", "huiying", "build", "--strict"],
            cwd=site,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        page = (site / "site/rumours/20260313-other/index.html").read_text("utf-8")
        assert f'href="{url}rumours/20260313-other/"' in page
        where = subprocess.run(
            [python, "-c", "import huiying; print(huiying.__file__)"],
            cwd=site,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
        assert where.stdout.startswith(str(place))
