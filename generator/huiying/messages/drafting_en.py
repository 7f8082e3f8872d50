"""What stands in a new record's file, and what `new` says and asks, in English."""

SENTENCES = {
    "draft-head": (
        "After “## ” stands help, after “# ” a key that may be used: take the two signs away and "
        "put your own words for the example.\n"
        "Then run huiying check. What keys and terms mean: huiying explain verdict."
    ),
    "draft-rest": "-------- all below may be left out --------",
    "draft-need.always": "Needed. ",
    "draft-need.approved": "Needed once approved. ",
    "draft-terms": "One of: {terms}.",
    "draft-terms.of": "“{key}” is one of: {terms}.",
    "draft-others": "It may also have: {keys}.",
    "new-kind": "There is no kind “{word}”. It can be: {known}.",
    "new-kind.near": "There is no kind “{word}”. Did you mean “{near}”? It can be: {known}.",
    "new-key": "“{kind}” has no key “{key}”, or not in this way. It can be: {known}.",
    "new-set": "There is no equals sign in “{text}”. Write key=value, as in verdict=false-claim.",
    "new-body": (
        "No body has the id or name “{value}”. Add it to the register of organisations first, or "
        "write: {known}."
    ),
    "new-body.near": (
        "No body has the id or name “{value}”. Did you mean “{near}”? Or write: {known}."
    ),
    "new-same": "The register has “{value}” already, with the id {id}, at {place}. To change it, "
    "edit that entry.",
    "new-missing": "“{key}” is missing. Give --set {key}=…, or run it in a terminal, which asks.",
    "new-fast": "There is no fast way for “{kind}”. Leave out --fast.",
    "new-taken": "The id “{id}” is taken by {other}. Choose another, such as {near}.",
    "new-exists": "{file} is there already and was left alone. Move or rename it first.",
    "new-like": "Very like what is answered already; have a look first:",
    "new-like.one": "  {title} ({at}) {file}",
    "new-like.ask": "Write another one all the same? y for yes, Enter for no",
    "new-like.none": "Nothing was written. Add to the updates or claims of the one that is there.",
    "new-ask.number": "Number or name; press Enter to leave it for later",
    "new-ask.id": "Id (part of the address, never changed once public): {id}\nEnter takes it",
    "new-ask.needed": "This cannot be left empty.",
    "new-ask.unknown": "There is no “{value}” here, please try again.",
    "new-ask.unknown-near": "There is no “{value}” here. Did you mean “{near}”? Please try again.",
    "new-stopped": "Cancelled; nothing was written.",
    "new-done": "Written: {file}",
    "new-next": "Open it and go on; huiying check judges it, huiying serve shows it: {address}",
    "new-next.entry": "Next open it and go on with the entry at its end; huiying check judges it.",
    "new-next.fast": (
        "To publish it fast: fill in facts and set status to approved. Evidence and the words for "
        "pictures, sound and films are owed by {due}."
    ),
    "new-next.fast-gates": (
        "To publish it fast: fill in facts and publish_at, set status to approved, have all five "
        "gates signed (huiying sign); it is public at its time. Evidence and the words for "
        "pictures, sound and films are owed within {hours} hours of publication."
    ),
    "new-next.sheet": "Once it is filled in, run huiying import {file}",
}
