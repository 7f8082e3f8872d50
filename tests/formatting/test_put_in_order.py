"""The canonical form: the same meaning, every comment, and nothing left to change."""

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from huiying import formatting
from huiying.formatting import put_in_order
from huiying.records import KINDS, REGISTERS, parse
from huiying.records.field import Model
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from tests.formatting.mess import make_mess

DECLARED: dict[str, tuple[type[Model], bool]] = {
    **{kind.name: (kind.model, False) for kind in KINDS},
    **{register.name: (register.model, True) for register in REGISTERS},
    "sidecar": (Sidecar, False),
    "site": (Site, False),
}
MESSES, SAMPLE = 1000, 150


def form(data: bytes, name: str, language: str = "zh") -> bytes:
    """The canonical form of a file that has one."""
    model, by_id = DECLARED[name]
    formed = put_in_order(data, "a.yml", model, language, by_id)
    assert formed.problems == ()
    assert formed.data is not None
    return formed.data


def stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: stripped(each) for key, each in value.items()}
    if isinstance(value, list):
        return [stripped(each) for each in value]
    return value.strip()


def test_generated_files_keep_meaning_and_comments_and_come_back_from_english(
    full_size: bool,
) -> None:
    names = list(DECLARED)
    for seed in range(MESSES if full_size else SAMPLE):
        name = names[seed % len(names)]
        model, by_id = DECLARED[name]
        data, meant, comments = make_mess(seed, model, by_id)
        formed = form(data, name)
        assert form(formed, name) == formed, seed
        read = parse(formed, "a.yml", model, "zh", by_id)
        assert (read.problems, stripped(read.values)) == ((), meant), seed
        lines = formed.decode().split("\n")
        kept = Counter(each for each in comments for line in lines if line.endswith(each))
        assert kept == Counter(comments), seed
        english = form(formed, name, "en")
        assert form(english, name, "zh") == formed, seed


SLIPS = (
    *"\n \t#:-[]{},'\"|>?&*!~%@\\",
    "\n\n",
    "\n# 注\n",
    " # 注",
    "\n- ",
    ": ",
    "|\n",
    "''",
    "：",
    "\n---\n",
)


def test_slips_of_the_hand_give_a_form_or_problems_and_never_a_fault_of_ours(
    full_size: bool,
) -> None:
    names, formed, refused = list(DECLARED), 0, 0
    for seed in range(20_000 if full_size else 300):
        chance = random.Random(seed)
        model, by_id = DECLARED[name := chance.choice(names)]
        text = make_mess(seed, model, by_id)[0].decode()
        for _ in range(chance.choice((1, 1, 2))):
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice(SLIPS) + text[place + chance.choice((0, 0, 1, 5)) :]
        result = put_in_order(text.encode(), name, model, chance.choice(("zh", "en")), by_id)
        assert (result.data is None) == bool(result.problems), seed
        formed, refused = formed + (result.data is not None), refused + (result.data is None)
    assert min(formed, refused) > 30


# -- files written by hand -------------------------------------------------------------------------

MESSY = Path(__file__).parent / "messy"
MESSY_FILES = sorted(
    path.relative_to(MESSY).as_posix().removesuffix(".in.yml") for path in MESSY.rglob("*.in.yml")
)
REFUSED = [name for name in MESSY_FILES if name.startswith("refused/")]
SOUND = [name for name in MESSY_FILES if name not in REFUSED]


def test_at_least_fifty_messy_files_are_at_hand() -> None:
    assert len(SOUND) >= 50
    assert {name.partition("/")[0] for name in SOUND} <= set(DECLARED)


@pytest.mark.parametrize("name", SOUND)
def test_a_messy_file_becomes_what_stands_beside_it(name: str) -> None:
    kind, language = name.partition("/")[0], "en" if name.endswith("-en") else "zh"
    data = (MESSY / f"{name}.in.yml").read_bytes()
    expected = (MESSY / f"{name}.out.yml").read_bytes()
    assert form(data, kind, language).decode() == expected.decode()
    assert form(expected, kind, language) == expected
    other = "zh" if language == "en" else "en"
    assert form(form(expected, kind, other), kind, language) == expected


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_of_uncertain_meaning_has_no_form_but_problems(name: str) -> None:
    model, by_id = DECLARED[name.removeprefix("refused/").partition(".")[0]]
    data = (MESSY / f"{name}.in.yml").read_bytes()
    formed = put_in_order(data, "a.yml", model, "zh", by_id)
    places = [f"{each.mark.line}:{each.mark.column} {each.key}\n" for each in formed.problems]
    assert (formed.data, "".join(places)) == (None, (MESSY / f"{name}.problems").read_text())


def test_what_is_merely_missing_does_not_keep_a_draft_from_being_put_in_order() -> None:
    assert form("状态: draft\n".encode(), "clarification") == "状态: 草稿\n".encode()


def test_a_file_that_says_nothing_stays_as_it_is() -> None:
    data = "# 还没有\n{}\n".encode()
    assert form(data, "organisation") == data


def test_a_form_that_would_say_something_else_is_our_mistake(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(formatting, "write", lambda *_: "标题: 停水\n")
    with pytest.raises(AssertionError):
        form("标题: 供水正常\n".encode(), "clarification")
