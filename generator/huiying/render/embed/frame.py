"""A whole topic as a page for a frame: its main part without the site's header and footer.

In: the topic's planned page. Out: `embed/topics/<id>/page.html`. Its links open beside the host's
page, which they would otherwise replace inside the frame; those to its own parts stay in it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from jinja2 import Environment
from markupsafe import Markup

from huiying.render.body import body
from huiying.render.output import Output
from huiying.render.plan import Page
from huiying.render.tags import site_tags
from huiying.settings import Settings

_LEAVES = re.compile(r'<a (?=[^>]*\bhref="(?!#))(?![^>]*\btarget=)')
SCRIPTS = {
    "first": ("assets/first.", ".js"),
    "css": ("assets/huiying.", ".css"),
    "js": ("assets/huiying.", ".js"),
}
"""Beginning and end of the names of the theme's files."""


def topic_frame(page: Page, settings: Settings, env: Environment, assets: Sequence[str]) -> Output:
    """A topic's page without header and footer."""
    path = f"embed/{page.values['address']}/page.html"
    main = body(replace(page, path=path), settings, env)
    html = env.get_template("embed/topic.html").render(
        body=Markup(_LEAVES.sub('<a target="_blank" ', main)),
        title=page.values["record"]["title"],
        site={"name": settings.site.name},
        url=f"{settings.base_url}{page.values['address']}/",
        base="../" * path.count("/"),
        tags=Markup(site_tags(settings)),
        scripts={name: _matching(assets, *ends) for name, ends in SCRIPTS.items()},
    )
    return Output(path, html.encode())


def _matching(assets: Sequence[str], start: str, end: str) -> list[str]:
    return [path for path in assets if path.startswith(start) and path.endswith(end)]
