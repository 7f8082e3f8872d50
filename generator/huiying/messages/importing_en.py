"""Sentences on bringing tables in, in English."""

SENTENCES: dict[str, str] = {
    "import-done": "Read {rows} rows, wrote {count} records into {folder}.",
    "import-format": "Only CSV, JSONL and Markdown with front matter (a .md file, or a folder of "
    "them) can be imported. Please use one of these.",
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
    "import-cell": "The column “{column}” does not fit the record. Please check it.",
    "import-cell.fault": "The column “{column}” does not fit the record: {fault}",
    "import-cell.constant": "A value of the mapping does not fit the record: {fault}",
    "import-cell.record": "This row makes no record: {fault}",
    "import-cell.term": "“{value}” in “{column}” is not among the terms of the mapping: {allowed}. "
    "Please add it.",
    "import-cell.moment": "“{value}” in “{column}” fits no format: {allowed}. Please check it.",
    "import-cell.missing": "“{column}” is empty, so the record is not known. Please fill it in.",
    "import-cell.number": "“{value}” in “{column}” is no number to sort by. Please mend it.",
    "import-cell.id": "“{value}” in “{column}” has no letter or digit for an id. Please use "
    "another column or fill it in.",
    "import-cell.day": "Without a time of publication there is no id. Please map `publish_at`, or "
    "write whole ids in “{column}”.",
    "import-cell.taken": "Where “{column}” belongs there is a value already. Please give the two "
    "columns different places in the mapping.",
    "import-cell.left-out": "“{column}” has HTML that Markdown cannot say ({names}); only its text "
    "was kept. Please check it.",
    "import-twice": "The id “{id}” occurs twice in the table. Please change one of them.",
    "import-exists": "{path} is there already and was not touched. Please check it first.",
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
    "sheet-how": "How to use this workbook\n"
    "1. The sheet “{sheet}” has one row for each record. Columns with a * are needed, all others "
    "may stay empty.\n"
    "2. Choose a cell to see how to fill it in; some offer a list. Below stands every column with "
    "an example.\n"
    "3. What a record has several of (blocks, sources) stands on sheets of its own, one row an "
    "item; “{tie}” says to which record it belongs. Items keep the order of their rows.\n"
    "4. A number in a heading counts items. For more of them add a column on the right and count "
    "on, such as “keywords 4”.\n"
    "5. Write days like 2026-03-12 and times like 2026-03-12 09:40. Merge no cells, use no "
    "formulas.\n"
    "6. Columns may be moved, and those not needed deleted; leave headings and names of sheets as "
    "they are.\n"
    "7. Save as .xlsx and hand it to the site's keeper, or run: huiying import FILE.xlsx. Rows "
    "with a fault are named, the others come in; records that are there are never changed.",
}
