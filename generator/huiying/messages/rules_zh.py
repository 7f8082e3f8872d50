"""Sentences of the rules over the library, in Chinese."""

SENTENCES: dict[str, str] = {
    "already-answered": (
        "很像已经回应过的“{title}”，在 {other}。请核对：重复的合为一条，不同的在“关联”里连上。"
    ),
    "block": "“{type}”这一块缺少“{key}”。请补写。",
    "block.access": "“{type}”缺少“{key}”，看不到或听不到的人无法知道内容。请尽快补上。",
    "block.suffix": "“{key}”的“{value}”不是这里能用的文件，可以用：{allowed}。请换一个文件。",
    "coordinator": "责任依据是“{basis}”，还缺少“协调单位”。请写明由谁组织协调。",
    "coordinator.lead": "责任依据是“{basis}”，还缺少“牵头单位”或“协调单位”。请写明其中一个。",
    "correction": "更正要让人看到改了什么，这里缺少“{key}”。请补写。",
    "correction.same": "更正的“原文”和“新文”一样。请写明改之前和改之后的说法。",
    "correction.note": "“说明”只写了“{value}”，看不出原因。请用一句话写明为什么改。",
    "former-url": "旧网址“{url}”不在本站（{site}）之内，无法转到这里。请改写，或删去这一行。",
    "former-url.form": "旧网址“{url}”带有问号、井号或“..”，静态网页转不了。请只写路径。",
    "former-url.name": (
        "旧网址“{url}”不能作文件名：有一段太长，或含有特殊符号，或网页名在中间。请核对。"
    ),
    "former-url.own": "旧网址“{url}”就是 {other} 现在的地址。请删去这一行。",
    "former-url.twice": "旧网址“{url}”在 {other} 已经写过。请只留一处。",
    "generic-alt": "“替代文字”只写了“{value}”，听的人不知道图上有什么。请写出图的内容。",
    "imported-late": (
        "写了“历史资料来源”，发布时间 {at} 却不早于启用日期 {adopted}。"
        "请核对发布时间，或删去“历史资料来源”。"
    ),
    "imported-late.not-adopted": (
        "写了“历史资料来源”，site.yml 却没有“启用日期”。请先在 site.yml 写明启用日期。"
    ),
    "length": "“{key}”有 {width} 个字宽，超过 {limit}。请缩短。",
    "link-form": "链接“{target}”打不开。请以 https:// 开头；站内链接请写成 /rumours/编号/。",
    "link-form.image": "正文里不能放图片“{target}”。图片请放进“内容块”。",
    "medium": "不认识这个文件的内容，不能公开。请换成 {allowed} 格式的文件。",
    "medium.refused": "{format} 格式不能用在网站上。请另存为 {allowed} 格式。",
    "medium.suffix": "文件名说是 {named}，内容却是 {found}。请改正后缀，或重新导出。",
    "medium.name": "文件名“{name}”含有空格或特殊符号。请改名，只用文字、数字、“-”“_”和“.”。",
    "medium.size": "文件有 {size}，超过 {limit}。请压缩后再放入。",
    "medium.pixels": "图片有 {width}×{height} 像素，太大，手机打不开。请缩小后再放入。",
    "medium.empty": "这个文件是空的。请放入完整的文件，或删去它。",
    "medium.broken": "这个文件不完整或已损坏。请重新导出。",
    "medium.metadata": (
        "图片里附带了别的信息（{what}），可能含拍摄地点、设备或姓名。请另存为不带附加信息的图片。"
    ),
    "medium.trailing": "图片的末尾还接着别的数据。请另存为不带附加信息的图片。",
    "medium.animated": "这是动图，不能暂停，会妨碍阅读。请另存为静态图片，或改用视频。",
    "medium.encoding": "这个文件不是 UTF-8 编码的文字。请“另存为”，编码选 UTF-8。",
    "medium.vtt": "字幕文件的第一行应是 WEBVTT。请从字幕软件导出 WebVTT 格式。",
    "medium.svg": "这个 SVG 的写法看不懂。请用绘图软件重新导出“普通 SVG”。",
    "medium.svg-xmlns": 'SVG 开头缺少 xmlns。请加上 xmlns="http://www.w3.org/2000/svg"。',
    "medium.svg-doctype": (
        "SVG 里有 DOCTYPE 或实体定义，可能带入别的内容。请删去这一行，或重新导出“普通 SVG”。"
    ),
    "medium.svg-instruction": "SVG 里有处理指令 {name}，可能带入别的内容。请删去它。",
    "medium.svg-comment": "SVG 里有注释，可能含内部信息。请删去注释，或导出“优化的 SVG”。",
    "medium.svg-element": "SVG 里不能有 <{name}>。请删去它，或重新导出“普通 SVG”。",
    "medium.svg-attribute": "SVG 里不能有属性“{name}”。请删去它，或重新导出“普通 SVG”。",
    "medium.svg-link": "SVG 里的“{name}”引用了文件以外的东西。请把图形直接画在文件里。",
    "medium-licence": "没有写明“许可”，不知道能不能公开使用。请在它的说明文件里补上。",
    "medium-licence.sidecar": (
        "这个媒体文件没有说明文件。请建立“{file}”，写明“替代文字”“许可”和“来源”。"
    ),
    "organisation-valid": "“{name}”在 {at} 已不存在（{valid_to} 撤销）。请改写为{successor}。",
    "organisation-valid.early": "“{name}”在 {at} 还没有成立（{valid_from} 成立）。请核对。",
    "outcome": "已经办结，却没有写“结果”。请补写处理结果，或改回“处置中”。",
    "outcome.state": "还没有“结果”，也没有“办理状态”。请写明是“处置中”还是“已办结”。",
    "privacy-words": "“{key}”里有不能公开的词“{word}”。请删去或改写。",
    "promised-update": (
        "承诺 {due} 前再更新，这个时间已经过了。请补写“最新进展”，再改写或删去“下次更新”。"
    ),
    "reference.organisation": "没有编号为“{target}”的机构。请核对编号，或先在机构登记册里补上。",
    "reference.named": "这里要写机构的编号，不是名称。请把“{target}”改为“{near}”。",
    "reference.media": "media 文件夹里没有“{target}”。请核对文件名和大小写，或放入这个文件。",
    "reference.backslash": "媒体文件的路径要用“/”，不用“\\”。请把“{target}”改为“{near}”。",
    "reference.topic": "没有编号为“{target}”的专题。请核对编号，或删去这一项。",
    "reference.record": (
        "没有“{target}”这条记录。请写成“栏目/编号”，如 rumours/20260312-tingshui。"
    ),
    "reference.circle": "这几条记录互相指来指去，绕成了一圈：{circle}。请删去其中一处。",
    "time-order": "“{key}”{at} 早于“{other}”{other_at}。请核对两个时间。",
    "time-order.after": "“{key}”{at} 应当晚于“{other}”{other_at}。请核对两个时间。",
    "time-order.first": "变更记录的第一条应是“首发”。请补写首发，时间同“发布时间”。",
    "time-order.first-at": "“首发”写的是 {at}，“发布时间”却是 {other_at}。请改成一样。",
    "time-order.again": "“首发”只能是变更记录的第一条。请改为“更新”或别的类型。",
    "title-is-truth": "标题重复了网上流传的说法。请改成说明事实的一句话，例如“全市供水正常”。",
    "title-is-truth.question": "标题是一个问句，读的人不知道真假。请改成说明事实的一句话。",
    "unverified-update": "结论是“正在核实”，却没有承诺“下次更新”的时间。请补写。",
}
