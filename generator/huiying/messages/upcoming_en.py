"""Sentences of what comes by itself, in English."""

SENTENCES = {
    "next.published": "becomes public",
    "next.held": "stays out at its time: reviews are open",
    "next.updated": "shows an update",
    "next.corrected": "shows a correction",
    "next.clarified": "shows a clearer wording",
    "next.withdrawn": "is withdrawn",
    "next.restored": "is restored",
    "next.archived": "is archived",
    "next.first_published": "shows its first publication",
    "next.update": "shows what is new",
    "next.expired": "expires, no longer listed",
    "next.banner": "banner ends",
    "next.correction": "notice of the correction ends",
    "next.starts": "briefing begins",
    "next.ends": "briefing ends",
    "next.opens": "survey opens",
    "next.closes": "survey closes",
    "next.policy": "document becomes public",
    "next-total": "{total} in all. The next build is needed at {at}.",
    "next-none": "Nothing changes by itself.",
}
