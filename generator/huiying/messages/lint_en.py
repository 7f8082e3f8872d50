"""Sentences of `lint-html`, in English: the government's page tags on anybody's HTML."""

SENTENCES = {
    "no-html": (
        "There is no page in {folder} ({endings}). Name a page, or a folder that holds some."
    ),
    "page-tags.address": "The address {value} in {tag} is not whole. Begin with https:// or /.",
    "page-tags.attribute": (
        'The tag {tag} stands in the attribute {value}, where nobody reads it. Write name="{tag}".'
    ),
    "page-tags.charset": (
        "The file declares {declared} and is {found}: readers see nonsense. Make them the same."
    ),
    "page-tags.charset-broken": (
        "These bytes are not {declared}: readers see nonsense. Save the file in the right encoding."
    ),
    "page-tags.charset-none": (
        'The file declares no encoding. Write <meta charset="utf-8"> first in its head.'
    ),
    "page-tags.code": (
        "{value} is no site code. Write ten digits, or bm and eight, or N and nine digits."
    ),
    "page-tags.differs": (
        "{tag} is {value}, on most pages of the site it is {usual}. Make them the same."
    ),
    "page-tags.empty": "The tag {tag} is empty. Write its content.",
    "page-tags.heading": (
        "ArticleTitle ({value}) is not the page's heading ({shown}). Use one sentence for both."
    ),
    "page-tags.host": (
        "SiteDomain {value} is no domain. Write the domain alone, without a scheme, path or port."
    ),
    "page-tags.in-body": "The tag {tag} stands in the body. Move it into the head.",
    "page-tags.markup": "There is markup in {tag}: {value}. Write plain text.",
    "page-tags.missing": "The page has no tag {tag}. Add it to the head.",
    "page-tags.moment": (
        "{value} in PubDate is no time. Write it like 2026-03-12 09:40, with 24 hours."
    ),
    "page-tags.name": "The name {value} is wrong. Write {tag}, with the same capitals.",
    "page-tags.no-page": (
        "This file is not a whole page and was not looked at. Check the page that includes it."
    ),
    "page-tags.other-host": "Url {value} is not on the SiteDomain {host}. Compare the two.",
    "page-tags.other-page": (
        "Url {value} is not the canonical address {shown}. Use one address for both."
    ),
    "page-tags.repeated": "The tag {tag} is there twice, first in line {line}. Delete one of them.",
    "page-tags.spaces": "There is white space around or within {tag}. Delete it.",
    "page-tags.stand-in": "{tag} still says {value}, as the template does. Write what is meant.",
    "page-tags.too-long": (
        "The file is too long, only its first 16 MB were read. Make sure that it is a page."
    ),
    "page-tags.unclosed": (
        "A quote of the tag {tag} is not closed and hides the tags after it. Close it."
    ),
    "page-tags.unreadable": (
        "There are broken characters in {tag}. Save the file in the right encoding."
    ),
    "page-tags.unseen": (
        "The date of PubDate, {value}, is not seen on the page. Show the same date there."
    ),
}
