"""The page of the finder: its box, what its script copies into results, and the ways without it.

In: its planned page. Out: its view.
"""

from huiying.records import KINDS
from huiying.records.vocabulary import VERDICT
from huiying.render.head import title
from huiying.render.plan import Page
from huiying.render.tags import COLUMNS
from huiying.render.views.card import KIND_LABELS, STANDING_LABELS, STATE_LABELS
from huiying.render.views.frame import Frame, View
from huiying.render.views.listing import facets, years
from huiying.render.views.rumours import letters


def find(page: Page, frame: Frame) -> View:
    """The finder."""
    values = page.values
    standings = {**STANDING_LABELS, "draft": STATE_LABELS["draft"]}
    return {
        "title": title(page),
        "marks": [{"term": term.en, "label": term.zh} for term in VERDICT],
        "kinds": [{"name": kind.name, "label": KIND_LABELS[kind.name]} for kind in KINDS],
        "standings": [{"name": name, "label": label} for name, label in standings.items()],
        "columns": [
            {"href": f"{frame.base}{kind.url_word}/", "label": COLUMNS[kind.url_word].name}
            for kind in KINDS
        ],
        "subjects": facets("subject", values["subjects"], "", frame),
        "years": years(values["months"], "rumours", "", frame),
        "bodies": letters(values["bodies"], f"{frame.base}rumours/organisation/", "id", "body"),
        "topics": letters(values["topics"], frame.base, "address", "topic"),
    }
