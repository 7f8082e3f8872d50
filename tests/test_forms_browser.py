"""The web form in a real Chromium, from `huiying serve`: it opens offline in Chinese, shows every
field of every kind, and what it saves is what its user changed, and passes `check`.

The picker of folders belongs to the browser and cannot be clicked by a test: it is given a folder
of the browser's own storage, a real directory handle, with the samples in it.
"""

import base64
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from huiying import doors
from huiying.forms.fields import is_shown
from huiying.records import KIND_BY_NAME, KINDS, REGISTERS, parse
from huiying.records.clarification import Clarification
from huiying.records.field import Model, Shape, fields_of
from tests import samples
from tests.conftest import is_proof
from tests.helper import NOW
from tests.sites import CONFIG, run
from tests.test_serve import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

NEW = "clarifications/2026/20261123-ceshi.yml"
HAN = re.compile(r"[\u4e00-\u9fff]")
FILL = """async (files) => {
  for (const [path, data] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory();
    const parts = path.split('/');
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const stream = await file.createWritable();
    await stream.write(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)));
    await stream.close();
  }
}"""
SEE_ALL = """window.IntersectionObserver = class {
  constructor(call) { this.call = call; }
  observe(target) {
    queueMicrotask(() => this.call([{ isIntersecting: true, intersectionRatio: 1, target }], this));
  }
  unobserve() {}
  disconnect() {}
};"""
"""Fields are drawn when they scroll into view; a test wants to see them all."""
TAKE = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split('/');
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""


def has_bundle() -> bool:
    return doors.form_folder(doors.theme_folder()).is_dir()


pytestmark = pytest.mark.skipif(
    not has_bundle() and not is_proof(), reason="no bundle: run `make forms` (needs npm)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as a site of their own."""
    folder = tmp_path_factory.mktemp("form")
    samples.lay(folder)
    (folder / "content" / "pages").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG.format(url="https://hy.example/"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where `huiying serve` answers."""
    server = Server(site, "huiying", "serve")
    server.wait_for("admin/", "编辑表单")
    yield f"http://127.0.0.1:{server.port}"
    server.stop()


@dataclass
class Form:
    """The form with the samples open in it."""

    page: "Page"
    address: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def put(self, path: str, text: str) -> None:
        """A file in the folder, as another program would write it."""
        self.page.evaluate(FILL, {path: base64.b64encode(text.encode()).decode()})

    def text(self, name: str) -> str:
        """A file below content/ as it lies in the folder."""
        return str(self.page.evaluate(TAKE, f"content/{name}"))

    def sign_in(self) -> None:
        self.page.goto(f"{self.address}/admin/")
        self.page.get_by_role("button", name="打开网站的文件夹").click()
        self.page.get_by_text("登记册").first.wait_for()

    def open(self, collection: str, entry: str) -> None:
        """The editor of one file, with everything in it unfolded."""
        self.page.goto(f"{self.address}/admin/#/collections/{collection}/{entry}")
        self.page.locator("section.field").first.wait_for()

    def paths(self) -> set[str]:
        """Paths of the fields on the screen; `*` stands for the number of an item."""
        found = self.page.locator("section.field").evaluate_all(
            "all => all.map((each) => each.dataset.keyPath)"
        )
        return {re.sub(r"\.\d+(?=\.|$)", ".*", path).removeprefix("更多.") for path in found}

    def unfold(self, wanted: set[str]) -> set[str]:
        """Unfold lists and groups until the wanted fields are there; those that never came."""
        folded = self.page.locator("section.field button.small:not(.ghost)[aria-expanded=false]")
        deadline = time.monotonic() + 30
        while (missing := wanted - self.paths()) and time.monotonic() < deadline:
            folded.evaluate_all("all => all.forEach((each) => each.click())")
            self.page.wait_for_timeout(200)
        return missing

    def section(self, path: str) -> "Locator":
        """One field, by its path."""
        return self.page.locator(f"section.field[data-key-path='{path}']")

    def choose(self, path: str, option: str | int) -> None:
        """Pick from a list, by what an option begins with or by its number."""
        self.section(path).get_by_role("combobox").first.click()
        options = self.page.get_by_role("option")
        if isinstance(option, int):
            options.nth(option).click()
        else:
            options.filter(has_text=re.compile(rf"(^|[^\u4e00-\u9fff]){option}：")).first.click()

    def save(self) -> None:
        self.page.get_by_role("button", name="保存", exact=True).click()
        self.page.get_by_text("条目已保存").wait_for()


def files_of(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): base64.b64encode(path.read_bytes()).decode()
        for path in [site / "mkdocs.yml", *(site / "content").rglob("*")]
        if path.is_file()
    }


@pytest.fixture
def form(browser: "Browser", site: Path, address: str) -> Iterator[Form]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-US", timezone_id="Asia/Shanghai"
    )
    made = Form(context.new_page(), address)

    def answer(route: object) -> None:
        url = route.request.url  # type: ignore[attr-defined]
        if url.startswith((f"{address}/", "blob:", "data:")):
            route.continue_()  # type: ignore[attr-defined]
        else:
            made.foreign.append(url)
            route.abort()  # type: ignore[attr-defined]

    context.route("**/*", answer)
    context.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory();")
    context.add_init_script(SEE_ALL)
    made.page.on("pageerror", lambda error: made.errors.append(str(error)))
    made.page.goto(f"{address}/about-nothing/")
    made.page.evaluate(FILL, files_of(site))
    made.sign_in()
    yield made
    context.close()
    assert made.foreign == []
    assert made.errors == []


def shown_paths(model: type[Model], way: str = "") -> Iterator[str]:
    """Paths of all fields that the form has to show, as its sections name them."""
    for item in fields_of(model):
        if is_shown(item.shape):
            path = f"{way}{item.key.zh}"
            yield path
            yield from _below(item.shape, path)


def _below(shape: Shape, path: str) -> Iterator[str]:
    if shape.model is not None:
        yield from shown_paths(shape.model, f"{path}.")
    elif shape.inner is not None and shape.inner.model is not None:
        yield from shown_paths(shape.inner.model, f"{path}.*.")


def problems_of(site: Path, tmp_path: Path, changed: dict[str, str]) -> str:
    """What `huiying check` says of the samples with some files laid anew."""
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("serve.log", ".huiying"))
    for name, text in changed.items():
        path = tmp_path / "site" / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return run(tmp_path / "site", "huiying", "check", "--now", NOW.isoformat()).stdout


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_field_is_shown_in_chinese_and_only_what_was_changed_is_saved(
    form: Form, kind: str
) -> None:
    place = samples.place_of(kind, "complete")
    before = form.text(place)
    entry = place.removeprefix(f"{KIND_BY_NAME[kind].folder}/").removesuffix(".yml")
    form.open(kind, f"entries/{entry}")
    assert form.unfold(set(shown_paths(KIND_BY_NAME[kind].model))) == set()
    labels = form.page.locator("section.field > header h4").all_inner_texts()
    assert [label for label in labels if not HAN.search(label)] == []
    title = form.page.get_by_role("textbox", name="标题").first
    old = title.input_value()
    title.fill(f"{old}（改）")
    form.save()
    assert form.text(place) == before.replace(old, f"{old}（改）", 1)


def test_a_first_clarification_is_written_in_the_form_and_passes_the_check(
    form: Form, site: Path, tmp_path: Path
) -> None:
    form.open("clarification", "new")
    form.page.locator("section.panel").get_by_role("textbox").fill("20261123-ceshi")
    section = form.section
    section("标题").get_by_role("textbox").fill("全市正常供水，没有停水三天的安排")
    section("状态").get_by_text("已审定", exact=True).click()
    section("发布时间").locator("input").fill("2026-03-12T09:40")
    form.choose("责任单位.第一责任单位", 1)
    form.choose("责任单位.责任依据", "谁主管谁负责")
    section("网传说法").get_by_role("button", name="添加").click()
    section("网传说法.0.原话").get_by_role("textbox").fill("紧急通知：全市停水三天\n抓紧接水")
    form.choose("结论", "不实")
    section("证据").get_by_role("button", name="添加").click()
    section("证据.0.正文").get_by_role("textbox").fill("全市6座水厂当日供水41.2万立方米")
    section("事实").get_by_role("textbox").fill("市水务局核实：**运行正常。**\n\n- 水厂: 6 座")
    form.save()
    text = form.text(NEW)
    assert "状态: 已审定\n发布时间: 2026-03-12 09:40\n" in text
    assert "  - 原话: |\n      紧急通知：全市停水三天\n      抓紧接水\n" in text
    assert "事实: |\n  市水务局核实：**运行正常。**\n\n  - 水厂: 6 座\n" in text
    assert NEW not in problems_of(site, tmp_path, {NEW: text})


def test_what_is_approved_without_its_time_is_told_and_not_saved(form: Form) -> None:
    form.open("clarification", "new")
    form.page.locator("section.panel").get_by_role("textbox").fill("20261123-ceshi")
    form.section("标题").get_by_role("textbox").fill("全市正常供水")
    form.section("状态").get_by_text("已审定", exact=True).click()
    form.page.get_by_role("button", name="保存", exact=True).click()
    form.page.get_by_text("“状态”选了“已审定”，还没有填“发布时间”").wait_for()
    with pytest.raises(Exception, match="NotFoundError"):
        form.text(NEW)


def test_a_draft_of_a_survey_may_be_saved_before_its_days_are_known(form: Form) -> None:
    form.open("survey", "new")
    form.page.locator("section.panel").get_by_role("textbox").fill("20261123-ceshi")
    form.section("标题").get_by_role("textbox").fill("供水服务调查")
    form.section("题目").get_by_role("button", name="添加").wait_for()
    form.save()
    assert form.text("surveys/2026/20261123-ceshi.yml") == "标题: 供水服务调查\n状态: 草稿\n"


STARS = """() => [...document.querySelectorAll('section.field > header')].map((header) => {
  const own = header.querySelector('.required')?.checkVisibility();
  const ours = getComputedStyle(header.querySelector('h4'), '::after').content.includes('*');
  return [header.parentElement.dataset.keyPath, Boolean(own) + ours];
})"""


def test_a_star_stands_once_at_all_that_is_needed_and_nowhere_else(form: Form) -> None:
    form.open("clarification", "new")
    form.section("责任单位.责任依据").wait_for()
    stars = {path for path, count in form.page.evaluate(STARS) if path and count == 1}
    assert stars == {
        *("标题", "状态", "责任单位", "网传说法", "结论", "证据", "事实"),
        *("责任单位.第一责任单位", "责任单位.责任依据"),
    }
    assert all(count < 2 for _, count in form.page.evaluate(STARS))


def test_the_list_shows_how_far_a_record_is_and_its_day(form: Form) -> None:
    form.page.goto(f"{form.address}/admin/#/collections/clarification")
    form.page.get_by_text(re.compile(r"^\s*已审定\s+2026-\d\d-\d\d\s+\S")).first.wait_for()


def test_a_wrong_id_is_told_before_anything_is_written(form: Form) -> None:
    form.open("clarification", "new")
    form.section("标题").get_by_role("textbox").fill("全市正常供水")
    form.page.locator("section.panel").get_by_role("textbox").fill("停水")
    form.page.get_by_role("button", name="保存", exact=True).click()
    form.page.get_by_text("要写成“8 位日期-拼音”").first.wait_for()


def test_what_another_program_wrote_meanwhile_is_never_overwritten(form: Form) -> None:
    place = samples.place_of("qa", "minimal")
    form.open("qa", f"entries/{Path(place).parent.name}/{Path(place).stem}")
    form.section("标题").get_by_role("textbox").fill("改过的标题")
    theirs = form.text(place) + "# 别人的批注\n"
    form.put(f"content/{place}", theirs)
    form.page.get_by_role("button", name="保存", exact=True).click()
    form.page.get_by_text("打开以后又被别的程序或别人改过").wait_for()
    assert form.text(place) == theirs


def test_an_entry_of_a_register_is_added_under_its_id(form: Form) -> None:
    before = form.text("registers/organisations.yml")
    form.open("registers", "entries/organisation")
    form.section("条目").get_by_role("button", name=re.compile("添加.*机构")).last.click()
    form.page.locator("section.field[data-key-path$='.编号'] input").last.fill("xinju")
    form.page.locator("section.field[data-key-path$='.名称'] input").last.fill("示例市新局")
    form.save()
    assert form.text("registers/organisations.yml") == f"{before}xinju:\n  名称: 示例市新局\n"


def test_a_folder_that_is_no_site_is_refused_in_chinese(form: Form) -> None:
    form.page.evaluate(
        """async () => {
          const all = await indexedDB.databases();
          all.forEach(({ name }) => indexedDB.deleteDatabase(name));
          localStorage.clear();
          sessionStorage.clear();
        }"""
    )
    form.page.add_init_script(
        """window.showDirectoryPicker = async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('content');"""
    )
    form.page.goto("about:blank")
    form.page.goto(f"{form.address}/admin/")
    form.page.get_by_role("button", name="打开网站的文件夹").click()
    form.page.get_by_text("这个文件夹里没有 mkdocs.yml").wait_for()


WRITE = """async ([name, files, afresh]) => {
  const { read, readEntries, TEXT, write, writeEntries } = await import('./records.js');
  const text = await (await fetch('config.yml')).text();
  const config = JSON.parse(text.slice(text.indexOf('{')));
  const sorts = config.collections.flatMap((each) => each.files ?? (each.fields ? [each] : []));
  const sort = sorts.find((each) => each.name === name);
  const [open, close] = sort.format === 'register' ? [readEntries, writeEntries] : [read, write];
  return files.map((file) => {
    const values = open(file, sort.fields);
    if (afresh) delete values[TEXT];
    return close(values, sort.fields);
  });
}"""
"""Files of one sort, read and written by the form's own script; afresh: from their values alone."""


def files_by_sort(site: Path) -> Iterator[tuple[str, str]]:
    """Sorts of files as the form names them, and places of the samples of each."""
    for kind in KINDS:
        for size in samples.ENDS:
            yield kind.name, samples.place_of(kind.name, size)
    for register in REGISTERS:
        yield register.name, register.file
    yield "site", "site.yml"


AWKWARD = "- # : ' \" | > & * ! % @ ` [ ] { } , ? ~ = 一 null 否 0123 1e3 12:30 2026-03-12".split(
    " "
)


def test_whatever_is_typed_is_read_as_it_was_typed(form: Form) -> None:
    typed = ["".join(parts) for parts in product(AWKWARD, ["", " ", "：", "\n", "\n\n  "], AWKWARD)]
    texts = form.page.evaluate(
        """async (typed) => {
          const { write } = await import('./records.js');
          const fields = [{ name: '标题' }, { name: '关键词', widget: 'list', field: {} }];
          return typed.map((text) => write({ 标题: text, 关键词: [text, 'x'] }, fields));
        }""",
        typed,
    )
    for text, written in zip(typed, texts, strict=True):
        parsed = parse(written.encode(), "a.yml", Clarification, "zh")
        assert parsed.problems == (), written
        assert parsed.values["title"].strip() == text.strip()
        assert parsed.values["keywords"][0].strip() == text.strip()


def test_a_picked_medium_is_written_by_its_path_below_media(form: Form) -> None:
    place = samples.place_of("clarification", "complete")
    form.open("clarification", f"entries/{Path(place).parent.name}/{Path(place).stem}")
    assert form.unfold({"内容块.*.文件"}) == set()
    before = form.text(place)
    fields = form.page.locator("section.field[data-key-path$='.文件']")
    assert any("buzhou.svg" in text for text in fields.all_inner_texts()), fields.all_inner_texts()
    fields.filter(has_text="buzhou.svg").first.get_by_role("button", name="换文件").click()
    dialog = form.page.get_by_role("dialog")
    dialog.get_by_text("dianti", exact=True).dblclick()
    dialog.get_by_text("waigua.svg", exact=True).click()
    dialog.get_by_role("button", name="插入").click()
    form.save()
    after = form.text(place).splitlines()
    [changed] = [line for line, old in zip(after, before.splitlines(), strict=True) if line != old]
    assert changed.strip() == "文件: dianti/waigua.svg"


DATES = {
    "发布时间": "２０２６年３月２日 9:40",
    "复核期限": "2026/3/2 9:40",
    "失效时间": "2026年3月2日 9时40分",
    "下次更新": "2026-03-02 09:40:30+08:00",
}


def test_dates_in_other_spellings_are_kept_until_they_are_changed(form: Form) -> None:
    place = samples.place_of("qa", "minimal")
    lines = form.text(place).splitlines(keepends=True)
    lines = [line for line in lines if not line.startswith(tuple(DATES))]
    text = "".join(lines) + "".join(f"{key}: {date}\n" for key, date in DATES.items())
    form.put(f"content/{place}", text)
    form.page.reload()  # the folder of last time is opened by itself
    form.page.get_by_text("登记册").first.wait_for()
    form.open("qa", f"entries/{Path(place).parent.name}/{Path(place).stem}")
    assert form.unfold(set(DATES)) == set()
    form.section("标题").get_by_role("textbox").fill("改过的标题")
    form.save()
    assert form.text(place) == re.sub(r"标题: .*", "标题: 改过的标题", text, count=1)


def test_an_unchanged_file_is_written_back_to_the_byte(form: Form, site: Path) -> None:
    for sort, place in files_by_sort(site):
        text = (site / "content" / place).read_text("utf-8")
        assert form.page.evaluate(WRITE, [sort, [text], False]) == [text]


def test_what_the_form_writes_from_values_alone_passes_the_check(
    form: Form, site: Path, tmp_path: Path
) -> None:
    changed = {}
    for sort, place in files_by_sort(site):
        text = (site / "content" / place).read_text("utf-8")
        [changed[place]] = form.page.evaluate(WRITE, [sort, [text], True])
    clean = problems_of(site, tmp_path / "before", {})
    assert problems_of(site, tmp_path / "after", changed) == clean
