"""Options that several commands share."""

import pytest
from click.testing import CliRunner

from huiying.commands import check, new


@pytest.mark.parametrize(
    "now", ["0001-01-01T00:00+14:00", "9999-12-31T23:59", "昨天", "2026-13-01"]
)
def test_an_instant_that_cannot_be_reckoned_with_is_wrong_use(now: str) -> None:
    for command, words in ((check.command, ()), (new.command, ("辟谣", "--title", "停水"))):
        result = CliRunner().invoke(command, [*words, "-f", __file__, "--now", now])
        assert result.exit_code == 2
        assert "请写成 2026-03-12T09:40 这样的时间。" in result.stderr
