"""What a planned page is: its class, its file, its plain values.

In: nothing. Out: `Page` and the table of page classes. It draws nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PageClass:
    """One class of page: its template, and which government tags it wants."""

    name: str
    template: str
    tags: str
    """home, list or article (DOMAIN §(c)1)."""


PAGE_CLASSES = {
    entry.name: entry
    for entry in (
        PageClass("home", "pages/home.html", "home"),
        PageClass("topic", "pages/topic.html", "article"),
        PageClass("clarification", "pages/clarification.html", "article"),
        PageClass("response", "pages/response.html", "article"),
        PageClass("interpretation", "pages/interpretation.html", "article"),
        PageClass("briefing", "pages/briefing.html", "article"),
        PageClass("qa", "pages/qa.html", "article"),
        PageClass("survey", "pages/survey.html", "article"),
        PageClass("rumours", "pages/rumours.html", "list"),
        PageClass("find", "pages/find.html", "list"),
        PageClass("index", "pages/index.html", "list"),
        PageClass("month", "pages/month.html", "list"),
        PageClass("organisation", "pages/organisation.html", "list"),
        PageClass("organisations", "pages/organisations.html", "list"),
        PageClass("channels", "pages/channels.html", "list"),
        PageClass("expert", "pages/expert.html", "list"),
        PageClass("experts", "pages/experts.html", "list"),
        PageClass("policy", "pages/policy.html", "list"),
        PageClass("corrections", "pages/corrections.html", "list"),
        PageClass("api", "pages/api.html", "list"),
        PageClass("feeds", "pages/feeds.html", "list"),
        PageClass("broken", "pages/broken.html", "home"),
    )
}


def shell_name(page_class: str, column: str, depth: int) -> str:
    """The name of the shell that pages of this class, column and depth are filled into."""
    return f"{page_class}-{column or 'none'}-{depth}"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to draw. `path` is its file in the site; `values` are plain and picklable."""

    path: str
    page_class: str
    column: str
    """The URL word of the menu entry it stands under, or nothing."""
    values: Mapping[str, Any]

    @property
    def depth(self) -> int:
        """How many folders deep the page lies."""
        return self.path.count("/")

    @property
    def address(self) -> str:
        """Its address within the site: `rumours/20260312-tingshui/`."""
        return self.path.removesuffix("index.html")


def page(path: str, page_class: str, column: str, **values: Any) -> Page:
    """A page with its values by name."""
    return Page(path, page_class, column, values)
