"""Sentences of the command `chart`, in English."""

SENTENCES = {
    "chart-done": "Drawn: {file}. Write its alt and long_description into the .yml beside it.",
    "chart-extra": 'Nothing here draws charts. Run pip install "huiying[charts]" and try again.',
    "chart-folder": "“{folder}” cannot name a folder. Use lower-case letters, figures and hyphens.",
    "chart-json": "This is no JSON: line {line}, column {column}. Check quotes and commas.",
    "chart-object": "All of it must stand in braces { }, with mark and data. Put them there.",
    "chart-view": 'Nothing says what to draw. Write mark, such as "mark": "bar", or layer.',
    "chart-name": "“{file}” cannot be used. Use lower-case letters, figures, hyphens and .vl.json.",
    "chart-spec": "Vega-Lite cannot draw this. Check mark, encoding and types. It says: {value}",
    "chart-svg": "It holds what the site does not take, such as pictures. Draw it otherwise.",
    "chart-there": "{file} is there already and stays. To draw it anew, delete it; its words stay.",
    "chart-url": "Data or pictures come from an address; none is asked. Write them as values.",
}
