"""What MkDocs and our plugin say to editors, in Chinese, by the form of its English sentence.

MkDocs brings no translation. What is missing here stays in English.
"""

import re

FORMS = {
    r"Doc file '(.+?)' contains (?:a|an unrecognized relative|an absolute) link '(.+?)',.*": (
        r"页面 \1 里的链接“\2”没有对应的文件。请改正链接，或补上那个文件。"
    ),
    r"A reference to '(.+?)' is included in the 'nav' configuration, which is not found.*": (
        r"mkdocs.yml 的 nav 里写了 \1，没有这个文件。请改正，或补上那个文件。"
    ),
    r"Excluding '(.+?)' from the site because it conflicts with '(.+?)'\.?": (
        r"\1 和 \2 会是同一页，\1 没有用。请删去一个。"
    ),
    r"Config value '(.+?)': Required configuration not provided": r"没有写“\1”",
    r"Config value '.+?': The \"(.+?)\" plugin is not installed": r"没有安装插件“\1”",
    r"Config value '.+?': Unrecognised theme name: '(.+?)'.*": r"没有“\1”这个主题，请写 material",
    r"Config value '(.+?)': Unrecognised configuration name: .+": r"不认识“\1”这个设置",
    r"Config value '(.+?)': (?:Expected type|Must be|Expected a|Invalid).*": r"“\1”的写法不对",
    r"Config value '(.+?)': The URL isn't valid.*": r"“\1”不是完整的网址",
    r"The configuration is invalid.*": "要写成“键: 值”，一行一项",
    r"(.+): the name is not UTF-8; the file is left out": (
        r"\1 的名字不是 UTF-8 编码，没有用。请改名。"
    ),
    r"Huiying draws the home page; (.+) is left out": r"首页由系统生成，\1 没有用。请删去它。",
    r"Huiying: the folder (.+?) of the pages is taken; no form": (
        r"页面里有文件夹 \1，网页表单没有地方放。请给它改名。"
    ),
}


def in_chinese(text: str) -> str:
    """The sentence in Chinese; as it is where nobody has put it into Chinese yet."""
    line = " ".join(text.split()).rstrip(".")
    for form, words in FORMS.items():
        match = re.fullmatch(form, line)
        if match:
            return match.expand(words)
    return text
