"""Fits what the finder may be sure of: `python -m bench.finder.fit [--write]`.

Every message is asked twice: with its answers in the index (and the other forms seen of them), and
with all of its group taken out, when nothing may be sure. Labels are the links of the data, mended
by `adjudicated.csv`: pairs that were read, with a reason, by id. Five folds by group; the threshold
is what lets through two thirds of the false alarms allowed, as it overshoots on new groups.
Prints the figures, raw and adjudicated; with `--write` the constants go to `confidence.json`.
"""

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from bench.finder.corpus import Whole, lines
from bench.finder.recall import forms_by_answer, records
from huiying.finder import confidence
from huiying.finder.folding import fold
from huiying.finder.grams import factors
from huiying.finder.guard import known_places
from huiying.finder.matching import WAVES, Query

ADJUDICATED = Path(__file__).with_name("adjudicated.csv")
TARGET = Path(confidence.__file__).with_name("confidence.json")
ALLOWED, MARGIN = 0.02, 0.65
"""False alarms that are allowed, and the share of them that training may use up."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One message asked once: its first hit, what was measured, and whether it is right."""

    message: str
    group: str
    hit: str
    measured: tuple[float, ...]
    passes: bool
    is_answer_there: bool
    linked: bool
    right: bool


def rows() -> list[Row]:
    """Every message with and without its answers."""
    messages = lines("cofacts/messages_dev.jsonl")
    groups = {each["id"]: each["group"] for each in lines("cofacts/clarifications_dev.jsonl")}
    index = Whole(records(forms_by_answer()))
    read = adjudicated()
    found = []
    for message in messages:
        own = {fold(message["text"])}
        right = set(message["clarification_ids"])
        related = right | {id for id, group in groups.items() if group == message["group"]}
        for hidden in (set(), related):
            index.hide(hidden, own)
            row = _row(message, index, right - hidden, read, not hidden)
            if row:
                found.append(row)
    return found


def _row(message: dict, index: Whole, right: set[str], read: dict, is_there: bool) -> Row | None:
    folded = fold(message["text"])[:2000]
    wanted = index.prior.wanted(factors(folded), index.records)
    query = Query(message["text"], folded, wanted[: WAVES[-1]], index)
    hits = query.hits()
    if not hits:
        return None
    hit = hits[0].document["address"]
    linked = hit in right
    return Row(
        message["id"],
        message["group"],
        hit,
        tuple(confidence.measures(query, hits)),
        confidence.passes(query, hits[0], known_places()),
        is_there,
        linked,
        linked or read.get((message["id"], hit)) == "same",
    )


def adjudicated() -> dict[tuple[str, str], str]:
    """What reading found of a message and a record: same, related or different."""
    if not ADJUDICATED.exists():
        return {}
    with ADJUDICATED.open(encoding="utf-8", newline="") as file:
        return {(row["message"], row["record"]): row["verdict"] for row in csv.DictReader(file)}


def train(rows: Sequence[Row]) -> tuple[float, list[float]]:
    """(bias, weights) of a logistic model, by Newton's method with a little ridge."""
    size = len(confidence.NAMES) + 1
    beta = [0.0] * size
    for _ in range(30):
        gradient = [-0.1 * value for value in beta]
        hessian = [[0.1 * (i == j) for j in range(size)] for i in range(size)]
        for row in rows:
            x = (1.0, *row.measured)
            sure = 1 / (1 + exp(-sum(b * v for b, v in zip(beta, x, strict=True))))
            for i in range(size):
                gradient[i] += (row.right - sure) * x[i]
                for j in range(size):
                    hessian[i][j] += sure * (1 - sure) * x[i] * x[j]
        step = solve(hessian, gradient)
        beta = [b + s for b, s in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return beta[0], beta[1:]


def solve(matrix: list[list[float]], vector: Sequence[float]) -> list[float]:
    """The solution of a small system, by elimination with pivots."""
    size = len(vector)
    work = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(work[row][column]))
        work[column], work[pivot] = work[pivot], work[column]
        for row in range(size):
            if row != column:
                share = work[row][column] / work[column][column]
                work[row] = [a - share * b for a, b in zip(work[row], work[column], strict=True)]
    return [work[row][size] / work[row][row] for row in range(size)]


def sure(row: Row, model: tuple[float, list[float]]) -> float:
    return confidence.probability(row.measured, {"bias": model[0], "weights": model[1]})


def threshold(rows: Sequence[Row], model: tuple[float, list[float]], allowed: float) -> float:
    """From where on at most that share of the messages without an answer is let through."""
    absent = [row for row in rows if not row.is_answer_there]
    wrong = sorted(
        (sure(row, model) for row in absent if row.passes and not row.right), reverse=True
    )
    return wrong[int(len(absent) * allowed)] + 1e-9 if wrong else 0.5


def possible(rows: Sequence[Row], model: tuple[float, list[float]], shown: float = 0.3) -> float:
    """From where on that share of the messages without an answer is shown something related."""
    absent = sorted((sure(row, model) for row in rows if not row.is_answer_there), reverse=True)
    return absent[int(len(absent) * shown)]


def folds(rows: Sequence[Row]) -> dict[str, int]:
    """The fold of each group."""
    return {group: n % FOLDS for n, group in enumerate(sorted({row.group for row in rows}))}


def report(found: Sequence[Row], allowed: float) -> None:
    """Cross-validated figures of the tier that is sure, and the calibration."""
    fold_of = folds(found)
    answered: list[tuple[Row, float, bool]] = []
    shown = []
    for fold_number in range(FOLDS):
        train_rows = [row for row in found if fold_of[row.group] != fold_number]
        model = train(train_rows)
        limit = threshold(train_rows, model, allowed)
        low = possible(train_rows, model)
        for row in found:
            if fold_of[row.group] == fold_number:
                value = sure(row, model)
                answered.append((row, value, value >= limit and row.passes))
                shown.append((row, value >= low))
    there = [(row, is_sure) for row, _, is_sure in answered if row.is_answer_there]
    absent = [(row, is_sure) for row, _, is_sure in answered if not row.is_answer_there]
    right = [is_sure for row, is_sure in there if row.right]
    print(f"allowed in training: {allowed:.3f}")
    print(f"right first hits: {len(right)}, of them sure: {sum(right) / len(right):.3f}")
    wrong = [row for row, is_sure in there if is_sure and not row.right]
    share = f"{len(wrong) / len(there):.3f} ({len(wrong)} of {len(there)})"
    print(f"sure and wrong, answer there: {share}")
    alarms = [row for row, is_sure in absent if is_sure and not row.right]
    print(
        f"sure without an answer: {len(alarms) / len(absent):.3f} ({len(alarms)} of {len(absent)})"
    )
    raw = [row for row, is_sure in absent if is_sure]
    print(f"  by the links alone: {len(raw) / len(absent):.3f} ({len(raw)})")
    print("calibration: probability, n, right")
    for low in range(10):
        inside = [row.right for row, value, _ in answered if low / 10 <= value < (low + 1) / 10]
        if inside:
            share = sum(inside) / len(inside)
            print(f"  {low / 10:.1f}–{(low + 1) / 10:.1f}  {len(inside):4}  {share:.2f}")
    seen = [is_shown for row, is_shown in shown if row.is_answer_there and row.right]
    print(f"right first hits shown at all: {sum(seen) / len(seen):.3f}")


def main() -> None:
    found = rows()
    report(found, ALLOWED * MARGIN)
    model = train(found)
    values = {
        "bias": round(model[0], 4),
        "weights": [round(weight, 4) for weight in model[1]],
        "answered": round(threshold(found, model, ALLOWED * MARGIN), 4),
        "possible": round(possible(found, model), 4),
    }
    print(json.dumps(values))
    if "--write" in sys.argv:
        TARGET.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
