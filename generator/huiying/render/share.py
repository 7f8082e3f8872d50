"""What the share card of each page says: the picture that WeChat and others show beside a link.

In: planned pages and a projection. Out: for each page what its card says, as plain values. Topics,
what the home page shows and the newest answers have cards of their own; all other pages share the
card of their column. It draws nothing.

A stamp never stands beside the truth alone: the title *is* the truth, and 不实 under it would deny
it. So the stamp has its own line that says what it judges.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from huiying.public import Projection
from huiying.records.vocabulary import VERDICT
from huiying.render.plan import Page
from huiying.settings import Settings

FOLDER = "share"
NEWEST = 200
"""How many of the newest answers have a card of their own."""
WIDTH_PX, HEIGHT_PX = 1200, 630
WORDS = {
    "rumours": "辟谣",
    "responses": "回应",
    "topics": "专题",
    "interpretations": "解读",
    "briefings": "发布会",
    "qa": "问答",
    "surveys": "调查",
}
"""The word of a column, as in the menu."""
USUAL_WORD = "官方回应"
LINES = {
    "rumours": "网上流传的说法，经核实的事实",
    "responses": "政府部门对社会关切的回应",
    "topics": "就一件事，持续发布权威信息",
    "interpretations": "把文件和事情讲明白",
    "briefings": "发布会的预告、直播和实录",
    "qa": "群众来信、来电和留言的答复",
    "surveys": "公开征集意见，公开调查结果",
}
"""What the card of a column says."""
USUAL_LINE = "收到消息不知真假，先看官方回应"
VERIFIED = "经核实的事实，请看全文"
CLOSED = {
    "withdrawn": ("已撤回", "这条内容已经撤回，请不要再转发"),
    "expired": ("已失效", "这条内容已经失效，请看最新回应"),
    "superseded": ("已被替代", "这条内容已有新的回应替代"),
    "archived": ("已归档", "这是过去的情况，现在可能不同"),
}
"""What is stamped on a page that no longer holds, and what its card says; the first that fits."""
CLAIMED = "网传说法"
THIS_PAGE = "本页内容"


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What one card says. Its texts are public and whole; `words`: what its title may not break."""

    name: str
    """Its file's name without suffix; cards of one record get the digest of their bytes besides."""
    column: str
    """The word at its side."""
    site: str
    title: str
    caption: str = ""
    stamp: str = ""
    term: str = ""
    """Which colour the stamp has: a verdict, or `closed`."""
    note: str = ""
    words: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def alt(self) -> str:
        """All that the picture says, for those who cannot see it."""
        judged = f"{self.caption}：{self.stamp}" if self.stamp else ""
        return "；".join(filter(None, (judged, self.title, self.site, self.note)))


def chosen(projection: Projection, home: Page) -> frozenset[str]:
    """Addresses of the records that have a card of their own."""
    listed = [
        record
        for record in projection.records.values()
        if record.listed and record.state == "public"
    ]
    listed.sort(key=lambda record: (record.published_at, record.address), reverse=True)
    found = {record.address for record in listed[:NEWEST]}
    found |= {record.address for record in listed if record.kind == "topic"}
    return frozenset(found | (_addresses(home.values) & {record.address for record in listed}))


def _addresses(value: Any) -> frozenset[str]:
    """Every `address` in the plain values of a page."""
    if isinstance(value, Mapping):
        own = frozenset([value["address"]] if isinstance(value.get("address"), str) else [])
        return own.union(*map(_addresses, value.values()))
    if isinstance(value, list | tuple):
        return frozenset[str]().union(*map(_addresses, value))
    return frozenset()


def cards(
    pages: Iterable[Page],
    own: frozenset[str],
    settings: Settings,
    can_set: Callable[[str], bool],
) -> Iterator[ShareCard]:
    """The card of each page, in their order. `own`: records that have one of their own.

    `can_set`: whether there is type for a text; a record in rarer characters gets its column's.
    """
    for page in pages:
        if "record" in page.values and page.values["address"] in own:
            card = _own(page, settings)
            if can_set(card.title + card.note):
                yield card
                continue
        yield _of_column(page, settings)


def column_card(column: str, site: str) -> ShareCard:
    """The card of a column alone, as it is shipped for machines without type."""
    name = column if column in WORDS else "site"
    return ShareCard(name, WORDS.get(column, USUAL_WORD), site, LINES.get(column, USUAL_LINE))


def site_card(settings: Settings) -> ShareCard:
    """The card of pages that stand in no column, hand-written ones too."""
    return replace(column_card("", settings.site.name), note=settings.site.tagline or "")


def _own(page: Page, settings: Settings) -> ShareCard:
    record = page.values["record"]
    verdict = record.get("verdict", "")
    return ShareCard(
        name=page.values["address"].replace("/", "-"),
        column=WORDS[page.column],
        site=settings.site.name,
        title=record["title"],
        caption=CLAIMED if verdict else "",
        stamp=VERDICT.label(verdict) if verdict else "",
        term=verdict,
        note=_note(page, settings),
        words=tuple(sorted({*record.get("keywords", ()), *record.get("places", ())})),
        is_own=True,
    )


def _note(page: Page, settings: Settings) -> str:
    """Who answers, and the day with its year: pictures are passed on for years."""
    named = (page.values["organisations"].get(id) for id in page.values["organisations_named"])
    bodies = [body.get("short_name") or body["name"] for body in named if body]
    day = page.values["published_at"].astimezone(settings.zone)
    return "　".join([*bodies[:1], f"{day.year}年{day.month}月{day.day}日"])


def _of_column(page: Page, settings: Settings) -> ShareCard:
    """The card that pages of a column share: of records by what is stamped on them."""
    plain = replace(column_card(page.column, settings.site.name), note=settings.site.tagline or "")
    if "record" not in page.values or page.values["state"] != "public":
        return plain
    for mark, (label, line) in CLOSED.items():
        if mark in page.values["marks"]:
            return _stamped(plain, mark, line, THIS_PAGE, label, "closed")
    verdict = page.values["record"].get("verdict")
    if not verdict:
        return plain
    return _stamped(plain, verdict, VERIFIED, CLAIMED, VERDICT.label(verdict), verdict)


def _stamped(
    plain: ShareCard, name: str, title: str, caption: str, stamp: str, term: str
) -> ShareCard:
    name = f"{plain.name}-{name}"
    return replace(plain, name=name, title=title, caption=caption, stamp=stamp, term=term)
