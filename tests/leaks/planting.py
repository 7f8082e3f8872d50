"""A site that is full of words nobody may read, and the tree that a build makes of it.

In: a folder, a seed, and a site from which everything private has to differ. Out: `Planted`. The
public content of all such sites is the same, letter by letter.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from huiying.formatting.revising import put
from huiying.importing.writing import write
from huiying.records import KIND_BY_NAME, KINDS
from huiying.records.vocabulary import GATE
from huiying.signing import Evidence, confirm, sign
from huiying.standing import may_sign
from tests import samples
from tests.leaks import media, surroundings
from tests.leaks.disguise import RARE, Disguise, disguise, read
from tests.leaks.tokens import Tokens
from tests.sign_samples import reread, unsigned
from tests.sites import build

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
WAITING = """\
hai-mei-gongbu:
  标题: {title}
  文号: {number}
  发文单位: shizhengfuban
  成文日期: 2031-03-10
  公布日期: 2031-03-12
  一句话: {summary}
"""
BLOCKS = """\
内容块:
  - {类型: 图片, 标题: 现场照片, 文件: used/a.jpg, 替代文字: 一张示意照片, 来源: 市住建局}
  - {类型: 图片, 标题: 现场图, 文件: used/b.png, 替代文字: 一张示意图, 来源: 市住建局}
  - {类型: 图片, 标题: 示意图, 文件: used/c.svg, 替代文字: 一个方框, 来源: 市住建局}
  - {类型: 下载, 标题: 办事指南, 文件: used/d.pdf}
"""
SIDECAR = "标题: 示意\n替代文字: 示意\n许可: 可以转载\n来源: 市住建局\n内部: 备注\n"
PUBLIC = "the title of a public record"
"""The place of the only words that everybody may read."""


@dataclass(frozen=True, slots=True)
class Planted:
    """The folder of a site, its tokens, and the environment in which it is built."""

    folder: Path
    tokens: Tokens
    environment: Mapping[str, str]

    def build(self) -> Path:
        """The tree of the site."""
        return build(self.folder, env=self.environment)


def base(folder: Path, tokens: Tokens) -> Path:
    """The samples as a site with gates: its folder content/, from which the others are made.

    Media in use are the same in all of them: what a file weighs and is named hangs on its bytes.
    """
    content = samples.lay(folder)
    _edit(content / "site.yml", "审核关: 不启用", "审核关: 启用")
    with (content / "registers" / "experts.yml").open("a", encoding="utf-8") as file:
        file.write(UNNAMED)
    for name in ("spare/eins.svg", "spare/zwei.svg", "spare/drei.svg"):
        for suffix in ("", ".yml"):
            _copy(
                content / "media" / f"zhuanjia/li-yi.svg{suffix}", content / "media" / name, suffix
            )
    survey = content / samples.place_of("survey", "complete")
    first = "    选项:\n"
    _edit(survey, first, f"{first}      - {{文字: {RARE}, 人数: 3}}\n")
    _edit(survey, "人数: 77", "人数: 70")
    response = content / samples.place_of("response", "minimal")
    with response.open("a", encoding="utf-8") as file:
        file.write(BLOCKS)
    title = read(response, KIND_BY_NAME["response"].model)["title"]
    _edit(response, f"标题: {title}", f"标题: {tokens.text(PUBLIC)}")
    first = "  第一责任单位: zhujianju\n"
    _edit(response, first, f"{first}  涉及单位: [caizhengju]\n")
    (content / "pages" / "drafts").mkdir(parents=True)
    (content / "pages" / "about.md").write_text("# 关于本站\n\n正文。\n", encoding="utf-8")
    (content / "media" / "used").mkdir()
    media.lay_in_use(content / "media" / "used", tokens)
    for file in list((content / "media" / "used").iterdir()):
        file.with_name(f"{file.name}.yml").write_text(SIDECAR, encoding="utf-8")
    return content


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _copy(source: Path, target: Path, suffix: str) -> None:
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(source, target.with_name(target.name + suffix))


def plant(parent: Path, tokens: Tokens, before: Path) -> tuple[Planted, Path]:
    """A site whose every private value differs from `before`, and its content as a base of others.

    `before`: a folder content/ that `base` or this function gave.
    """
    folder = parent / tokens.word("the working directory") / tokens.signs("the working directory")
    content = folder / "content"
    shutil.copytree(before, content)
    used = disguise(content, tokens)
    plain = parent / "before"
    shutil.copytree(content, plain)
    _more_registers(content, tokens)
    _more_records(content, used)
    media.lay_unused(content / "media", tokens)
    _sign(folder, tokens)
    _unready(content, used)
    environment = surroundings.lay(folder, tokens)
    return Planted(folder, tokens, environment), plain


def _more_registers(content: Path, tokens: Tokens) -> None:
    """A policy that nobody may know of yet, an expert who was not asked."""
    fields = {name: tokens.text(f"a policy to come, {name}") for name in ("title", "summary")}
    fields["number"] = f"示政办〔2031〕{tokens.random.randint(1, 99)}号"
    with (content / "registers" / "policies.yml").open("a", encoding="utf-8") as file:
        file.write(WAITING.format(**fields))


# -- records that are not public, each with a word in every text -----------------------------------


def _record(
    kind: str, size: samples.Size, state: str, content: Path, used: Disguise
) -> dict[str, Any]:
    source = content / samples.place_of(kind, size)
    model = KIND_BY_NAME[kind].model
    values = used.written(read(source, model), model, f"{state} {kind}")
    for name in ("former_urls", "relations", "history", "channels"):
        values.pop(name, None)
    return values


def _lay(kind: str, values: dict[str, Any], content: Path, tokens: Tokens, state: str) -> Path:
    found = KIND_BY_NAME[kind]
    word = tokens.word(f"{state} {kind} (file name)")
    place = f"2026/20260319-{word}.yml" if found.model.dated else f"{word}.yml"
    file = content / found.folder / place
    file.write_text(write(values, found.model, "zh"), encoding="utf-8")
    return file


def _more_records(content: Path, used: Disguise) -> None:
    """Embargoed, undisclosed and withdrawn ones: they are signed, and nobody may read them."""
    for kind in used.random.sample([kind.name for kind in KINDS], 4):
        values = _record(kind, "minimal", "embargoed", content, used)
        values["publish_at"] = f"20{used.random.randint(31, 60)}-03-12 09:30"
        _lay(kind, values, content, used.tokens, "embargoed")
    for kind in used.random.sample([kind.name for kind in KINDS], 2):
        values = _record(kind, "minimal", "undisclosed", content, used)
        values["disclosure"] = used.random.choice(["依申请公开", "不予公开"])
        _lay(kind, values, content, used.tokens, "undisclosed")
    _withdraw(content, used)


def _withdraw(content: Path, used: Disguise) -> None:
    """One record at a fixed address whose body and erased wordings are other words each time."""
    model = KIND_BY_NAME["response"].model
    source = read(content / samples.place_of("response", "complete"), model)
    values = used.written(source, model, "withdrawn response")
    for name in ("former_urls", "relations", "channels", "title", "short_title"):
        values.pop(name, None)
    values["title"] = "这条回应已经撤回，请看新的回应"
    values["publish_at"] = "2026-03-12 09:40"
    first = {"at": "2026-03-12 09:40", "type": "首发", "note": "首次发布。"}
    change = {"at": "2026-03-13 10:00", "type": "更正", "fields": ["事实"]}
    erased = ("before", "after", "note", "ref")
    change |= {name: used.tokens.text(f"erased, {name}") for name in erased}
    last = {"at": "2026-03-14 09:00", "type": "撤回", "note": "涉及个人信息。", "erased": "是"}
    values["history"] = [first, change, last]
    values["agencies"] = source["agencies"]
    file = content / "responses" / "2026" / "20260312-chehui.yml"
    file.write_text(write(values, model, "zh"), encoding="utf-8")


def _unready(content: Path, used: Disguise) -> None:
    """Drafts, what is in review, what nobody signed, and drafts that cannot be read."""
    tokens, random = used.tokens, used.random
    names = [kind.name for kind in KINDS]
    chosen = random.sample(names, random.randint(3, 5))
    for kind, state in zip(chosen, cycle(["草稿", "审核中"]), strict=False):
        values = _record(kind, "complete", state, content, used)
        _lay(kind, {**values, "status": state}, content, tokens, state)
    for kind in random.sample(names, random.randint(1, 3)):
        values = _record(kind, "minimal", "unsigned", content, used)
        _lay(kind, {**values, "disclosure": "主动公开"}, content, tokens, "unsigned")
    for ending, encoding in (("标题: [", "utf-8"), ("没有的键: 1", "gb18030"), ("{", "utf-16")):
        kind = random.choice(names)
        values = _record(kind, "minimal", "unreadable", content, used)
        file = _lay(kind, {**values, "status": "草稿"}, content, tokens, "unreadable")
        text = (
            file.read_text(encoding="utf-8") + f"{ending} # {tokens.text('unreadable, comment')}\n"
        )
        file.write_bytes(text.encode(encoding))
    nameless = content / "responses" / "2026" / f"{tokens.signs('a refused file name')}.yml"
    nameless.write_text(f"标题: {tokens.text('a refused draft')}\n状态: 草稿\n", encoding="utf-8")


def _sign(folder: Path, tokens: Tokens) -> None:
    """Sign every gate of every record that needs it, by anyone who may, at any time before."""
    random = tokens.random
    for desk in unsigned(folder):
        limit = desk.record.fields.publish_at
        assert limit is not None
        if not (desk.record.fields.review and desk.record.fields.review.drafted_by):
            drafter = tokens.text("a drafter")
            path, language = ("review", "drafted_by"), desk.record.language
            desk = reread(desk, put(desk.data, path, drafter, desk.model, language))
        data = desk.data
        for term in GATE:
            at = limit - timedelta(minutes=random.randint(1, 300))
            signers = desk.library.registers["signer"]
            able = [id for id in signers if may_sign(id, term.en, at.date(), desk.library) is None]
            assert able, (desk.record.file, term.en, at)
            given = _evidence(random.choice(["pass", "not_applicable"]), at, "a gate", tokens)
            data = sign(desk, [term.en], random.choice(sorted(able)), given).data
            desk = replace(desk, data=data)
        for body in desk.record.fields.agencies.involved:
            at = limit - timedelta(minutes=random.randint(1, 300))
            given = _evidence("agreed", at, "a confirmation", tokens)
            desk = reread(desk, confirm(desk, body, replace(given, reason=None)).data)
        (folder / desk.record.file).write_bytes(desk.data)


def _evidence(result: str, at: datetime, place: str, tokens: Tokens) -> Evidence:
    return Evidence(result, at, tokens.text(f"{place}, reason"), tokens.text(f"{place}, number"))
