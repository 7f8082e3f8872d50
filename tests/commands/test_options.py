"""Options that several commands share."""

import click
import pytest
from click.testing import CliRunner

from huiying.commands import check, new, options


@pytest.mark.parametrize(
    "now", ["0001-01-01T00:00+14:00", "9999-12-31T23:59", "昨天", "2026-13-01"]
)
def test_an_instant_that_cannot_be_reckoned_with_is_wrong_use(now: str) -> None:
    for command, words in ((check.command, ()), (new.command, ("辟谣", "--title", "停水"))):
        result = CliRunner().invoke(command, [*words, "-f", __file__, "--now", now])
        assert result.exit_code == 2
        assert "请写成 2026-03-12T09:40，" in result.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-12T09:40", "2026-03-12T09:40:00"),
        ("2026-03-12T9:40", "2026-03-12T09:40:00"),
        ("2026/3/12 9:40", "2026-03-12T09:40:00"),
        ("2026年3月12日上午9点40分", "2026-03-12T09:40:00"),
        ("2026-03-12T09:40:05.123456+08:00", "2026-03-12T09:40:05.123456+08:00"),
        ("2026-03-12T01:40:00Z", "2026-03-12T01:40:00+00:00"),
        ("2026-03-12", "2026-03-12T00:00:00"),
    ],
)
def test_an_instant_may_be_written_as_in_a_record(text: str, expected: str) -> None:
    context = click.Context(click.Command("check"))
    moment = options.instant(context, click.Option(["--now"]), text)
    assert moment is not None
    assert moment.isoformat() == expected
