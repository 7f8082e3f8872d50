"""Sentences on what is written for the editor's program, in Chinese."""

SENTENCES = {
    "editor-settings": "这个文件不是不带注释的 JSON，没有改动它。请自己加上：{wanted}",
    "editor-settings.clash": "“{key}”已经写成 {found}，要写的是 {wanted}。请改成一样的。",
    "editor-settings.foreign": "这个文件不是 huiying schema 写的，没有改动它。请先移走。",
}
