"""`python -m tests.wrong`: write down what is said of every wrong record today."""

from tests.wrong import hand, table


def write(name: str, lines: list[str]) -> None:
    """One file of what is expected."""
    table.EXPECTED.mkdir(exist_ok=True)
    text = "".join(f"{line}\n" for line in lines)
    (table.EXPECTED / name).write_text(text, encoding="utf-8", newline="\n")


for language in ("zh", "en"):
    write(f"{language}.txt", table.lines(language))
write("by_hand.txt", [hand.line(case) for case in hand.by_hand()])
