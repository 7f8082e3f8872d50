"""Sentences on the form of a file, in English."""

SENTENCES: dict[str, str] = {
    "too-large": (
        "This file is larger than {limit} and is not read. "
        "Put attachments into the media folder, or split the file."
    ),
    "encoding": "From here on this is not UTF-8 text. Save the file again with encoding UTF-8.",
    "encoding.gbk": "This file looks like GBK (ANSI). Save it again with encoding UTF-8.",
    "encoding.utf-16": (
        "This file is UTF-16 or UTF-32 (“Unicode”). Save it again with encoding UTF-8."
    ),
    "control-character": (
        "Here is a character that nobody sees ({character}). Delete it, or type these words again."
    ),
    "control-character.escape": (
        "These quotes hold a character that nobody sees ({character}), written with a backslash. "
        "Delete the backslash and its code."
    ),
    "tag": (
        "A value that begins with “!” is a YAML tag, which this site does not use. "
        "Delete the tag, or put the whole value in quotes."
    ),
    "anchor": (
        "This is a YAML anchor (&) or alias (*), which this site does not use. "
        "Write the content out."
    ),
    "anchor.sign": "A value cannot begin with “&” or “*”. Put the whole value in quotes.",
    "anchor.merge": (
        "“<<” merges mappings in YAML, which this site does not use. Write the content out."
    ),
    "directive": (
        "“%” at the start of a line is a YAML directive, which this site does not use. "
        "Delete the line."
    ),
    "several-documents": (
        "One file holds one record, and here begins another. "
        "Delete the separator and move the other record to its own file."
    ),
    "empty-file": "This file is empty. Write the record, or delete the file.",
    "not-a-mapping": (
        "This file should consist of “key: value”. Begin it with “title: …” or another key."
    ),
    "not-a-mapping.wide-colon": (
        "This is a full-width colon “：”. Write a colon “:” and a space instead."
    ),
    "too-deep": "This is nested more than {limit} levels deep. Check indentation and brackets.",
    "complex-key": "A key is one word, not a list or a mapping. Write “key: value”.",
    "duplicate-key": (
        "“{key}” is written twice; line {first_line} already has it. Delete one of the lines."
    ),
    "syntax": (
        "This cannot be understood. Check punctuation and indentation of this line and the one "
        "above; put values with special signs in quotes."
    ),
    "syntax.quote": "The quote that opens here is not closed. Close it at the end of the value.",
    "syntax.after-quote": (
        "There is text after the closing quote. "
        "Put the whole value in one pair of quotes and use “ ” inside."
    ),
    "syntax.escape": (
        "The backslash “\\” inside double quotes is not valid. Use single quotes outside."
    ),
    "syntax.tab": "Here is a tab. Replace it by spaces.",
    "syntax.wide-colon": "This is a full-width colon “：”. Write a colon “:” and a space instead.",
    "syntax.no-colon": "This line has no “: ”. Write a colon and a space after the key.",
    "syntax.colon": (
        "The value has another “: ”, so that key and value cannot be told apart. "
        "Put the whole value in quotes."
    ),
    "syntax.run-on": (
        "This line and the one above run together. Check that the colon above is followed by a "
        "space, and that this line is indented like its neighbours."
    ),
    "syntax.indent": (
        "The indentation does not fit the lines above. "
        "Align lines of one level; begin each list item on its own line with “- ”."
    ),
    "syntax.bracket": (
        "The bracket that opens here is not closed, or a comma is missing. "
        "Add it, or write a list with one item a line."
    ),
    "syntax.start": "A value cannot begin with “{character}”. Put the whole value in quotes.",
}
