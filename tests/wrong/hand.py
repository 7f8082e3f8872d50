"""The wrong records written by hand, judged as `check` does: read from disk, by every rule.

In: `by_hand.yml`. Out: of each case the problems, as lines.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from huiying import content, rules
from huiying.cache import Cache
from huiying.messages import sentence
from huiying.problem import Problem, arrange
from huiying.settings import Settings
from tests.rules import helper

CASES = Path(__file__).parent / "by_hand.yml"
HOLIDAYS = "'2026':\n  放假:\n    - {节日: 春节, 开始: 2026-02-15, 结束: 2026-02-23}\n"
SIGNERS = "fagui: {姓名: 审核岗, 单位: shuiwuju, 审核关: [法律关], 结束: 2026-01-31}\n"
SITE_FILES = {
    "site.yml": helper.SITE,
    "registers/organisations.yml": helper.ORGANISATIONS,
    helper.OF_POLICIES: helper.POLICIES,
    helper.OF_EXPERTS: helper.EXPERTS,
    helper.OF_HOLIDAYS: HOLIDAYS,
    helper.OF_SIGNERS: SIGNERS,
    helper.READING: helper.INTERPRETATION,
}
TEXTS = {
    "clarification": (helper.RUMOUR, helper.CLARIFICATION),
    "english": (helper.RUMOUR, helper.ENGLISH),
    "response": (helper.ANSWER, helper.RESPONSE),
    "interpretation": (helper.READING, helper.INTERPRETATION),
    "briefing": (helper.MEETING, helper.BRIEFING),
    "question": (helper.LETTER, helper.QUESTION),
    "survey": (helper.POLL, helper.SURVEY),
    "topic": (helper.MATTER, helper.TOPIC),
    "site": ("site.yml", helper.SITE),
}


@cache
def by_hand() -> tuple[dict[str, Any], ...]:
    """The cases, in their order."""
    return tuple(yaml.safe_load(CASES.read_text(encoding="utf-8")))


def files_of(case: dict[str, Any]) -> dict[str, str]:
    """The files of the site of one case."""
    files = dict(SITE_FILES)
    name = case.get("in", "")
    place, text = TEXTS.get(name, (case.get("path") or f"registers/{name}.yml", ""))
    if "long" in case:
        files[place] = helper.merge(text, f"{case['long']}: {'水' * 1001}")
    elif case.get("replace") or name not in TEXTS:
        files[place] = case["write"]
    else:
        files[place] = helper.merge(text, case["write"])
    if "摘要值" in case.get("write", ""):
        files[place] = helper.signed(files[place])
    if "site" in case:
        files["site.yml"] = helper.merge(helper.SITE, case["site"])
    if "holidays" in case:
        files[helper.OF_HOLIDAYS] = case["holidays"]
    if "experts" in case:
        files[helper.OF_EXPERTS] = case["experts"]
    if "again" in case:
        files[case["again"]] = helper.merge(text, "发布时间: 2026-03-12 09:30")
    for name, fragment in case.get("beside", {}).items():
        files[name] = helper.merge(files[name], fragment)
    return files | {f"media/{file}": text for file, text in case.get("media", {}).items()}


def judge(case: dict[str, Any]) -> list[Problem]:
    """Every problem of the site of one case."""
    with TemporaryDirectory() as folder:
        base = Path(folder) / "content"
        for name, text in files_of(case).items():
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_text(text, encoding="utf-8", newline="\n")
        found = content.read(Path(folder), base, "test", Cache(None))
        settings = Settings(found.site, helper.BASE_URL, helper.NOW)
        said = rules.check(found.library, settings, base, "content")
        return arrange([*found.problems, *said])


def line(case: dict[str, Any]) -> str:
    """What the case is, and place, level, rule and sentence of each problem."""
    language = "en" if case.get("in") == "english" else "zh"
    told = [
        f"{each.mark} {each.level.value} {each.key} {sentence(each.key, each.values, language)}"
        for each in judge(case)
    ]
    return " | ".join([case["name"], *(told or ["-"])])
