"""Sentences of `check` itself: its baseline."""

SENTENCES = {
    "baseline": "{file} is no baseline that can be read. Please write it anew: --write-baseline.",
    "baseline.gone": (
        "One problem of {file} ({rule}) is there no more. Please take it out of the baseline."
    ),
    "baseline.known": "{count} problems that the baseline knows are not listed.",
    "baseline.part": "A baseline needs the whole content. Please give no PATH.",
    "baseline.written": "The baseline is written: {file}, with {count} problems.",
    "baseline.refused": "{count} problems cannot be put into a baseline and are to be mended.",
}
