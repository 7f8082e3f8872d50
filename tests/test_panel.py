"""What a preview tells on each page: its own problems, worst first; all on the home page."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from huiying import panel, public, rules
from huiying.render import plan
from tests.helper import CLARIFICATION, ORGANISATIONS, RUMOUR, read, settings

OTHER = "clarifications/2026/20260313-other.yml"
PAGE = "rumours/20260312-tingshui/index.html"
OTHER_PAGE = "rumours/20260313-other/index.html"
HOME = "index.html"


def panels(folder: Path, files: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Place and rule of what each page tells, by its path."""
    content = read(folder, {"registers/organisations.yml": ORGANISATIONS, **files})
    now = settings(content)
    library = content.library
    problems = [*content.problems, *rules.check(library, now, folder / "content", "content")]
    pages = list(plan.pages(public.project(library, now, preview=True)))
    found = panel.panels(problems, library, "content", pages)
    return {
        path: [(each["place"].removeprefix("content/"), each["rule"]) for each in own]
        for path, own in found.items()
    }


def test_a_page_tells_its_own_problems_and_the_home_page_all(tmp_path: Path) -> None:
    wrong = CLARIFICATION.replace("shuiwuju", "shuiwujv").replace("停水三天的安排", "零风险")
    found = panels(
        tmp_path, {RUMOUR: wrong, OTHER: CLARIFICATION.replace("运行正常", "电话13812345678")}
    )
    assert found[PAGE][0] == (f"{RUMOUR}:14:11", "reference")  # an error, before the rest
    assert {place.partition(":")[0] for place, _ in found[PAGE]} == {RUMOUR}
    assert [rule for _, rule in found[OTHER_PAGE]] == ["personal-data", "already-answered"]
    assert {*found[PAGE], *found[OTHER_PAGE]} <= set(found[HOME])


def test_one_broken_record_changes_its_own_page_and_the_home_page_only(tmp_path: Path) -> None:
    right = {f"clarifications/2026/202603{n}-n{n}.yml": CLARIFICATION for n in range(12, 28)}
    before = panels(tmp_path / "a", right)
    file = "clarifications/2026/20260320-n20.yml"
    after = panels(tmp_path / "b", {**right, file: CLARIFICATION.replace("shuiwuju", "shuiwujv")})
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {HOME, "rumours/20260320-n20/index.html"}


@pytest.mark.parametrize("body", ["shuiwuju", "wangxinban"])
def test_a_body_tells_what_is_wrong_with_its_own_entry(body: str, tmp_path: Path) -> None:
    text = ORGANISATIONS.replace(f"{body}:\n", f"{body}:\n  官网: https://hy.example/13812345678\n")
    found = panels(tmp_path, {"registers/organisations.yml": text, RUMOUR: CLARIFICATION})
    told = {path: own for path, own in found.items() if path.startswith("organisations/")}
    assert [*told] == [f"organisations/{body}/index.html"]


def test_a_medium_tells_on_the_pages_that_use_it(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>13812345678</text></svg>'
    text = CLARIFICATION + "内容块:\n  - 类型: 图片\n    文件: a.svg\n    替代文字: 水厂位置\n"
    found = panels(tmp_path, {RUMOUR: text, "media/a.svg": drawing, OTHER: CLARIFICATION})
    assert ("media/a.svg:1:1", "personal-file") in found[PAGE]
    assert ("media/a.svg:1:1", "personal-file") not in found[OTHER_PAGE]
