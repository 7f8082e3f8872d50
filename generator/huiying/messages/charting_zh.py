"""Sentences of the command `chart`, in Chinese."""

SENTENCES = {
    "chart-done": "画好了：{file}。请打开旁边的 .yml 文件，补写替代文字和文字版。",
    "chart-extra": '没有装画图用的程序。请运行 pip install "huiying[charts]"，再试一次。',
    "chart-folder": "“{folder}”不能用作文件夹名。请只用小写字母、数字和连字符。",
    "chart-json": "这不是能读的 JSON，第 {line} 行第 {column} 列有错。请核对引号、逗号和括号。",
    "chart-object": "最外面要有一对花括号 { }，里面写 mark、data 等。请照 Vega-Lite 的写法补上。",
    "chart-view": '没有写画什么图。请写 mark，如 "mark": "bar"，或 layer 等。',
    "chart-name": "“{file}”这个名字不能用。请用小写字母、数字和连字符，以 .vl.json 结尾。",
    "chart-spec": "Vega-Lite 画不出这张图，请核对 mark、encoding 和字段的类型。它的原话：{value}",
    "chart-svg": "画出来的图里有网站不收的东西，如外部图片。请换一种画法。",
    "chart-there": "已经有 {file} 了，没有改动。要重画，请先删去它；旁边写好的文字会留着。",
    "chart-url": "数据或图片要从网址读取，画图时不连网。请把数据写进文件的 values 里。",
}
