"""Sentences of `fmt`, in English."""

SENTENCES = {
    "fmt-written": "Put in order: {file}",
    "fmt-wanted": "Not in order: {file}",
    "fmt-done": "{changed} files put in order; {same} were, {left} have problems and "
    "stay as they are.",
    "fmt-checked": "{changed} files are not in order; {same} are, {left} have problems. "
    "Nothing was written.",
    "unwritable": "This file cannot be written and is as it was. Close the program that uses it, "
    "and try again.",
    "unwritable.changed": "This file was just changed by another program or person and is as they "
    "left it. Please run the command once more.",
    "unrevisable": "This file is written in a way that lets no one place be changed alone, and is "
    "as it was. Put it in order with huiying fmt, then try again.",
    "unrevisable.comments": "There are comments within what is to be changed, which would be lost; "
    "the file is as it was. Move the comments elsewhere, then try again.",
}
