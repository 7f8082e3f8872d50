"""Sentences of the rules over the library, in Chinese."""

SENTENCES: dict[str, str] = {
    "absolute-claim": "“{key}”里的“{words}”说得绝对，记录里没有依据。请写上“依据”，或改得稳妥些。",
    "assessment": "事件等级是重大以上，“内部”里却没有“研判”。请写上会商研判的意见，不会公开。",
    "already-answered": (
        "很像已经回应过的“{title}”，在 {other}。请核对：重复的合为一条，不同的在“关联”里连上。"
    ),
    "banned-words": "“{key}”里有本站的禁用词“{word}”。请换一个说法。",
    "block": "“{type}”这一块缺少“{key}”。请补写。",
    "block.suffix": "“{key}”的“{value}”不是这里能用的文件，可以用：{allowed}。请换一个文件。",
    "briefing-record": "发布会 {at} 已经结束，还没有“实录”“录像”或“答问摘要”。请尽快补上一样。",
    "briefing-speaker": "“发布人”里没有负责人或新闻发言人。请写明由谁出面，或在豁免登记册里登记。",
    "briefing-speaker.principal": (
        "事件等级是重大以上，主要负责人却没有出面。请补写，或在豁免登记册里登记。"
    ),
    "briefing-state": "发布会已{state}，却没有“变动说明”。请写明为什么、改到什么时候。",
    "briefing-state.clock": (
        "状态写的是“{state}”，按时间应是“{told}”。请删去这一行，状态会自动得出。"
    ),
    "captions.time": ("时间的写法不对，这一段放不出来。请用英文符号，如 00:01.000 --> 00:03.500。"),
    "captions.no-time": ("这一段字幕没有时间。请在它上面写一行时间，如 00:01.000 --> 00:03.500。"),
    "captions.none": "文件里没有一段字幕。请从字幕软件重新导出，或删去这个文件。",
    "captions.backwards": "这一段结束得不比开始晚，不会显示。请核对两个时间。",
    "captions.empty": "这一段字幕没有字。请补写，或删去这一段。",
    "captions.order": "这一段的时间在第 {line} 行那一段之前，先后乱了。请按时间先后排。",
    "captions.overlap": "这一段在第 {line} 行那一段结束之前就开始了，两段会叠在一起。请核对时间。",
    "captions.beyond": (
        "这一段到 {until} 才结束，“{film}”却只有 {length}。请核对时间，或换上对应的字幕。"
    ),
    "claim-as-sent": (
        "“原话”不到 {limit} 个字，群众用收到的消息查不到这一条。请照抄一段收到的原话。"
    ),
    "claim-as-sent.same": "“原话”和“{key}”一样，不是群众收到的话。请照抄一段收到的原话。",
    "claim-as-sent.told": (
        "“原话”是转述（“{words}”），群众用收到的消息查不到这一条。请照抄一段收到的原话。"
    ),
    "claimant": "“说的人”写的像是个人（{value}）。请改成“网传”“网民”这样的说法，或引用警情通报。",
    "confirmation": "涉及单位“{name}”还没有确认，不能公开。请征求意见，用 huiying confirm 记下。",
    "confirmation.changed": "“{name}”确认之后改了“{key}”。请再征求意见，用 huiying confirm 记下。",
    "confirmation.no-digest": "“{name}”的确认没有“摘要值”。请用 huiying confirm 重记。",
    "confirmation.no-time": "“{name}”的确认没有“时间”。请用 huiying confirm 重记。",
    "confirmation.refused": "“{name}”没有同意，或没有写“结果”。请协商一致后再记下确认。",
    "confirmation.to-come": "“{name}”的确认时间 {at} 还没有到。请核对时间。",
    "confirmation.too-late": (
        "“{name}”的确认 {at} 晚于发布时间 {other_at}。请先推后“发布时间”，再记确认。"
    ),
    "confirmation.whole": "“{name}”确认之后内容又改了。请再征求意见，用 huiying confirm 记下。",
    "consent": "来信人不同意公开，这条不能发布。请把“状态”改回草稿，只答复来信人。",
    "coordinator": "责任依据是“{basis}”，还缺少“协调单位”。请写明由谁组织协调。",
    "coordinator.lead": "责任依据是“{basis}”，还缺少“牵头单位”或“协调单位”。请写明其中一个。",
    "correction": "更正要让人看到改了什么，这里缺少“{key}”。请补写。",
    "correction.same": "更正的“原文”和“新文”一样。请写明改之前和改之后的说法。",
    "correction.note": "“说明”只写了“{value}”，看不出原因。请用一句话写明为什么改。",
    "correction-names-person": "说明里写了出错的人。请改成写单位，只说错在哪里、怎样改的。",
    "correction-names-person.perhaps": (
        "说明里像是写了个人的姓名。请核对；是姓名就删去，只说错在哪里、怎样改的。"
    ),
    "correction.future": "“{type}”的时间还没有到，改过的文字却已公开。请写实际改动的时间。",
    "correction.minor-key": "改了“{key}”，不是细微的笔误。请删去“细微”，让读者看到这条更正。",
    "correction.minor": "改动里有数字，不是细微的笔误。请删去“细微”，让读者看到这条更正。",
    "debt": "“{type}”缺少“{key}”，看不到或听不到的人无法知道内容。请在 {due} 前补上。",
    "debt.late": "“{type}”的“{key}”应在 {due} 前补上，已经过了。请马上补上。",
    "debt.open": "“{type}”缺少“{key}”，看不到或听不到的人无法知道内容。请尽快补上。",
    "debt.evidence": "正在核实，还没有“证据”。请在 {due} 前补上，或在“最新进展”里说明查到哪一步。",
    "debt.evidence-late": "“证据”应在 {due} 前补上，已经过了。请补写，或说明查到哪一步。",
    "doc-no": "文号“{value}”的写法不合公文格式。请改为“{near}”。",
    "drawing": "图型是“{type}”的图缺少“{key}”，画不出来。请补写。",
    "drawing.blank": "“{type}”里一个数也没有，画不出来。请至少写一条的“数值”。",
    "drawing.both": "这张图解既写了“文件”，又写了“图”，不知道用哪一个。请删去一个。",
    "drawing.cells": "“{label}”这一行有 {count} 格，“列”有 {limit} 列。请写成一样多。",
    "drawing.elsewhere": "只有图解才能写“图”。请把“类型”改成图解，或删去“图”。",
    "drawing.long": "“{key}”有 {width} 个字宽，图上最多 {limit} 个。请写短，细节可以写进正文。",
    "drawing.many": "“{key}”有 {count} 项，“{type}”最多 {limit} 项。请分成两张图，或只留要紧的。",
    "drawing.negative": "占比图里不能有负数。请核对数值，或改用条形图。",
    "drawing.nothing": "占比图各条都是 0，看不出各占多少。请核对数值，或改用条形图。",
    "drawing.sum": "占比图各条加起来是 {value}，不是 100%。请补上“其他”，或改用条形图。",
    "drawing.title": "这张图解没有标题，看的人不知道它要说什么。请在“标题”里用一句话写出来。",
    "drawing.twice": "“{value}”写了两次，同一个名称会有两个数。请删去一条，或写清是哪一个。",
    "drawing.unused": "图型是“{type}”的图用不上“{key}”，写了也不会显示。请删去，或换一种图型。",
    "empty-phrase": "“{key}”里有“{words}”的那句话没有实情。请写清做了什么、结果怎样，或删去。",
    "exemption": "没有“{rule}”这条会发警告的规则。可以用：{allowed}。",
    "exemption.near": "没有“{rule}”这条会发警告的规则。您是否想写“{near}”？请改正。",
    "exemption.error": "“{rule}”不发警告，只报错误或提示，不能豁免。请改正记录本身，删去这条豁免。",
    "exemption.over": "豁免“{id}”已经到期，不再起作用。请删去，或重新批准后改写“截止”。",
    "exemption.kind": "豁免个人信息要写明是哪一种。“规则”可以写：{allowed}。请改写。",
    "exemption.open": "豁免个人信息要有期限，这里没有“截止”。请写上到哪天止。",
    "expert": "专家“{expert}”没有同意公开姓名。请换一位专家，或取得书面同意后写进专家登记册。",
    "expert.near": (
        "专家“{expert}”没有同意公开姓名。请换成已同意的 {others}，或取得书面同意后写进专家登记册。"
    ),
    "expert.photo": (
        "这是专家“{expert}”的照片，本人没有同意公开。请换一张图，或取得书面同意后写进专家登记册。"
    ),
    "expert.said": (
        "这里写的“{key}”，专家“{expert}”没有同意公开。请删去这一行，或取得书面同意后写进专家登记册。"
    ),
    "expert.term": "专家“{expert}”在 {at} 不在聘期内。请核对专家登记册里的聘期，或换一位专家。",
    "expert.term-near": (
        "专家“{expert}”在 {at} 不在聘期内。请核对专家登记册里的聘期，或换成 {others}。"
    ),
    "expert.field": (
        "记录的主题是{subjects}，专家“{expert}”的领域是{fields}。请核对，或换一位专家。"
    ),
    "expert.field-near": (
        "记录的主题是{subjects}，专家“{expert}”的领域是{fields}。请核对，或换成 {others}。"
    ),
    "figure-conflict": "同一事件的记录里，“{words}”这里是 {value}，{other} 是 {near}。请核对一致。",
    "former-url": "旧网址“{url}”不在本站（{site}）之内，无法转到这里。请改写，或删去这一行。",
    "former-url.form": "旧网址“{url}”带有问号、井号或“..”，静态网页转不了。请只写路径。",
    "former-url.name": (
        "旧网址“{url}”不能作文件名：有一段太长，或含有特殊符号，或网页名在中间。请核对。"
    ),
    "former-url.own": "旧网址“{url}”就是 {other} 现在的地址。请删去这一行。",
    "former-url.twice": "旧网址“{url}”在 {other} 已经写过。请只留一处。",
    "gate": "{gates}还没有签，签了才公开。请有权的审核人用 huiying sign 签。",
    "gate.drafter": "{gate}的审核人就是起草人。请换别人签。",
    "gate.no-drafter": "没有写“起草人”，看不出审核人是不是另一个人。请在“审核”里写上。",
    "gate.no-digest": "{gate}没有“摘要值”，看不出签的是哪一稿。请用 huiying sign 重签。",
    "gate.no-reason": "{gate}写了“不适用”，没有写“理由”。请写明为什么不适用。",
    "gate.no-signer": "{gate}没有写“审核人”。请用 huiying sign 重签。",
    "gate.no-time": "{gate}没有写“时间”。请用 huiying sign 重签。",
    "gate.not-allowed": "{gate}的审核人无权签这一关。请换有权的人签，或核对审核人登记册。",
    "gate.not-valid": "{gate}的审核人那天不在任期内。请由在任的人签，或核对审核人登记册。",
    "gate.refused": "{gate}的“结果”是修改，或没有写，不算通过。请改好后重签。",
    "gate.to-come": "{gate}的时间 {at} 还没有到。请核对时间。",
    "gate.too-late": "{gate}签于 {at}，晚于发布时间 {other_at}。请先推后“发布时间”，再重签。",
    "gate-reopened": "“{key}”或它用的文件在签过之后改了，{gates}不再算数。请核对，再重签。",
    "gate-reopened.elsewhere": "{gates}签的是另一条记录的内容。请用 huiying sign 重签。",
    "gate-reopened.gone": "签过之后删去了“{key}”，{gates}不再算数。请核对，再重签。",
    "gate-reopened.whole": "签过之后内容又改了，{gates}不再算数。请核对全文，再重签。",
    "generic-alt": "“替代文字”只写了“{value}”，听的人不知道图上有什么。请写出图的内容。",
    "handover": "“{key}”里有移交的情况，不能公开。请删去，等公安机关发布。",
    "handover.told": (
        "“{key}”里说到移交公安或网信部门，没有引用警情通报。请删去，或引用已公开的警情通报。"
    ),
    "holiday": "{year} 年的节假日还没有登记，工作日只按周一至周五推算。请补进节假日登记册。",
    "holiday.id": "“{id}”不是年份。请以四位数的年份作编号，并加引号，如 '2026'。",
    "holiday.year": "这个日期不在 {year} 年。请核对年份，或移到那一年的条目里。",
    "holiday.weekday": "“调休上班”只写周六、周日，这一天不是。请核对日期。",
    "imported-late": (
        "写了“历史资料来源”，发布时间 {at} 却不早于启用日期 {adopted}。"
        "请核对发布时间，或删去“历史资料来源”。"
    ),
    "imported-late.not-adopted": (
        "写了“历史资料来源”，site.yml 却没有“启用日期”。请先在 site.yml 写明启用日期。"
    ),
    "intake": "来件“{id}”两天了还没有着落。请写“回应记录”“并入”或“不回应”其中一项。",
    "intake.signer": "签“不回应”的审核人那天不在任期内。请核对审核人登记册，或由在任的人签。",
    "interpretation": "看不出解读的是什么。请写“政策文件”，或在“关联”里写“解读”。",
    "interpretation.expert": "解读人是“{author}”，却没有写“专家”。请写上专家的编号。",
    "interpretation.media": "解读人是“{author}”，却没有写“媒体名称”。请写上。",
    "interpretation.same-day": (
        "写了同步发布，解读是 {at}，文件是 {other_at}。请核对日期，或改为“否”。"
    ),
    "interpretation-due": (
        "文件 {at} 公布，到 {due} 应有解读，现在还没有公开的。请尽快发布一条解读。"
    ),
    "length": "“{key}”有 {width} 个字宽，超过 {limit}。请缩短。",
    "link-form": "链接“{target}”打不开。请以 https:// 开头；站内链接请写成 /rumours/编号/。",
    "link-form.html": "这里的 HTML 标签“{target}”会原样显示给读者。请删去，只留文字。",
    "link-form.image": "正文里不能放图片“{target}”。图片请放进“内容块”。",
    "map-approval": "“{words}”要写审图号。请写上“审图号”；不用送审的，写“无需审核”和理由。",
    "map-approval.form": "“{value}”不像审图号。请写成 桂S(2026)1号 这样，或“无需审核”和理由。",
    "medium": "不认识这个文件的内容，不能公开。请换成 {allowed} 格式的文件。",
    "medium.refused": "{format} 格式不能用在网站上。请另存为 {allowed} 格式。",
    "medium.phone": (
        "{format} 是手机自用的格式，网站不能用。请转成 {allowed}；苹果手机拍照格式请选"
        "“兼容性最佳”。"
    ),
    "medium.suffix": "文件名说是 {named}，内容却是 {found}。请改正后缀，或重新导出。",
    "medium.name": "文件名“{name}”含有空格或特殊符号。请改名，只用文字、数字、“-”“_”和“.”。",
    "medium.size": "文件有 {size}，超过 {limit}。请压缩后再放入。",
    "medium.pixels": "图片有 {width}×{height} 像素，太大，手机打不开。请缩小后再放入。",
    "medium.empty": "这个文件是空的。请放入完整的文件，或删去它。",
    "medium.broken": "这个文件不完整或已损坏。请重新导出。",
    "medium.sensor": (
        "视频里有一条手机的定位或运动记录，会公开拍摄地点。请用剪辑软件重新导出，只留画面和声音。"
    ),
    "medium.animated": "这是动图，不能暂停，会妨碍阅读。请另存为静态图片，或改用视频。",
    "medium.encoding": "这个文件不是 UTF-8 编码的文字。请“另存为”，编码选 UTF-8。",
    "medium.vtt": "字幕文件的第一行应是 WEBVTT。请从字幕软件导出 WebVTT 格式。",
    "medium.svg": "这个 SVG 的写法看不懂。请用绘图软件重新导出“普通 SVG”。",
    "medium.svg-xmlns": 'SVG 开头缺少 xmlns。请加上 xmlns="http://www.w3.org/2000/svg"。',
    "medium.svg-doctype": (
        "SVG 里有 DOCTYPE 或实体定义，可能带入别的内容。请删去这一行，或重新导出“普通 SVG”。"
    ),
    "medium.svg-instruction": "SVG 里有处理指令 {name}，可能带入别的内容。请删去它。",
    "medium.svg-element": "SVG 里不能有 <{name}>。请删去它，或重新导出“普通 SVG”。",
    "medium.svg-attribute": "SVG 里不能有属性“{name}”。请删去它，或重新导出“普通 SVG”。",
    "medium.svg-effort": (
        "这个 SVG 层层引用，画起来太费力，手机会卡住。请在绘图软件里简化，或导出成 PNG。"
    ),
    "medium.svg-link": "SVG 里的“{name}”引用了文件以外的东西。请把图形直接画在文件里。",
    "medium.pdf-locked": "这个 PDF 加了密，查不了里面有什么。请去掉密码和权限限制后再放入。",
    "medium.pdf-carries": "PDF 里夹带了别的文件或程序（{what}）。请用“打印到 PDF”重新导出。",
    "medium.pdf-packed": "这个 PDF 解压后大得不寻常，查不完里面有什么。请用“打印到 PDF”重新导出。",
    "medium.pdf-signed": (
        "这个 PDF 已经签章，又带有作者等文档属性，去掉属性会使签章失效。请先去掉文档属性，再签章。"
    ),
    "medium-licence": "没有写明“许可”，不知道能不能公开使用。请在它的说明文件里补上。",
    "medium-licence.sidecar": (
        "这个媒体文件没有说明文件。请建立“{file}”，写明“替代文字”“许可”和“来源”。"
    ),
    "number-style": "“{key}”里的“{value}”写法不规范。请改为“{near}”。",
    "number-style.day": "“{key}”里的“{value}”日历上没有这一天。请核对日期。",
    "organisation-valid": "“{name}”在 {at} 已不存在（{valid_to} 撤销）。请改写为{successor}。",
    "organisation-valid.early": "“{name}”在 {at} 还没有成立（{valid_from} 成立）。请核对。",
    "outcome": "已经办结，却没有写“结果”。请补写处理结果，或改回“处置中”。",
    "outcome.state": "还没有“结果”，也没有“办理状态”。请写明是“处置中”还是“已办结”。",
    "personal-data.identity": (
        "“{key}”里像是有身份证号（{value}），公开页不能出现。请删去，或移到“内部”。"
    ),
    "personal-data.mobile": (
        "“{key}”里像是有手机号（{value}），公开页不能出现。请删去，或移到“内部”。"
    ),
    "personal-data.card": (
        "“{key}”里像是有银行卡号（{value}），公开页不能出现。请删去，或移到“内部”。"
    ),
    "personal-data.plate": (
        "“{key}”里像是有车牌号（{value}），会认出是谁。请删去，或写成“一辆小车”。"
    ),
    "personal-data.email": "“{key}”里像是有个人邮箱（{value}）。请删去，或改用单位公布的联系方式。",
    "personal-data.door": "“{key}”里像是有具体到户的门牌号（{value}）。请只写到街道或小区。",
    "personal-data.old-identity": "“{key}”里像是有旧身份证号（{value}）。请核对，是的话请删去。",
    "personal-data.source": (
        "“{key}”里像是把个人（{value}）写成了消息的来源。请改成“网民”这样的说法。"
    ),
    "personal-data.minor": "“{key}”里像是有未成年人的姓名（{value}）。请删去姓名。",
    "personal-data.whistle-blower": (
        "“{key}”里像是有举报人、来信人的姓名（{value}）。请删去姓名。"
    ),
    "personal-data.name": "“{key}”里像是有来信人自报的姓名（{value}）。请删去姓名。",
    "personal-file": "这里像是有个人信息（{value}），公开后谁都能看到。请删去。",
    "personal-file.name": "文件名里像是有个人信息（{value}），会出现在网址里。请给文件改名。",
    "player": "“{value}”不是{name}的视频编号。请只写编号，如 {example}，不写网址。",
    "player.alone": "写了“播放平台”，没有“视频编号”，不知道是哪个视频。请补写编号。",
    "player.unnamed": "写了“视频编号”，没有“播放平台”，不知道在哪个平台。请补写平台。",
    "player.both": "这个视频既有“文件”，又有“播放平台”，不知道放哪一个。请删去一个，最好留文件。",
    "player.elsewhere": "只有视频才能写“播放平台”。请把“类型”改成视频，或删去它。",
    "player.silent": "只有录音和视频才有“分段”，写在这里不会显示。请删去，或改“类型”。",
    "player.order": "“位置”{value} 不在 {before} 之后，前后乱了。请核对，从前到后写。",
    "player.beyond": "“位置”{value} 超过了全长 {length}，那里什么都没有。请核对。",
    "player.no-recording": (
        "实录里写了“位置”，却没有“录像”，不知道是哪里的位置。请补上录像，或删去位置。"
    ),
    "police-notice.url": (
        "警情通报没有写公开的网址。请写上公安机关发布的网址；还没有公开的，请不要引用。"
    ),
    "police-notice.issuer": "看不出是哪个公安机关的警情通报。请写明“单位”或“来源”。",
    "police-notice.type": "标题写的是警情通报，“类型”却不是。请把“类型”改成警情通报。",
    "policy-risk": "这份文件涉及群众切身利益，却没有风险评估日期。请评估后补写“风险评估日期”。",
    "policy-risk.after": "风险评估在文件公布之后，应当在出台之前。请核对“风险评估日期”。",
    "policy-standing": "文件{standing}，没有写“替代文件”。请写明现在看哪一份；确实没有的不用写。",
    "policy-standing.lapsed": (
        "有效期到 {at} 为止，已经过了，效力却是现行有效。请改“效力”或“有效期至”。"
    ),
    "privacy-words": "“{key}”里有不能公开的词“{word}”。请删去或改写。",
    "promised-update": (
        "承诺 {due} 前再更新，这个时间已经过了。请补写“最新进展”，再改写或删去“下次更新”。"
    ),
    "quiet-case": (
        "还在处置，{at} 以后超过 {days} 天没有新消息。请补写“最新进展”，或写上“下次更新”。"
    ),
    "sentence-length": "“{key}”里“{words}……”那句话有 {width} 个字宽，超过 {limit}。请拆成几句。",
    "time-limit": (
        "“{milestone}”的 {hours} 小时到 {due} 为止（{profile}），已经过了。请尽快发布。"
    ),
    "time-limit.late": (
        "“{milestone}”限 {hours} 小时（{profile}），{due} 到期，{at} 才做。请核对时间。"
    ),
    "time-limit.severity": "不知道事件的等级，无法判定回应有没有迟。请在“事件”里写上“等级”。",
    "re-check": (
        "{due} 前要复核，这个时间已经过了。请看看内容还对不对，再把“复核期限”往后写，或者更正。"
    ),
    "qa-due": (
        "{start} 起算，应在 {days} 个工作日内（{due} 前）答复，还没有“答复时间”。请尽快答复。"
    ),
    "qa-due.late": (
        "{start} 起算，{due} 到期，晚了 {late} 个工作日才答复。请核对时间；属实的不用改。"
    ),
    "qa-due.months": "{start} 起算，已经超过三个月没有答复，检查时会扣分。请马上答复来信人。",
    "reference.organisation": "没有编号为“{target}”的机构。请核对编号，或先在机构登记册里补上。",
    "reference.expert": "没有编号为“{target}”的专家。请核对编号，或先在专家登记册里补上。",
    "reference.policy": "没有编号为“{target}”的政策文件。请核对编号，或先在政策文件登记册里补上。",
    "reference.signer": "没有编号为“{target}”的审核人。请核对编号，或先在审核人登记册里补上。",
    "reference.intake": "没有编号为“{target}”的来件。请核对编号，或先在来件登记册里补上。",
    "reference.named": "这里要写机构的编号，不是名称。请把“{target}”改为“{near}”。",
    "reference.media": "media 文件夹里没有“{target}”。请核对文件名和大小写，或放入这个文件。",
    "reference.backslash": "媒体文件的路径要用“/”，不用“\\”。请把“{target}”改为“{near}”。",
    "reference.topic": "没有编号为“{target}”的专题。请核对编号，或删去这一项。",
    "reference.record": (
        "没有“{target}”这条记录，也没有很像的。请先写好那条，再照它的网址写成“栏目/编号”；或删去这一项。"
    ),
    "reference.record-near": (
        "没有“{target}”这条记录。最像的有：{near}。请改成其中一条，或删去这一项。"
    ),
    "reference.circle": "这几条记录互相指来指去，绕成了一圈：{circle}。请删去其中一处。",
    "disclosure": "“{target}”不是主动公开的，公开的页面不能链到它。请删去这个链接。",
    "disclosure.relation": (
        "“{target}”不是主动公开的，这条关联不会显示。要显示，请把那条记录的“公开方式”改为主动公开。"
    ),
    "secure-address": "“{key}”的网址“{value}”不以 https:// 开头。请换成加密的网址。",
    "stale-column": (
        "“{column}”从 {at} 起没有新内容，到 {due} 满半年。请发布新内容，或者并入别的栏目。"
    ),
    "stale-column.site": "全站从 {at} 起没有新内容，到 {due} 满两周。请发布新内容。",
    "stale-column.empty": (
        "这个专题里还没有内容，是空栏目。请在有关记录的“所属专题”里写上它，或者把它改回草稿。"
    ),
    "survey-count": "各选项人数之和是 {sum}，超过作答人数 {total}。请核对各项“人数”。",
    "survey-count.one": "这一项的人数 {count} 超过作答人数 {total}。请核对。",
    "survey-count.answered": "作答人数 {answered} 超过有效答卷 {respondents}。请核对两个数。",
    "survey-count.options": "除了填空题，每道题都要有“选项”。请补写选项，或把“题型”改为“填空”。",
    "survey-count.some": "“{option}”没有写“人数”，同一题别的选项写了。请补写；没有人选的写 0。",
    "survey-count.small": (
        "少于 {smallest} 人的选项，页面不显示具体数字，以免认出是谁。请知悉，不用改。"
    ),
    "survey-result": "调查已经结束，还没有结果。请补写“有效答卷”和各选项的“人数”。",
    "survey-result.adoption": (
        "调查已经结束，还没有写“采纳情况”。请写明意见怎样采纳、没采纳的为什么。"
    ),
    "time-order": "“{key}”{at} 早于“{other}”{other_at}。请核对两个时间。",
    "time-order.inside": "“{key}”早于“{other}”。请核对两个时间。",
    "time-order.after": "“{key}”{at} 应当晚于“{other}”{other_at}。请核对两个时间。",
    "time-order.first": "变更记录的第一条应是“首发”。请补写首发，时间同“发布时间”。",
    "time-order.first-at": "“首发”写的是 {at}，“发布时间”却是 {other_at}。请改成一样。",
    "time-order.again": "“首发”只能是变更记录的第一条。请改为“更新”或别的类型。",
    "title-is-truth": "标题重复了网上流传的说法。请改成说明事实的一句话，例如“全市供水正常”。",
    "title-is-truth.question": "标题是一个问句，读的人不知道真假。请改成说明事实的一句话。",
    "unverified-update": "结论是“正在核实”，却没有承诺“下次更新”的时间。请补写。",
}
