"""Sentences of the doors: where a site is, what its configuration says, what a build did."""

SENTENCES = {
    "no-command": "没有“{name}”这个命令。可以用：{known}。",
    "no-command.near": "没有“{name}”这个命令。您是否想用“{near}”？全部命令：huiying --help",
    "no-config": ("这里不是网站文件夹（没有 mkdocs.yml）。请先 cd 到网站文件夹，或用 -f 指出它。"),
    "no-config.named": "没有 {file} 这个文件。请用 -f 指出网站的 mkdocs.yml。",
    "other-site": (
        "{file} 不在内容文件夹 {folder} 里。是另一个网站的，请用 -f 指出它的 mkdocs.yml。"
    ),
    "config": "MkDocs 看不懂这份设置：{why}。请照它说的改好，或找网站管理人员。",
    "config.pages": "没有手写页面的文件夹 {folder}。请建好它，或改正 docs_dir。",
    "instant": '“{value}”看不出是几时几分。请写成 2026-03-12T09:40，或 "2026-03-12 09:40"。',
    "port": "{address} 已经有程序在用，可能是另一个预览还开着。请先关掉它，或换一个：-a {other}",
    "port.wrong": "“{address}”在这台电脑上不能用。请写成 127.0.0.1:8001 这样。",
    "released": (
        "网站生成好了，在 {folder} 里：公开 {records} 条记录，共 {pages} 页，"
        "新增 {new} 页，改动 {changed} 页。"
    ),
    "released.gone": "不再出现 {count} 页：{first}。",
    "released.gone-more": "不再出现 {count} 页：{first} 等。",
    "released.waiting": "等待发布 {count} 条，最近的是 {at}。",
    "released.unsigned": "没有签完、没有公开的 {count} 条：{first}。",
    "released.unsigned-more": "没有签完、没有公开的 {count} 条：{first} 等。",
    "released.no-gates": "本站没有启用审核关，不查签了没有。",
    "released.drafts": "草稿里有错误，没有挡住这次发布；送审以前请改好。",
    "released.preview": "预览生成好了，在 {folder} 里，共 {pages} 页。只供自己看，不能发布。",
    "placeholder": (
        "网址还是示例 {value}。正式发布前，请在 mkdocs.yml 的 site_url 里写上自己的网址。"
    ),
    "share-fonts": (
        "没有分享图要用的字体，微信里转发时只能显示各栏目的通用图。"
        "请运行 pip install pylopdf-fonts-zh-cn==0.1.1，再生成一次。"
    ),
    "placeholder.code": "网站标识码还是示例 {value}。正式发布前，请写上自己的 10 位标识码。",
}
