"""The page about the data: what there is to take, how much, and how.

In: a projection. Out: one page.
"""

from collections import Counter

from huiying.public import Projection
from huiying.render.plan.page import Page, page


def api(projection: Projection) -> Page:
    """The page of the data interface. Its years are those of the files, the newest first."""
    settings = projection.settings
    years = Counter(
        f"{record.published_at.astimezone(settings.zone):%Y}"
        for record in projection.records.values()
        if record.state == "public"
    )
    return page(
        "api/index.html",
        "api",
        "api",
        total=years.total(),
        years=sorted(years.items(), reverse=True),
        licence=settings.site.data_licence_url or "",
        interface=f"{settings.base_url}api/v1/",
    )
