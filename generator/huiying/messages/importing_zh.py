"""Sentences on bringing tables in, in Chinese."""

SENTENCES: dict[str, str] = {
    "import-done": "读了 {rows} 行，写了 {count} 条记录：",
    "import-done.none": "读了 {rows} 行，没有写新的记录。",
    "import-more": "……还有 {count} 个文件",
    "import-same": "{same} 条已经有了，没有变化。",
    "import-left": "{left} 行没有导入。",
    "import-no-rows": "这张表里还没有填内容。请在表头下面一行写一条，存盘后再导入。",
    "import-lost": "这个文件里的汉字已经变成了问号，找不回来。请打开原来的表格，另存为 .xlsx 或“"
    "CSV UTF-8”，再导入。",
    "import-format": "这种文件不能导入。请用表格（.xlsx、.xls、.ods、.csv），或 .jsonl、Markdown（"
    ".md 文件，或它们的文件夹）。",
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
    "import-unused.sheet": "工作表“{sheet}”的“{column}”这一列有 {count} 格没有导入。"
    "如要导入，请照模板改列名。",
    "import-cell": "{place}放不进记录。请核对。",
    "import-cell.fault": "{place}放不进记录：{fault}",
    "import-cell.constant": "映射里写的值放不进记录：{fault}",
    "import-cell.record": "{place}不能成为一条记录：{fault}",
    "import-cell.lacking": "{place}空着：{fault}",
    "import-cell.name": "{place}的“{value}”不是{what}的编号，也不是登记过的名称。请核对，或者先登"
    "记。",
    "import-cell.name-near": "{place}的“{value}”不是{what}的编号，也不是登记过的名称。您是否想写“"
    "{near}”（{id}）？",
    "import-cell.name-several": "{place}的“{value}”说不准是哪一个，叫这个名称的{what}有：{ids}。"
    "请写编号。",
    "import-cell.term": "{place}的“{value}”在对照里没有，现有：{allowed}。请补进映射。",
    "import-cell.moment": "{place}的“{value}”不合任何一种时间格式：{allowed}。请核对。",
    "import-cell.missing": "{place}空着，不知道属于哪一条。请补写。",
    "import-cell.number": "{place}的“{value}”不是数字，排不出先后。请改正。",
    "import-cell.id": "{place}的“{value}”里没有字母和数字，成不了编号。请换一列，或补写。",
    "import-cell.id-form": "{place}的“{value}”不能作编号。请只用小写字母、数字和短横线，如 "
    "20260312-tingshui。",
    "import-cell.id-form-near": "{place}的“{value}”不能作编号。您是否想写“{near}”？",
    "import-cell.id-empty": "{place}没有编号。请填上，如 shuiwuju。",
    "import-cell.id-no-title": "{place}没有编号，也不能取一个：要有标题和发布时间。请填上编号，如 "
    "20260312-tingshui。",
    "import-cell.day": "{place}要和发布时间合成编号，可是没有发布时间。请补上发布时间，"
    "或写完整编号。",
    "import-cell.taken": "{place}要填的位置已经有了值。请让两列填到不同的位置。",
    "import-cell.left-out": "{place}里有写不出的 HTML（{names}），只留下了文字。请核对。",
    "import-cell.blank": "{place}除了编号没有内容。请补写，或删去这一行。",
    "import-cell.error": "{place}是错误值（如 #REF!），没有内容。请改正公式，或直接写上内容。",
    "import-cell.formula": "{place}的公式没有算出结果。请在 WPS 或 Excel 里打开、保存一次，或直接"
    "写上内容。",
    "import-cell.picture": "{place}是嵌在格子里的图片，不能导入。请把图片存成文件，在这里写文字。",
    "import-cell.digits": "{place}的数太长，表格软件已经改动了后面几位。请把这一格设为文本，重新填"
    "写。",
    "import-cell.share": "{place}的“{value}”说不准是 {value}% 还是 {percent}。请把这一格设为文本，"
    "写明百分数。",
    "import-cell.number-date": "{place}是数字“{value}”，说不准是哪一天。请把这一格设为日期，或写成"
    " 2026-03-12 09:40 这样的文本。",
    "import-cell.items": "{place}的“{value}”说不准是一项还是几项。请每项写一行（Alt+回车换行）。",
    "import-place": "“{column}”这一列",
    "import-place.row": "这一行",
    "import-place.sheet": "工作表“{sheet}”第 {row} 行 {letter} 列“{column}”",
    "import-place.sheet-row": "工作表“{sheet}”第 {row} 行",
    "import-workbook": "这个文件不能导入。请在 WPS 或 Excel 里另存为 .xlsx 再导入。",
    "import-workbook.macro": "这个文件里有宏，不能导入。请在 WPS 或 Excel 里另存为“Excel 工作簿（"
    ".xlsx）”。",
    "import-workbook.binary": "这是二进制工作簿（.xlsb），不能导入。请另存为“Excel 工作簿（.xlsx）"
    "”。",
    "import-workbook.wps": "这是 WPS 自己的格式，不能导入。请在 WPS 里另存为“Excel 文件（.xlsx）”"
    "。",
    "import-workbook.password": "这个文件有密码，打不开。请去掉密码，另存一份再导入。",
    "import-workbook.broken": "这个文件是坏的，或者不是它的后缀所说的格式。请在 WPS 或 Excel 里打"
    "开，另存为 .xlsx 再导入。",
    "import-workbook.old": "这是很老的 Excel 格式（1995 年以前）。请另存为 .xlsx 再导入。",
    "import-workbook.suffix": "文件的后缀和内容不一致，它应该是 {right}。请把后缀改对，或另存为 "
    ".xlsx。",
    "import-workbook.word": "这是 Word 文档，不是表格。请用 huiying new 做的表格来填，再导入。",
    "import-workbook.no-table": "这个文件的后缀是表格，内容却不是（可能是网页或文本）。请在 WPS 或"
    " Excel 里打开，另存为 .xlsx 再导入。",
    "import-workbook.merged": "这个文件里合并的格子太多，不像是一张表。请取消合并，再导入。",
    "import-workbook.large": "这个文件展开后太大（超过 {size} MB），不像是一张表。请删去图片和多余"
    "的工作表，另存一份再导入。",
    "import-workbook.wide": "工作表太大，最多 {rows} 行、{columns} 列。请删去表格右边和下面多余的"
    "格子，或分成几个文件。",
    "import-gbk": "这个 CSV 文件是 GBK 编码（WPS 和 Excel 常这样存），已经按它读了。请看一眼文字对"
    "不对。",
    "import-merged": "工作表“{sheet}”的 {range} 是合并的格子，说不准属于哪一行哪一列，没有导入。请"
    "取消合并，每格都写上。",
    "import-note": "工作表“{sheet}”第 {row} 行只有一格有字，当作表格下面的说明，没有导入。如果是一"
    "条记录，请把它移到表格里，和上面的行连在一起。",
    "import-sheet": "没有叫“{sheet}”的工作表，现有：{sheets}。请核对映射里的“表”。",
    "import-sheet-unused": "工作表“{sheet}”没有导入。如果里面有要导入的内容，请把它移到模板里的工"
    "作表。",
    "import-sheet-unused.hidden": "隐藏的工作表“{sheet}”没有导入。如果里面有要导入的内容，请取消隐"
    "藏。",
    "import-unknown": "看不出这张表是写什么的。请用 huiying new 做的表格来填，或用 --mapping 给出"
    "映射。",
    "import-heading": "工作表“{sheet}”里没有能用的列名“{column}”。请照模板改正。",
    "import-heading.near": "工作表“{sheet}”的列名“{column}”认不出来。您是否想写“{near}”？",
    "import-tie": "工作表“{sheet}”第 {row} 行没有写“{column}”，不知道属于哪一条。请补上编号。",
    "import-tie.unknown": "工作表“{sheet}”第 {row} 行的编号“{value}”在第一张表里没有。请核对编号。",
    "import-tie.near": "工作表“{sheet}”第 {row} 行的编号“{value}”在第一张表里没有。"
    "您是否想写“{near}”？",
    "import-tie.number": "工作表“{sheet}”第 {row} 行的“{column}”要写数字，如 1。请改正。",
    "import-tie.none": "工作表“{sheet}”第 {row} 行的“{column}”是 {value}，可是那一条没有第 {value}"
    " 项。请核对。",
    "import-tie.twice": "工作表“{sheet}”里“{value}”已经有一行了。请合成一行。",
    "import-register-broken": "登记册 {path} 现在有问题，没有写进去。请先改好它，再来一次。",
    "import-register-broken.form": (
        "登记册 {path} 现在的写法（如花括号）后面接不上新的一条，没有写进去。"
        "请先运行 huiying fmt，再来一次。"
    ),
    "import-register-same": "登记册 {path} 里已经有“{id}”，没有改动，不一样的是：{fields}。请直接"
    "改登记册里的那一条；或者删去那一条，再导入一次。",
    "import-twice": "编号“{id}”在表里出现了两次。请改掉其中一个。",
    "import-exists": "{path} 已经有了，没有改动，不一样的是：{fields}。请直接改那个文件；或者"
    "删去它，再导入一次。如果其实是另外一条，请给它写一个编号。",
    "import-exists.broken": "{path} 已经有了，没有改动；那个文件有错误，比不出哪里不一样。请先用 "
    "huiying check 查看并改好它，再导入一次。",
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
    "sheet-key": "这一条的编号，由日期和拼音组成，如 20260312-tingshui。可以空着，导入时按发布时间"
    "和标题取一个；在别的工作表还要写它的，请先定好编号。专题的编号没有日期，如 gongshui。",
    "sheet-key-needed": "编号，用小写字母、数字和短横线，如 shuiwuju。同一编号只写一行，定了就不再"
    "改。",
    "sheet-key-below": "这一行属于哪一条：写工作表“{sheet}”里的编号，可以从列表里选。",
    "sheet-tie": "属于上一级的第几项，写数字：同一条的第一项是 1。只有一项时可以空着。",
    "sheet-pick": "可以从下拉里选。",
    "sheet-one-a-line": "有几项的，每项一行（Alt+回车换行）。",
    "sheet-how": "这张表怎么用\n1. 工作表“{sheet}”一行写一条。列名带 * 的要填，其他的没有就空着。"
    "\n2. 点一下格子，旁边会出现怎么填；能选的有下拉列表。下面有每一列的说明和例子。\n3. 有好几项"
    "的（如内容块、依据），写在各自的工作表，一行一项，用“{tie}”说明属于哪一条；先后顺序就是行的顺"
    "序。\n4. 列名后面有数字的是第几项。不够就在右边加一列，列名照样写，数字加一，如“关键词 4”。\n"
    "5. 日期写 2026-03-12，时间写 2026-03-12 09:40。不要合并格子，不要用公式。\n6. 列可以调换位置"
    "，也可以删去不用的；列名和工作表的名称不要改。\n7. 写完保存为 .xlsx，交给网站管理员，或在命令"
    "行运行：huiying import 文件名.xlsx。有问题的行会指出在哪里，其他行照常导入；已有的记录不会被"
    "改动。",
}
