"""What only looks alike, and what was merely re-titled: `python -m bench.finder.lookalikes`.

142 clarifications of one epidemic in the same few sentence patterns. Each is asked by its own title
while it is taken out, when nothing may be sure; the re-titled are asked by an old title.
"""

import csv
from collections import defaultdict

from bench.finder.corpus import DATA, Whole, entry
from huiying.finder.confidence import Tier
from huiying.finder.finder import find
from huiying.finder.folding import fold


def revisions() -> dict[str, list[dict[str, str]]]:
    """The versions of each clarification, oldest first."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (DATA / "dxy" / "dxy_rumors_dev.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["id"]].append(row)
    return {id: sorted(rows, key=lambda row: int(row["revision"])) for id, rows in found.items()}


def index() -> Whole:
    """Each in its last version: what it says, and its title as the form that people sent."""
    return Whole(
        [
            entry(id, "\n".join((rows[-1]["main_summary"], rows[-1]["body"])), [rows[-1]["title"]])
            for id, rows in revisions().items()
        ]
    )


def crossed(all: Whole) -> list[str]:
    """The ids whose title gives a sure answer although their own record is taken out."""
    found = []
    for id, rows in revisions().items():
        all.hide({id})
        if find(rows[-1]["title"], all).tier is Tier.ANSWERED:
            found.append(id)
    all.hide()
    return found


def retitled(all: Whole) -> list[tuple[bool, bool]]:
    """(found first, sure) of each old title that differs from the last one."""
    found = []
    for id, rows in revisions().items():
        last = fold(rows[-1]["title"])
        for title in {row["title"] for row in rows if fold(row["title"]) != last}:
            answer = find(title, all)
            first = bool(answer.hits) and answer.hits[0].document["address"] == id
            found.append((first, answer.tier is Tier.ANSWERED))
    return found


def main() -> None:
    all = index()
    wrong = crossed(all)
    print(f"sure although taken out: {len(wrong)} of {len(revisions())} {wrong}")
    old = retitled(all)
    first, sure = (sum(each[n] for each in old) for n in (0, 1))
    print(f"re-titled: {len(old)}, found first {first}, sure {sure}")


if __name__ == "__main__":
    main()
