"""Private texts are found wherever they stand in an output, and nothing else is."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying import public
from huiying.audits import check
from huiying.audits.facts import Facts, facts
from huiying.audits.internal_string import Needles, found, needles
from huiying.audits.private_text import cut
from huiying.content import Content
from huiying.public import Projection
from huiying.settings import Settings
from tests.helper import CLARIFICATION, NOW, RUMOUR, read
from tests.render.sites import BASE_URL, SITE, WITHDRAWN

NOTE = "值班员三号已电话核实水厂运行"
PRIVATE = f"""\
审核: {{起草人: 起草人是办公室的某某某某}}
内部:
  备注: {NOTE}
  来件: {{时间: "2026-03-11 20:15", 说明: [短, 举报人电话一三八零零一三八零零零]}}
"""


def site(folder: Path, files: dict[str, str | bytes]) -> tuple[Content, Projection]:
    content = read(folder, files)
    assert [problem.key for problem in content.problems] == []
    return content, public.project(content.library, Settings(content.site, BASE_URL, NOW))


def texts(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    content, projection = site(folder, files)
    return [text.decode() for text in needles(content.library, projection).texts]


def test_what_is_looked_for_is_private_and_long_enough(tmp_path: Path) -> None:
    files = {
        **SITE,
        RUMOUR: CLARIFICATION + PRIVATE,
        "media/图/gongshui.svg.yml": "替代文字: 供水示意图\n内部: 图片由某公司无偿提供使用\n",
    }
    assert set(texts(tmp_path, files)) == {
        NOTE,
        "起草人是办公室的某某某某",
        "举报人电话一三八零零一三八零零零",
        "图片由某公司无偿提供使用",
    }


@pytest.mark.parametrize(
    "change",
    [("已审定", "草稿"), ("已审定", "审核中"), ("2026-03-12 09:40", "2026-04-12 09:40")],
    ids=["draft", "in review", "embargoed"],
)
def test_of_what_is_not_public_everything_is_looked_for(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    found = texts(tmp_path, {**SITE, RUMOUR: CLARIFICATION.replace(*change)})
    assert "3月12日起全市正常供水，没有停水三天的安排" in found
    assert "全市6座水厂当日供水41.2万立方米，与前一周持平" in found


def test_of_a_withdrawn_record_the_body_is_looked_for_and_the_title_is_not(tmp_path: Path) -> None:
    found = texts(tmp_path, {**SITE, RUMOUR: CLARIFICATION + WITHDRAWN})
    assert "全市6座水厂当日供水41.2万立方米，与前一周持平" in found
    assert not any("没有停水三天" in text for text in found)


def test_an_entry_that_is_still_to_come_is_looked_for(tmp_path: Path) -> None:
    more = "最新进展:\n  - {时间: 2026-03-19 09:00, 正文: 昨天的进展是水厂一切正常}\n"
    more += "  - {时间: 2026-03-25 09:00, 正文: 下周的进展是水厂一切正常}\n"
    found = texts(tmp_path, {**SITE, RUMOUR: CLARIFICATION + more})
    assert found == ["下周的进展是水厂一切正常"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("十一个字的话不会被找的", []),
        ("十二个字的话就一定会被找", ["十二个字的话就一定会被找"]),
        (
            "引号前面的话有十二个字的'引号后面的话也有十二个字'",
            ["引号前面的话有十二个字的", "引号后面的话也有十二个字"],
        ),
        ("第一行一共是十二个字的呢\n短", ["第一行一共是十二个字的呢"]),
        ("2026-03-12 09:40:00", []),
        ("2026年03月12日09时40分", []),
        ("450200199001011234", ["450200199001011234"]),
        ("zhang.san@shili.example", ["zhang.san@shili.example"]),
    ],
)
def test_a_text_is_cut_where_outputs_write_it_otherwise(text: str, pieces: list[str]) -> None:
    assert list(cut(text)) == pieces


LETTERS = st.sampled_from("值班员电话核实水厂运行ab1 ")


@given(
    st.lists(st.text(LETTERS, min_size=12, max_size=40), max_size=6),
    st.lists(st.text(LETTERS, max_size=60), max_size=4),
    st.data(),
)
def test_exactly_what_stands_in_an_output_is_found(
    private: list[str], between: list[str], data: st.DataObject
) -> None:
    planted = data.draw(st.lists(st.sampled_from(private), max_size=3)) if private else []
    text = "".join(data.draw(st.permutations([*between, *planted])))
    needles = Needles(tuple(text.encode() for text in private))
    assert found(text.encode(), needles) == tuple(
        sorted({word for word in private if word in text})
    )


def test_needles_reach_a_worker_without_their_tables() -> None:
    before = Needles((NOTE.encode(),))
    assert len(before.tables) == 1
    after = pickle.loads(pickle.dumps(before))
    assert "tables" not in vars(after)
    assert found(f"<p>{NOTE}。".encode(), after) == (NOTE,)


def problems(folder: Path, files: dict[str, str | bytes], page: str) -> list[tuple[str, int, str]]:
    content, projection = site(folder, files)
    path = "rumours/20260312-tingshui/index.html"
    outputs = {path: page, "feeds/all.xml": "<feed/>", "media/a.vtt": "WEBVTT"}
    wanted = needles(content.library, projection)
    seen = {
        name: Facts("data", leaks=facts(name, text, wanted).leaks) for name, text in outputs.items()
    }
    return [
        (problem.mark.file.rpartition("/")[2], problem.mark.line, problem.values["path"])
        for problem in check(seen, outputs, content.library, projection, {})
    ]


def test_a_leak_is_reported_where_the_private_text_is_written(tmp_path: Path) -> None:
    files = {**SITE, RUMOUR: CLARIFICATION + PRIVATE}
    expected = ("20260312-tingshui.yml", 18, "rumours/20260312-tingshui/index.html")
    assert problems(tmp_path, files, f"<p>核实：{NOTE}</p>") == [expected]


@pytest.mark.parametrize(
    "public_text",
    [
        f"主题: [交通]\n一句话回应: 昨天{NOTE}正常\n",
        f"依据: [{{类型: 文件, 标题: {NOTE}}}]\n",
    ],
)
def test_what_is_public_word_for_word_is_no_leak(tmp_path: Path, public_text: str) -> None:
    files = {**SITE, RUMOUR: CLARIFICATION + PRIVATE + public_text}
    assert problems(tmp_path, files, f"<p>{NOTE}</p>") == []


def test_the_address_of_a_page_is_no_leak(tmp_path: Path) -> None:
    url = f"{BASE_URL}rumours/20260312-tingshui/"
    files = {**SITE, RUMOUR: f"{CLARIFICATION}内部: {{备注: {url}}}\n"}
    assert problems(tmp_path, files, f'<link rel="canonical" href="{url}">') == []


def test_the_name_of_a_rule_is_no_leak(tmp_path: Path) -> None:
    exemption = f"""\
chuifenghui:
  规则: briefing-speaker
  记录: rumours/20260312-tingshui
  理由: {NOTE}
  批准单位: shuiwuju
  批准日期: 2026-03-12
"""
    files = {**SITE, "registers/exemptions.yml": exemption}
    assert problems(tmp_path, files, "<h3>briefing-speaker</h3>") == []
    assert problems(tmp_path, files, f"<p>{NOTE}</p>") != []


def test_a_kept_page_tells_nothing_of_a_text_that_is_private_no_longer(tmp_path: Path) -> None:
    content, projection = site(tmp_path, SITE)
    seen = {"a.html": Facts("data", leaks=("从前的内部备注已经删去了呀",))}
    assert list(check(seen, {"a.html"}, content.library, projection, {})) == []
