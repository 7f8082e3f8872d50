"""The data as a schema.org `Dataset`: what catalogues of open data read, in a file and on the page.

In: the years that there are, and settings. Out: one thing of schema.org as plain values. The
licence is the site's; without one none is claimed.
"""

from collections.abc import Sequence
from typing import Any

from huiying.render.tags import COLUMNS
from huiying.settings import Settings

FORMS = {"csv": "text/csv", "jsonl": "application/jsonl"}


def dataset(years: Sequence[str], base: str, settings: Settings) -> dict[str, Any]:
    """The whole of the data. `years`: newest first; `base`: address of the interface."""
    column = COLUMNS["api"]
    files = [(f"{base}years/{year}.{end}", form) for year in years for end, form in FORMS.items()]
    files.append((f"{base}index.json", "application/json"))
    thing: dict[str, Any] = {
        "@type": "Dataset",
        "name": column.name,
        "description": column.description,
        "url": f"{settings.base_url}api/",
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "publisher": {"@type": "GovernmentOrganization", "name": settings.site.sponsor},
    }
    if settings.site.data_licence_url:
        thing["license"] = settings.site.data_licence_url
    if years:
        thing["temporalCoverage"] = f"{years[-1]}/{years[0]}"
    thing["distribution"] = [
        {"@type": "DataDownload", "contentUrl": address, "encodingFormat": form}
        for address, form in files
    ]
    return thing
