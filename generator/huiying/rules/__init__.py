"""The rules over the library, listed by hand: one file each, its name, its page of the guide.

In: the library, the settings and, for the bytes of media only, the folder content/. Out: problems,
in no order; nothing stops at the first. A rule never mends anything and never looks at outputs.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from huiying.library import Library
from huiying.problem import Problem
from huiying.rules import (
    absolute_claim,
    already_answered,
    assessment,
    banned_words,
    block,
    briefing_record,
    briefing_speaker,
    briefing_state,
    captions,
    claim_as_sent,
    claimant,
    confirmation,
    consent,
    coordinator,
    correction,
    correction_names_person,
    debt,
    disclosure,
    doc_no,
    drawing,
    empty_phrase,
    exemption,
    expert,
    figure_conflict,
    former_url,
    gate,
    gate_reopened,
    generic_alt,
    handover,
    holiday,
    imported_late,
    intake,
    interpretation,
    interpretation_due,
    length,
    link_form,
    map_approval,
    medium,
    medium_licence,
    number_style,
    organisation_valid,
    outcome,
    personal_data,
    personal_file,
    player,
    police_notice,
    policy_risk,
    policy_standing,
    privacy_words,
    promised_update,
    qa_due,
    quiet_case,
    re_check,
    reference,
    required,
    secure_address,
    sentence_length,
    stale_column,
    survey_count,
    survey_result,
    time_limit,
    time_order,
    title_is_truth,
    unverified_update,
)
from huiying.settings import Settings


class Rule(Protocol):
    """A rule over what editors wrote: a module with these names."""

    NAME: str
    __doc__: str | None

    def check(self, library: Library, settings: Settings) -> Iterator[Problem]: ...


class MediaRule(Protocol):
    """A rule that also looks into the folder, as media are not in the library."""

    NAME: str
    __doc__: str | None

    def check(
        self, library: Library, settings: Settings, folder: Path, base: str
    ) -> Iterator[Problem]: ...


RULES: tuple[Rule, ...] = (
    reference,
    disclosure,
    required,
    organisation_valid,
    time_order,
    unverified_update,
    promised_update,
    quiet_case,
    figure_conflict,
    time_limit,
    re_check,
    stale_column,
    outcome,
    title_is_truth,
    claim_as_sent,
    gate,
    gate_reopened,
    confirmation,
    correction,
    correction_names_person,
    block,
    debt,
    player,
    generic_alt,
    map_approval,
    length,
    sentence_length,
    former_url,
    coordinator,
    imported_late,
    privacy_words,
    banned_words,
    personal_data,
    claimant,
    police_notice,
    handover,
    link_form,
    already_answered,
    secure_address,
    doc_no,
    drawing,
    number_style,
    empty_phrase,
    absolute_claim,
    assessment,
    interpretation,
    interpretation_due,
    expert,
    briefing_speaker,
    briefing_state,
    briefing_record,
    consent,
    qa_due,
    survey_result,
    survey_count,
    policy_risk,
    policy_standing,
    intake,
    holiday,
    exemption,
)
MEDIA_RULES: tuple[MediaRule, ...] = (medium, medium_licence, captions, personal_file)
RULE_BY_NAME: Mapping[str, Rule | MediaRule] = MappingProxyType(
    {rule.NAME: rule for rule in RULES} | {rule.NAME: rule for rule in MEDIA_RULES}
)


def check(library: Library, settings: Settings, folder: Path, base: str) -> Iterator[Problem]:
    """Every problem that any rule finds. `folder` is content/, `base` its path from the root."""
    found = _found(library, settings, folder, base)
    return exemption.lowered(found, library, settings)


def _found(library: Library, settings: Settings, folder: Path, base: str) -> Iterator[Problem]:
    for rule in RULES:
        yield from rule.check(library, settings)
    for media_rule in MEDIA_RULES:
        yield from media_rule.check(library, settings, folder, base)
