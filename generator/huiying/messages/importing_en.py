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
}
