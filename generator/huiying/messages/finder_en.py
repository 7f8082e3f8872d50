"""Sentences of the finder in the terminal, in English."""

SENTENCES = {
    "find-site": "There is no site in {folder} yet. Run huiying build first.",
    "find.answered": "answered",
    "find.possible": "possibly related",
    "find.words": "has the words",
    "find.more": "{total} in all, {count} of them here.",
    "find.ask": "Paste the message, then press Ctrl+D on a new line (Windows: Ctrl+Z, Enter):",
    "find.empty": "Nothing was asked. Write a few words, or paste the message.",
    "find.encoding": "What was read is not UTF-8. Save it as UTF-8 and ask again.",
    "find.withdrawn": "withdrawn",
    "find.superseded": "superseded",
    "find.archived": "archived",
    "find.expired": "expired",
    "find.none": "Nothing found. Try other words, or call the hotline.",
}
