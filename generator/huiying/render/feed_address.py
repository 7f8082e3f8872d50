"""Where feeds lie: the one table of their addresses, which never change.

In: names. Out: paths within the site. It knows no records.
"""

from huiying.records import KINDS

FOLDER = "feeds"
NEWEST = 50
"""How many entries a feed holds."""
WORDS = (*(kind.url_word for kind in KINDS), "corrections")
"""Lists that have a feed of their own, by the word in their address."""
ONE_BY_ONE = ("topics", "organisations")
"""Words below which each page has a feed of its own."""


def feed_of(address: str) -> str | None:
    """The feed of the page at an address, without its suffix; None if it has none of its own.

    `rumours/` has `feeds/rumours`, `topics/gongshui/` has `feeds/topics/gongshui`.
    """
    word, _, id = address.removesuffix("/").partition("/")
    if (word in WORDS and not id) or (word in ONE_BY_ONE and id and "/" not in id):
        return f"{FOLDER}/{address.removesuffix('/')}"
    return None
