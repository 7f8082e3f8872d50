"""Every decoder finds what was hidden for it, and would be missed."""

from random import Random

import pytest

from tests.leaks.decoders import DECODERS, ENCODERS, read
from tests.leaks.tokens import Tokens

TOKENS = Tokens(Random(7))
BOTH = {TOKENS.word("a word"), TOKENS.signs("signs")}
TEXT = "市水务局：“{}”（{}）。".format(*sorted(BOTH)).encode()


@pytest.mark.parametrize("way", ENCODERS)
def test_what_is_hidden_is_found_and_only_by_the_decoder_made_for_it(way: str) -> None:
    decoder, encode = ENCODERS[way]
    hidden = encode(TEXT)
    found = set(read(hidden))
    # Latin letters stay what they are in some of these forms; Chinese characters in none.
    assert found == BOTH
    assert set(read(hidden, left_out=decoder)) < BOTH, way


def test_every_decoder_has_something_to_find() -> None:
    assert {decoder for decoder, _ in ENCODERS.values()} == set(DECODERS)


def test_what_is_packed_twice_is_found() -> None:
    once = ENCODERS["JSON"][1](TEXT)
    for way in ("a spreadsheet", "base64, 1 byte on", "gzip"):
        once = ENCODERS[way][1](once)
    assert set(read(once)) == BOTH


def test_an_innocent_text_holds_no_word() -> None:
    assert read("今天全市供水正常，请放心使用。zq12jx".encode() * 9) == {}
