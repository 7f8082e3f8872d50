"""`huiying confirm ADDRESS`: what a body involved said of the content as it stands."""

from datetime import datetime
from pathlib import Path

import click

from huiying.amendment import Amendment
from huiying.commands import amending, options
from huiying.records.vocabulary import CONFIRMATION_RESULT
from huiying.signing import Evidence, confirm


@click.command()
@click.argument("address")
@click.option("--organisation", required=True, help="哪个涉及单位，写编号，如 weijianwei。")
@click.option(
    "--result",
    default="agreed",
    callback=options.term(CONFIRMATION_RESULT),
    help="同意、修改后同意或不同意；不写就是同意。",
)
@click.option("--ref", help="回函的编号或文号。")
@click.option("--at", callback=options.instant, help="它什么时候回复的；不写就是现在。")
@options.config_file
@options.language
def command(
    address: str,
    organisation: str,
    result: str,
    ref: str | None,
    at: datetime | None,
    config_file: Path,
    lang: str,
) -> None:
    """记下涉及单位的确认：把它的意见和当时内容的摘要值写进记录，别处不动。

    ADDRESS 是记录的地址，如 rumours/20260312-tingshui。内容以后再改，确认就不再算数。
    """
    evidence = Evidence(result, at, ref=ref)

    def told(_: Amendment) -> dict[str, str]:
        return {"confirm-done": organisation}

    amending.amend(
        config_file, address, lang, lambda desk: confirm(desk, organisation, evidence), told
    )
