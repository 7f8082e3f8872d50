"""Sentences of what is due, in Chinese."""

SENTENCES = {
    "due.first_facts": "首次发布事实",
    "due.briefing": "召开发布会",
    "due.response": "作出回应",
    "due.reply": "答复来信",
    "due.interpretation": "解读文件",
    "due.update": "兑现下次更新",
    "due.record": "补发布会实录",
    "due.debt": "补齐文字或证据",
    "due.review": "复核内容",
    "due-left.over": "逾期 {span}",
    "due-left.left": "还剩 {span}",
    "due-left.unknown": "无法判定",
    "due-span.days": "{count} 天",
    "due-span.hours": "{count} 小时",
    "due-span.minutes": "{count} 分钟",
    "due-unsure": "（这一年的节假日没有登记，按周一至周五算）",
    "due-total": "共 {total} 项：逾期 {over} 项，未到期 {left} 项，无法判定 {unknown} 项。",
    "due-none": "没有要在时限内做的事。",
    "due-calendar": "回应时限",
}
