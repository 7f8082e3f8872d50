"""Sentences on the form of a file, in Chinese."""

SENTENCES: dict[str, str] = {
    "too-large": "这个文件超过 {limit}，不会读取。请把附件放进 media 文件夹，或分成几个文件。",
    "encoding": "从这里起不是 UTF-8 编码的文字。请用编辑器“另存为”，编码选 UTF-8。",
    "encoding.gbk": "这个文件像是 GBK（ANSI）编码。请用编辑器“另存为”，编码选 UTF-8。",
    "encoding.utf-16": "这个文件是 UTF-16（Unicode）编码。请用编辑器“另存为”，编码选 UTF-8。",
    "control-character": "这里有一个看不见的字符（{character}）。请删去它，或重新输入这几个字。",
    "control-character.escape": (
        "这段引号里用反斜杠写出了看不见的字符（{character}）。请删去反斜杠和它后面的代码。"
    ),
    "tag": "这里以“!”开头，YAML 会当作类型标签，本站不用。请删去标签；要写叹号，请给整个值加引号。",
    "anchor": "这里用了 YAML 的锚点（&）或引用（*），本站不用。请把内容直接写出来。",
    "anchor.sign": '值不能以“&”或“*”开头。请给整个值加引号，例如 "**要点**"。',
    "anchor.merge": "“<<”是 YAML 的合并写法，本站不用。请把内容直接写出来。",
    "directive": "行首的“%”是 YAML 指令，本站不用。请删去这一行。",
    "several-documents": "一个文件只能写一条记录，从这里起是另一条。请把另一条移到新文件。",
    "empty-file": "这个文件没有内容。请补写，或删去这个文件。",
    "not-a-mapping": "这个文件应由“键: 值”组成。请从第一行起写成“标题: ……”这样。",
    "not-a-mapping.wide-colon": "这里用了中文冒号“：”。请改为英文冒号加一个空格“: ”。",
    "too-deep": "这里的层次超过 {limit} 层。请检查缩进和括号，减少层次。",
    "complex-key": "键只能是一个词，不能是列表或一组键。请改成“键: 值”。",
    "duplicate-key": "“{key}”写了两次，第 {first_line} 行已有。请删去其中一行。",
    "syntax": "这里的写法看不懂。请检查这一行和上一行的标点与缩进；含特殊符号的值请加引号。",
    "syntax.quote": "从这里开始的引号没有关上。请在这个值的末尾补上引号。",
    "syntax.after-quote": (
        "引号关上之后还有文字。请把整个值放进一对引号，里面的引号改用中文引号“ ”。"
    ),
    "syntax.escape": "双引号里的反斜杠“\\”用得不对。请把外面的双引号改为单引号。",
    "syntax.tab": "这里用了制表符（Tab）。请改为空格。",
    "syntax.wide-colon": "这里用了中文冒号“：”。请改为英文冒号加一个空格“: ”。",
    "syntax.no-colon": "这一行缺少“: ”。请在键后面补上英文冒号和一个空格，再写值。",
    "syntax.colon": "值里面又有“: ”，无法分清键和值。请给整个值加引号，或改用中文冒号。",
    "syntax.run-on": (
        "这一行和上一行连成了一段。请检查上一行的冒号后有没有空格，这一行的缩进是否与同级一致。"
    ),
    "syntax.indent": "这里的缩进或层次与上文对不齐。请让同级的行左边对齐，列表项以“- ”另起一行。",
    "syntax.bracket": "从这里开始的括号没有关上，或里面缺少逗号。请补上，或写成每项一行的列表。",
    "syntax.start": "值不能以“{character}”开头。请给整个值加引号。",
}
