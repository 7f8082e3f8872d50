"""Sentences of `correct`, `withdraw` and `restore`, in English."""

SENTENCES = {
    "amend-corrected": "Corrected “{keys}”, and noted it in the history: {file}",
    "amend-noted": "“{keys}” has the new wording already; noted in the history: {file}",
    "amend-done": "Noted in the history: {file}",
    "amend-privacy": "The title stays public: change it too where it tells something private. "
    "The repository's history, older releases and copies elsewhere still hold the text: clear them "
    "as well.",
    "amend-sign": (
        "What is public is not what was reviewed: it has to be signed again before it is "
        "published. Use huiying sign and huiying confirm."
    ),
    "amend-nothing": "The file is as it was. Mend what is named above, then try again.",
    "amend-address": (
        "There is no record “{address}”. Write a part of its URL: rumours/20260312-tingshui."
    ),
    "amend-address.near": "There is no record “{address}”. Do you mean {near}?",
    "amend-unreadable": "“{file}” cannot be read and is as it was. Run huiying check first.",
    "amend-same": "The wording before and after is the same. Write what it was and is to be.",
    "amend-not-found": (
        "“{words}” is nowhere in what is public; nothing was changed. Write a part of one line, as "
        "it stands in the file."
    ),
    "amend-many": (
        "“{words}” stands {count} times in what is public; nothing was changed. Write the words "
        "around it too, so that it stands once."
    ),
    "amend-not-public": "“{address}” is not public yet; nothing was changed. Just change its text.",
    "amend-withdrawn": "“{address}” is withdrawn; nothing was changed. Restore it first.",
    "amend-open": "“{address}” is neither withdrawn nor archived. Check the address.",
    "amend-ref": "There is no record {address} to refer to; nothing was changed. Check it.",
    "amend-alternative": (
        "“{address}” cannot stand in for it: it does not exist, is not public, is withdrawn, or is "
        "this record. Write another."
    ),
    "amend-future": (
        "{at} is still to come; nothing was changed. Write when it was changed, or leave out --at."
    ),
    "amend-order": "{at} is before the last entry, {last}; nothing was changed. Check the time.",
}
