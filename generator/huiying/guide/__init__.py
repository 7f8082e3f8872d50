"""The editor's guide: chapters written by hand, and chapters made of the declarations.

In: nothing but the package. Out: Markdown by file name, for a site's `pages/guide/`. What a key, a
term or a rule means is said in the words of `explanation`, so that guide and command agree.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from huiying.against import COMPARISONS
from huiying.audits import AUDITS
from huiying.explanation import NEEDS, meaning, page_of, rules
from huiying.guide import practice
from huiying.links import LINK_CHECKS
from huiying.records import KINDS, REGISTERS
from huiying.records.common import Common
from huiying.records.example import example_of
from huiying.records.field import Field, Model, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.vocabulary import Vocabulary
from huiying.rules import RULE_BY_NAME

NOTICE = "<!-- 由 huiying guide 写成，请不要改动：下次会重写。 -->\n\n"
"""Begins every chapter: by it a file is known as one that may be written anew."""
WRITTEN = ("index.md", "example.md", "spreadsheet.md", "questions.md")
"""Chapters written by hand, in the order in which they are read."""


def chapters() -> dict[str, str]:
    """Every chapter as Markdown, by file name, in the order in which they are read."""
    folder = files("huiying") / "guide"
    found = {name: (folder / name).read_text(encoding="utf-8") for name in WRITTEN}
    found["practice.md"] = practice.chapter()
    found["fields.md"] = _text("每一项怎么填", _fields())
    found["registers.md"] = _text("登记册和网站信息", _registers())
    found["terms.md"] = _text("每个词的意思", _terms())
    found["rules.md"] = _text("每条规则", _rules())
    return {name: NOTICE + text for name, text in found.items()}


def _text(title: str, parts: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", *parts]) + "\n"


# -- fields ----------------------------------------------------------------------------------------


def _fields() -> Iterator[str]:
    """What all kinds have, then what each kind adds."""
    yield (
        "写记录时不用记住这些：`huiying new` 写好的文件里每一项都有说明，表单和表格里也有。"
        "想查一项，运行 `huiying explain 发布时间`。"
    )
    yield "## 各类记录都有的"
    shared = fields_of(Common)
    yield from _table(shared)
    told: set[type[Model]] = set()
    yield from _groups(shared, told)
    known = {item.name for item in shared}
    for kind in KINDS:
        own = [item for item in fields_of(kind.model) if item.name not in known]
        yield f"## {kind.zh}"
        year = "<年>/" if kind.model.dated else ""
        yield f"写在 `content/{kind.folder}/{year}<编号>.yml`。除了上面各项，还有："
        yield from _table(own)
        yield from _groups(own, told)


def _registers() -> Iterator[str]:
    """The registers, the sidecars of media and the site's own record."""
    yield "登记册里每个编号下面写一条，记录里只写编号。没有网页的登记册只在内部使用，不会公开。"
    told: set[type[Model]] = set()
    for register in REGISTERS:
        yield f"## {register.zh}"
        where = f"写在 `content/{register.file}`。"
        yield where if register.url_word else f"{where}只在内部使用，任何页面都不会出现。"
        yield from _table(fields_of(register.model))
        yield from _groups(fields_of(register.model), told)
    for title, place, model in (
        ("媒体说明", "content/media/<文件名>.yml，和媒体文件放在一起", Sidecar),
        ("site.yml", "content/site.yml", Site),
    ):
        yield f"## {title}"
        yield f"写在 `{place}`。" if "，" not in place else f"写在 `{place.replace('，', '`，')}。"
        yield from _table(fields_of(model))
        yield from _groups(fields_of(model), told)


def _table(items: Iterable[Field]) -> Iterator[str]:
    rows = [_row(item) for item in items]
    yield "\n".join(["| 键 | 填什么 | 例子 |", "| --- | --- | --- |", *rows])


def _row(item: Field) -> str:
    need = NEEDS["zh"].get(item.need, "")
    help = (f"**{need}**" if need else "") + item.key.help_zh
    help += "" if item.key.public else "（不公开）"
    example = "" if item.group else example_of(item, "zh")
    return f"| {item.key.zh} | {_cell(help)} | {_cell(example)} |"


def _cell(text: str) -> str:
    """A text that stays in its cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _groups(items: Iterable[Field], told: set[type[Model]]) -> Iterator[str]:
    """The keys of each group below some fields, every group once."""
    for item in items:
        model = item.group
        if model is None or model in told:
            continue
        told.add(model)
        yield f"### “{item.key.zh}”里的键"
        yield from _table(fields_of(model))
        yield from _groups(fields_of(model), told)


# -- terms and rules -------------------------------------------------------------------------------


def _terms() -> Iterator[str]:
    """Every vocabulary that some field is filled from, with what each term means."""
    yield "有些项只能填规定的词。每个词都有中文和英文两种写法，一个文件只用一种。"
    for vocabulary, keys in _vocabularies().items():
        yield f"## {vocabulary.zh}"
        yield f"用在：{'、'.join(dict.fromkeys(keys))}"
        yield "\n".join(
            f"- **{term.zh}**{_after(meaning(term, 'zh'), term.zh)}" for term in vocabulary
        )


def _after(text: str, word: str) -> str:
    return text.removeprefix(word)


def _vocabularies() -> dict[Vocabulary, list[str]]:
    """Vocabularies with the Chinese keys of the fields that use them."""
    found: dict[Vocabulary, list[str]] = {}
    seen: set[type[Model]] = set()

    def look(model: type[Model]) -> None:
        seen.add(model)
        for item in fields_of(model):
            if item.vocabulary is not None:
                found.setdefault(item.vocabulary, []).append(item.key.zh)
            if item.group is not None and item.group not in seen:
                look(item.group)

    for entry in (*KINDS, *REGISTERS):
        look(entry.model)
    look(Site)
    return found


def _rules() -> Iterator[str]:
    """The page of every rule and of every check of the built pages."""
    yield (
        "检查出的每个问题，末尾括号里是规则的名字。错误会挡住发布；警告只在严格检查（`--strict`）时"
        "挡住；提示从不挡住。草稿和审核中的记录不管有什么错，都不挡住别人的发布。"
    )
    groups = (
        ("写的内容", RULE_BY_NAME),
        ("和上一次发布相比", COMPARISONS),
        ("生成的网页", AUDITS),
        ("链到别处的网址", LINK_CHECKS),
    )
    for title, names in groups:
        yield f"## {title}"
        for name in sorted(names):
            if page_of(name):
                yield f"### {name}"
                yield from (_escaped(entry.body) for entry in rules(name, "zh"))


def _escaped(body: str) -> str:
    """A rule's page with its sentences as text: <script> must not become one, nor `****` bold."""
    lines = body.split("\n")
    return "\n".join(practice.plain(line) if line.startswith("- ") else line for line in lines)
