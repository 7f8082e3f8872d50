"""What the page of the finder shows without its script: every way into the index of rumours.

In: the planned index. Out: one page. What is found is the script's work; see `finder/`.
"""

from huiying.render.plan.page import Page, page

WAYS = ("months", "subjects", "bodies", "topics")


def find(index: Page) -> Page:
    """The page of the finder."""
    return page("find/index.html", "find", "find", **{name: index.values[name] for name in WAYS})
