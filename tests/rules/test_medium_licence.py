"""Every medium says whether it may be used."""

from pathlib import Path

import pytest

from huiying.problem import arrange
from huiying.rules import medium_licence
from tests.rules.helper import library, settings


@pytest.mark.parametrize(
    ("files", "media", "expected"),
    [
        pytest.param({"media/a.svg.yml": "许可: 可自由转载\n"}, [], [], id="licence"),
        pytest.param(
            {"media/a.svg.yml": "替代文字: 水厂位置\n"},
            [],
            [("content/media/a.svg.yml:1:1", "warning", "medium-licence")],
            id="sidecar without licence",
        ),
        pytest.param(
            {},
            ["b/a.svg"],
            [("content/media/b/a.svg:1:1", "warning", "medium-licence.sidecar")],
            id="no sidecar",
        ),
        pytest.param({}, ["a.vtt"], [], id="captions go with their video"),
    ],
)
def test_a_medium_needs_a_licence(
    tmp_path: Path, files: dict[str, str], media: list[str], expected: list[tuple[str, str, str]]
) -> None:
    found = library(files, media=frozenset(media))
    problems = arrange(medium_licence.check(found, settings(), tmp_path / "content", "content"))
    assert [(str(each.mark), each.level.value, each.key) for each in problems] == expected


def test_a_sidecar_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    sidecar = tmp_path / "content/media/a.svg.yml"
    sidecar.parent.mkdir(parents=True)
    sidecar.write_text("许可: [")
    found = library({}, media=frozenset(["a.svg"]))
    assert list(medium_licence.check(found, settings(), tmp_path / "content", "content")) == []
