"""Sentences on the finished pages, in English. What the theme gets wrong is for engineers."""

SENTENCES = {
    "feed.enclosure": "The sound file {value} lacks its length or type. Tell the maintainers.",
    "feed.form": "The feed cannot be read: {value}. Tell the maintainers.",
    "feed.id": "The id of an entry is no address or not its own: {value}. Tell the maintainers.",
    "feed.time": "An entry of a feed has no time: {value}. Tell the maintainers.",
    "foreign-host": (
        "The page loads {value} from another host by itself. Put the file into media/ and use that."
    ),
    "heading-order": "The headings skip a level: {value}. Add the one between, or use the next.",
    "heading-order.h1": "A page has one h1, this one has {value}. Keep only the page's own title.",
    "heading-order.shell": "The theme's shell has {value} h1. Remove them from its template.",
    "inline-code.handler": "The page holds the handler {value}, which is blocked. Remove it.",
    "inline-code.link": "The link {value} is code, not an address. Use one that begins with https://.",
    "inline-code.script": (
        "The page holds a script, which is blocked. Remove it, or put it into the theme's scripts/."
    ),
    "inline-code.style": (
        "The page holds a style ({value}), which is blocked. Remove it, or put it into the theme's"
        " styles/."
    ),
    "internal-link": "The link leads to {value}, which this site has not. Correct the address.",
    "internal-link.fragment": (
        "The link leads to {value}, but that page has no such place. Correct what follows the #."
    ),
    "internal-string": (
        "This text is not public, but it stands in the output {path}. Do not publish: remove it"
        " from the public text, then ask whoever maintains the site."
    ),
    "json-ld": (
        "JSON-LD says {value}, which the page does not. Show it, or leave it out of JSON-LD."
    ),
    "json-ld.date": "The day in JSON-LD, {value}, is not seen on the page. Show it there.",
    "json-ld.file": (
        "JSON-LD names the file {value}, which the page does not. Link it, or leave it out."
    ),
    "json-ld.form": "The JSON-LD cannot be read: {value}. Tell whoever keeps the site.",
    "json-ld.key": "JSON-LD lacks {value}. Fill it in in the record, or tell the site's keeper.",
    "json-ld.rating": (
        "The verdict in JSON-LD, {value}, is not that of the page. Tell whoever keeps the site."
    ),
    "json-ld.title": "The title in JSON-LD, {value}, is not the h1. Use one sentence for both.",
    "page-tags": "The tag {value} is missing or empty. Fill it in, in the record or in site.yml.",
    "page-tags.date": (
        "The date {value} of the tag PubDate is not shown. See whether the template shows it."
    ),
    "page-tags.domain": (
        "SiteDomain is a host name only, not {value}. Remove the slash from the domain in site.yml."
    ),
    "page-tags.form": "The tag PubDate is {value}. Write it like 2026-03-12 09:40.",
    "personal-output": (
        "The output {path} seems to hold personal data ({value}) that no public field holds. "
        "Publish nothing and tell the maintainers."
    ),
    "page-tags.title": "The tag ArticleTitle ({value}) is not the h1. Use one sentence for both.",
}
