"""Sentences of what is due, in English."""

SENTENCES = {
    "due.first_facts": "publish first facts",
    "due.briefing": "hold a briefing",
    "due.response": "respond",
    "due.reply": "reply to the letter",
    "due.interpretation": "interpret the policy",
    "due.update": "give the promised update",
    "due.record": "publish the record of the briefing",
    "due.debt": "add missing words or evidence",
    "due.review": "review the content",
    "due-left.over": "{span} overdue",
    "due-left.left": "{span} left",
    "due-left.unknown": "cannot be judged",
    "due-span.days": "{count} d",
    "due-span.hours": "{count} h",
    "due-span.minutes": "{count} min",
    "due-unsure": " (holidays of this year are not registered: Monday to Friday counted)",
    "due-total": "{total} in all: {over} overdue, {left} not due yet, {unknown} cannot be judged.",
    "due-none": "Nothing is due.",
    "due-calendar": "Time limits",
}
