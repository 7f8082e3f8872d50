"""What stands in a new record's file, and what `new` says and asks, in Chinese."""

SENTENCES = {
    "draft-head": (
        "“## ”后面是说明。“# ”后面是可以写的键：要用就删去这两个符号，再把例子改成自己的内容。\n"
        "写好后运行 huiying check。键和词的意思用 huiying explain 查，如 huiying explain 结论。"
    ),
    "draft-rest": "-------- 以下都可以不写 --------",
    "draft-need.always": "必写。",
    "draft-need.approved": "审定后必写。",
    "draft-terms": "可以填：{terms}。",
    "draft-terms.of": "“{key}”可以填：{terms}。",
    "draft-others": "还可以写：{keys}。",
    "new-kind": "没有“{word}”这一类。可以写：{known}。",
    "new-kind.near": "没有“{word}”这一类。您是否想写“{near}”？可以写：{known}。",
    "new-key": "“{kind}”没有“{key}”这个键，或者它不能这样写。可以写：{known}。",
    "new-set": "“{text}”里没有等号。请写成 键=值，如 结论=不实。",
    "new-body": "没有编号或名称是“{value}”的机构。请先在机构登记册里补上，或写：{known}。",
    "new-body.near": "没有编号或名称是“{value}”的机构。您是否想写“{near}”？也可以写：{known}。",
    "new-same": "登记册里已经有“{value}”，编号是 {id}，在 {place}。要改它，请直接改那一条。",
    "new-missing": "缺少“{key}”。请用 --set {key}=… 写明，或在终端里运行，会逐项询问。",
    "new-fast": "“{kind}”没有急件的写法。请去掉 --fast。",
    "new-taken": "编号“{id}”已经有了，在 {other}。请换一个，如 {near}。",
    "new-exists": "{file} 已经有了，没有改动。请先移走或改名。",
    "new-like": "很像的说法已经回应过，请先看看：",
    "new-like.one": "  {title}（{at}）{file}",
    "new-like.ask": "还要另写一条吗？要写就填 y，不写就按回车",
    "new-like.none": "没有新写。可以在原来那条的“最新进展”里补充，或在“网传说法”里加上这种说法。",
    "new-ask.number": "请填序号或名称；以后再填就按回车",
    "new-ask.id": "编号（也是网址的一部分，发布后不再改）：{id}\n用这个就按回车，要改就另写一个",
    "new-ask.needed": "这一项不能空着。",
    "new-ask.unknown": "没有“{value}”这一项，请重填。",
    "new-ask.unknown-near": "没有“{value}”这一项。您是否想写“{near}”？请重填。",
    "new-stopped": "已取消，什么也没有写。",
    "new-done": "写好了：{file}",
    "new-next": "接着打开它补写；huiying check 检查，huiying serve 预览：{address}",
    "new-next.entry": "接着打开它，在末尾补写这一条；huiying check 检查。",
    "new-next.fast": (
        "急件先发：写上“事实”，“状态”改成“已审定”就能发布。证据和图片、录音、视频的"
        "文字最迟 {due} 补上。"
    ),
    "new-next.fast-gates": (
        "急件先发：写上“事实”和“发布时间”，“状态”改成“已审定”，五关都签过（huiying sign），到时间"
        "就公开。证据和图片、录音、视频的文字，发布后 {hours} 小时内补上。"
    ),
    "new-next.sheet": "填好后运行 huiying import {file}",
}
