"""Sentences of the web form, in English: its problems and its own labels."""

SENTENCES = {
    "form-bundle": "The web form has not been bundled yet. Run `make forms` first, or install the "
    "wheel that holds it.",
    "form-backend": "forms in mkdocs.yml: “{key}” should be {wanted}. See docs/writing.md.",
    "form-clash": "{path} is there already and is no file of the form. Choose another folder.",
    "form-done": "The form is in {folder}.",
    "form-title": "Form: {name}",
    "form-required": "Needed.",
    "form-always": "Needed; a draft may leave it open.",
    "form-approved": "Needed before approval.",
    "form-main": "The main part of this kind; fill it in as soon as it is there.",
    "form-status": "Choose approved once it is reviewed, and fill in publish_at: it is public "
    "from then.",
    "form-pick": " Pick it from the list.",
    "form-registers": "Registers",
    "form-site": "Site",
    "form-entries": "entries",
    "form-id": "id",
    "form-id-hint": "Name of the file and part of its address, never changed once public: "
    "lower-case letters, digits and hyphens, such as tingshui.",
    "form-id-dated": "Name of the file and part of its address, never changed once public: eight "
    "digits of the date, then short words, such as 20260312-tingshui.",
    "form-id-wrong": "Only lower-case letters, digits and hyphens, such as tingshui.",
    "form-id-wrong-dated": "Eight digits of the date, then lower-case letters, digits and hyphens, "
    "such as 20260312-tingshui.",
    "form-whole": "Digits only, such as 30.",
    "form-address": "Begin with https://, or with / for a page of this site.",
    "form-record": "Write its address, such as rumours/20260312-tingshui.",
}
