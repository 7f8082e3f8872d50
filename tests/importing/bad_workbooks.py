"""Workbooks as they should not be: one function a file, made from a good one by one change.

In: nothing. Out: `BAD`, the bytes of each file by name and suffix. Each is named after what is
wrong with it.
"""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial
from typing import Any

import xlwt
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from huiying.records import KIND_BY_NAME, REGISTER_BY_NAME
from huiying.sheets import workbook
from huiying.sheets.plan import bare
from tests.sheets.filling import as_ods

Change = Callable[[Workbook], None]
ID = "20260312-tingshui"
WIDE_ID = "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in ID)
GOOD: dict[str, Any] = {
    "辟谣编号": ID,
    "标题": "全市正常供水，没有停水安排",
    "状态": "已审定",
    "发布时间": datetime.fromisoformat("2026-03-12 09:40"),
    "责任单位 第一责任单位": "shuiwuju",
    "责任单位 责任依据": "谁主管谁负责",
    "网传说法 1 原话": "全市停水三天",
    "结论": "不实",
    "证据 1 正文": "6座水厂当日供水41.2万立方米",
    "事实": "市水务局核实：供水正常。",
}
SURVEY: dict[str, Any] = {
    "网上调查编号": "20260312-diaocha",
    "标题": "老旧小区加装电梯意见征集",
    "发布时间": datetime.fromisoformat("2026-03-12 09:40"),
    "目的": "了解意见",
    "调查时间 开始": date(2026, 3, 12),
}


def put(page: Worksheet, row: int, heading: str, value: Any, form: str = "") -> None:
    """One value under its heading, which is added where it is not there."""
    at = {bare(str(cell.value)): cell.column for cell in page[1]}
    if heading not in at:
        at[heading] = len(at) + 1
        page.cell(1, at[heading], heading)
    cell = page.cell(row, at[heading], value)
    if form:
        cell.number_format = form


@cache
def template(name: str) -> bytes:
    """Our workbook without its help, which takes most of its time and says nothing here."""
    book = load_workbook(io.BytesIO(workbook({**KIND_BY_NAME, **REGISTER_BY_NAME}[name])))
    del book["说明"]
    for page in book.worksheets:
        page.data_validations.dataValidation.clear()
        for cell in page[1]:
            cell.comment = None
    return saved(book)


def filled(change: Change | None = None, **more: Any) -> bytes:
    """Our workbook with one good record, changed; `more`: values of its row, None for no value."""
    book = load_workbook(io.BytesIO(template("clarification")))
    for heading, value in {
        **GOOD,
        **{key.replace("_", " "): each for key, each in more.items()},
    }.items():
        if value is not None:
            put(book["辟谣"], 2, heading, value)
    return saved(book, change)


def survey(**more: Any) -> bytes:
    book = load_workbook(io.BytesIO(template("survey")))
    for heading, value in {**SURVEY, **more}.items():
        put(book["网上调查"], 2, heading, value)
    return saved(book)


def bodies(*rows: dict[str, str]) -> bytes:
    """The register of bodies as a workbook."""
    book = load_workbook(io.BytesIO(template("organisation")))
    for number, row in enumerate(rows, 2):
        for heading, value in row.items():
            put(book["机构"], number, heading, value)
    return saved(book)


def saved(book: Workbook, change: Change | None = None) -> bytes:
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def second_row(book: Workbook, **more: Any) -> None:
    for heading, value in {
        **GOOD,
        **{key.replace("_", " "): each for key, each in more.items()},
    }.items():
        if value is not None:
            put(book["辟谣"], 3, heading, value)


def on_sheet(name: str, *rows: dict[str, Any]) -> Change:
    """Rows of a further sheet, each with the record's id."""

    def change(book: Workbook) -> None:
        for number, row in enumerate(rows, 2):
            for heading, value in {"辟谣编号": ID, **row}.items():
                if value is not None:
                    put(book[name], number, heading, value)

    return change


def much_merged(book: Workbook) -> None:
    for letter in "KLMNOPQRSTUVW":
        book["辟谣"].merged_cells.add(f"{letter}3:{letter}20000")


def renamed(old: str, new: str) -> Change:
    """A heading of the first sheet under another name."""

    def change(book: Workbook) -> None:
        cell = next(cell for cell in book["辟谣"][1] if bare(str(cell.value)) == old)
        cell.value = new

    return change


def cell_of(book: Workbook, heading: str, row: int = 2) -> Any:
    page = book["辟谣"]
    at = next(cell.column for cell in page[1] if bare(str(cell.value)) == heading)
    return page.cell(row, at)


def typed(heading: str, value: Any, form: str = "General") -> Change:
    """A cell with another format than the template's."""
    return lambda book: put(book["辟谣"], 2, heading, value, form)


def unknown(book: Workbook) -> None:
    """Neither the first sheet nor its first column tells what it is for."""
    renamed("辟谣编号", "序号")(book)
    book["辟谣"].title = "台账"


def days_from_1904(book: Workbook) -> None:
    put(book["辟谣"], 2, "发布时间", 44631.4, "General")
    book.epoch = CALENDAR_MAC_1904


def error_cell(book: Workbook) -> None:
    cell = cell_of(book, "结论理由")
    cell.value, cell.data_type = "#REF!", "e"


def below_the_table(text: str, gap: int) -> Change:
    return lambda book: put(book["辟谣"], 3 + gap, "标题", text)


def merged(heading: str, row: int) -> Change:
    def change(book: Workbook) -> None:
        cell = cell_of(book, heading, row)
        book["辟谣"].merge_cells(
            start_row=row, end_row=row, start_column=cell.column, end_column=cell.column + 1
        )

    return change


def extra_sheet(state: str) -> Change:
    def change(book: Workbook) -> None:
        page = book.create_sheet("旧数据")
        page.append(["甲", "乙"])
        page.append(["一", "二"])
        page.sheet_state = state

    return change


def repacked(data: bytes, **parts: Any) -> bytes:
    """A zip with some parts put in another's place, or added; names with `/` as `__`."""
    wanted = {name.replace("__", "/").replace("_xml", ".xml"): each for name, each in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", 8) as after:
        for name in before.namelist():
            content = before.read(name)
            change = wanted.pop(name, None)
            after.writestr(name, change(content) if change else content)
        for name, content in wanted.items():
            after.writestr(name, content)
    return out.getvalue()


def in_first_sheet(old: bytes, new: bytes) -> bytes:
    def change(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return repacked(filled(), xl__worksheets__sheet1_xml=change)


def far_cell() -> bytes:
    return in_first_sheet(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )


def with_macros() -> bytes:
    data = io.BytesIO(filled())
    with zipfile.ZipFile(data, "a") as file:
        file.writestr("xl/vbaProject.bin", b"x")
    return data.getvalue()


def twice_in_zip() -> bytes:
    data = io.BytesIO(filled())
    with zipfile.ZipFile(data, "a") as file:
        file.fp.seek(0, 2)  # type: ignore[union-attr]
        file.NameToInfo.pop("xl/workbook.xml")
        file.writestr("xl/workbook.xml", b"<x/>")
    return data.getvalue()


def bomb() -> bytes:
    data = io.BytesIO(filled())
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/media/image1.png", bytes(101_000_000))
    return data.getvalue()


def lying_size() -> bytes:
    """A part that unpacks to more than its entry says."""
    data = bytearray(filled())
    at = data.rindex(b"xl/worksheets/sheet1.xml")
    struct.pack_into("<I", data, at - 46 + 24, 100)
    return bytes(data)


def odd_packing() -> bytes:
    """A part packed in a way that no spreadsheet has; damage in it is told by no zip."""
    data = io.BytesIO(filled())
    with zipfile.ZipFile(data, "a", zipfile.ZIP_LZMA) as file:
        file.writestr("xl/media/image1.png", bytes(1000))
    at = data.getvalue().index(b"xl/media/image1.png") + len("xl/media/image1.png") + 4
    return data.getvalue()[:at] + b"\xff" * 5 + data.getvalue()[at + 5 :]


def locked_zip() -> bytes:
    data = bytearray(filled())
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    return bytes(data)


def ods(**rows: Any) -> bytes:
    values = {**GOOD, **{key.replace("_", " "): each for key, each in rows.items()}}
    return as_ods({"辟谣": [values]})


def ods_repeated() -> bytes:
    def change(content: bytes) -> bytes:
        return content.replace(
            b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1000000">', 1
        )

    return repacked(ods(), content_xml=change)


def ods_locked() -> bytes:
    return repacked(
        ods(),
        **{
            "META-INF__manifest_xml": lambda content: content.replace(
                b"/>", b"><encryption-data/>", 1
            )
        },
    )


def ods_macro() -> bytes:
    return repacked(ods(), **{"Basic__Standard_xml": b"<x/>"})


def ods_error() -> bytes:
    def change(content: bytes) -> bytes:
        old = "市水务局核实：供水正常。".encode()
        at = content.index(old)
        start = content.rindex(b"<table:table-cell", 0, at)
        end = content.index(b"</table:table-cell>", at)
        bad = (
            b'<table:table-cell table:formula="of:=#REF!" office:value-type="string" '
            b'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
            b'calcext:value-type="error"><text:p>#REF!</text:p>'
        )
        return content[:start] + bad + content[end:]

    return repacked(ods(), content_xml=change)


def xls(change: Callable[[bytearray], None] | None = None, **more: Any) -> bytes:
    """The good record as Excel 97 keeps it."""
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("辟谣")
    values = {**GOOD, **{key.replace("_", " "): each for key, each in more.items()}}
    moment = xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm")
    for column, (heading, value) in enumerate(values.items()):
        page.write(0, column, heading)
        if isinstance(value, datetime):
            page.write(1, column, value, moment)
        else:
            page.write(1, column, value)
    out = io.BytesIO()
    book.save(out)
    data = bytearray(out.getvalue())
    if change is not None:
        change(data)
    return bytes(data)


def directory_name(old: str | None, new: str) -> Callable[[bytearray], None]:
    """Give an entry of the file's directory, or an empty one, another name."""

    def change(data: bytearray) -> None:
        start = 512 * (struct.unpack_from("<I", data, 48)[0] + 1)
        for at in range(start, start + 512, 128):
            name = data[at : at + 64].decode("utf-16-le").rstrip("\0")
            kind = data[at + 66]
            if (old is None and not kind) or (old is not None and name == old):
                raw = new.encode("utf-16-le")
                data[at : at + 64] = raw.ljust(64, b"\0")
                struct.pack_into("<HB", data, at + 64, len(raw) + 2, kind or 1)
                return
        raise AssertionError(old)

    return change


def number_at(place: int, number: int) -> Callable[[bytearray], None]:
    """Another number in the file's head."""
    return lambda data: struct.pack_into("<I", data, place, number)


def sheet_nowhere(data: bytearray) -> None:
    """A sheet that is said to begin far behind the end of the file."""
    struct.pack_into("<I", data, data.index(struct.pack("<HH", 0x85, 12)) + 4, 0x7F000523)


def record_type(old: int, new: int) -> Callable[[bytearray], None]:
    """Make the first record of a kind one of another."""

    def change(data: bytearray) -> None:
        at = data.index(struct.pack("<HH", old, 112))
        struct.pack_into("<H", data, at, new)

    return change


def xls_error() -> bytes:
    """A value of true or false turned into an error, as a formula leaves it."""

    def change(data: bytearray) -> None:
        at = data.index(struct.pack("<HH", 0x205, 8))
        data[at + 10 : at + 12] = b"\x17\x01"

    return xls(change, 结论理由=True)


BAD: dict[str, Callable[[], bytes]] = {
    # The file as a whole.
    "macro.xlsm": filled,
    "macro-template.xltm": filled,
    "binary.xlsb": filled,
    "wps.et": filled,
    "wps-template.ett": filled,
    "macro-inside.xlsx": with_macros,
    "macro-inside.xls": partial(xls, directory_name(None, "_VBA_PROJECT_CUR")),
    "macro-inside.ods": ods_macro,
    "password.xlsx": partial(xls, directory_name("Workbook", "EncryptedPackage")),
    "password-zip.xlsx": locked_zip,
    "password.xls": partial(xls, record_type(0x5C, 0x2F)),
    "password.ods": ods_locked,
    "old.xls": partial(xls, directory_name("Workbook", "Book")),
    "cut-off.xlsx": lambda: filled()[:-3000],
    "cut-off.xls": lambda: xls()[:1000],
    "broken-chain.xls": partial(xls, number_at(68, 0x00FFFFF0)),
    "sheet-nowhere.xls": partial(xls, sheet_nowhere),  # the library panics at it
    "no-content.ods": lambda: repacked(ods())[:200],
    "text.xlsx": lambda: "标题\n供水正常\n".encode(),
    "web-page.xls": lambda: b"<html><table><tr><td>1</td></tr></table></html>",
    "new-as-old.xls": filled,
    "old-as-new.xlsx": xls,
    "word-as-old.xls": partial(xls, directory_name("Workbook", "WordDocument")),
    "word-as-new.xlsx": partial(xls, directory_name("Workbook", "WordDocument")),
    "damaged-as-new.xlsx": lambda: xls()[:1000],
    "bomb.xlsx": bomb,
    "lying-size.xlsx": lying_size,
    "odd-packing.xlsx": odd_packing,
    "far-cell.xlsx": far_cell,
    "repeated-rows.ods": ods_repeated,
    "document-type.xlsx": lambda: in_first_sheet(b"<worksheet", b"<!DOCTYPE x><worksheet"),
    "odd-encoding.xlsx": lambda: repacked(
        filled(),
        xl__workbook_xml=lambda content: b'<?xml version="1.0" encoding="big5"?>' + content,
    ),
    "twice-in-zip.xlsx": twice_in_zip,
    "no-markup.xlsx": lambda: in_first_sheet(b"</sheetData>", b""),
    "empty.xlsx": lambda: saved(Workbook()),
    "unknown.xlsx": partial(filled, unknown),
    # Sheets and headings.
    "hidden-sheet.xlsx": partial(filled, extra_sheet("hidden")),
    "very-hidden-sheet.xlsx": partial(filled, extra_sheet("veryHidden")),
    "own-sheet.xlsx": partial(filled, extra_sheet("visible")),
    "heading-twice.xlsx": partial(filled, renamed("短标题", "标题 *")),
    "heading-misspelt.xlsx": partial(
        filled, renamed("责任单位 第一责任单位", "责任单位 第一责任部门")
    ),
    "own-column.xlsx": partial(filled, 经办科室="宣传科"),
    "heading-merged.xlsx": partial(filled, merged("标题", 1)),
    # Rows.
    "much-merged.xlsx": partial(filled, much_merged),
    "row-merged.xlsx": partial(filled, merged("结论理由", 2)),
    "note-after-gap.xlsx": partial(filled, below_the_table("以上数据由市水务局提供", 1)),
    "note-named.xlsx": partial(filled, below_the_table("注：以上数据由市水务局提供", 0)),
    "no-title.xlsx": partial(filled, 标题=None),
    "no-id-no-day.xlsx": partial(filled, 辟谣编号=None, 发布时间=None),
    "id-in-chinese.xlsx": partial(filled, 辟谣编号="停水辟谣"),
    "id-full-width.xlsx": partial(filled, 辟谣编号=WIDE_ID),
    "id-twice.xlsx": partial(filled, second_row),
    "id-without-day.xlsx": partial(filled, 辟谣编号="tingshui", 发布时间=None),
    # Cells.
    "error-value.xlsx": partial(filled, error_cell),
    "error-value.xls": xls_error,
    "error-value.ods": ods_error,
    "formula-not-computed.xlsx": partial(filled, 结论理由="=A1&B1"),
    "picture-in-cell.xlsx": partial(filled, 结论理由='=_xlfn.DISPIMG("ID_1",1)'),
    "long-number.xlsx": partial(filled, typed("历史资料来源", 450200199001011234)),
    "term-wrong.xlsx": partial(filled, 结论="不属实"),
    "day-impossible.xlsx": partial(filled, 发布时间="2026年2月30日 9:40"),
    "day-without-time.xlsx": partial(filled, typed("发布时间", date(2026, 3, 12), "yyyy-mm-dd")),
    "day-without-time.xls": partial(xls, 发布时间="2026-03-12"),
    "day-ambiguous.xlsx": partial(filled, 发布时间="3/2/2026 9:40"),
    "number-of-1904.xlsx": partial(filled, days_from_1904),
    "number-no-day.xlsx": partial(filled, typed("发布时间", 12)),
    "number-for-day.ods": partial(ods, 发布时间=46093),
    "address-wrong.xlsx": partial(filled, 证据_1_网址="example.gov.cn"),
    "number-wanted.xlsx": partial(filled, 版本="一"),
    "several-lines.xlsx": partial(filled, 关键词="停水、水质"),
    "two-for-one-place.xlsx": partial(filled, 关键词="停水\n水质", 关键词_1="供水"),
    "hidden-character.xlsx": partial(filled, 结论理由="不\u200b实"),
    "share-or-percent.xlsx": partial(survey, 回收率=0.432),
    # Further sheets.
    "tie-unknown.xlsx": partial(filled, on_sheet("证据", {"辟谣编号": "zzz", "正文": "甲"})),
    "tie-misspelt.xlsx": partial(filled, on_sheet("证据", {"辟谣编号": ID + "i", "正文": "甲"})),
    "tie-missing.xlsx": lambda: filled(
        lambda book: (
            second_row(book, 辟谣编号="20260312-erhao"),
            on_sheet("证据", {"辟谣编号": None, "正文": "甲"})(book),
        )[0]
    ),
    "tie-no-number.xlsx": partial(
        filled, on_sheet("网传说法 出现处", {"网传说法序号": "第一", "平台": "业主群"})
    ),
    "tie-too-far.xlsx": partial(
        filled, on_sheet("网传说法 出现处", {"网传说法序号": 3, "平台": "业主群"})
    ),
    "group-twice.xlsx": partial(filled, on_sheet("事件", {"编号": "a"}, {"编号": "b"})),
    "group-twice-without-id.xlsx": partial(
        filled,
        on_sheet("事件", {"辟谣编号": None, "编号": "a"}, {"辟谣编号": None, "编号": "b"}),
        辟谣编号=None,
    ),
    "id-alone.xlsx": partial(filled, **dict.fromkeys([*GOOD][1:])),
    "item-incomplete.xlsx": partial(filled, on_sheet("依据", {"标题": "通告"})),
    "switch-wrong.xlsx": partial(filled, on_sheet("事件", {"编号": "a", "重大伤亡或影响": "可能"})),
    "entry-without-id.xlsx": partial(bodies, {"名称": "示例市水务局"}),
}
