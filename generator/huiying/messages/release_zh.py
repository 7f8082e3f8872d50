"""Sentences on why a release cannot be made, in Chinese; operators read them."""

SENTENCES = {
    "release.busy": "另一个构建正在写“{target}”。请等它结束后再试。",
    "release.mount-point": (
        "“{target}”是挂载点，或固定在容器镜像里，整站无法一次切换。请改用其中的一个子文件夹。"
    ),
    "release.symlink": "“{target}”是符号链接，不能作为发布目录。请写它所指的真实文件夹。",
    "release.not-a-folder": "“{target}”是一个文件，不是文件夹。请换一个发布目录。",
    "release.site-onto-preview": (
        "“{target}”里是预览，不能在原处换成正式站。请换一个发布目录，或先删除这个预览。"
    ),
    "release.preview-onto-site": (
        "“{target}”里已有内容，但不是预览。预览含未公开的记录，请换一个目录存放预览。"
    ),
}
