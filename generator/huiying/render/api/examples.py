"""A few lines that read the data, as the page and `docs/api.md` show them and the tests run them.

In: the address of the interface. Out: programs as text. Python needs its standard library only,
JavaScript runs as a module in any browser.
"""

_PYTHON = """\
import json
from urllib.request import urlopen

API = "{base}"


def read(path):
    with urlopen(API + path) as answer:
        return json.load(answer)


for rumour in read("lists/verdicts/false-claim.json")["newest"][:5]:
    print(rumour["published_at"][:10], rumour["title"], rumour["url"])
"""
_JAVASCRIPT = """\
const api = "{base}";
const read = async (url) => (await fetch(url)).json();
const changes = await read(api + "changes.json");
for (const change of changes.newest.slice(0, 5)) {
  const record = await read(change.document);
  const state = record.current ? "有效" : record.marks.join("、");
  console.log(change.at.slice(0, 10), change.type, record.fields.title, state);
}
"""


def python(base: str) -> str:
    """What was found false, the five newest answers."""
    return _PYTHON.replace("{base}", base)


def javascript(base: str) -> str:
    """What changed lately, and how each record stands now."""
    return _JAVASCRIPT.replace("{base}", base)
