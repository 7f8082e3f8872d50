"""豁免只用在警告上，到期就失效。

豁免登记册里的一条，让一条规则的警告在一条记录上只作提示，要有理由、批准单位和期限。“规则”写规则的名字，
必须是会发警告的规则；错误不能豁免。豁免个人信息的，规则要写明是哪一种（如 personal-data.email），
也必须写“截止”。到期的豁免会提示：该删去，或者重新批准。

依据：柳政办〔2017〕120号一（一）1“原则上”留有例外，例外要有人批准。

对：

    lin-juzhang:
      规则: briefing-speaker
      记录: rumours/20260312-tingshui
      理由: 局长在防汛现场指挥
      批准单位: shuiwuju
      批准日期: 2026-03-12
      截止: 2026-04-01

错：

    lin-juzhang:
      规则: briefing-speeker
      记录: rumours/20260312-tingshui
      理由: 局长在防汛现场指挥
      批准单位: shuiwuju
      批准日期: 2026-03-12

In English: an exemption makes the warning of one rule on one record a note, until it expires; an
error cannot be exempted.
"""

# Reference: DOMAIN §(d) exemption.

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from huiying.library import Library
from huiying.messages import CATALOGUE
from huiying.problem import Level, Problem
from huiying.records.office import ExemptionEntry
from huiying.rules import personal_data
from huiying.rules._standing import today
from huiying.settings import Settings

NAME = "exemption"
WARNING_RULES = frozenset(
    "absolute-claim assessment banned-words block briefing-speaker captions claim-as-sent"
    " coordinator correction correction-names-person doc-no drawing empty-phrase figure-conflict"
    " handover holiday intake interpretation length link-form map-approval medium-licence"
    " number-style player policy-risk sentence-length survey-count".split()
)
"""The rules that warn. Those that only stop or only remind need no exemption and get none."""
PERSONAL = frozenset(
    f"{personal_data.NAME}.{kind}"
    for kind, level in personal_data.LEVELS.items()
    if level is Level.WARNING
)
"""The warnings about persons: one exemption lets one kind pass, and never for good."""


def check(library: Library, settings: Settings) -> Iterator[Problem]:
    """A problem for each exemption from what cannot be exempted, a note for each that is over."""
    for id, entry in library.registers.get("exemption", {}).items():
        mark, rule = entry.mark(f"{id}.rule"), entry.fields.rule
        if rule not in WARNING_RULES | PERSONAL:
            yield Problem(NAME, mark, *_refusal(rule))
        elif rule in PERSONAL and entry.fields.until is None:
            yield Problem(NAME, entry.mark(id), "open")
        elif entry.fields.until is not None and entry.fields.until < today(settings):
            yield Problem(NAME, entry.mark(f"{id}.until"), "over", {"id": id}, Level.NOTE)


def _refusal(rule: str) -> tuple[str, dict[str, str]]:
    """The case and the values for a rule that warns of nothing."""
    if rule == personal_data.NAME:
        return "kind", {"allowed": ", ".join(sorted(PERSONAL))}
    values = {"rule": rule[:40], "allowed": ", ".join(sorted(WARNING_RULES))}
    if rule in CATALOGUE["zh"] or rule in {key.partition(".")[0] for key in CATALOGUE["zh"]}:
        return "error", values
    near = get_close_matches(rule[:40], sorted(WARNING_RULES | PERSONAL), n=1, cutoff=0.5)
    return ("near", {**values, "near": near[0]}) if near else ("", values)


def lowered(problems: Iterable[Problem], library: Library, settings: Settings) -> Iterator[Problem]:
    """The problems, with the warnings from which a record is exempt today as notes."""
    exempt = {
        (entry.fields.rule, library.records[entry.fields.record].file)
        for entry in library.registers.get("exemption", {}).values()
        if entry.fields.record in library.records and _is_active(entry.fields, today(settings))
    }
    for problem in problems:
        names = {problem.rule, problem.key}
        is_exempt = any((name, problem.mark.file) in exempt for name in names)
        if is_exempt and problem.level is Level.WARNING:
            yield replace(problem, level=Level.NOTE)
        else:
            yield problem


def _is_active(entry: ExemptionEntry, day: date) -> bool:
    if entry.until is None:
        return entry.rule not in PERSONAL and entry.approved_on <= day
    return entry.approved_on <= day <= entry.until
