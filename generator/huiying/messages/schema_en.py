"""Sentences on what is written for the editor's program, in English."""

SENTENCES = {
    "editor-settings": "This is no JSON without comments and was left alone. Add to it: {wanted}",
    "editor-settings.clash": "“{key}” is {found}, and {wanted} is needed. Make them the same.",
    "editor-settings.foreign": "This file is not of huiying schema and was left alone. Move it.",
}
