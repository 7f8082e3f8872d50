"""Spreadsheets to fill in: a workbook for any kind of record and any register.

In: a kind or register, a key language, the names behind ids. Out: the bytes of an .xlsx file, whose
rows `huiying import` brings in without a mapping. It reads no file and no clock.
"""

from collections.abc import Mapping

from huiying.records import Kind, Register
from huiying.sheets.manual import add_manual
from huiying.sheets.plan import sheets_of
from huiying.sheets.workbook import Writer

NO_NAMES: Mapping[str, Mapping[str, str]] = {}


def workbook(
    subject: Kind | Register,
    language: str = "zh",
    names: Mapping[str, Mapping[str, str]] = NO_NAMES,
) -> bytes:
    """An empty workbook for records of a kind, or for entries of a register, as an .xlsx file.

    `language`: that of headings, terms and help, "zh" or "en"; records brought in from it have keys
    of that language. `names`: what ids stand for, by what is referred to, as in
    `{"organisation": {"shuiwuju": "示例市水务局"}, "topic": {…}}`; cells that refer to one of these
    offer them to choose from. The same arguments give the same bytes.
    """
    name = subject.zh if language == "zh" else subject.name
    writer = Writer(subject.zh, subject.name, language, names)
    sheets = sheets_of(subject.model, name, language)
    for sheet in sheets:
        writer.add(sheet, key_needed=isinstance(subject, Register))
    add_manual(writer, sheets)
    return writer.bytes()
