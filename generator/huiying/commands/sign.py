"""`huiying sign ADDRESS`: review gates, bound to the content as it stands."""

from datetime import datetime
from pathlib import Path

import click

from huiying.amendment import Amendment, Desk
from huiying.commands import amending, options
from huiying.records.vocabulary import GATE, GATE_RESULT
from huiying.signing import Evidence, sign, still_open


@click.command()
@click.argument("address")
@click.option(
    "--gate",
    "gates",
    multiple=True,
    required=True,
    callback=options.term(GATE),
    help="签哪一关，如 文字关；几关都归他签的，可以写几次。",
)
@click.option("--signer", required=True, help="谁签的，写审核人登记册里的编号。")
@click.option(
    "--result",
    default="pass",
    callback=options.term(GATE_RESULT),
    help="通过、修改或不适用；不写就是通过。",
)
@click.option("--reason", help="写“不适用”时说明理由。")
@click.option("--ref", help="审核单的编号或文号。")
@click.option("--at", callback=options.instant, help="什么时候审的；不写就是现在。")
@options.config_file
@options.language
def command(
    address: str,
    gates: tuple[str, ...],
    signer: str,
    result: str,
    reason: str | None,
    ref: str | None,
    at: datetime | None,
    config_file: Path,
    lang: str,
) -> None:
    """签一关或几关：把审核结果和当时内容的摘要值写进记录，别处不动。

    ADDRESS 是记录的地址，如 rumours/20260312-tingshui。内容以后再改，签过的就不再算数。
    """
    left: list[str] = []

    def change(desk: Desk) -> Amendment:
        left.append(still_open(desk, gates))
        return sign(desk, gates, signer, Evidence(result, at, reason, ref))

    def told(amendment: Amendment) -> dict[str, str]:
        return {"sign-done": "".join(amendment.fields)} | (
            {"sign-left": left[0]} if left[0] else {}
        )

    amending.amend(config_file, address, lang, change, told)
