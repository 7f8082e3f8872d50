"""How often the right answer is found: `python -m bench.finder.recall`.

Prints R@1 and R@5 with 95 % bootstrap intervals, by group of messages: against answers alone, with
one other form that was seen, and for pairs of forms of one rumour; bigram BM25 beside it.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from math import log

from bench.finder.corpus import NEAR, Whole, entry, likeness, lines
from huiying.finder.folding import fold
from huiying.finder.matching import find_message

Outcome = tuple[str, bool, bool]
"""(group, right at rank 1, right among the first five)."""


def main() -> None:
    print("| what | n | R@1 | R@5 |\n| --- | --- | --- | --- |")
    for label, measure in MEASURES.items():
        outcomes = measure()
        first = interval([(group, right) for group, right, _ in outcomes])
        five = interval([(group, right) for group, _, right in outcomes])
        print(f"| {label} | {len(outcomes)} | {first} | {five} |", flush=True)


def interval(outcomes: Sequence[tuple[str, bool]], rounds: int = 2000) -> str:
    """The mean with its 95 % interval, groups drawn with replacement."""
    by_group = defaultdict(list)
    for group, right in outcomes:
        by_group[group].append(right)
    groups = sorted(by_group)
    chance = random.Random(1)
    means = []
    for _ in range(rounds):
        drawn = [
            right for group in chance.choices(groups, k=len(groups)) for right in by_group[group]
        ]
        means.append(sum(drawn) / len(drawn))
    means.sort()
    mean = sum(right for _, right in outcomes) / len(outcomes)
    return f"{mean:.3f} [{means[rounds // 40]:.3f}–{means[-rounds // 40]:.3f}]"


def answers() -> list[Outcome]:
    """Each message against all answers with the titles of their sources."""
    index = Whole(records())
    return [outcome(message, index) for message in lines("cofacts/messages_dev.jsonl")]


def forms_by_answer() -> dict[str, list[str]]:
    """The messages that each answer is linked to, each wording once."""
    found: dict[str, list[str]] = defaultdict(list)
    for message in lines("cofacts/messages_dev.jsonl"):
        for answer in message["clarification_ids"]:
            if all(fold(message["text"]) != fold(form) for form in found[answer]):
                found[answer].append(message["text"])
    return found


def other_form() -> list[Outcome]:
    """Each message whose record has been seen in another wording; the record keeps one of them."""
    forms = forms_by_answer()
    found = []
    for message in lines("cofacts/messages_dev.jsonl"):
        own = fold(message["text"])
        left = {
            answer: [form for form in forms[answer] if fold(form) != own][:1]
            for answer in message["clarification_ids"]
        }
        if any(left.values()):
            found.append(outcome(message, Whole(records({**forms, **left}))))
    return found


def same_pairs() -> list[Outcome]:
    """Of two forms of one rumour one is known, the other asked; near copies of it are hidden."""
    forms = forms_by_answer()
    found = []
    for pair in lines("cofacts/same_rumour_pairs_dev.jsonl"):
        if not pair["same"]:
            continue
        asked, known = fold(pair["a"]), fold(pair["b"])
        left = {
            answer: [
                form for form in said if fold(form) == known or likeness(fold(form), asked) < NEAR
            ]
            for answer, said in forms.items()
        }
        right = {answer for answer, said in left.items() if known in map(fold, said)}
        extra = []
        if not right:
            extra, right = [entry("pair", "", [pair["b"]])], {"pair"}
        message = {"text": pair["a"], "group": pair["group"], "clarification_ids": sorted(right)}
        found.append(outcome(message, Whole([*records(left), *extra])))
    return found


def baseline() -> list[Outcome]:
    """Plain BM25 on the pairs of folded texts, against answers alone."""
    answers = lines("cofacts/clarifications_dev.jsonl")
    counts = [_pairs(each["text"]) for each in answers]
    sizes = [sum(count.values()) for count in counts]
    mean = sum(sizes) / len(sizes)
    having: dict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        for gram in count:
            having[gram].append(number)
    found = []
    for message in lines("cofacts/messages_dev.jsonl"):
        scores = Counter[int]()
        for gram, times in _pairs(message["text"]).items():
            numbers = having.get(gram, [])
            idf = log(1 + (len(answers) - len(numbers) + 0.5) / (len(numbers) + 0.5))
            for number in numbers:
                often = counts[number][gram]
                norm = 1.2 * (0.25 + 0.75 * sizes[number] / mean)
                scores[number] += times * idf * often * 2.2 / (often + norm)
        best = sorted(scores, key=lambda number: (-scores[number], number))[:5]
        found.append(judged(message, [answers[number]["id"] for number in best]))
    return found


def _pairs(text: str) -> Counter[str]:
    folded = fold(text)
    return Counter(map(str.__add__, folded, folded[1:]))


def records(forms: dict[str, list[str]] | None = None) -> list:
    """All answers, with forms or without."""
    return [
        entry(
            each["id"],
            f"{each['text']}\n{each['reference'] or ''}",
            (forms or {}).get(each["id"], ()),
        )
        for each in lines("cofacts/clarifications_dev.jsonl")
    ]


def outcome(message: dict, index: Whole) -> Outcome:
    hits = find_message(message["text"], index).hits
    return judged(message, [hit.document["address"] for hit in hits])


def judged(message: dict, ids: Sequence[str]) -> Outcome:
    right = set(message["clarification_ids"])
    return message["group"], ids[:1] != [] and ids[0] in right, bool(right & set(ids[:5]))


MEASURES: dict[str, Callable[[], list[Outcome]]] = {
    "bigram BM25, answers only": baseline,
    "answers with source titles": answers,
    "and one other form seen": other_form,
    "pairs of forms of one rumour": same_pairs,
}

if __name__ == "__main__":
    main()
