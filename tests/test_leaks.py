"""Changing what is not public changes no public byte, and no private word is in any output."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from huiying import records
from huiying.importing.writing import write, write_entries
from huiying.records import KINDS, REGISTERS
from huiying.records.field import Field, Model, Shape, fields_of
from huiying.records.registers import Sidecar
from huiying.records.site import Site
from huiying.records.vocabulary import EXPERT_CONSENT
from tests import samples
from tests.helper import CLARIFICATION, RUMOUR
from tests.sites import CONFIG, build, digests, write_site

PRIVATE = """\
复核期限: {when}
事件:
  编号: shijian-{token}
  等级: 较大
审核:
  起草人: 起草{token}
  审核关:
    政治关: {{单位: shuiwuju, 审核人: jia-{token}, 结果: 通过, 文号: 审{token}}}
    保密关: {{审核人: yi-{token}, 理由: 理由是这样的{token}, 摘要值: d{token}}}
    法律关: {{审核人: yi-{token}, 字段摘要值: title=x{token}}}
  确认:
    - {{单位: wangxinban, 结果: 同意, 文号: 函{token}}}
内部:
  来件: {{发现人: 值班员{token}, 时间: [一, 二{token}]}}
  研判: 研判的内容在这里{token}
  风险: 风险等级{token}
  移交: {{去向: 移交到某处{token}}}
  联系人: 联系人{token}
  备注: [备注一{token}, 备注二{token}]
"""
SIGNERS = """\
jia-{token}: {{姓名: 审核甲{token}, 单位: shuiwuju, 审核关: [政治关]}}
yi-{token}: {{姓名: 审核乙{token}, 单位: shuiwuju, 审核关: [保密关, 法律关]}}
"""
BLOCK = "内容块:\n  - {类型: 下载, 文件: a.csv, 标题: 数据}\n"


def site(folder: Path, token: str) -> Path:
    """A site whose private values, drafts, embargoed records and unused media hold the token."""
    when = f"203{len(token) % 10}-01-01 09:00"
    private = PRIVATE.format(token=token, when=when)
    draft = CLARIFICATION.replace("停水三天", f"草稿里的话{token}")
    return write_site(
        folder,
        {
            RUMOUR: CLARIFICATION + BLOCK + private,
            "registers/signers.yml": SIGNERS.format(token=token),
            "media/a.csv": "a,b\n1,2\n",
            "media/a.csv.yml": f"标题: 数据\n内部: 媒体备注{token}\n",
            f"media/unused-{token}.csv": f"{token}\n",
            f"clarifications/2026/20260313-cg{token}.yml": draft.replace("已审定", "草稿"),
            f"clarifications/2026/20260314-sh{token}.yml": draft.replace("已审定", "审核中"),
            f"clarifications/2026/20260315-jm{token}.yml": draft.replace(
                "2026-03-12", "2031-03-12"
            ),
            f"clarifications/2026/20260316-yq{token}.yml": draft.replace(
                "状态: 已审定", "状态: 已审定\n公开方式: 不予公开"
            ),
        },
    )


def test_two_builds_that_differ_in_every_private_value_are_the_same(tmp_path: Path) -> None:
    one = build(site(tmp_path / "one", "jia1234567890"))
    two = build(
        site(tmp_path / "two", "yi99887766554433"), env={"USER": "other", "HOSTNAME": "else"}
    )
    assert digests(one) == digests(two)


def test_no_private_word_is_in_any_output_and_a_public_one_is_found(tmp_path: Path) -> None:
    tree = build(site(tmp_path, "jia1234567890"))
    everything = b"".join(
        path.relative_to(tree).as_posix().encode() + path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file()
    )
    assert b"jia1234567890" not in everything
    assert "停水三天".encode() in everything


def test_the_preview_marks_what_is_not_public_and_its_tree_is_marked(tmp_path: Path) -> None:
    tree = build(site(tmp_path, "jia1234567890"), "--preview")
    assert (tree / ".huiying-preview").is_file()
    assert not (tmp_path / "site").exists()
    for id, word in (("cg", "草稿"), ("sh", "审核中"), ("jm", "待发布")):
        (page,) = tree.glob(f"rumours/*-{id}jia*/index.html")
        text = page.read_text(encoding="utf-8")
        assert word in text, id
        assert 'content="noindex' in text, id
    assert not list(tree.glob("rumours/*-yq*"))
    for page in tree.rglob("*.html"):
        assert 'name="robots" content="noindex' in page.read_text(encoding="utf-8"), page
    everything = b"".join(path.read_bytes() for path in tree.rglob("*.html"))
    for word in ("值班员jia", "审核甲jia", "备注一jia", "起草jia"):
        assert word.encode() not in everything


def test_a_preview_never_lands_in_the_sites_folder(tmp_path: Path) -> None:
    folder = site(tmp_path, "jia1234567890")
    before = digests(build(folder))
    build(folder, "--preview")
    assert digests(folder / "site") == before
    assert digests(build(folder)) == before


# -- every private value of every kind and register, found by its declaration ----------------------

DECIDES = frozenset({"status", "disclosure", "gates", "consent"})
"""Private values that say whether a record, or what of an expert, is public."""
ANOTHER = {
    "organisation": "caizhengju",
    "record": "rumours/20260105-clarification-earlier",
    "signer": "dangban",
    "intake": "20260312-1",
    "media": "zhuanjia/shui.svg",
}
LONG = 8
"""Characters from which a private text says something that stands nowhere by chance."""
RARE = "  - {文字: 谁都不像的答案, 人数: %s}\n"
UNNAMED = """\
wang-bing:
  姓名: 王丙（没有同意公开姓名）
  职称: 不公开职称的研究员
  单位: 不公开单位的研究所
  领域: [住房]
  专长: [没有公开过的专长]
  简介: 这段简介没有获得公开同意。
  利益关系: 没有公开过的利益关系
"""


def changed(value: Any, model: type[Model]) -> Any:
    """The values of a group with every private one changed."""
    return {
        item.name: _changed(value[item.name], item, item.shape, hidden=False)
        for item in fields_of(model)
        if item.name in value
    }


def _changed(value: Any, item: Field, shape: Shape, hidden: bool) -> Any:
    """A value; another one if it is private, or stands in something private."""
    hidden = hidden or (not item.key.public and item.name not in DECIDES)
    if isinstance(value, list):
        return [_changed(each, item, shape.inner or shape, hidden) for each in value]
    if shape.model is not None:
        return {
            below.name: _changed(value[below.name], below, below.shape, hidden)
            for below in fields_of(shape.model)
            if below.name in value
        }
    if isinstance(value, dict):
        return {key: _changed(each, item, shape, hidden) for key, each in value.items()}
    return _other(value, item) if hidden else value


def _other(value: str, item: Field) -> str:
    """Another value of the same type."""
    if item.vocabulary is not None:
        terms = [*item.vocabulary.by_zh]
        return terms[(terms.index(value) + 1) % len(terms)]
    if item.refers:
        return ANOTHER[item.refers]
    if item.name == "rule":
        return "coordinator"
    if item.type in ("day", "moment"):
        return f"{value[:4]}-06-06" + (" 07:08" if item.type == "moment" else "")
    if item.type == "address":
        return "https://anders.example/"
    if item.type == "whole":
        return str(int(value) + 1)
    if item.type == "yes":
        return "否" if value == "是" else "是"
    return f"{value}-a" if item.type == "id" else f"换成{value}别的话"


def texts(value: Any) -> Iterator[str]:
    """Every text in plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def withheld(entry: dict[str, Any]) -> frozenset[str]:
    """The fields of an expert's entry that the expert did not agree to show."""
    agreed = {EXPERT_CONSENT.by_zh[term].en for term in entry.get("consent", ())}
    hidden = {term.en for term in EXPERT_CONSENT} - agreed
    return frozenset(entry) - DECIDES if "name" in hidden else frozenset(hidden)


def other_entry(entry: dict[str, Any], name: str, model: type[Model]) -> dict[str, Any]:
    """An entry of a register with every private value changed."""
    found = changed(entry, model)
    if name == "expert":
        for item in fields_of(model):
            if item.name in withheld(entry) and item.name in entry:
                found[item.name] = _changed(entry[item.name], item, item.shape, hidden=True)
    return found


def sources(content: Path) -> Iterator[tuple[Path, type[Model], str]]:
    """Every YAML file of the sample site, what it declares, and its register if it is one."""
    yield content / "site.yml", Site, ""
    for kind in KINDS:
        yield from ((file, kind.model, "") for file in (content / kind.folder).rglob("*.yml"))
    for register in REGISTERS:
        yield content / register.file, register.model, register.name
    yield from ((file, Sidecar, "") for file in (content / "media").rglob("*.yml"))


def full_site(folder: Path, count: str) -> Path:
    """The samples as a site, with an expert who is not named and an answer that few gave."""
    content = samples.lay(folder)
    (content / "pages").mkdir()
    (content / "pages" / "about.md").write_text("# 关于本站\n\n正文。\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(url="https://hy.example/"), encoding="utf-8")
    with (content / "registers" / "experts.yml").open("a", encoding="utf-8") as file:
        file.write(UNNAMED)
    for suffix in ("", ".yml"):  # a portrait that nothing uses, for an expert to have withheld
        portrait = content / "media" / f"zhuanjia/li-yi.svg{suffix}"
        shutil.copy(portrait, content / "media" / f"{ANOTHER['media']}{suffix}")
    survey = content / samples.place_of("survey", "complete")
    text = survey.read_text(encoding="utf-8")
    first = "    选项:\n"
    assert first in text
    rare = "".join(f"    {line}\n" for line in (RARE % count).splitlines())
    text = text.replace(first, first + rare, 1).replace("人数: 77", "人数: 70")
    survey.write_text(text, encoding="utf-8")
    return folder


def disguise(folder: Path) -> set[str]:
    """Change every private value of a site; the texts that were there and are there no longer."""
    before: set[str] = set()
    after: set[str] = set()
    for file, model, register in sources(folder / "content"):
        parsed = records.parse(file.read_bytes(), file.name, model, "zh", bool(register))
        assert not parsed.problems, parsed.problems
        values = parsed.values
        if register:
            new = {id: other_entry(entry, register, model) for id, entry in values.items()}
            file.write_text(write_entries(new, model, "zh"), encoding="utf-8")
        else:
            new = changed(values, model)
            file.write_text(write(new, model, "zh"), encoding="utf-8")
        before.update(texts(values))
        after.update(texts(new))
    return before - after


@pytest.fixture(scope="module")
def two_sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, set[str]]:
    """The trees of two sites that differ in all that is private, and the private texts of one."""
    one = full_site(tmp_path_factory.mktemp("one"), "3")
    two = full_site(tmp_path_factory.mktemp("two"), "4")
    private = disguise(two)
    return build(one), build(two), private


def test_whatever_is_declared_private_changes_no_public_byte(
    two_sites: tuple[Path, Path, set[str]],
) -> None:
    one, two, private = two_sites
    assert len(private) > 300
    assert digests(one) == digests(two)


def test_no_private_text_of_any_kind_or_register_is_in_any_output(
    two_sites: tuple[Path, Path, set[str]],
) -> None:
    one, _, private = two_sites
    everything = b"\n".join(path.read_bytes() for path in one.rglob("*") if path.is_file())
    said = {text for text in private if len(text) >= LONG and not text.isascii()}
    assert len(said) > 150
    assert {text for text in said if text.encode() in everything} == set()
    assert "谁都不像的答案".encode() in everything
