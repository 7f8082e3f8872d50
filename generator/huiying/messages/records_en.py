"""Sentences on the shape of records, in English."""

SENTENCES = {
    "unknown-key": "There is no key “{key}”. Use one of: {allowed}.",
    "unknown-key.near": "There is no key “{key}”. Did you mean “{near}”?",
    "unknown-key.kind": (
        "There is no key “{key}” here: it belongs to another kind ({kinds}). "
        "Remove it, or write a record of that kind."
    ),
    "mixed-keys.zh": (
        "“{key}” is an English key, but line {line} has a Chinese one. "
        "Write “{right}” or run huiying fmt."
    ),
    "mixed-keys.en": (
        "“{key}” is a Chinese key, but line {line} has an English one. "
        "Write “{right}” or run huiying fmt."
    ),
    "mixed-keys.zh-alone": (
        "“{key}” is an English key in a file with Chinese keys. Write “{right}” or run huiying fmt."
    ),
    "mixed-keys.en-alone": (
        "“{key}” is a Chinese key in a file with English keys. Write “{right}” or run huiying fmt."
    ),
    "duplicate-key.languages": "“{key}” is written in both languages. Delete one of the lines.",
    "shape.scalar": "“{key}” wants one value, not a list or a group. Write one value.",
    "shape.list": "“{key}” wants a list, one item a line after “- ”. Write a list.",
    "shape.group": "“{key}” wants a group of “key: value” lines. Write one key a line, indented.",
    "shape.wide-colon": "This is a full-width colon “：”. Please write “: ”, with a space.",
    "shape.item": (
        "Each item of “{key}” is a group of “key: value” lines, the first after “- ”. Write one."
    ),
    "shape.ids": "Entries by their id belong here. Write “id:” and the fields below it.",
    "required": "“{key}” is missing. Add it.",
    "required.draft": "The draft still lacks “{key}”. Fill it in before the review.",
    "required.draft-inner": "The draft still lacks “{key}” in “{group}”. Fill it in before the "
    "review.",
    "required.inner": "“{key}” is missing in “{group}”. Add it.",
    "required.approved": "An approved record needs “{key}”. Add it, or go back to draft.",
    "empty-text": "“{key}” is an empty pair of quotes. Fill it in, or delete the line.",
    "too-long": "“{key}” is longer than {limit} characters. Shorten it.",
    "one-line": "“{key}” must be one line. Remove the line break.",
    "moment": "“{key}” has a time that cannot be read: “{value}”. Write it like 2026-03-12 09:40.",
    "moment.impossible": "“{key}” has a time that does not exist: “{value}”. Check it.",
    "moment.no-time": "“{key}” has a date without a time: “{value}”. Add it, as in {date} 09:40.",
    "moment.unclear-hour": "“{key}” has an unclear hour: “{value}”. Write, say, 2026-03-12 21:40.",
    "moment.ambiguous": (
        "“{key}” has year, month and day in an unclear order: “{value}”. "
        "Write it like 2026-03-12 09:40."
    ),
    "moment.serial": (
        "“{key}” seems to have a spreadsheet's number of a date: “{value}”, perhaps {date}. "
        "Check it, and write it like 2026-03-12 09:40."
    ),
    "day": "“{key}” has a date that cannot be read: “{value}”. Write it like 2026-03-12.",
    "day.impossible": "“{key}” has a date that does not exist: “{value}”. Check it.",
    "day.with-time": "“{key}” is a date, but “{value}” has a time too. Write {date}.",
    "day.ambiguous": (
        "“{key}” has year, month and day in an unclear order: “{value}”. Write it like 2026-03-12."
    ),
    "day.serial": (
        "“{key}” seems to have a spreadsheet's number of a date: “{value}”, perhaps {date}. "
        "Check it, and write the date."
    ),
    "whole": "“{key}” wants a whole number, not “{value}”. Write digits.",
    "number": "“{key}” wants a number such as 42.3, not “{value}”. Put the unit into “unit”.",
    "percent": "“{key}” must be a share from 0 to 100 such as 43.2%, not “{value}”. Correct it.",
    "yes-no": "“{key}” can be {allowed}, not “{value}”. Write one of them.",
    "offset": "“{key}” is a place from the beginning such as 01:12, not “{value}”. Correct it.",
    "address": "“{key}” is no web address: “{value}”. Begin with https://, or / for this site.",
    "address.hole": (
        "Braces in “{key}” hold only the word text, after = or /. Write {{text}}, or delete them."
    ),
    "address.wide": "“{key}” has full-width characters in “{value}”. Write “{near}”.",
    "identifier.wide": "“{key}” has full-width characters in “{value}”. Write “{near}”.",
    "identifier": "“{key}” is no id: “{value}”. Use lower-case letters, digits and hyphens.",
    "choice": "“{key}” cannot be “{value}”; it can be: {allowed}. Choose one of them.",
    "choice.near": "“{key}” cannot be “{value}”; it can be: {allowed}. Did you mean “{near}”?",
    "choice.zh": "“{key}” has the English term “{value}” in a Chinese file. Write “{near}”.",
    "choice.en": "“{key}” has the Chinese term “{value}” in an English file. Write “{near}”.",
    "choice.status": (
        "“{key}” cannot be “{value}”; it can be: {allowed}. Approved records are public from their "
        "time on. To withdraw one, add an entry of the type “withdrawn” to its history."
    ),
    "site-code.wide": "“{key}” has full-width characters in “{value}”. Write “{near}”.",
    "site-code": (
        "“{key}” is no code of a website: “{value}”. "
        "Write ten digits, bm and eight digits, or N and nine digits."
    ),
    "stray-file.near": "“{folder}” is no folder of the content. Move this to {right}.",
    "file-name": "The name of this file is not UTF-8, so it is not read. Rename it.",
    "stray-file": "This file belongs to no folder and is not published. Move or delete it.",
    "unreadable-folder": (
        "This folder may not be read, so nothing in it is known. Ask for the right to read it and "
        "run this again."
    ),
    "symbolic-link": "This is a link, not a file, and is not read. Put the file itself here.",
    "file-suffix": "The suffix of a record's file is .yml (lower case). Rename it to {right}.",
    "file-suffix.text": (
        "The name ends in .txt, so the file is not read; Windows may hide that ending. Rename it "
        "to {right}."
    ),
    "id-form": "“{id}” is no id: lower-case letters, digits and hyphens only. Rename it.",
    "id-form.dated": "“{id}” is no id: write 8 digits of date and pinyin, 20260312-tingshui.",
    "wrong-folder": "This file is in the wrong folder. Move it to {right}.",
    "duplicate-id": "The id “{id}” is taken by {other}. Choose another.",
    "no-register": "There are no organisations. Write the register of organisations in this file.",
    "guide-taken": "This file was not written by huiying guide; nothing was written. Rename it.",
    "init-taken": "{files} are there already; nothing was written. Choose an empty folder.",
    "init-taken.many": "{files} and others, {count} files in all, are there already; nothing was "
    "written. Choose an empty folder.",
    "disk.full": "The disk is full and the work is not finished. Make room and run it again.",
    "disk.denied": "{file} may not be read or written; the work is not finished. Close the program "
    "that uses it, or ask for the right to it, and run it again.",
    "disk.taken": "Another file or folder stands in the way of {file}; the work is not finished. "
    "Move it away and run it again.",
    "disk.long": "The name {file} is too long; the work is not finished. Choose a shorter one.",
    "output.taken": "{file} is another file and is not written over. Choose another name.",
    "output.nowhere": "There is no folder for {file}. Make it first, or choose another place.",
    "no-site": "There is no site.yml. Write the site's own record first.",
    "time-zone": "There is no time zone “{value}”. Write it like Asia/Shanghai.",
    "site-url": "mkdocs.yml has no site_url. Write the full address of the site.",
    "engine-warnings": "MkDocs has {count} warnings and --strict accepts none. Mend them.",
    "epoch": "SOURCE_DATE_EPOCH must be a whole number of seconds, not “{value}”.",
    "path-clash": "Two pages want the address {path}. Rename one of them.",
    "lone-sidecar": "The medium “{medium}” of this sidecar is not there. Add it, or delete this.",
}
