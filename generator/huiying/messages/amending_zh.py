"""Sentences of `correct`, `withdraw` and `restore`, in Chinese."""

SENTENCES = {
    "amend-corrected": "已更正“{keys}”，并写下变更记录：{file}",
    "amend-noted": "“{keys}”已经是新的说法，只写下变更记录：{file}",
    "amend-done": "已写下变更记录：{file}",
    "amend-privacy": (
        "标题还会公开，里面有个人信息的请一并改掉。版本库的历史、旧的发布和别处的转载里还有原来的"
        "内容，请另行清理。"
    ),
    "amend-sign": "公开的内容和审核时的不一样。发布前请用 huiying sign、huiying confirm 重新签字。",
    "amend-nothing": "没有改动文件。请按上面的提示改好，再运行一次。",
    "amend-address": "没有“{address}”这条记录。请写网址里的一段，如 rumours/20260312-tingshui。",
    "amend-address.near": "没有“{address}”这条记录。您是否想写 {near}？",
    "amend-unreadable": "“{file}”读不出来，没有改动。请先运行 huiying check，按提示改好。",
    "amend-same": "原来的说法和新的说法一样，没有改动。请写明改之前和改之后的说法。",
    "amend-not-found": (
        "公开的内容里找不到“{words}”，没有改动。请照文件里的写法，只写一行里的一段。"
    ),
    "amend-many": (
        "公开的内容里有 {count} 处“{words}”，没有改动。请把前后几个字也写上，让它只有一处。"
    ),
    "amend-not-public": "“{address}”还没有公开，没有改动。请直接改文字，不用写变更记录。",
    "amend-withdrawn": "“{address}”已经撤回，没有改动。请先用 huiying restore 恢复。",
    "amend-open": "“{address}”没有撤回，也没有归档，不用恢复。请核对地址。",
    "amend-ref": "“参见”里的 {address} 没有这条记录，没有改动。请核对地址，或写文号。",
    "amend-alternative": (
        "“{address}”不能作为替代：它不存在、还没有公开、已经撤回，或者就是本条。请改写别的记录。"
    ),
    "amend-future": "{at} 还没有到，没有改动。请写实际改动的时间，或者不写 --at。",
    "amend-order": "{at} 早于上一条变更记录的 {last}，没有改动。请核对时间。",
}
