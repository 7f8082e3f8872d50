"""Sentences of `fmt`, in Chinese."""

SENTENCES = {
    "fmt-written": "已整理：{file}",
    "fmt-wanted": "需要整理：{file}",
    "fmt-done": "整理了 {changed} 个文件；{same} 个不用整理，{left} 个有问题，没有动。",
    "fmt-checked": "{changed} 个文件需要整理；{same} 个不用整理，{left} 个有问题。没有改动文件。",
    "unwritable": "这个文件写不进去，没有改动。请关掉正在使用它的程序，再运行一次。",
    "unwritable.changed": "这个文件刚被别的程序或别人改过，没有改动。请再运行一次。",
    "unrevisable": (
        "这个文件的写法让改动无法只落在一处，没有改动。请先运行 huiying fmt 整理它，再试一次。"
    ),
    "unrevisable.comments": (
        "要改的地方中间有注释，改了注释就会丢，没有改动。请把注释移到别处，再试一次。"
    ),
}
