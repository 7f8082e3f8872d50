"""The time limits that norms set, as data: what is due within how many hours, and when that holds.

In: nothing. Out: `PROFILES` by name. A profile never changes once it was released: a new norm gets
a new name, so that an old verdict can be reckoned again. Their sources stand in the vocabulary
`DEADLINE_PROFILE`. Hours are calendar hours: no norm leaves out nights or holidays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

When: TypeAlias = Literal["severe", "grave", "other"]
"""severe: 特别重大 or 重大; grave: 重大伤亡或影响; other: what neither of these is for."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One milestone, due within `hours` of the start of the clock, `when` the matter is such."""

    milestone: str
    hours: int
    when: When


PROFILES: Mapping[str, tuple[Limit, ...]] = MappingProxyType(
    {
        # 柳政办〔2017〕120号 一（一）1.
        "lz-2017": (
            Limit("first_facts", 1, "severe"),
            Limit("briefing", 24, "grave"),
            Limit("response", 48, "other"),
        ),
        # 国办发〔2016〕61号.
        "gb-2016-61": (Limit("briefing", 24, "severe"), Limit("response", 48, "other")),
        # 国办发〔2016〕80号: of other matters it says nothing.
        "gb-2016-80": (Limit("first_facts", 5, "severe"), Limit("briefing", 24, "severe")),
    }
)
