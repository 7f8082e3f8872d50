"""The recipes of docs/publishing.md: what they promise, and the server recipe on loopback."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests import sites
from tests.helper import CLARIFICATION, RUMOUR
from tests.nginx import get, serving

ROOT = Path(__file__).resolve().parent.parent
RECIPES = ROOT / "docs" / "recipes"
COPIES = {
    "github-actions.yml": "actions/deploy-pages@",
    "gitlab-ci.yml": "rsync --archive",
    "publish.sh": "rsync --archive",
}


def text(name: str) -> str:
    """A recipe without its comments."""
    lines = (RECIPES / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


@pytest.mark.parametrize("name", COPIES)
def test_a_recipe_checks_then_builds_then_copies(name: str) -> None:
    recipe = text(name)
    copied = recipe.rindex(COPIES[name])
    built = recipe.rindex("huiying build --strict", 0, copied)
    assert "huiying check" in recipe[:built]


@pytest.mark.parametrize("name", [*COPIES, "crontab"])
def test_no_recipe_takes_the_instant_from_anything_but_the_clock(name: str) -> None:
    left = text(name).replace("unset SOURCE_DATE_EPOCH", "")
    assert [word for word in ("SOURCE_DATE_EPOCH", "--now", "git log") if word in left] == []


def test_every_version_in_a_recipe_is_pinned() -> None:
    jobs = yaml.safe_load(text("github-actions.yml"))["jobs"]
    steps = jobs["publish"]["steps"]
    used = [step["uses"] for step in steps if "uses" in step]
    assert [use for use in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use)] == []
    [python] = [step["with"]["python-version"] for step in steps if "python-version" in str(step)]
    image = yaml.safe_load(text("gitlab-ci.yml"))["image"]
    assert re.fullmatch(r"3\.\d+\.\d+", python)
    assert image == f"python:{python}-slim-bookworm"
    assert "--hash=sha256:" in text("requirements.txt")


def write_site(folder: Path, word: str) -> None:
    """A few files of the kinds that a site holds."""
    files = {
        "index.html": word,
        "rumours/2026.csv": "",
        "finder/matcher.js": "",
        "find/index.html": "",
    }
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")


def test_no_note_is_kept_of_what_was_asked(tool: Callable[[str], str], tmp_path: Path) -> None:
    write_site(tmp_path / "site", "回应")
    with serving(tool("nginx"), tmp_path / "site", tmp_path) as connection:
        for path in ("/rumours/2026.csv", "/find/", "/finder/matcher.js"):
            assert get(connection, path)[0].status == 200
    logged = (tmp_path / "access.log").read_text(encoding="utf-8")
    assert "/rumours/2026.csv" in logged
    assert "find" not in logged


def test_readers_see_the_next_release_at_once_on_an_open_connection(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    write_site(tmp_path / "site", "旧")
    write_site(tmp_path / "twin", "新")
    with serving(tool("nginx"), tmp_path / "site", tmp_path) as connection:
        before = get(connection, "/")[1].decode()
        (tmp_path / "site").rename(tmp_path / "old")
        (tmp_path / "twin").rename(tmp_path / "site")
        after = get(connection, "/")[1].decode()
    assert (before, after) == ("旧", "新")


def git(folder: Path, *arguments: str) -> None:
    """Run git as somebody, whoever runs the tests."""
    who = ("-c", "user.name=编辑", "-c", "user.email=editor@example.gov.cn")
    subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A site as a repository of its own: content and mkdocs.yml, nothing of the engine."""
    folder = sites.write_site(tmp_path / "origin", {RUMOUR: CLARIFICATION})
    (folder / ".gitignore").write_text("site/\n.site.huiying/\n.huiying/\n")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Everything as it stands."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "内容")


def publish(checkout: Path, *target: str) -> subprocess.CompletedProcess[str]:
    """One run of the recipe, as cron starts it: a bare environment, the real command."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [str(RECIPES / "publish.sh"), str(checkout), *target]
    env = {"PATH": path, "HOME": str(checkout.parent)}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def checkout(origin: Path, tool: Callable[[str], str]) -> Path:
    """The deploy user's clone, published once."""
    tool("flock")
    folder = origin.parent / "checkout"
    git(origin.parent, "clone", "--quiet", str(origin), str(folder))
    done = publish(folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return folder


def test_a_published_site_is_what_nginx_serves(
    checkout: Path, tool: Callable[[str], str], tmp_path: Path
) -> None:
    with serving(tool("nginx"), checkout / "site", tmp_path) as connection:
        home, body = get(connection, "/")
        missing, own = get(connection, "/rumours/19000101-meiyou/")
    assert (home.status, body) == (200, (checkout / "site" / "index.html").read_bytes())
    assert (missing.status, own) == (404, (checkout / "site" / "404.html").read_bytes())


def test_a_broken_record_leaves_the_site_as_it_was_and_says_so(
    origin: Path, checkout: Path
) -> None:
    before = tree(checkout / "site")
    broken = origin / "content" / "clarifications" / "2026" / "20260101-huai.yml"
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_text("标题: [\n", encoding="utf-8")
    commit(origin)
    done = publish(checkout)
    assert done.returncode == 1
    assert "20260101-huai.yml" in done.stderr
    assert tree(checkout / "site") == before


def test_a_repository_out_of_reach_does_not_hold_the_site_back(
    origin: Path, checkout: Path
) -> None:
    shutil.rmtree(checkout / "site")
    origin.rename(origin.parent / "gone")
    done = publish(checkout)
    assert done.returncode == 0, done.stderr
    assert "拉取失败" in done.stderr
    assert (checkout / "site" / "index.html").is_file()


@pytest.mark.proof
def test_another_host_gets_the_same_tree(
    checkout: Path, tool: Callable[[str], str], tmp_path: Path
) -> None:
    tool("rsync")
    done = publish(checkout, str(tmp_path / "www"))
    assert done.returncode == 0, done.stderr
    site = tree(checkout / "site")
    assert tree(tmp_path / "www") == {
        path: data for path, data in site.items() if not path.startswith(".")
    }
