"""`huiying explain NAME`: a rule, a field or a term, in words.

In: a name as an editor meets it: a rule (`time-order`), a key (发布时间, publish_at) or a term
(不实, false-claim). Out: what it means, from the same declarations that reader and rules use.
"""

import sys

import click

from huiying.commands import options
from huiying.explanation import explain, nearest


@click.command()
@click.argument("name")
@options.language
def command(name: str, lang: str) -> None:
    """说明一条规则、一个键或一个词，如 time-order、发布时间、不实。"""
    text = explain(name, lang)
    if text is not None:
        click.echo(text)
        return
    near = nearest(name)
    if lang == "zh":
        hint = f"您是否想问“{near}”？" if near else "规则的名字写在每条提示末尾的括号里。"
        click.echo(f"没有叫“{name}”的规则、键或词。{hint}", err=True)
    else:
        hint = f"Did you mean “{near}”?" if near else "A rule's name ends each problem's line."
        click.echo(f"There is no rule, key or term “{name}”. {hint}", err=True)
    sys.exit(2)
