"""The rule on media: what was seen of each file, used or not, told with its place."""

from dataclasses import replace
from pathlib import Path

from huiying.media.fault import Fault
from huiying.problem import arrange
from huiying.rules import medium
from tests.rules.helper import CLARIFICATION, RUMOUR, library, settings


def test_every_fault_is_named_with_its_place() -> None:
    faults = {"a/bad.svg": Fault("svg-element", {"name": "script"}, 2, 3), "b.gif": Fault("empty")}
    found = replace(library({RUMOUR: CLARIFICATION}, media=frozenset(faults)), faults=faults)
    problems = arrange(medium.check(found, settings(), Path("content"), "data/content"))
    assert [(str(each.mark), each.key) for each in problems] == [
        ("data/content/media/a/bad.svg:2:3", "medium.svg-element"),
        ("data/content/media/b.gif:1:1", "medium.empty"),
    ]
