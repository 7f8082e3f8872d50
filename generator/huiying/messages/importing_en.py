"""Sentences on bringing tables in, in English."""

SENTENCES: dict[str, str] = {
    "import-done": "Read {rows} rows, wrote {count} records:",
    "import-done.none": "Read {rows} rows, wrote no new record.",
    "import-more": "… and {count} more files",
    "import-same": "{same} are there already, without a change.",
    "import-left": "{left} rows were not imported.",
    "import-no-rows": "Nothing is filled in yet. Please write one record a row below the header, "
    "save the file and import it again.",
    "import-lost": "The Chinese characters of this file have become question marks; they are lost. "
    "Please save the original table as .xlsx or “CSV UTF-8” and import that.",
    "import-format": "Files of this kind cannot be imported. Please use a spreadsheet (.xlsx, "
    ".xls, .ods, .csv), .jsonl or Markdown with front matter (a .md file, or a folder of them).",
    "import-empty": "This file has no header. Please name the columns in its first line.",
    "import-csv": "From this line on it is no proper CSV ({reason}). Please check the quotes or "
    "export it again.",
    "import-header": "Two columns are called “{column}”. Please rename one of them.",
    "import-width": "This row has {cells} cells, the header {columns}. Please make them equal.",
    "import-json": "This line is no whole JSON object. Please write one a line, each key once.",
    "import-front-matter": "No front matter was found. Please begin with keys and values between "
    "two lines of “---”.",
    "import-hidden": "A hidden character was dropped ({character}), as the mapping allows.",
    "import-rule": "“{key}” needs either `column` or `value`. Please write one of the two.",
    "import-field": "“{key}” is no field that can be filled. Please name the lowest level.",
    "import-field.list": "“{part}” is a list. Please name an item (“.1.”) or each (“.*.”).",
    "import-field.group": "“{part}” has keys below it. Please name the lowest level, such as "
    "“agencies.first_responsible”.",
    "import-field.scalar": "“{key}” goes too deep: above “{part}” is a value. Please shorten it.",
    "import-field.each": "The column has a “*”, “{key}” has none. Please write “*” there too.",
    "import-character": "“{value}” names no character. Please write it like U+200B.",
    "import-time": "The time of day “{value}” is not clear. Please write it like 09:00.",
    "import-column": "The table has no column “{column}”. Please check the mapping.",
    "import-column.near": "The table has no column “{column}”. Did you mean “{near}”?",
    "import-unused": "{count} cells of the column “{column}” were not imported. If that is meant, "
    "please name it under `unused`.",
    "import-unused.sheet": "{count} cells of the column “{column}” on the sheet “{sheet}” were not "
    "imported. If they should be, please name the column as in the template.",
    "import-cell": "{place} does not fit the record. Please check it.",
    "import-cell.fault": "{place} does not fit the record: {fault}",
    "import-cell.constant": "A value of the mapping does not fit the record: {fault}",
    "import-cell.record": "{place} makes no record: {fault}",
    "import-cell.lacking": "{place} is empty: {fault}",
    "import-cell.name": "{place}: “{value}” is neither an id ({kind}) nor a name in the register. "
    "Please check it, or add it to the register first.",
    "import-cell.name-near": "{place}: “{value}” is neither an id ({kind}) nor a name in the "
    "register. Did you mean “{near}” ({id})?",
    "import-cell.name-several": "{place}: which “{value}” ({kind}) is meant is not certain, there "
    "are: {ids}. Please write the id.",
    "import-cell.term": "{place}: “{value}” is not among the terms of the mapping: {allowed}. "
    "Please add it.",
    "import-cell.moment": "{place}: “{value}” fits no format: {allowed}. Please check it.",
    "import-cell.missing": "{place} is empty, so the record is not known. Please fill it in.",
    "import-cell.number": "{place}: “{value}” is no number to sort by. Please mend it.",
    "import-cell.id": "{place}: “{value}” has no letter or digit for an id. Please use another "
    "column or fill it in.",
    "import-cell.id-form": "{place}: “{value}” is no id. Please use lower-case letters, digits "
    "and hyphens only, such as 20260312-tingshui.",
    "import-cell.id-form-near": "{place}: “{value}” is no id. Did you mean “{near}”?",
    "import-cell.blank": "{place} has nothing but an id. Please fill it in or delete the row.",
    "import-cell.id-empty": "{place} has no id. Please fill it in, such as shuiwuju.",
    "import-cell.id-no-title": "{place} has no id, and none can be made without a title and a "
    "time of publication. Please fill it in, such as 20260312-tingshui.",
    "import-cell.day": "{place} makes an id together with the time of publication, and there is "
    "none. Please give one, or write whole ids.",
    "import-cell.taken": "{place}: where it belongs there is a value already. Please give the two "
    "columns different places.",
    "import-cell.left-out": "{place} has HTML that Markdown cannot say ({names}); only its text "
    "was kept. Please check it.",
    "import-cell.error": "{place} is an error (such as #REF!) and holds nothing. Please mend the "
    "formula, or write the value itself.",
    "import-cell.formula": "{place} has a formula without a result. Please open and save the file "
    "in a spreadsheet program, or write the value itself.",
    "import-cell.picture": "{place} is a picture inside a cell. Please save it as a file and "
    "write words here.",
    "import-cell.digits": "{place} is a number so long that its last digits were changed. Please "
    "make the cell text and type it again.",
    "import-cell.share": "{place}: whether “{value}” is {value}% or {percent} is not certain. "
    "Please make the cell text and write the percentage.",
    "import-cell.number-date": "{place} is the number “{value}”: which day it means is not "
    "certain. Please format the cell as a date, or write a text such as 2026-03-12 09:40.",
    "import-cell.items": "{place}: whether “{value}” is one item or several is not certain. "
    "Please write one a line (Alt+Enter).",
    "import-place": "the column “{column}”",
    "import-place.row": "this row",
    "import-place.sheet": "sheet “{sheet}”, row {row}, column {letter} “{column}”",
    "import-place.sheet-row": "sheet “{sheet}”, row {row}",
    "import-workbook": "This file cannot be imported. Please save it as .xlsx and import that.",
    "import-workbook.macro": "This file has macros and cannot be imported. Please save it as an "
    "Excel workbook (.xlsx).",
    "import-workbook.binary": "This is a binary workbook (.xlsb). Please save it as an Excel "
    "workbook (.xlsx).",
    "import-workbook.wps": "This is WPS's own format. Please save it as .xlsx in WPS.",
    "import-workbook.password": "This file has a password. Please take it off, save a copy and "
    "import that.",
    "import-workbook.broken": "This file is damaged, or not what its suffix says. Please open it "
    "in a spreadsheet program, save it as .xlsx and import that.",
    "import-workbook.old": "This is a very old Excel format (before 1995). Please save it as "
    ".xlsx.",
    "import-workbook.suffix": "The file's suffix is not that of its content, which is {right}. "
    "Please mend the suffix, or save it as .xlsx.",
    "import-workbook.word": "This is a Word document, no table. Please fill in a workbook made by "
    "huiying new and import that.",
    "import-workbook.no-table": "The suffix is that of a spreadsheet, the content is not (perhaps "
    "a web page or plain text). Please open it in a spreadsheet program and save it as .xlsx.",
    "import-workbook.merged": "This file has more merged cells than a table has. Please unmerge "
    "them and import it again.",
    "import-workbook.large": "Unpacked, this file is larger than {size} MB: no table is. Please "
    "take out pictures and spare sheets and save a copy.",
    "import-workbook.wide": "A sheet is too large: at most {rows} rows and {columns} columns. "
    "Please delete what stands far right or far below, or split the file.",
    "import-gbk": "This CSV file is encoded as GBK, as Excel in China saves it, and was read so. "
    "Please look whether the words are right.",
    "import-merged": "On the sheet “{sheet}” {range} is merged: to which row and column it "
    "belongs is not certain. Please unmerge it and fill in each cell.",
    "import-note": "Row {row} of the sheet “{sheet}” has one cell only and was taken for a note "
    "below the table. If it is a record, please move it up to the other rows.",
    "import-sheet": "There is no sheet “{sheet}”, but: {sheets}. Please check `sheet` in the "
    "mapping.",
    "import-sheet-unused": "The sheet “{sheet}” was not imported. If it holds records, please "
    "move them to a sheet of the template.",
    "import-sheet-unused.hidden": "The hidden sheet “{sheet}” was not imported. If it holds "
    "records, please unhide it.",
    "import-unknown": "What this table holds is not known. Please fill in a workbook made by "
    "huiying new, or give a mapping with --mapping.",
    "import-heading": "The sheet “{sheet}” has no heading “{column}” that is known. Please write "
    "it as in the template.",
    "import-heading.near": "The heading “{column}” of the sheet “{sheet}” is not known. Did you "
    "mean “{near}”?",
    "import-tie": "Row {row} of the sheet “{sheet}” has no “{column}”, so its record is not "
    "known. Please fill in the id.",
    "import-tie.unknown": "The id “{value}” in row {row} of the sheet “{sheet}” is not on the "
    "first sheet. Please check it.",
    "import-tie.near": "The id “{value}” in row {row} of the sheet “{sheet}” is not on the first "
    "sheet. Did you mean “{near}”?",
    "import-tie.number": "“{column}” in row {row} of the sheet “{sheet}” has to be a number such "
    "as 1. Please mend it.",
    "import-tie.none": "“{column}” in row {row} of the sheet “{sheet}” is {value}, but that "
    "record has no item {value}. Please check it.",
    "import-tie.twice": "The sheet “{sheet}” has a row for “{value}” already. Please make one row "
    "of them.",
    "import-register-broken": "The register {path} has faults of its own and was left alone. "
    "Please mend it first, then try again.",
    "import-register-broken.form": "The register {path} is written so (in brackets, for "
    "example) that nothing can follow, and was left alone. Please run huiying fmt first, then "
    "try again.",
    "import-register-same": "The register {path} has “{id}” already; it was not touched. What "
    "differs: {fields}. Please edit that entry, or delete it and import again.",
    "import-twice": "The id “{id}” occurs twice in the table. Please change one of them.",
    "import-exists": "{path} is there already and was not touched. What differs: {fields}. Please "
    "edit that file, or delete it and import again. If this is in fact another record, write an id "
    "for it.",
    "import-exists.broken": "{path} is there already and was not touched; it has faults, so what "
    "differs is not known. Please mend it first (huiying check), then import again.",
    "import-organisation": "The register has no organisation “{id}” ({name}). Please add it.",
    "import-history.first_published": "First published.",
    "import-history.updated": "Updated: {fields}.",
    "import-history.clarified": "Published again without a change.",
    "import-history.corrected": "The verdict was changed from “{before}” to “{after}”.",
    "sheet-author": "Huiying",
    "sheet-choices": "choices",
    "sheet-help": "help",
    "sheet-yes-no": "yes/no",
    "sheet-needed": "needed",
    "sheet-columns": "sheet/column/needed/how to fill it in/example",
    "sheet-term-columns": "choice/words//meaning",
    "sheet-key": "The record's id: a day and a few words, such as 20260312-tingshui. It may stay "
    "empty; the import then makes one of the time of publication and the title. Settle it first "
    "where other sheets have to name it. Ids of topics have no day, such as gongshui.",
    "sheet-key-needed": "An id of lower-case letters, digits and hyphens, such as shuiwuju. One "
    "row for each; it never changes.",
    "sheet-key-below": "To which record the row belongs: its id on the sheet “{sheet}”.",
    "sheet-tie": "To which item above the row belongs: 1 is the first one of that record. May "
    "stay empty where there is only one.",
    "sheet-one-a-line": " Several items stand one a line (Alt+Enter).",
    "sheet-how": "How to use this workbook\n1. The sheet “{sheet}” has one row for each record. "
    "Columns with a * are needed, all others may stay empty.\n2. Choose a cell to see how to fill "
    "it in; some offer a list. Below stands every column with an example.\n3. What a record has "
    "several of (blocks, sources) stands on sheets of its own, one row an item; “{tie}” says to "
    "which record it belongs. Items keep the order of their rows.\n4. A number in a heading "
    "counts items. For more of them add a column on the right and count on, such as “keywords "
    "4”.\n5. Write days like 2026-03-12 and times like 2026-03-12 09:40. Merge no cells, use no "
    "formulas.\n6. Columns may be moved, and those not needed deleted; leave headings and names "
    "of sheets as they are.\n7. Save as .xlsx and hand it to the site's keeper, or run: huiying "
    "import FILE.xlsx. Rows with a fault are named, the others come in; records that are there "
    "are never changed.",
}
