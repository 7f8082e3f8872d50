"""Everything in a page's `<head>` that is the page's own: title, tags, feed, JSON-LD.

In: a planned page and the settings. Out: lines of escaped HTML for the shell's head slot. Times are
in the site's zone. It never decides what a page shows: it repeats it for machines.
"""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote

from huiying.prose import plain
from huiying.public import Values
from huiying.records.vocabulary import SUBJECT
from huiying.render.embed.oembed import discovery
from huiying.render.jsonld import bodies, json_ld
from huiying.render.plan import PAGE_CLASSES, Page
from huiying.render.tags import (
    COLUMNS,
    bare,
    column_tags,
    graph,
    meta,
    opening_tags,
    share_tags,
    shorten,
    site_tags,
)
from huiying.settings import Settings

NAMED = {
    "organisation": ("organisation", "name"),
    "expert": ("expert", "name"),
    "policy": ("policy", "title"),
}
"""Pages of entries of registers: the group of their values, and the key of its name."""
PICTURES = ("image", "infographic")


def head(page: Page, settings: Settings) -> str:
    """The lines for the head slot of one page."""
    name, text = title(page), shorten(description(page, settings))
    lines = list(opening_tags(_told(page, name), text, page.address, settings))
    if "record" in page.values:
        lines += _article_graph(page.values, settings)
        if page.values["state"] == "public":
            lines.append(data_link(page))
            if "oembed" in settings.site.embeds:
                lines.append(discovery(page.values["address"], name, settings))
    else:
        lines.append(graph("og:type", "website"))
    if shared := page.values.get("share"):
        lines += share_tags(shared["path"], shared["alt"], settings)
    if settings.preview or _is_hidden(page):
        lines.append(meta("robots", "noindex"))
    lines.append(site_tags(settings))
    tags = PAGE_CLASSES[page.page_class].tags
    if tags != "home":
        lines.append(column_tags(COLUMNS[page.column]))
    if tags == "article":
        lines += _article_tags(page, text, settings)
    lines.append(json_ld(page, name, text, settings))
    return "".join(lines)


def data_link(page: Page) -> str:
    """Where the same record lies as data, named relative to its page."""
    way = "../" * page.depth
    return (
        '<link rel="alternate" type="application/json" title="开放数据" '
        f'href="{way}api/v1/records/{page.values["address"]}.json">\n'
    )


def _is_hidden(page: Page) -> bool:
    """Whether search engines are asked to leave the page out: withdrawn, not public, broken."""
    values = page.values
    is_draft = values.get("state", "public") != "public"
    return is_draft or "withdrawn" in values.get("marks", ()) or page.page_class == "broken"


def _told(page: Page, name: str) -> str:
    """The title as a link that is passed on shows it: what was withdrawn must not seem to hold."""
    return f"已撤回：{name}" if "withdrawn" in page.values.get("marks", ()) else name


def title(page: Page) -> str:
    """The page's title without the site's name; no two pages share one. Empty for the home page."""
    values = page.values
    if "record" in values:
        return str(values["record"]["title"])
    if page.page_class in NAMED:
        register, key = NAMED[page.page_class]
        return bare(str(values[register][key]))
    if page.page_class == "broken":
        return f"无法显示：{values['address']}"
    if page.page_class not in ("index", "month", "corrections"):
        return COLUMNS[page.column].name if page.column else ""
    parts = []
    # Of one verdict, subject, body, expert or policy.
    if values.get("folder", page.column) != page.column:
        parts.append(bare(values["title"]))
    if values.get("month"):
        year, month = values["month"].split("/")
        parts.append(f"{year}年{int(month)}月")
    name = COLUMNS[page.column].name
    return f"{name}：{'，'.join(parts)}" if parts else name


def description(page: Page, settings: Settings) -> str:
    """What the page is about, in plain text of any length; never empty."""
    values = page.values
    if "record" in values:
        return about(values["record"], "withdrawn" in values["marks"])
    if page.page_class == "organisation":
        duties = plain(values["organisation"].get("duties", ""))
        return duties or f"{title(page)}作出的回应和官方账号。"
    if page.page_class == "expert":
        bio = plain(values["expert"].get("bio", ""))
        return bio or f"{title(page)}参加的解读和发布会。"
    if page.page_class == "policy":
        return str(values["policy"].get("summary", f"{title(page)}：效力、日期和全部解读。"))
    if page.column and page.page_class != "broken":
        column = COLUMNS[page.column]
        is_part = title(page) != column.name
        return f"{title(page)}。{column.description}" if is_part else column.description
    return settings.site.description or settings.site.name


def about(record: Values, is_withdrawn: bool) -> str:
    """A record in a few words: its own summary, else the beginning of its text."""
    if is_withdrawn:
        notes = [
            entry["note"] for entry in record.get("history", ()) if entry["type"] == "withdrawn"
        ]
        return f"本页内容已撤回。{notes[-1]}" if notes else "本页内容已撤回。"
    if "summary" in record:
        return str(record["summary"])
    points = record.get("elements", {}).get("points", ())
    texts = [record.get(name, "") for name in ("lead", "facts", "answer", "purpose")]
    text = next(filter(None, texts), "") or (points[0]["text"] if points else "")
    return plain(text) or str(record["title"])


def _article_graph(values: Values, settings: Settings) -> Iterator[str]:
    yield '<meta property="og:type" content="article">\n'
    for name in ("published", "updated"):
        moment = values[f"{name}_at"].astimezone(settings.zone).isoformat()
        key = "modified" if name == "updated" else name
        yield f'<meta property="article:{key}_time" content="{moment}">\n'


def _image(record: Values, settings: Settings) -> str:
    """The address of the record's picture, or nothing: its cover, else its first picture."""
    blocks = record.get("blocks", ())
    shown = (block["file"] for block in blocks if block["type"] in PICTURES and "file" in block)
    file = record.get("cover") or next(shown, "")
    return f"{settings.base_url}media/{quote(file)}" if file else ""


def _article_tags(page: Page, text: str, settings: Settings) -> Iterator[str]:
    """The government's tags of an article. The author is the body that answers, never a person."""
    record = page.values["record"]
    names = bodies(page.values)
    source = names[0]["name"] if names else settings.site.sponsor
    yield meta("ArticleTitle", record["title"])
    yield meta("PubDate", minute(page.values["published_at"], settings))
    yield meta("ContentSource", source)
    yield meta("Keywords", _keywords(record) or COLUMNS[page.column].keywords)
    yield meta("Author", source)
    yield meta("Description", text)
    image = _image(record, settings)
    if image:
        yield meta("Image", image)
    yield meta("Url", settings.base_url + page.address)


def _keywords(record: Values) -> str:
    words = [*record.get("keywords", ()), *map(SUBJECT.label, record.get("subjects", ()))]
    return ",".join(dict.fromkeys(words))


def minute(moment: datetime, settings: Settings) -> str:
    """A moment as the tag PubDate wants it: to the minute, in the site's zone."""
    local = moment.astimezone(settings.zone)
    return f"{local:%Y-%m-%d %H:%M}"
