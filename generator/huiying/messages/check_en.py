"""Sentences of `check` itself: its baseline, and how the records stand."""

SENTENCES = {
    "baseline": "{file} is no baseline that can be read. Please write it anew: --write-baseline.",
    "baseline.gone": (
        "One problem of {file} ({rule}) is there no more. Please take it out of the baseline."
    ),
    "baseline.known": "{count} problems that the baseline knows are not listed.",
    "baseline.part": "A baseline needs the whole content. Please give no PATH.",
    "baseline.written": "The baseline is written: {file}, with {count} problems.",
    "check.gates-enabled": "Review gates: enabled.",
    "check.gates-unknown": "Review gates: unknown, as site.yml cannot be read. Mend it first.",
    "check.gates-disabled": "Review gates: disabled; records are public whether signed or not.",
    "check.at": (
        "At {at}: {public} public, {embargoed} waiting for their time, {unsigned} not signed, "
        "{draft} drafts or in review, {undisclosed} not for the public."
    ),
    "baseline.refused": "{count} problems cannot be put into a baseline and are to be mended.",
}
