"""Sentences of the finder in the terminal, in Chinese."""

SENTENCES = {
    "find-site": "{folder} 里还没有网站。请先运行 huiying build。",
    "find.answered": "已有官方回应",
    "find.possible": "可能相关",
    "find.none": "没有找到。请换几个字再查，或者打热线问一问。",
}
