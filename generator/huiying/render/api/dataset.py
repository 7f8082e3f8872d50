"""The data as a schema.org `Dataset`: what catalogues of open data read.

In: documents. Out: JSON-LD as plain values. What it covers is told by the records themselves, not
by a clock. The licence is the site's; without one none is claimed.
"""

from typing import Any

from huiying.render.api.documents import Documents

NAME = "回应、辟谣、解读、发布会、问答、调查的全部公开数据"


def dataset(documents: Documents) -> dict[str, Any]:
    """One thing of schema.org."""
    settings, base = documents.projection.settings, documents.base
    years = list(documents.by_year)
    files = [
        (f"{base}years/{year}.{end}", form)
        for year in years
        for end, form in (("csv", "text/csv"), ("jsonl", "application/jsonl"))
    ]
    files.append((f"{base}index.json", "application/json"))
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{base}dataset.json",
        "name": f"{settings.site.name}：{NAME}",
        "description": f"{settings.site.sponsor}发布的{NAME}，每条有永久编号、网页和更正记录。",
        "url": f"{settings.base_url}api/",
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "publisher": {"@type": "GovernmentOrganization", "name": settings.site.sponsor},
    }
    if settings.site.data_licence_url:
        thing["license"] = settings.site.data_licence_url
    if documents.records:
        thing["temporalCoverage"] = f"{years[-1]}/{years[0]}"
        newest = max(record.updated_at for record in documents.records)
        thing["dateModified"] = documents.at(newest)
    thing["distribution"] = [
        {"@type": "DataDownload", "contentUrl": address, "encodingFormat": form}
        for address, form in files
    ]
    return thing
