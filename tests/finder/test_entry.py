"""What the finder knows of a record."""

from pathlib import Path

from huiying.finder.entry import entries
from huiying.public import project
from tests.helper import BASE, CLARIFICATION, RUMOUR, read, settings


def test_forms_are_what_people_sent_and_nothing_beside_it(tmp_path: Path) -> None:
    claim = "原话: 紧急通知！3月12日开始全市停水三天，抓紧接水\n"
    where = f"{claim}    说的人: 网传\n    出现处:\n      - 平台: 业主微信群\n"
    found = read(tmp_path, {**BASE, RUMOUR: CLARIFICATION.replace(claim, where)})
    assert found.problems == ()
    (entry,) = entries(project(found.library, settings(found)))
    assert entry.shown["forms"] == ["紧急通知！3月12日开始全市停水三天，抓紧接水"]
    assert "业主微信群" in entry.shown["text"]
