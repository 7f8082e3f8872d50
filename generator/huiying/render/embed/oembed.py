"""oEmbed 1.0: what systems that know it need to turn a link to a record into a card.

In: a record and its planned page. Out: the JSON of `oembed/<word>/<id>.json`, and the line of
`<head>` that leads there. A frame where the site builds frames, else a link (oembed.com, 2.3.4).
"""

from html import escape
from typing import Any

from pydantic_core import to_json

from huiying.public import Projection, PublicRecord
from huiying.render.embed import snippet
from huiying.render.embed.view import told_title
from huiying.render.plan import Page
from huiying.render.share import HEIGHT_PX, WIDTH_PX
from huiying.settings import Settings

KEPT_S = 3600
"""For how long a consumer should keep it: corrections must get through."""


def document(page: Page, record: PublicRecord, projection: Projection) -> bytes:
    """One document. Its title says when the record was withdrawn."""
    settings = projection.settings
    title = told_title(record)
    found: dict[str, Any] = {"version": "1.0", "type": "link", "title": title}
    if names := page.values["organisations_named"]:
        body = projection.organisations.get(names[0], {})
        if body:
            found["author_name"] = body["name"]
            found["author_url"] = f"{settings.base_url}organisations/{names[0]}/"
    found["provider_name"] = settings.site.name
    found["provider_url"] = settings.base_url
    found["cache_age"] = KEPT_S
    if shared := page.values.get("share"):
        found["thumbnail_url"] = settings.base_url + shared["path"]
        found |= {"thumbnail_width": WIDTH_PX, "thumbnail_height": HEIGHT_PX}
    if "frame" in settings.site.embeds:
        html = snippet.frame(f"{record.address}.html", title, settings)
        found |= {"type": "rich", "html": html}
        found |= {"width": snippet.WIDTH_PX, "height": snippet.CARD_PX}
    return to_json(found)


def discovery(address: str, title: str, settings: Settings) -> str:
    """The line of `<head>` by which consumers find the document."""
    url = escape(f"{settings.base_url}oembed/{address}.json")
    return (
        '<link rel="alternate" type="application/json+oembed" '
        f'title="{escape(title)}" href="{url}">\n'
    )
