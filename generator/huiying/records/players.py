"""The platforms whose players a page may show, after a click and never before.

In: nothing. Out: of each platform how its ids look, where its player and its own page are. No
address is ever taken from an editor: it is made from the id here. The origins are those that the
header `Content-Security-Policy` allows in `frame-src`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Player:
    """One platform. `id` stands for the film in both addresses."""

    form: "re.Pattern[str]"
    example: str
    origin: str
    frame: str
    page: str

    def frame_of(self, id: str) -> str:
        """The address of the player, which must not play before the reader says so."""
        return self.origin + self.frame.format(id=id)

    def page_of(self, id: str) -> str:
        """The address of the film's page on the platform, for those who rather go there."""
        return self.page.format(id=id)


PLAYERS: Mapping[str, Player] = MappingProxyType(
    {
        # Plays by itself unless told not to; what others write over the film stays off.
        "bilibili": Player(
            re.compile(r"BV1[1-9A-HJ-NP-Za-km-z]{9}\Z"),
            "BV1111111111",
            "https://player.bilibili.com",
            "/player.html?bvid={id}&p=1&autoplay=0&danmaku=0&poster=1",
            "https://www.bilibili.com/video/{id}/",
        ),
        "tencent": Player(
            re.compile(r"[a-z0-9]{11}\Z"),
            "a0000000000",
            "https://v.qq.com",
            "/txp/iframe/player.html?vid={id}&autoplay=false",
            "https://v.qq.com/x/page/{id}.html",
        ),
        "youku": Player(
            re.compile(r"X[A-Za-z0-9]{6,20}={0,2}\Z"),
            "XNTg1MTE1MTIzMg==",
            "https://player.youku.com",
            "/embed/{id}",
            "https://v.youku.com/v_show/id_{id}.html",
        ),
    }
)
"""By the term of the vocabulary `PLAYER`."""
ORIGINS = tuple(player.origin for player in PLAYERS.values())
"""For `frame-src`."""
