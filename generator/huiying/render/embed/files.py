"""What other sites take into their pages: frames, fragments, an element, oEmbed.

In: a projection, its planned pages, the templates. Out: the files of the ways that `embeds` 嵌入 of
site.yml names, none where it names none. Every file follows its record: what was corrected or
withdrawn says so under the same address; `404.html` below each folder is what a server of the
recipes answers for an address that is none. It reads no clock. `docs/embedding.md` is for hosts.
"""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from huiying.public import Projection
from huiying.render.embed.assets import script, stylesheet
from huiying.render.embed.frame import topic_frame
from huiying.render.embed.oembed import document
from huiying.render.embed.view import Shown, shown_lists, shown_record
from huiying.render.output import Output
from huiying.render.plan import Page
from huiying.render.tags import site_tags


def outputs(
    projection: Projection, pages: Iterable[Page], env: Environment, assets: Sequence[str]
) -> Iterator[Output]:
    """The files of every way in. `assets`: paths of the theme's stylesheet and scripts."""
    ways = set(projection.settings.site.embeds)
    if not ways & {"fragment", "frame", "element", "oembed"}:
        return
    if ways & {"fragment", "frame", "element"}:
        yield Output("embed/v1.css", stylesheet(env).encode())
        yield Output("embed/v1.js", script(env).encode())
        yield from _of_lists(projection, env, ways)
        yield from _missing(projection, env, ways)
    for page in pages:
        record = projection.records.get(page.values.get("address", ""))
        if "record" not in page.values or record is None or record.state != "public":
            continue
        yield from _drawn(shown_record(record, projection), projection, env, ways)
        if "frame" in ways and record.kind == "topic":
            yield topic_frame(page, projection.settings, env, assets)
        if "oembed" in ways:
            yield Output(f"oembed/{record.address}.json", document(page, record, projection))


def _missing(projection: Projection, env: Environment, ways: set[str]) -> Iterator[Output]:
    """What stands for a record that is none: a quiet link to the site, at whatever depth."""
    settings = projection.settings
    values = {
        "site": {"name": settings.site.name, "href": settings.base_url},
        "css": f"{settings.base_url}embed/v1.css",
        "base": urlsplit(settings.base_url).path,
        "tags": Markup(site_tags(settings)),
    }
    if "frame" in ways:
        html = env.get_template("embed/missing.html").render(values, whole=True)
        yield Output("embed/404.html", html.encode())
    if ways & {"fragment", "element"}:
        html = env.get_template("embed/missing.html").render(values, whole=False)
        yield Output("fragments/404.html", html.encode())


def _of_lists(projection: Projection, env: Environment, ways: set[str]) -> Iterator[Output]:
    for shown in shown_lists(projection):
        yield from _drawn(shown, projection, env, ways)


def _drawn(
    shown: Shown, projection: Projection, env: Environment, ways: set[str]
) -> Iterator[Output]:
    """One card or list: as a page for a frame, as a fragment."""
    settings = projection.settings
    site = {"name": settings.site.name, "href": settings.base_url}
    if "frame" in ways:
        path = f"embed/{shown.place}.html"
        html = env.get_template("embed/frame.html").render(
            shown=shown.values,
            site=site,
            base="../" * path.count("/"),
            tags=Markup(site_tags(settings)),
        )
        yield Output(path, html.encode())
    if ways & {"fragment", "element"}:
        css = f"{settings.base_url}embed/v1.css"
        template = env.get_template("embed/fragment.html")
        html = template.render(shown=shown.values, site=site, css=css)
        yield Output(f"fragments/{shown.place}.html", html.encode())
