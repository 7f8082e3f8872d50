"""Sentences on bringing tables in, in Chinese."""

SENTENCES: dict[str, str] = {
    "import-done": "读了 {rows} 行，写了 {count} 条记录，在 {folder} 里。",
    "import-format": "只能导入 CSV、JSONL、Markdown（.md 文件，或它们的文件夹）。请换一种。",
    "import-empty": "这个文件没有表头。请在第一行写上各列的名称。",
    "import-csv": "从这一行起不是正确的 CSV（{reason}）。请检查引号是否成对，或重新导出。",
    "import-header": "有两列都叫“{column}”。请改掉其中一个列名。",
    "import-width": "这一行有 {cells} 格，表头有 {columns} 列。请补齐或删去多余的格子。",
    "import-json": "这一行不是一个完整的 JSON 对象。请每行写一个，键不要重复。",
    "import-front-matter": "没有找到头信息。请在开头写上两行“---”，键和值写在中间。",
    "import-hidden": "去掉了看不见的字符（{character}）。映射里已经允许，不用处理。",
    "import-rule": "“{key}”要写“列”或“值”，只写其中一个。请改正。",
    "import-field": "“{key}”不是一个能填的字段。请写到最下面一级。",
    "import-field.list": "“{part}”是列表。请写上第几项，如“.1.”，或用“.*.”代表每一项。",
    "import-field.group": "“{part}”下面还有几个键。请写到最下面一级，如“责任单位.第一责任单位”。",
    "import-field.scalar": "“{key}”写得太深，“{part}”上面已经是一个值。请删去多出的部分。",
    "import-field.each": "列名里有“*”，“{key}”里却没有。请在要重复的那一级写“*”。",
    "import-character": "“{value}”不是字符的代号。请写成 U+200B 这样。",
    "import-time": "时刻“{value}”看不懂。请写成 09:00 这样。",
    "import-column": "映射里的“{column}”在表里没有这一列。请核对列名。",
    "import-column.near": "表里没有“{column}”这一列。您是否想写“{near}”？",
    "import-unused": "“{column}”这一列有 {count} 格没有导入。如不需要，请写进映射的“不用的列”。",
    "import-cell": "“{column}”这一列放不进记录。请核对。",
    "import-cell.fault": "“{column}”这一列放不进记录：{fault}",
    "import-cell.constant": "映射里写的值放不进记录：{fault}",
    "import-cell.record": "这一行不能成为一条记录：{fault}",
    "import-cell.term": "“{column}”的“{value}”在对照里没有，现有：{allowed}。请补进映射。",
    "import-cell.moment": "“{column}”的“{value}”不合任何一种时间格式：{allowed}。请核对。",
    "import-cell.missing": "“{column}”空着，不知道属于哪一条。请补写。",
    "import-cell.number": "“{column}”的“{value}”不是数字，排不出先后。请改正。",
    "import-cell.id": "“{column}”的“{value}”里没有字母和数字，成不了编号。请换一列，或补写。",
    "import-cell.day": "没有发布时间，成不了编号。请补上发布时间，或在“{column}”写完整编号。",
    "import-cell.taken": "“{column}”要填的位置已经有了值。请在映射里让两列填到不同的位置。",
    "import-cell.left-out": "“{column}”里有写不出的 HTML（{names}），只留下了文字。请核对。",
    "import-twice": "编号“{id}”在表里出现了两次。请改掉其中一个。",
    "import-exists": "{path} 已经有了，没有改动。请先核对原来的文件。",
    "import-organisation": "机构登记册里没有“{id}”（{name}）。请补写这个机构。",
    "import-history.first_published": "首次发布。",
    "import-history.updated": "更新了：{fields}。",
    "import-history.clarified": "再次发布，内容没有变化。",
    "import-history.corrected": "结论由“{before}”改为“{after}”。",
    "sheet-author": "回应",
    "sheet-choices": "选项",
    "sheet-help": "说明",
    "sheet-yes-no": "是/否",
    "sheet-needed": "必填",
    "sheet-columns": "工作表/列/必填/怎么填/例子",
    "sheet-term-columns": "选项/可以填的词//意思",
    "sheet-key": "这一条的编号，由日期和拼音组成，如 20260312-tingshui。可以空着，导入时"
    "按发布时间和标题取一个；在别的工作表还要写它的，请先定好编号。"
    "专题的编号没有日期，如 gongshui。",
    "sheet-key-needed": "编号，用小写字母、数字和短横线，如 shuiwuju。同一编号只写一行，"
    "定了就不再改。",
    "sheet-key-below": "这一行属于哪一条：写工作表“{sheet}”里的编号，可以从列表里选。",
    "sheet-tie": "属于上一级的第几项，写数字：同一条的第一项是 1。只有一项时可以空着。",
    "sheet-one-a-line": "有几项的，每项一行（Alt+回车换行）。",
    "sheet-how": "这张表怎么用\n"
    "1. 工作表“{sheet}”一行写一条。列名带 * 的要填，其他的没有就空着。\n"
    "2. 点一下格子，旁边会出现怎么填；能选的有下拉列表。下面有每一列的说明和例子。\n"
    "3. 有好几项的（如内容块、依据），写在各自的工作表，一行一项，用“{tie}”说明属于哪一条；"
    "先后顺序就是行的顺序。\n"
    "4. 列名后面有数字的是第几项。不够就在右边加一列，列名照样写，数字加一，如“关键词 4”。\n"
    "5. 日期写 2026-03-12，时间写 2026-03-12 09:40。不要合并格子，不要用公式。\n"
    "6. 列可以调换位置，也可以删去不用的；列名和工作表的名称不要改。\n"
    "7. 写完保存为 .xlsx，交给网站管理员，或在命令行运行：huiying import 文件名.xlsx。"
    "有问题的行会指出在哪里，其他行照常导入；已有的记录不会被改动。",
}
