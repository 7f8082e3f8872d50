"""What click says of itself (wrong use, headings of `--help`), in Chinese, by its English words.

Click 8.1 and later versions word some of it differently: both stand here. What is missing stays in
English.
"""

WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本。",
    "Try '{command} {option}' for help.": "怎样用：{command} {option}",
    "Error: {message}": "错误：{message}",
    "Error: invalid input": "错误：请回答 y 或 n。",
    "Aborted!": "已取消。",
    "default: {default}": "不写就是 {default}",
    "required": "必写",
    "env var: {var}": "环境变量 {var}",
    "Missing command.": "缺少命令。",
    "Missing argument": "缺少",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少",
    "Choose from:\n\t{choices}": "可以写：\n\t{choices}",
    "No such option {name!r}.": "没有 {name} 这个选项。",
    "No such option: {name}": "没有 {name} 这个选项。",
    "Did you mean {possibility}?": "您是否想写 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "您是否想写其中一个：{possibilities}？",
    "(Possible options: {possibilities})": "您是否想写其中一个：{possibilities}？",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}：{message}",
    "{name} {filename!r} does not exist.": (
        "没有“{filename}”这个文件或文件夹。请核对名称和所在的文件夹。"
    ),
    "{name} {filename!r} is a file.": "“{filename}”是文件，这里要写文件夹。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹，这里要写文件。",
    "{name} {filename!r} is not readable.": "没有权限读“{filename}”。",
    "{name} {filename!r} is not writable.": "没有权限写“{filename}”。",
    "{value!r} is not {choice}.": "没有“{value}”这一项，只能写 {choice}。",
    "{value!r} is not one of {choices}.": "没有“{value}”这一项，可以写：{choices}。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 里。",
    "Got unexpected extra argument ({args})": "多写了“{args}”。有空格的名称请加引号。",
    "Got unexpected extra arguments ({args})": "多写了“{args}”。有空格的名称请加引号。",
    "Option {name!r} requires an argument.": "{name} 后面要写内容。",
    "Option {name!r} requires {nargs} arguments.": "{name} 后面要写 {nargs} 项内容。",
    "Option {name!r} does not take a value.": "{name} 后面不写内容。",
}
LABELS = {
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "TEXT": "文字",
    "INTEGER": "整数",
    "INTEGER RANGE": "整数",
    "FILE": "文件",
    "FILENAME": "文件",
    "DIRECTORY": "文件夹",
    "FOLDER": "文件夹",
    "PATH": "路径",
    "PLACE": "位置",
    "COMMAND": "命令",
}
"""Labels in a usage line and of options. Names of arguments stay: the help speaks of them."""
