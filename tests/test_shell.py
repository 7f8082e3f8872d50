"""A shell is split once and filled many times."""

import pytest

from huiying.shell import BODY_SLOT, HEAD_SLOT, SlotError, fill, split


def test_a_shell_is_filled_at_its_slots() -> None:
    shell = split(f"<head>{HEAD_SLOT}</head><body>{BODY_SLOT}</body>")
    assert fill(shell, "H", "B") == "<head>H</head><body>B</body>"


def test_text_that_looks_like_a_slot_is_left_alone() -> None:
    shell = split(f"{HEAD_SLOT}|{BODY_SLOT}")
    assert fill(shell, BODY_SLOT, HEAD_SLOT) == f"{BODY_SLOT}|{HEAD_SLOT}"


@pytest.mark.parametrize(
    "html",
    [HEAD_SLOT, BODY_SLOT, f"{BODY_SLOT}{HEAD_SLOT}", f"{HEAD_SLOT}{BODY_SLOT}{BODY_SLOT}", ""],
)
def test_a_shell_without_each_slot_once_in_order_is_refused(html: str) -> None:
    with pytest.raises(SlotError):
        split(html)
