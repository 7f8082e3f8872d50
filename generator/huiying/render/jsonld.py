"""What a page says, said again for machines: JSON-LD in the terms of schema.org.

In: a planned page. Out: one `<script type="application/ld+json">`, which is data and never runs. It
says nothing that the page does not show. A government cannot be an independent checker, so author
and publisher are `GovernmentOrganization`; while a claim is being verified, and once a page is
withdrawn, there is no ClaimReview but an article.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic_core import to_json

from huiying.prose import plain
from huiying.public import Values, is_correction
from huiying.records.vocabulary import RATING_VALUE
from huiying.render.api.dataset import dataset
from huiying.render.plan import Page
from huiying.render.recordings import recordings
from huiying.render.reviews import reviews
from huiying.render.tags import COLUMNS, shorten
from huiying.render.things import THINGS, Thing, government, news
from huiying.settings import Settings

# Inside a script element only `<` could end it; `&` and `>` are for readers that parse it as XML,
# U+2028 and U+2029 for those that read it as a program.
_UNSAFE = "<>&\u2028\u2029"


def json_ld(page: Page, title: str, description: str, settings: Settings) -> str:
    """The JSON-LD of one page; nothing for a draft in the preview, which says nothing yet."""
    values = page.values
    if page.page_class == "broken" or values.get("state", "public") != "public":
        return ""
    things: list[Thing] = []
    if "record" in values:
        things += _record(page, description, settings)
    elif not page.column:
        things.append(_web_site(settings))
    if page.page_class == "rumours" and values["total"]:
        things.append(_index(page, title, description, settings))
    if page.page_class == "api":
        years = [year for year, _ in values["years"]]
        things.append(dataset(years, values["interface"], settings))
    if page.column:
        things.append(_breadcrumbs(page, title, settings))
    return script({"@context": "https://schema.org", "@graph": things})


def claim_reviews(page: Page, settings: Settings) -> list[Thing]:
    """The reviews of claims on the page of a record, with every name in full."""
    return [thing for thing in _record(page, "", settings) if thing["@type"] == "ClaimReview"]


def script(data: Mapping[str, Any]) -> str:
    """Data as one script element that cannot be left from inside."""
    text = to_json(data).decode()
    for sign in _UNSAFE:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>\n'


def bodies(values: Values) -> list[Values]:
    """The organisations that answer in a record, the first responsible one first."""
    known = values["organisations"]
    return [known[id] for id in values["organisations_named"] if id in known]


def _web_site(settings: Settings) -> Thing:
    return {
        "@type": "WebSite",
        "name": settings.site.name,
        "url": settings.base_url,
        "inLanguage": "zh-CN",
        "publisher": _publisher(settings),
    }


def _breadcrumbs(page: Page, title: str, settings: Settings) -> Thing:
    """The way from the home page: site, column, page."""
    column = COLUMNS[page.column].name
    steps = [(settings.site.name, ""), (column, f"{page.column}/")]
    if page.address != steps[-1][1]:
        steps.append((title, page.address))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": settings.base_url + address}
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _index(page: Page, title: str, description: str, settings: Settings) -> Thing:
    """The index of rumours as a data set: the files that its page offers."""
    url = settings.base_url + page.address
    files = [(f"{url}{year}.csv", "text/csv") for year in page.values["years"]]
    files.append((f"{url}index.json", "application/json"))
    return {
        "@type": "Dataset",
        "name": title,
        "description": description,
        "url": url,
        "inLanguage": "zh-CN",
        "publisher": _publisher(settings),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": form}
            for address, form in files
        ],
    }


def _publisher(settings: Settings) -> Thing:
    return {"@type": "GovernmentOrganization", "name": settings.site.sponsor}


def _author(values: Values, settings: Settings) -> Thing | list[Thing]:
    """The bodies that answer; the site's sponsor where the record names none."""
    found = [government(body) for body in bodies(values)]
    if not found:
        return _publisher(settings)
    return found[0] if len(found) == 1 else found


def _record(page: Page, description: str, settings: Settings) -> Sequence[Thing]:
    values = page.values
    record = values["record"]
    is_withdrawn = "withdrawn" in values["marks"]
    is_rated = record.get("verdict") in RATING_VALUE and not is_withdrawn
    common = _common(page, settings)
    media = {} if is_withdrawn else recordings(page, settings)
    if values["kind"] == "clarification" and is_rated:
        return reviews(record, common, media)
    common |= media
    if values["kind"] in THINGS and not is_withdrawn:
        return [{**THINGS[values["kind"]](page, common, settings), "description": description}]
    if is_withdrawn:  # nothing of what it said
        return [{**news(record), **common, "creativeWorkStatus": "已撤回"}]
    if values["kind"] == "topic":
        said = shorten(plain(record["lead"])) if "lead" in record else description
        kind = {"@type": "CollectionPage", "name": record["title"]}
        return [{**kind, "description": said, **common}]
    return [{**news(record), "description": description, **common}]


def _common(page: Page, settings: Settings) -> Thing:
    """What holds for any work on the page: address, dates, who answers, what was corrected."""
    values = page.values
    thing: Thing = {
        "url": settings.base_url + page.address,
        "inLanguage": "zh-CN",
        "datePublished": values["published_at"].astimezone(settings.zone).isoformat(),
        "dateModified": values["updated_at"].astimezone(settings.zone).isoformat(),
        "author": _author(values, settings),
        "publisher": _publisher(settings),
    }
    found = list(_corrections(values["record"], settings))
    return {**thing, "correction": found} if found else thing


def _corrections(record: Values, settings: Settings) -> Iterator[Thing]:
    for entry in record.get("history", ()):
        if is_correction(entry):
            yield {
                "@type": "CorrectionComment",
                "text": entry["note"],
                "datePublished": entry["at"].astimezone(settings.zone).isoformat(),
            }
