"""Reports to be written: one of everything, and such as nobody would write in good faith."""

from hypothesis import settings
from hypothesis import strategies as st

from huiying.baseline import Entry
from huiying.console.report import Report, Told
from huiying.problem import Level, Mark, Problem

FILE = "content/clarifications/2026/20260312-tingshui.yml"
NEAR = {"key": "结论", "value": "不属实", "allowed": "不实、属实", "near": "不实"}
ERROR = Problem("choice", Mark(FILE, 9, 5), "near", NEAR)
WARNING = Problem("length", Mark(FILE, 1, 5), "", {"key": "标题"}, Level.WARNING)
NOTE = Problem("required", Mark("content/topics/gongshui.yml"), "", {"key": "导语"}, Level.NOTE)
TWICE = Problem(
    "duplicate-key",
    Mark("content/site.yml", 7, 1),
    "",
    {"key": "标题", "first_line": "2"},
    also=Mark("content/site.yml", 2, 1),
)
ALL = (ERROR, WARNING, TWICE, NOTE)
PAGES = {"choice": "只能写列出的词。\n\n选一个。", "length": "太长。"}
GONE = (Entry("content/topics/jiu.yml", "length", "ab" * 16),)


def report(*problems: Problem, strict: bool = False, language: str = "zh") -> Report:
    """A report on these problems, as a check that knows three more from its baseline."""
    told = [Told(problem, f"{number:032x}") for number, problem in enumerate(problems)]
    return Report(told, language, strict, 3, GONE, PAGES)


ANY = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\x1b\r\n\u2028\u202e%:,;#[]<&'\"")
)
HOSTILE = st.sampled_from(
    [
        "\n::error::x",
        "\r::stop-commands::x\r",
        "%0A::add-mask::1",
        "x##[add-path]/tmp",
        "##vso[task.setvariable variable=a]b",
        "]]></failure><x/>",
        "&lol;",
        "\x1b]8;;https://a.example\x07",
        "a,line=1::b",
        "{key}{0}",
        "“”‘’",
    ]
)
TEXTS = st.builds("".join, st.lists(ANY | HOSTILE, max_size=4))
NAMES = st.builds("content/{}.yml".format, TEXTS.map(lambda text: text.replace("\0", "")))
MARKS = st.builds(Mark, NAMES, st.integers(1, 10**6), st.integers(1, 10**4))
PROBLEMS = st.builds(
    Problem,
    st.sampled_from(["choice", "length", "required", "duplicate-key"]),
    MARKS,
    st.just(""),
    st.dictionaries(st.sampled_from(["key", "value", "allowed", "near", "meanings"]), TEXTS),
    st.sampled_from(Level),
    st.none() | MARKS,
)
REPORTS = st.lists(PROBLEMS, max_size=6).map(lambda problems: report(*problems))
"""Files and values with control characters, commands of CI services and markup in them."""
SOME = settings(max_examples=min(settings().max_examples, 500))
"""Under `make proof` not the usual number: whole reports take their time, and ten tests ask."""
