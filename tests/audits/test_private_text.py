"""What of the registers no output may hold: all of the office's, and what an expert withheld."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from huiying import public
from huiying.audits.internal_string import judge
from huiying.audits.private_text import cut, private_texts
from huiying.audits.public_text import is_public
from huiying.settings import Settings
from tests.helper import BASE, CLARIFICATION, NOW, RUMOUR, read
from tests.render.sites import BASE_URL

EXPERT = """\
chen-jia:
  姓名: 陈甲
  单位: 示例大学的一个不愿公开的学院
  简介: 这段简介本人书面同意公开
  领域: [住房]
  同意公开: [姓名, 简介]
  内部: 联系电话请向学院办公室查询
li-yi:
  姓名: 李乙
  简介: 没有同意公开姓名的人的简介
  领域: [住房]
"""
HANDOVER = """\
yj-1:
  移交对象: 公安机关
  移交时间: 2026-03-12 18:00
  移交单位: shuiwuju
  备注: 移交材料三份存放在机要室保密柜
"""
FILES = {**BASE, "registers/experts.yml": EXPERT, "registers/handovers.yml": HANDOVER}
SECRET = {
    "示例大学的一个不愿公开的学院",
    "联系电话请向学院办公室查询",
    "没有同意公开姓名的人的简介",
    "移交材料三份存放在机要室保密柜",
}


def test_what_registers_keep_back_is_looked_for_and_what_they_show_is_not(tmp_path: Path) -> None:
    found = read(tmp_path, FILES)
    projection = public.project(found.library, Settings(found.site, BASE_URL, NOW))
    told = {text for _, _, text in private_texts(found.library, projection)}
    assert told >= SECRET
    assert "这段简介本人书面同意公开" not in told
    assert is_public(SECRET, found.library, projection) == set()


@pytest.mark.parametrize(
    "encode", [str.encode, lambda text: text.encode("gb18030")], ids=["utf-8", "gbk"]
)
def test_of_a_draft_that_could_not_be_read_every_sentence_is_looked_for(
    tmp_path: Path, encode: Callable[[str], bytes]
) -> None:
    text = """\
状态: 草稿  # 这一句注释也不该让外面的人看见
标题: "这个标题的引号没有写完
内部: {备注: 值班员三号已电话核实水厂运行, 文号: rumours/20260312-tingshui}
责任单位:
  - 第一责任单位：示例市某某局的不公开处室
"""
    path = "responses/2026/20260312-a.yml"
    found = read(tmp_path, {**BASE, path: encode(text)})
    assert f"content/{path}" in {problem.mark.file for problem in found.problems}
    projection = public.project(found.library, Settings(found.site, BASE_URL, NOW))
    told = {
        piece: scrap.mark(place).line
        for scrap, place, said in private_texts(found.library, projection)
        for piece in cut(said)
    }
    assert told == {
        "这一句注释也不该让外面的人看见": 1,
        "值班员三号已电话核实水厂运行": 3,
        "示例市某某局的不公开处室": 5,
    }


def test_what_is_declared_public_inside_a_private_group_is_looked_for(tmp_path: Path) -> None:
    gates = "审核:\n  审核关:\n    法律关: {理由: 法律关没有通过的理由写在这里}\n"
    files = {**BASE, RUMOUR: CLARIFICATION + gates}
    found = read(tmp_path, files)
    assert [problem.key for problem in found.problems] == []
    projection = public.project(found.library, Settings(found.site, BASE_URL, NOW))
    told = {text for _, _, text in private_texts(found.library, projection)}
    assert "法律关没有通过的理由写在这里" in told


def test_what_an_expert_withheld_is_a_leak_though_a_record_says_it(tmp_path: Path) -> None:
    bio, org = "没有同意公开姓名的人的简介", "示例大学的一个不愿公开的学院"
    told = CLARIFICATION.replace("**运行正常。**", f"{bio}，{org}。")
    found = read(tmp_path, {**FILES, RUMOUR: told})
    projection = public.project(found.library, Settings(found.site, BASE_URL, NOW))
    outputs = {"rumours/20260312-tingshui/index.html": (bio, org)}
    leaks = list(judge(outputs, found.library, projection))
    assert [(piece, mark.line) for piece, _, mark in leaks] == [(bio, 10)]


def test_a_projection_that_shows_too_much_excuses_nothing(tmp_path: Path) -> None:
    note = "值班员三号已电话核实水厂运行"
    found = read(tmp_path, {**BASE, RUMOUR: f"{CLARIFICATION}内部: {{备注: {note}}}\n"})
    projection = public.project(found.library, Settings(found.site, BASE_URL, NOW))
    [(place, record)] = projection.records.items()
    too_much = replace(record, values={**record.values, "internal": {"notes": note}})
    projection = replace(projection, records={place: too_much})
    outputs = {f"{place}/index.html": (note,)}
    assert [piece for piece, _, _ in judge(outputs, found.library, projection)] == [note]


def test_each_is_found_again_at_its_place(tmp_path: Path) -> None:
    found = read(tmp_path, FILES)
    projection = public.project(found.library, Settings(found.site, BASE_URL, NOW))
    marks = {
        text: entry.mark(path) for entry, path, text in private_texts(found.library, projection)
    }
    assert [(marks[text].line, marks[text].column) for text in sorted(SECRET)] == [
        (10, 7),
        (3, 7),
        (5, 7),
        (7, 7),
    ]


def test_a_draft_may_say_what_a_page_written_by_hand_says_and_a_secret_may_not(
    tmp_path: Path,
) -> None:
    title, note = "这是还没有公开的一条回应的标题", "这是只给内部看的一句备注请勿外传"
    text = f"标题: {title}\n内部:\n  备注: {note}\n"
    found = read(tmp_path, {**BASE, "responses/2026/20260312-a.yml": text})
    projection = public.project(found.library, Settings(found.site, BASE_URL, NOW))
    outputs = {"guide/index.html": (title, note), "topics/index.html": (title, note)}
    leaks = judge(outputs, found.library, projection, {"guide/index.html": "guide.md"})
    assert sorted((path, piece) for piece, path, _ in leaks) == [
        ("guide/index.html", note),
        ("topics/index.html", note),
        ("topics/index.html", title),
    ]
