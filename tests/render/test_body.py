"""What each class of page shows, from small records."""

import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest

from huiying.public import project
from huiying.render.body import VIEWS, body, environment
from huiying.render.plan import PAGE_CLASSES, Page, pages
from huiying.render.views.frame import duration
from huiying.render.views.headline import headline
from huiying.settings import Settings
from tests.conftest import ROOT
from tests.helper import BASE, CLARIFICATION, NOW, RUMOUR, read, settings

ENV = environment(ROOT / "theme")
TOPIC = """\
标题: 城市供水保障
状态: 已审定
发布时间: 2026-03-12 12:00
专题状态: 进行中
导语: 全市供水**正常。**
横幅: {级别: 紧急, 正文: 东环路抢修, 截止: 2026-03-21 20:00}
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地, 牵头单位: shuiwuju, 涉及单位: [wangxinban]}
事实: 6座水厂正常运行。
尚待核实: 破裂的原因。
下次更新: 2026-03-20 14:00
章节:
  - 标题: 看、听、读
    正文: 请选方便的一种。
    内容块:
      - {类型: 图解, 文件: a.svg, 标题: 对照}
      - {类型: 视频, 文件: a.mp4, 标题: 发布会, 字幕: a.vtt, 封面: a.svg, 文字稿: 各位好。}
      - {类型: 音频, 文件: a.mp3, 标题: 解读, 文字稿: 水为什么会黄。}
      - {类型: 链接, 标题: 通知, 网址: 'https://shuiwu.example/a'}
      - {类型: 下载, 文件: a.csv, 标题: 数据}
      - {类型: 引用, 记录: responses/20260313-qiangxiu}
      - {类型: 引文, 正文: 水质合格。, 来源: 市水务局}
      - {类型: 时间线, 标题: 抢修, 条目: [{时间: 2026-03-12 08:00, 正文: 关阀。}]}
  - {标题: 网上说法的核实, 查询: {栏目: 辟谣}}
最新进展:
  - {时间: 2026-03-12 13:00, 正文: 开始抢修。}
  - {时间: 2026-03-13 09:00, 正文: 恢复供水。}
"""
RESPONSE = """\
标题: 关于东环路抢修的回应
一句话回应: 当晚恢复供水。
状态: 已审定
发布时间: 2026-03-13 06:40
办理状态: 处置中
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
事实: 主干管破裂。
下次更新: 2026-03-21 17:00
关联: {所属专题: [gongshui], 同一事件: [rumours/20260312-tingshui]}
时限: {起算时间: 2026-03-13 05:10, 起算依据: 发现}
依据: [{类型: 文件, 标题: 通知, 文号: 水务〔2026〕18号, 网址: 'https://shuiwu.example/18'}]
变更记录:
  - {时间: 2026-03-13 06:40, 类型: 首发, 说明: 首次发布。, 单位: shuiwuju}
  - {时间: 2026-03-14 08:00, 类型: 更正, 说明: 漏计。, 原文: 2.10万户, 新文: 2.63万户}
"""
WITHDRAWN = """\
标题: 老年卡不需要年审
状态: 已审定
发布时间: 2026-03-10 09:00
网传说法: [{原话: 老年卡作废}]
结论: 不实
证据: [{正文: 规定没有变}]
事实: 旧的事实。
责任单位: {第一责任单位: shuiwuju, 责任依据: 属地}
变更记录:
  - {时间: 2026-03-16 15:00, 类型: 撤回, 说明: 结论不完整。, 替代记录: rumours/20260312-tingshui}
"""
INTERPRETATION = """\
标题: 加装电梯办法的解读
状态: 已审定
发布时间: 2026-03-13 09:00
责任单位: {第一责任单位: shuiwuju, 责任依据: 谁主管谁负责}
政策文件: dianti
解读人: 专家
专家: [chen-jia, li-yi]
同步发布: 是
解读内容:
  背景依据: 为什么出台。
  要点: [{标题: 谁可以申请, 正文: 四层**以上**的住宅。}]
  适用范围: 全市。
  新旧变化: [{事项: 补助, 原来: 每台12万元, 现在: 每台15万元}, {事项: 代办, 现在: 社区代办}]
  名词解释: [{名词: 既有住宅, 含义: 已经建成的。}]
  怎么办理: 到窗口。
"""
BRIEFING = """\
标题: 城市供水新闻发布会
状态: 已审定
发布时间: 2026-03-13 09:00
责任单位: {第一责任单位: shuiwuju, 责任依据: 谁主管谁负责}
发布形式: 新闻发布会
开始时间: 2026-03-19 15:00
结束时间: 2026-03-19 16:00
地点: 新闻发布厅
主办单位: wangxinban
发布人: [{姓名: 某甲, 身份: 专家, 专家: chen-jia}, {姓名: 某乙, 身份: 主持人}]
实录:
  - {类型: 发布, 发言人: 某甲, 正文: 先说情况。}
  - {类型: 提问, 发言人: 示例日报记者, 正文: 什么时候**来水**？, 时间: 2026-03-19 15:20}
  - {类型: 回答, 发言人: 某甲, 正文: 当晚来水。}
  - {类型: 回答, 发言人: 某乙, 正文: 补充一句。}
  - {类型: 提问, 发言人: 示例电视台记者, 正文: 谁来赔？}
  - {类型: 回答, 发言人: 某甲, 正文: 依法赔。}
答问摘要: [{提问: 什么时候来水, 回答: 当晚。, 发言人: 某甲}]
录像: a.mp4
直播网址: https://zhibo.example/1
"""
QA = """\
标题: 水箱每半年至少清洗一次
状态: 已审定
发布时间: 2026-03-13 09:00
责任单位: {第一责任单位: shuiwuju, 责任依据: 谁主管谁负责}
来信渠道: 领导信箱
收到时间: 2026-03-09 10:00
答复时间: 2026-03-12 12:30
问题: 我们楼的水箱多久洗一次？
答复: 每半年**至少一次。**
脱敏说明: [姓名, 楼栋号]
同意公开: 是
满意度: 满意
"""
SURVEY = """\
标题: 供水满意度调查
状态: 已审定
发布时间: 2026-03-01 09:00
责任单位: {第一责任单位: shuiwuju, 责任依据: 谁主管谁负责}
目的: 想知道您满不满意。
调查时间: {开始: 2026-03-01, 结束: 2026-03-15}
有效答卷: 1000
题目:
  - 问题: 您满意吗
    题型: 单选
    选项:
      - {文字: 满意, 人数: 900}
      - {文字: 一般, 人数: 90}
      - {文字: 不满意, 人数: 6}
      - {文字: 说不清, 人数: 4}
  - 问题: 您最关心什么
    题型: 多选
    选项: [{文字: 水质, 人数: 800}, {文字: 水价, 人数: 700}]
采纳情况: 水质数据每周公布。
数据文件: a.csv
填写网址: https://wenjuan.example/1
"""
EXPERTS = """\
chen-jia:
  姓名: 陈甲
  职称: 高级工程师
  单位: 没有同意公开的单位
  领域: [住房, 城市建设]
  简介: 没有同意公开的简介
  同意公开: [姓名, 职称]
  同意日期: 2026-01-08
  利益关系: 本人没有参股
li-yi:
  姓名: 没有同意公开的名字
  领域: [住房]
  同意公开: [职称]
"""
POLICIES = """\
dianti:
  标题: 示例市加装电梯办法
  文号: 示政办〔2026〕12号
  发文单位: wangxinban
  成文日期: 2026-03-10
  网址: https://zhengce.example/12
dianti-jiu:
  标题: 示例市加装电梯暂行办法
  发文单位: wangxinban
  成文日期: 2021-03-25
  有效期至: 2026-03-19
  替代文件: dianti
"""
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
FILES = {
    **BASE,
    RUMOUR: CLARIFICATION + "关联: {所属专题: [gongshui]}\n提示: 不用囤水。\n",
    "clarifications/2026/20260310-laonianka.yml": WITHDRAWN,
    "responses/2026/20260313-qiangxiu.yml": RESPONSE,
    "topics/gongshui.yml": TOPIC,
    "interpretations/2026/20260313-dianti.yml": INTERPRETATION,
    "briefings/2026/20260313-gongshui.yml": BRIEFING,
    "qa/2026/20260313-shuixiang.yml": QA,
    "surveys/2026/20260301-manyi.yml": SURVEY,
    "registers/experts.yml": EXPERTS,
    "registers/policies.yml": POLICIES,
    "registers/channels.yml": "weixin: {渠道: 微信, 名称: 示例水务, 单位: shuiwuju, 账号: shui}\n",
    "media/a.svg": SVG,
    "media/a.svg.yml": "替代文字: 供水量没有变化\n文字版: 供水41.2万立方米。\n来源: 市水务局\n",
    **{f"media/a.{suffix}": "x" for suffix in ("mp4", "mp3", "csv", "vtt")},
}
HEADING = re.compile(r"<h([1-6])")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Page], Settings]:
    """Every page of a small site, by address."""
    found = read(tmp_path_factory.mktemp("site"), FILES)
    assert [problem.key for problem in found.problems] == []
    chosen = settings(found)
    projection = project(found.library, chosen)
    return {page.address: page for page in pages(projection)}, chosen


Site = tuple[dict[str, Page], Settings]


def shown(site: Site, address: str) -> str:
    return body(site[0][address], site[1], ENV)


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_every_class_of_page_has_a_view() -> None:
    assert set(VIEWS) == set(PAGE_CLASSES)


def test_every_page_is_one_main_with_one_h1_and_no_skipped_heading(site: Site) -> None:
    assert {page.page_class for page in site[0].values()} == set(PAGE_CLASSES) - {"broken"}
    for address in site[0]:
        html = shown(site, address)
        levels = [int(level) for level in HEADING.findall(html)]
        assert html.startswith('<main id="content"'), address
        assert html.count("<main") == html.count("</main>") == 1
        assert (levels[0], levels.count(1)) == (1, 1), address
        assert all(after <= before + 1 for before, after in pairwise(levels)), address


def test_a_page_is_the_same_each_time(site: Site) -> None:
    for address in site[0]:
        assert shown(site, address) == shown(site, address)


def test_the_truth_stands_before_the_claim_and_the_claim_is_no_heading(site: Site) -> None:
    html = shown(site, "rumours/20260312-tingshui/")
    claim = "紧急通知！3月12日开始全市停水三天，抓紧接水"
    order = [html.index(mark) for mark in ("<h1", claim, "我们怎么知道的", "不用囤水", "详细情况")]
    assert order == sorted(order)
    headings = re.findall(r"<h[1-6].*?</h[1-6]>", html, re.DOTALL)
    assert len(headings) > 5
    assert "抓紧接水" not in "".join(headings)
    assert text(html[html.index("<h1") : html.index("</h1>")]).replace(" ", "") == (
        "3月12日起全市正常供水，没有停水三天的安排"
    )


def test_a_verdict_is_a_word_and_a_shape_and_says_what_it_means(site: Site) -> None:
    html = shown(site, "rumours/20260312-tingshui/")
    stamp = html[html.index('class="resp-stamp') :]
    stamp = stamp[: stamp.index("</p>")]
    assert "resp-is-false-claim" in stamp
    assert "<svg" in stamp
    assert text(f"<p {stamp}") == "结论： 不实"
    assert "网上流传的说法与事实不符" in html


def test_times_are_for_people_and_for_machines(site: Site) -> None:
    html = shown(site, "rumours/20260312-tingshui/")
    assert '<time datetime="2026-03-12T09:40+08:00">2026年3月12日 09:40</time>' in html
    assert '<time datetime="2026-03-11T20:15+08:00">3月11日 20:15</time>' in html


def test_a_withdrawn_page_says_why_and_shows_nothing_of_what_was_said(site: Site) -> None:
    html = shown(site, "rumours/20260310-laonianka/")
    assert "本条已撤回" in html
    assert "结论不完整。" in html
    assert 'href="../../rumours/20260312-tingshui/"' in html
    assert "旧的事实" not in html
    assert "老年卡作废" not in html


def test_a_response_shows_its_state_its_speed_and_its_correction(site: Site) -> None:
    html = shown(site, "responses/20260313-qiangxiu/")
    words = text(html)
    assert "处置中" in words
    assert "1小时30分" in words
    assert "从发现（ 3月13日 05:10 ）到作出回应" in words
    assert "<del>2.10万户</del>" in html
    assert html.index('id="correction"') < html.index('id="history"')
    assert 'href="https://shuiwu.example/18" rel="noopener noreferrer external"' in html
    assert "同一件事" in words


def test_a_topic_sets_the_known_beside_the_unknown_and_gathers_the_rest(site: Site) -> None:
    html = shown(site, "topics/gongshui/")
    words = text(html)
    marks = ("全市供水", "已经确认", "尚待核实", "恢复供水。", "开始抢修。", "看、听、读")
    assert [words.index(mark) for mark in marks] == sorted(words.index(mark) for mark in marks)
    assert "<strong>正常。</strong>" in html
    assert 'href="../../rumours/20260312-tingshui/"' in html
    assert "本专题的其他内容" in words
    assert words.count("第一责任、牵头") == 1


STANDINGS = {
    "clarifications/2026/20260301-guoqi.yml": CLARIFICATION.replace("3月12日起全市", "过期的")
    + "失效时间: 2026-03-13 00:00\n关联: {所属专题: [gongshui]}\n",
    "clarifications/2026/20260302-jiu.yml": CLARIFICATION.replace("3月12日起全市", "替代的")
    + "关联: {所属专题: [gongshui]}\n",
    RUMOUR: CLARIFICATION + "关联: {所属专题: [gongshui], 替代: [rumours/20260302-jiu]}\n",
    "topics/gongshui.yml": TOPIC + "置顶: [rumours/20260310-laonianka, rumours/20260301-guoqi]\n",
}


def test_a_topic_gathers_what_is_current_and_labels_what_was_picked(tmp_path: Path) -> None:
    found = read(tmp_path, {**FILES, **STANDINGS})
    assert [problem.key for problem in found.problems] == []
    chosen = settings(found)
    every = {page.address: page for page in pages(project(found.library, chosen))}
    html = body(every["topics/gongshui/"], chosen, ENV)
    assert html.count("rumours/20260301-guoqi/") == 1
    assert "rumours/20260302-jiu/" not in html
    labels = re.findall(r'class="resp-card__standing">(<svg.*?</svg>)(.*?)</span>', html)
    assert [label for _, label in labels] == ["已撤回", "已失效"]
    old = body(every["rumours/20260302-jiu/"], chosen, ENV)
    assert old.count('href="../../rumours/20260312-tingshui/"') == 1
    new = body(every["rumours/20260312-tingshui/"], chosen, ENV)
    assert "</svg>已被替代</span>" in new


def test_a_withdrawn_page_names_what_replaced_it_once(tmp_path: Path) -> None:
    files = {
        **FILES,
        RUMOUR: CLARIFICATION + "关联: {替代: [rumours/20260310-laonianka]}\n",
    }
    found = read(tmp_path, files)
    chosen = settings(found)
    every = {page.address: page for page in pages(project(found.library, chosen))}
    html = body(every["rumours/20260310-laonianka/"], chosen, ENV)
    assert html.count('href="../../rumours/20260312-tingshui/"') == 1
    assert "没有更正" not in html
    assert "已撤回，见变更记录" in text(html).replace(" ", "")
    assert html.count("resp-banner__title") == 1


def test_templates_get_nothing_of_the_site_that_is_private(tmp_path: Path) -> None:
    private = BASE["site.yml"] + "隐私词: [举报人姓名]\n"
    found = read(tmp_path, {"site.yml": private})
    chosen = settings(found)
    [home] = [page for page in pages(project(found.library, chosen)) if page.page_class == "home"]
    seen: dict[str, object] = {}

    class Spy:
        def get_template(self, name: str) -> "Spy":
            return self

        def render(self, *views: object, **values: object) -> str:
            seen.update(values)
            return ""

    body(home, chosen, Spy())  # type: ignore[arg-type]
    assert "举报人姓名" not in repr(seen)
    assert seen["site"] == {
        "hotline": "",
        "hotline_href": "",
        "letter_box_href": "",
        "letter_box_form": "",
    }


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/about/", 'href="./about/">写信'),
        ("https://a.example/", 'href="https://a.example/" rel="noopener noreferrer external">写信'),
    ],
)
def test_the_letter_box_may_stand_in_the_site_itself(
    tmp_path: Path, address: str, link: str
) -> None:
    more = f"热线: 0000-12345\n信箱网址: {address}\n"
    found = read(tmp_path, {"site.yml": BASE["site.yml"] + more})
    chosen = settings(found)
    [home] = [page for page in pages(project(found.library, chosen)) if page.page_class == "home"]
    assert link in body(home, chosen, ENV)


def test_the_record_on_paper_says_where_it_is_found(site: Site) -> None:
    for address in ("rumours/20260312-tingshui/", "topics/gongshui/"):
        place = f"<p>本页网址：https://hy.example/{address}</p>"
        assert place in shown(site, address)


def test_the_verdict_stands_before_the_correction(tmp_path: Path) -> None:
    corrected = """\
变更记录:
  - {时间: 2026-03-14 08:00, 类型: 更正, 说明: 漏计。, 原文: 2.10万户, 新文: 2.63万户}
"""
    found = read(tmp_path, {**BASE, RUMOUR: CLARIFICATION + corrected})
    chosen = settings(found)
    every = {page.address: page for page in pages(project(found.library, chosen))}
    html = body(every["rumours/20260312-tingshui/"], chosen, ENV)
    assert html.index('class="resp-stamp') < html.index('id="correction"')
    assert html.index('id="correction"') < html.index("我们怎么知道的")


def test_media_bring_their_words(site: Site) -> None:
    html = shown(site, "topics/gongshui/")
    assert 'src="../../media/a.svg" alt="供水量没有变化"' in html
    assert "供水41.2万立方米。" in html
    assert '<source src="../../media/a.mp4" type="video/mp4">' in html
    assert 'kind="captions" srclang="zh-CN"' in html
    assert 'poster="../../media/a.svg"' in html
    assert '<source src="../../media/a.mp3" type="audio/mpeg">' in html
    assert html.count("查看文字稿") == 2
    assert 'href="../../media/a.csv" download' in html


def test_the_home_page_opens_with_the_urgent_line_until_it_is_over(site: Site) -> None:
    html = shown(site, "")
    assert html.index("东环路抢修") < html.index("<h1")
    assert 'data-until="2026-03-21T20:00:00+08:00"' in html
    assert '<time datetime="2026-03-20T14:00+08:00">' in html
    assert "<input" not in html


def test_lists_lead_to_months_and_verdicts(site: Site) -> None:
    html = shown(site, "rumours/")
    assert 'href="../rumours/2026/03/"' in html
    assert 'href="../rumours/verdict/false-claim/"' in html
    assert "老年卡" not in html
    month = shown(site, "rumours/2026/03/")
    assert 'href="../../../rumours/2026/03/" aria-current="page"' in month


def test_registers_show_accounts_and_bodies(site: Site) -> None:
    assert "谨防仿冒" in shown(site, "channels/")
    assert "shui</b>" in shown(site, "channels/")
    assert "示例水务" in shown(site, "organisations/shuiwuju/")
    assert "示例市互联网信息办公室" in shown(site, "organisations/")


def test_corrections_and_withdrawals_stand_in_one_list(site: Site) -> None:
    words = text(shown(site, "corrections/"))
    assert "更正" in words
    assert words.index("老年卡不需要年审") < words.index("关于东环路抢修的回应")


def test_the_preview_shows_problems_and_a_broken_record(site: Site) -> None:
    fault = {
        "file": "content/a.yml",
        "place": "content/a.yml:3:1",
        "level": "error",
        "level_label": "错误",
        "sentence": "“标题”写了两次。<b>",
        "rule": "duplicate-key",
    }
    page = Page("topics/a/index.html", "broken", "topics", MappingProxyType({
        "file": "content/a.yml", "address": "topics/a", "problems": [fault],
    }))  # fmt: skip
    html = body(page, site[1], ENV)
    assert "content/a.yml:3:1" in html
    assert "“标题”写了两次。&lt;b&gt;" in html
    home = body(site[0][""], site[1], ENV, [fault])
    assert "检查发现1个问题" in home
    assert "检查发现" not in body(site[0][""], site[1], ENV)


def test_a_panel_of_many_problems_shows_the_first_and_counts_them_all(site: Site) -> None:
    fault = {
        "file": "a",
        "level": "error",
        "level_label": "错误",
        "sentence": "错",
        "rule": "choice",
    }
    found = [{**fault, "place": f"a:{number}:1"} for number in range(1, 61)]
    html = body(site[0][""], site[1], ENV, found)
    assert ("检查发现60个问题" in html, "这里是前50个" in html) == (True, True)
    assert ("<code>a:50:1</code>" in html, "<code>a:51:1</code>" in html) == (True, False)
    assert "这里是前" not in body(site[0][""], site[1], ENV, found[:50])


def test_a_record_not_public_yet_says_so(tmp_path: Path) -> None:
    text_of = CLARIFICATION.replace("状态: 已审定", "状态: 审核中")
    found = read(tmp_path, {**BASE, RUMOUR: text_of})
    chosen = settings(found)
    projection = project(found.library, chosen, preview=True)
    [page] = [page for page in pages(projection) if page.page_class == "clarification"]
    assert "<p>读者看不到这一页。</p>" in body(page, chosen, ENV)


def test_an_empty_site_still_says_something(tmp_path: Path) -> None:
    found = read(tmp_path, {"site.yml": BASE["site.yml"]})
    chosen = settings(found)
    for page in pages(project(found.library, chosen)):
        assert "resp-empty" in body(page, chosen, ENV)


@pytest.mark.parametrize(
    ("title", "words", "whole"),
    [
        ("3月12日起全市正常供水", (), ["3月12日起", "全市", "正常", "供水"]),
        ("2.63万户停水", (), ["2.63万户", "停水"]),
        ("清溪花园的水箱", ("清溪花园",), ["清溪花园", "水箱"]),
        ("<b>&一二", (), []),
    ],
)
def test_a_headline_keeps_words_whole_and_its_text(
    title: str, words: tuple[str, ...], whole: list[str]
) -> None:
    html = headline(title, words)
    assert re.findall(r"<b>(.*?)</b>", html) == whole
    assert html.striptags().replace(" ", "") == title.replace(" ", "")


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "不到1分"),
        (59, "59分"),
        (145, "2小时25分"),
        (1441, "1天1分"),
        (4 * 1440 + 90, "4天1小时"),
        (-1, ""),
    ],
)
def test_a_duration_is_said_in_two_units(minutes: int, said: str) -> None:
    assert duration(NOW, NOW + timedelta(minutes=minutes)) == said
