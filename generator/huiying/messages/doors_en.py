"""Sentences of the doors: where a site is, what its configuration says, what a build did."""

SENTENCES = {
    "no-command": "There is no command “{name}”. There are: {known}.",
    "no-command.near": (
        "There is no command “{name}”. Did you mean “{near}”? All commands: huiying --help"
    ),
    "no-config": (
        "This is no site's folder (there is no mkdocs.yml). Go into the site's folder with cd, or "
        "point at it with -f."
    ),
    "no-config.named": "There is no file {file}. Point at the site's mkdocs.yml with -f.",
    "other-site": (
        "{file} is not in the content folder {folder}. Point at the mkdocs.yml of its own site "
        "with -f."
    ),
    "config": "MkDocs cannot read this configuration: {why}. Mend it as it says.",
    "config.pages": (
        "There is no folder {folder} for the hand-written pages. Make it, or mend docs_dir."
    ),
    "instant": '“{value}” is no time. Write it like 2026-03-12T09:40 or "2026-03-12 09:40".',
    "port": (
        "{address} is in use, perhaps by another preview. Close that, or take another: -a {other}"
    ),
    "port.wrong": "“{address}” cannot be used on this computer. Write it like 127.0.0.1:8001.",
    "released": (
        "The site is in {folder}. Public records: {records}; pages: {pages}, {new} new, "
        "{changed} changed."
    ),
    "released.gone": "{count} pages are gone: {first}.",
    "released.gone-more": "{count} pages are gone: {first} and more.",
    "released.waiting": "{count} records wait for their time, the next for {at}.",
    "released.unsigned": "Left out as not signed, {count}: {first}.",
    "released.unsigned-more": "Left out as not signed, {count}: {first} and others.",
    "released.no-gates": "This site does not use gates: nobody asks who signed.",
    "released.drafts": "Drafts have errors, which did not stop this release: mend them in time.",
    "released.preview": "The preview is in {folder}: {pages} pages. It cannot be published.",
    "placeholder": (
        "The address is still the example {value}. Before you publish, write your own into "
        "site_url of mkdocs.yml."
    ),
    "share-fonts": (
        "The typefaces of share cards are missing, so shared links show their column's card only."
        " Run pip install pylopdf-fonts-zh-cn==0.1.1 and build again."
    ),
    "placeholder.code": (
        "The site code is still the example {value}. Before you publish, write your own of 10 "
        "digits."
    ),
}
