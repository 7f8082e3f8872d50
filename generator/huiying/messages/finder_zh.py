"""Sentences of the finder in the terminal, in Chinese."""

SENTENCES = {
    "find-site": "{folder} 里还没有网站。请先运行 huiying build。",
    "find.answered": "已有官方回应",
    "find.possible": "可能相关",
    "find.words": "有这些字",
    "find.more": "共 {total} 条，这里列了 {count} 条。",
    "find.ask": "请粘贴收到的消息，再另起一行按 Ctrl+D（Windows 按 Ctrl+Z 和回车）：",
    "find.empty": "没有写要查什么。请写几个字，或粘贴收到的消息。",
    "find.encoding": "读到的不是 UTF-8 文字。请存成 UTF-8 再查。",
    "find.withdrawn": "已撤回",
    "find.superseded": "已被替代",
    "find.archived": "已归档",
    "find.expired": "已失效",
    "find.none": "没有找到。请换几个字再查，或者打热线问一问。",
}
