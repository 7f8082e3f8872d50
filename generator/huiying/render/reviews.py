"""Reviews in the terms of schema.org: of each claim its verdict, of pictures what they really are.

In: the public values of a clarification that has a rating, and what holds for any work on its page.
Out: things. It rates nothing itself; while a claim is being verified nobody asks it.
"""

from huiying.prose import safe_url
from huiying.public import Values
from huiying.records.vocabulary import RATING_VALUE, VERDICT
from huiying.render.things import Thing

MEDIA_FORMS = {"image": "ImageObject", "video": "VideoObject", "audio": "AudioObject"}
"""Forms in which a claim was seen that a review of media is about."""


def reviews(record: Values, common: Thing, media: Thing) -> list[Thing]:
    """A review of each claim, and one of the pictures or films that went with them."""
    found = [
        _claim_review(claim, number, record, common)
        for number, claim in enumerate(record.get("claims", ()), 1)
    ]
    if found:
        found[0] |= media
    if "media_authenticity" not in record:
        return found
    about = _media_review(record, common)
    for review in found:
        review |= {"@id": review["url"], "associatedMediaReview": {"@id": about["@id"]}}
    about["associatedClaimReview"] = [{"@id": review["url"]} for review in found]
    return [*found, about]


def _media_review(record: Values, common: Thing) -> Thing:
    """What the pictures or films are, which is another question than what is said of them."""
    thing: Thing = {
        "@type": "MediaReview",
        "@id": common["url"] + "#media-review",
        "name": record["title"],
        **common,
        "mediaAuthenticityCategory": f"https://schema.org/{record['media_authenticity']}",
    }
    if "verdict_reason" in record:
        thing["originalMediaContextDescription"] = record["verdict_reason"]
    seen = [
        {**_appearance(entry), "@type": MEDIA_FORMS[entry["form"]]}
        for claim in record.get("claims", ())
        for entry in claim.get("appearances", ())
        if entry.get("form") in MEDIA_FORMS
    ]
    if seen:
        thing["itemReviewed"] = {"@type": "MediaReviewItem", "mediaItemAppearance": seen}
    return thing


def _claim_review(claim: Values, number: int, record: Values, common: Thing) -> Thing:
    """One claim and its rating. Claims after the first have an anchor of their own on the page."""
    anchor = f"#claim-{number}" if number > 1 else ""
    rating: Thing = {
        "@type": "Rating",
        "alternateName": VERDICT.label(record["verdict"]),
        "ratingValue": RATING_VALUE[record["verdict"]],
        "bestRating": 5,
        "worstRating": 1,
    }
    if "verdict_reason" in record:
        rating["ratingExplanation"] = record["verdict_reason"]
    return {
        "@type": "ClaimReview",
        "name": record["title"],
        **common,
        "url": common["url"] + anchor,
        "claimReviewed": " ".join(claim["text"].strip("“”\n ").split()),
        "reviewRating": rating,
        "itemReviewed": _claim(claim),
    }


def _claim(claim: Values) -> Thing:
    """What was said. By whom, the page alone says: 某业主群 is neither a body nor a person."""
    thing: Thing = {"@type": "Claim"}
    if "first_seen" in claim:
        thing["datePublished"] = claim["first_seen"].isoformat()
    found = [_appearance(entry) for entry in claim.get("appearances", ())]
    if found:
        thing["appearance"] = found
    if len(found) == 1:  # of several we do not know which came first
        thing["firstAppearance"] = found[0]
    return thing


def _appearance(entry: Values) -> Thing:
    """Where it was seen. Like the page, it leads not to the post but to a kept copy."""
    thing: Thing = {
        "@type": "CreativeWork",
        "isPartOf": {"@type": "CreativeWork", "name": entry["platform"]},
    }
    archived = safe_url(entry.get("archived", "")) or ""
    return {**thing, "archivedAt": archived} if archived.startswith("http") else thing
