"""The `<main>` of a page: what `head` repeats for machines, shown to people.

In: a planned page, the settings, an environment of templates. Out: HTML for the shell's body slot.
Views (`views/`) decide what is shown, templates place it, and everything is escaped unless it is
`Markup`. It never reads the time; the environment reads templates and nothing else.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from huiying.render.plan import PAGE_CLASSES, Page
from huiying.render.views import (
    api,
    article,
    briefing,
    expertise,
    feeds,
    find,
    interpretation,
    listing,
    qa,
    register,
    rumours,
    survey,
    topic,
)
from huiying.render.views.cite import cite
from huiying.render.views.frame import Frame, View, letter_box, letter_form, phone, rel
from huiying.render.views.qr import qr
from huiying.settings import Settings

FOLDERS = ("layouts", "pages", "components", "embed")
VIEWS: dict[str, Callable[[Page, Frame], View]] = {
    "home": listing.home,
    "topic": topic.topic,
    "clarification": article.clarification,
    "response": article.response,
    "interpretation": interpretation.interpretation,
    "briefing": briefing.briefing,
    "qa": qa.qa,
    "survey": survey.survey,
    "rumours": rumours.rumours,
    "find": find.find,
    "index": listing.index,
    "month": listing.month,
    "organisation": register.organisation,
    "organisations": register.organisations,
    "channels": register.channels,
    "expert": expertise.expert,
    "experts": expertise.experts,
    "policy": expertise.policy,
    "corrections": register.corrections,
    "api": api.api,
    "feeds": feeds.feeds,
    "broken": listing.broken,
}
"""By page class, as in `plan.PAGE_CLASSES`."""


def environment(theme: Path) -> Environment:
    """The templates of a theme, compiled once for as long as none of them changes."""
    files = (path for name in FOLDERS for path in (theme / name).rglob("*.html"))
    return _environment(theme, max((path.stat().st_mtime_ns for path in files), default=0))


@lru_cache(maxsize=2)
def _environment(theme: Path, stamp: int) -> Environment:
    env = Environment(
        loader=FileSystemLoader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["rel"] = rel
    # Pages reach components as `ui.card.rows(…)`: importing them anew costs more than a page.
    macros = sorted((theme / "components").glob("*/macro.html"))
    modules = {path.parent.name: env.get_template(_name(path, theme)).module for path in macros}
    env.globals["ui"] = SimpleNamespace(**modules)
    return env


def _name(path: Path, theme: Path) -> str:
    return path.relative_to(theme).as_posix()


def body(
    page: Page,
    settings: Settings,
    env: Environment,
    problems: Sequence[Mapping[str, str]] = (),
) -> str:
    """The page's `<main>`. `problems`: what the preview shows above the page."""
    # A topic in a frame lies elsewhere, and is known by the address of its page.
    is_record = "record" in page.values
    url = settings.base_url + (f"{page.values['address']}/" if is_record else page.address)
    frame = Frame("../" * page.depth, settings.zone)
    view = VIEWS[page.page_class](page, frame)
    template = env.get_template(PAGE_CLASSES[page.page_class].template)
    return template.render(
        view,
        base=frame.base,
        column=page.column,
        url=url,
        code=qr(url) if is_record and settings.host else {},
        cite=cite(page.values, settings) if is_record else {},
        site=_site(settings, frame),
        problems=problems,
    )


def _site(settings: Settings, frame: Frame) -> View:
    """The few fields of site.yml that bodies show: private ones must not come near a template."""
    site = settings.site
    return {
        "hotline": site.hotline or "",
        "hotline_href": phone(site.hotline or ""),
        "letter_box_href": letter_box(site.letter_box_url, frame),
        "letter_box_form": letter_form(site.letter_box_url, frame),
    }
