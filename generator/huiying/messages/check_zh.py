"""Sentences of `check` itself: its baseline, and how the records stand."""

SENTENCES = {
    "baseline": "{file} 不是基线文件，读不懂。请用 --write-baseline 重新写一份。",
    "baseline.gone": "{file} 的一处问题（{rule}）已经没有了。请更新基线，把它去掉。",
    "baseline.known": "基线里已知的 {count} 处没有列出。",
    "baseline.part": "写基线要看全部内容。请不要写 PATH。",
    "baseline.written": "基线写好了：{file}，记下 {count} 处。",
    "check.gates-enabled": "审核关：启用。",
    "check.gates-unknown": "审核关：无法判定，site.yml 读不出来。请先改好它。",
    "check.gates-disabled": "审核关：不启用，签没签都公开。",
    "check.at": (
        "{at} 时：公开 {public} 条，等待发布 {embargoed} 条，没有签完 {unsigned} 条，"
        "草稿和审核中 {draft} 条，不主动公开 {undisclosed} 条。"
    ),
    "baseline.refused": "有 {count} 处不能记入基线，仍要改好。",
}
