"""Sentences on what differs from the last release, on `publish` and on `verify`, in Chinese."""

SENTENCES = {
    "silent-edit": (
        "“{key}”和上一次发布的不同，变更记录里却没有说。请在“变更记录”里加一条更新或更正，写明改了"
        "什么、为什么；没想改的请改回去。"
    ),
    "silent-edit.minor": (
        "“{key}”和上一次发布的不同，变更记录里“细微”的那一条没有管到它。只改了错字的，请在那一条的“字段”里"
        "写上“{key}”；标题、结论改了的，请删去“细微”。"
    ),
    "rewritten-history": (
        "变更记录的第{number}条（{at}）和上一次发布的不同，或者不见了。请改回原样；写错的另加一条更正。"
    ),
    "rewritten-history.update": (
        "最新进展的第{number}条（{at}）和上一次发布的不同，或者不见了。请改回原样，或在“变更记录”里"
        "写明为什么改。"
    ),
    "vanished-address": (
        "“{address}”上一次发布时还在，这次没有了，读者会找不到网页。请恢复这条记录，用“撤回”代替删除；"
        "改了编号的，在新记录的“旧网址”里写上“/{address}/”。"
    ),
    "vanished-address.early": (
        "“{address}”里有到 {at} 才公开的内容，上一次发布时提前公开了，现在还没有到。请核对时钟；"
        "时钟没有错的，到那时再发布。"
    ),
    "vanished-address.redirect": (
        "旧网址“/{address}”上一次发布时还转到这里，这次没有了。请在“旧网址”里补上。"
    ),
    "reused-address": (
        "“/{address}”以前是“{other}”的网址，不能再给别的记录用。请换一个网址，或让它转回原来的记录。"
    ),
    "back-dated": (
        "发布时间 {at} 早于上一次发布（{other}），那时还没有这条记录。请写公众真正能看到的时间。"
    ),
    "back-dated.committed": (
        "发布时间 {at} 早于这个文件第一次进入版本库的时间（{other}）。请写公众真正能看到的时间。"
    ),
    "back-dated.entry": (
        "变更记录的时间 {at} 早于上一次发布（{other}），那时还没有这一条。请写真正改动的时间。"
    ),
    "back-dated.update": (
        "最新进展的时间 {at} 早于上一次发布（{other}），那时还没有这一条。请写真正公开的时间，或在"
        "“变更记录”里写明补充了以前的进展。"
    ),
    "back-dated.uncommitted": (
        "这个文件还没有进入版本库，无法判定发布时间有没有倒填。请先提交这个文件，再检查一次。"
    ),
    "back-dated.unknown": (
        "没有完整的版本历史，无法判定发布时间有没有倒填。请在有全部历史的仓库里检查（不要用浅克隆）。"
    ),
    "origin.missing": "“{place}”不存在，没有可比较的内容。请核对路径或网址。",
    "origin.denied": "“{place}”打不开。请检查读取权限。",
    "origin.large": "“{place}”太大，不像是清单。请核对路径或网址。",
    "origin.slow": "“{place}”传得太慢，已经停止。请稍后再试，或先下载到本机。",
    "origin.refused": "“{place}”的服务器拒绝了请求。请核对网址和访问权限。",
    "origin.unreachable": "“{place}”连不上。请检查网络和网址。",
    "origin.no-manifest": "“{place}”里没有清单 manifest.json。请写已发布的网站的文件夹或网址。",
    "origin.damaged": "“{place}”的清单或发布日志已损坏，和记下的摘要不符。请换一份完好的再比较。",
    "publish.no-site": (
        "“{site}”里没有清单 manifest.json，不是生成好的网站。请先用 huiying build 生成。"
    ),
    "publish.preview": "“{site}”是预览，含未公开的内容，不能发布。请用 huiying build 生成正式站。",
    "publish.same": "网站和发布目录是同一个文件夹。请另选一个发布目录。",
    "publish.inside": "网站和发布目录一个在另一个里面。请把两个文件夹分开放。",
    "publish.altered": "网站和自己的清单不符，没有发布。请重新生成网站。",
    "publish.early": (
        "网站里有到 {at} 才公开的内容，现在是 {now}，还没有到，没有发布。请不带 --now 重新生成，"
        "再发布。"
    ),
    "publish.no-log": (
        "“{target}”里有清单，却没有发布日志 log/head.json，没有发布。日志不见了的，请用备份恢复；"
        "第一次发布的，请写一个空文件夹。"
    ),
    "publish.not-ours": (
        "“{target}”里有别的文件，却没有本站的清单，没有发布。请写一个空文件夹，或以前发布过的文件夹。"
    ),
    "publish.broken": (
        "“{target}”的清单或发布日志被改动过，没有发布。请用备份恢复上面列出的文件，查明原因后再发布。"
    ),
    "publish.clock": (
        "现在是 {now}，早于上一次发布的时间 {last}，没有发布。请先校准这台机器的时钟。"
    ),
    "publish.differs": (
        "和上一次发布相比，有{count}处不该有的改动，没有发布。请按上面所说改好内容，再生成一次。"
    ),
    "publish.unchanged": "没有变化，不用发布。“{target}”和清单一致，最近一次发布是第{n}次，{at}。",
    "publish.done": (
        "发布好了，是第{n}次，{at}：记录新增{new}条、改动{changed}条、减少{gone}条；文件新增{new_files}个、"
        "改动{changed_files}个、减少{gone_files}个。清单的摘要是 {manifest}。"
    ),
    "export.no-site": "“{site}”不是生成好的网站。请先运行 huiying build，或用 --site 指明在哪里。",
    "export.offline": "离线版写好了：{file}。解压以后打开里面的 index.html。",
    "export.redirects": "旧网址的对照写好了：{file}，共 {count} 条。用法写在文件开头。",
    "publish.hook-code": (
        "网站已经发布，但 --hook 的命令“{program}”以退出码 {code} 结束。请查明原因，再单独运行它。"
    ),
    "publish.hook-missing": (
        "网站已经发布，但没有“{program}”这个程序。请改正 --hook，再单独运行它。"
    ),
    "publish.hook-quote": "网站已经发布，但 --hook 的引号没有成对。请改正以后单独运行它。",
    "publish.hook-slow": (
        "网站已经发布，但 --hook 的命令“{program}”60 秒没有结束，已停止。请查明原因，再单独运行它。"
    ),
    "release.published": (
        "“{target}”是用 huiying publish 发布的，里面有发布日志，不能直接生成到这里。请生成到别的"
        "文件夹，再用 huiying publish 发布。"
    ),
    "verify.changed": "{path}：内容和清单不符。",
    "verify.extra": "{path}：清单里没有这个文件。",
    "verify.missing": "{path}：应有这个文件，却没有。",
    "verify.damaged": "{path}：读不懂，或和上一级所记的摘要不符；它列出的内容无法核对。",
    "verify.unlogged": "{path}：和发布日志最近一次所记的不符。",
    "verify.link": "{path}：和下一次发布所记的摘要不符，日志断在这里。",
    "verify.order": "{path}：时间晚于下一次发布。",
    "verify.shorter": "{path}：比先前的日志短，有发布被抹掉。",
    "verify.forked": "{path}：和先前日志里的同一次发布不同，历史被改写。",
    "verify.good": "核对无误：{files}个文件都和清单一致。",
    "verify.good-log": "发布日志完整，共{n}次，最近一次 {at}。",
    "verify.no-log": (
        "这里没有发布日志 log/：清单有没有整个换过，无法判定。发布过的网站少了它，请用备份恢复。"
    ),
    "verify.good-since": "今天的日志接着先前的第{n}次，没有改写。",
    "verify.bad": "有{count}处不符。",
    "verify.preview": "“{place}”是预览，不是发布的网站，不能核对。请写正式站的文件夹。",
    "verify.nothing": "“{place}”里既没有清单，也没有发布日志。请写已发布的网站的文件夹或网址。",
    "verify.no-head": "“{place}”不是发布日志的一次记录，也没有 log/head.json。请写先前保存的日志。",
}
