"""Sentences of the finder in the terminal, in English."""

SENTENCES = {
    "find-site": "There is no site in {folder} yet. Run huiying build first.",
    "find.answered": "answered",
    "find.possible": "possibly related",
    "find.none": "Nothing found. Try other words, or call the hotline.",
}
