"""Sentences of `check` itself: its baseline."""

SENTENCES = {
    "baseline": "{file} 不是基线文件，读不懂。请用 --write-baseline 重新写一份。",
    "baseline.gone": "{file} 的一处问题（{rule}）已经没有了。请更新基线，把它去掉。",
    "baseline.known": "基线里已知的 {count} 处没有列出。",
    "baseline.part": "写基线要看全部内容。请不要写 PATH。",
    "baseline.written": "基线写好了：{file}，记下 {count} 处。",
    "baseline.refused": "有 {count} 处不能记入基线，仍要改好。",
}
