"""Sentences of what comes by itself, in Chinese."""

SENTENCES = {
    "next.published": "公开",
    "next.held": "时间到了也不公开：审核没有全部通过",
    "next.updated": "显示更新记录",
    "next.corrected": "显示更正",
    "next.clarified": "显示说明",
    "next.withdrawn": "撤回",
    "next.restored": "恢复",
    "next.archived": "归档",
    "next.first_published": "显示首发记录",
    "next.update": "显示进展",
    "next.expired": "过期，不再列出",
    "next.banner": "首页横幅结束",
    "next.correction": "更正提示结束",
    "next.starts": "发布会开始",
    "next.ends": "发布会结束",
    "next.opens": "征集开始",
    "next.closes": "征集结束",
    "next.policy": "文件公开",
    "next-total": "共 {total} 项。下一次构建不要晚于 {at}。",
    "next-none": "没有到时间会自己变的内容。",
}
