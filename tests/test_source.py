"""Bytes to marked nodes: what is kept as written, what is refused, and where."""

import itertools
import json
import pickle
import string
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying import source
from huiying.messages import source_en, source_zh
from huiying.source import Items, Map, Node, Text, read

SUITE = Path(__file__).parents[2] / "shared/data/hostile/yaml/yaml_test_suite.jsonl"
Places = list[tuple[int, int, str]]


def check(text: str | bytes) -> Places:
    data = text if isinstance(text, bytes) else text.encode()
    return [(p.mark.line, p.mark.column, p.key) for p in read(data, "a.yml")[1]]


def plain(node: Node | None) -> object:
    if isinstance(node, Map):
        return {key.value: plain(value) for key, value in node.entries}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node and node.value


@pytest.fixture
def _pure_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "_Loader", yaml.BaseLoader)


def test_every_scalar_is_kept_as_written() -> None:
    text = "时间: 12:30\n公开: no\n数: 1_000\n日: 2026-03-12\n空:\n零: ~\n列: [on, 0x1F]\n"
    expected = {
        "时间": "12:30",
        "公开": "no",
        "数": "1_000",
        "日": "2026-03-12",
        "空": "",
        "零": "~",
    }
    assert {**expected, "列": ["on", "0x1F"]} == plain(read(text.encode(), "a.yml")[0])


def test_every_node_knows_its_line_and_column_in_characters() -> None:
    text = "标题: 停水\n传言:\n  - 说法: '全市'\n    依据: |\n      一\n"
    expected = Map(
        (
            (Text("标题", 1, 1, True), Text("停水", 1, 5, True)),
            (
                Text("传言", 2, 1, True),
                Items(
                    (
                        Map(
                            (
                                (Text("说法", 3, 5, True), Text("全市", 3, 9, False)),
                                (Text("依据", 4, 5, True), Text("一\n", 4, 9, False)),
                            ),
                            3,
                            5,
                        ),
                    ),
                    3,
                    3,
                ),
            ),
        ),
        1,
        1,
    )
    assert (expected, []) == read(text.encode(), "a.yml")


def test_an_astral_character_counts_as_one_column() -> None:
    assert check("😀𠮷: 甲: 乙\n") == [(1, 6, "syntax.colon")]


def test_a_tree_travels_between_processes() -> None:
    root = read("甲: [乙, {丙: 丁}]\n".encode(), "a.yml")[0]
    assert root == pickle.loads(pickle.dumps(root))


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_line_ends_and_a_byte_order_mark_change_no_place(start: bytes, end: str) -> None:
    lines = ("标题: 甲", "事实: |", "  一", "  二", "标题: 乙", "")
    data = start + end.join(lines).encode()
    assert check(data) == [(5, 1, "duplicate-key")]
    assert plain(read(data, "a.yml")[0]) == {"标题": "甲", "事实": "一\n二\n"}


def test_a_repeated_key_names_both_places_and_the_first_stays() -> None:
    root, problems = read("标题: 甲\n'标题': 乙\n\"\\u6807题\": 丙\n".encode(), "a.yml")
    assert plain(root) == {"标题": "甲"}
    assert [(p.mark.line, p.mark.column) for p in problems] == [(2, 1), (3, 1)]
    assert [(p.also.line, p.also.column) for p in problems if p.also] == [(1, 1), (1, 1)]
    assert problems[0].values == {"key": "标题", "first_line": "1"}


@pytest.mark.parametrize(
    "second", ["status: published", '"status": published', "'status': x", '"st\\x61tus": x']
)
def test_a_second_status_is_found_in_every_spelling(second: str) -> None:
    assert check(f"status: draft\na: b\n{second}\n") == [(3, 1, "duplicate-key")]


REFUSED: dict[str, tuple[str | bytes, Places]] = {
    "GBK": ("标题: 停水".encode("gbk"), [(1, 1, "encoding.gbk")]),
    "bad byte": ("标题: 甲\n摘要: 乙".encode() + b"\xff\n", [(2, 6, "encoding")]),
    "overlong": (b"a: \xc0\xaf!\xff", [(1, 4, "encoding")]),
    "surrogate in UTF-8": (b"a: b\xed\xa0\x80", [(1, 5, "encoding")]),
    "UTF-16 LE": ("\ufeff标题: 甲".encode("utf-16-le"), [(1, 1, "encoding.utf-16")]),
    "UTF-16 BE": ("\ufeff标题: 甲".encode("utf-16-be"), [(1, 1, "encoding.utf-16")]),
    "UTF-32 LE": ("\ufeff标题: 甲".encode("utf-32-le"), [(1, 1, "encoding.utf-16")]),
    "UTF-32 BE": ("\ufeff标题: 甲".encode("utf-32-be"), [(1, 1, "encoding.utf-16")]),
    "tag": ("标题: !!python/object:os.system x\n", [(1, 5, "tag")]),
    "tag without name": ("a: ! x\nb: ! {c: d}\n", [(1, 4, "tag"), (2, 4, "tag")]),
    "tag on a key": ("!a b: c\n", [(1, 1, "tag")]),
    "tag unknown": ("a: !x!y z\n", [(1, 4, "tag")]),
    "anchor": ("a: &x 1\nb: *x\n", [(1, 4, "anchor"), (2, 4, "anchor")]),
    "anchor and tag": ("a: &x !y z\n", [(1, 4, "anchor"), (1, 4, "tag")]),
    "merge key": ("a: {}\n<<: {b: c}\n", [(2, 1, "anchor.merge")]),
    "bold text": ("a: **粗体** 字\n", [(1, 4, "anchor.sign")]),
    "directive": ("%YAML 1.2\n---\na: b\n", [(1, 1, "directive")]),
    "directive TAG": ("%TAG ! tag:x,2000:\n---\na: b\n", [(1, 1, "directive")]),
    "directive later": ("a: b\n%x\nc: d\n", [(2, 1, "directive")]),
    "two documents": ("a: b\n---\nc: d\n---\ne: f\n", [(2, 1, "several-documents")]),
    "after the end": ("a: b\n...\nc: d\n", [(3, 1, "several-documents")]),
    "list as key": ("a: b\n? [c]\n: d\n", [(2, 3, "complex-key")]),
    "mapping as key": ("{a: b}: c\n", [(1, 1, "complex-key")]),
    "nothing": ("", [(1, 1, "empty-file")]),
    "comments only": ("# 甲\n\n# 乙\n", [(1, 1, "empty-file")]),
    "three dashes": ("---\n", [(1, 1, "empty-file")]),
    "byte order mark only": (b"\xef\xbb\xbf", [(1, 1, "empty-file")]),
    "list": ("# 甲\n- a\n- b\n", [(2, 1, "not-a-mapping")]),
    "text": ("标题\n", [(1, 1, "not-a-mapping")]),
    "wide colons": ("标题：甲\n摘要：乙\n", [(1, 3, "not-a-mapping.wide-colon")]),
    "wide colon above": ("标题：甲\n结论: 不实\n", [(1, 3, "syntax.wide-colon")]),
    "wide colon below": ("标题: 甲\n摘要：乙\n结论: 丙\n", [(2, 3, "syntax.wide-colon")]),
    "open quote": ('标题: 甲\n摘要: "乙\n结论: 不实\n', [(2, 5, "syntax.quote")]),
    "open quote closed later": ('a: "甲\nb: "乙"\nc: d\n', [(1, 4, "syntax.quote")]),
    "quotes in quotes": ('a: "网传"停水"不实"\n', [(1, 8, "syntax.after-quote")]),
    "Windows path": ('a: "D:\\图片"\n', [(1, 7, "syntax.escape")]),
    "tab": ("标题:\n\t甲: 1\n", [(2, 1, "syntax.tab")]),
    "no colon": ("标题: 甲\n摘要\n结论: 不实\n", [(2, 1, "syntax.no-colon")]),
    "colon in a value": ("标题: 甲: 乙\n", [(1, 6, "syntax.colon")]),
    "no space after colon": ("标题:甲\n结论: 不实\n", [(2, 3, "syntax.run-on")]),
    "indentation": ("a:\n  b: 1\n c: 2\n", [(3, 2, "syntax.indent")]),
    "dash after key": ("a: - b\n", [(1, 4, "syntax.indent")]),
    "open bracket at the end": ("a: b\nx: [", [(2, 4, "syntax.bracket")]),
    "item lacking at the end": ("x: [a, {b: c},\n", [(1, 4, "syntax.bracket")]),
    "open bracket": ("a: [b, c\nd: e\n", [(1, 4, "syntax.bracket")]),
    "at sign": ("a: @b\n", [(1, 4, "syntax.start")]),
    "several at once": (
        "a: !x 1\nb: &y 2\na: 3\n? [c]\n: 4\n",
        [(1, 4, "tag"), (2, 4, "anchor"), (3, 1, "duplicate-key"), (4, 3, "complex-key")],
    ),
    "faults before a syntax error": (
        "a: !x 1\na: 2\n甲: '乙\n",
        [(1, 4, "tag"), (3, 4, "syntax.quote")],
    ),
}


@pytest.mark.parametrize(("text", "places"), REFUSED.values(), ids=REFUSED)
def test_what_an_editor_never_needs_is_refused_at_its_place(
    text: str | bytes, places: Places
) -> None:
    assert places == check(text)


@pytest.mark.usefixtures("_pure_parser")
@pytest.mark.parametrize(("text", "places"), REFUSED.values(), ids=REFUSED)
def test_without_libyaml_the_same_is_refused_on_the_same_line(
    text: str | bytes, places: Places
) -> None:
    found = check(text)
    if text == REFUSED["directive later"][0]:  # the pure parser looks for "---" one line on
        assert found == [(3, 1, "several-documents")]
    else:
        assert [(line, key) for line, _, key in places] == [(line, key) for line, _, key in found]


HIDDEN = {
    "NUL": "\0",
    "backspace": "\b",
    "escape": "\x1b",
    "delete": "\x7f",
    "NEL": "\x85",
    "soft hyphen": "\xad",
    "zero-width space": "\u200b",
    "joiner between letters": "\u200d",
    "non-joiner between letters": "\u200c",
    "line separator": "\u2028",
    "override": "\u202e",
    "isolate": "\u2066",
    "word joiner": "\u2060",
    "inner byte order mark": "\ufeff",
    "noncharacter": "\ufffe",
    "noncharacter in the BMP": "\ufdd0",
    "noncharacter above": "\U0002ffff",
    "tag letter": "\U000e0041",
    "lone CR": "\r",
}


@pytest.mark.parametrize("character", HIDDEN.values(), ids=HIDDEN)
def test_a_hidden_character_is_named_where_it_stands(character: str) -> None:
    root, problems = read(f"甲: 乙\n丙: 丁{character}戊\n丙: 己\n".encode(), "a.yml")
    found = [(p.mark.line, p.mark.column, p.rule) for p in problems]
    assert found == [(2, 5, "control-character"), (3, 1, "duplicate-key")]
    assert {"character": f"U+{ord(character):04X}"} == problems[0].values
    assert isinstance(root, Map)


@pytest.mark.parametrize("code", ["\\0", "\\e", "\\u202E", "\\r", "\\N", "\\uFEFF", "\\U000E0041"])
def test_a_hidden_character_cannot_come_in_by_a_backslash(code: str) -> None:
    assert check(f'a: "x{code}y"\n') == [(1, 4, "control-character.escape")]


@pytest.mark.parametrize(
    "text",
    [
        "‏مرحبا ‎abc‏",
        "می‌خواهم",
        "ক্‍ষ",
        "👩‍👩‍👧‍👦",
        "👩🏽‍⚕️",
        "❤️‍🔥",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "葛󠄀",
        "𠮷野家",
        "全角　空格",
        "不间断\u00a0空格",
    ],
)
def test_natural_text_stays_as_it_is(text: str) -> None:
    assert (text, []) == (
        plain(read(f"'{text}': '{text}'\n".encode(), "a.yml")[0])[text],  # type: ignore[index]
        check(f"甲: '{text}'\n"),
    )


def test_a_hidden_character_hides_no_other_fault_and_invents_none() -> None:
    assert check("\u200b- 甲\n乙: 丙\n") == [(1, 1, "control-character")]
    assert check("a: \u202e\nb: !x c\n") == [(1, 4, "control-character"), (2, 4, "tag")]


def test_a_quoted_merge_sign_and_signs_inside_values_are_plain_text() -> None:
    text = (
        "'<<': 甲!\nurl: https://a.cn/?b=1&c=2\n式: 3 * 4 % 5\n图: '![图](a.png)'\n\"!\": \"&\"\n"
    )
    assert check(text) == []


def test_a_broken_file_leaves_no_tree_and_a_repeated_key_does() -> None:
    assert read(b"a: !x 1\n", "a.yml")[0] is None
    assert read(b"a: '", "a.yml")[0] is None
    assert read(b"a: 1\na: 2\n", "a.yml")[0] is not None


@pytest.mark.parametrize("fault", ["b: '", "b: [c", "b: " + "[" * 30, "- b"])
@pytest.mark.parametrize("hidden", ["\u200b", "\u200bx" * 200], ids=["one", "many"])
def test_what_grew_before_a_fault_is_never_taken_for_the_tree(fault: str, hidden: str) -> None:
    root, problems = read(f"a: {hidden}\n{fault}\n".encode(), "a.yml")
    assert root is None
    assert problems


def test_twenty_levels_are_read_and_the_next_is_refused() -> None:
    def nested(depth: int) -> str:
        return "a: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"

    assert check(nested(20)) == []
    assert check(nested(21)) == [(1, 23, "too-deep")]


def test_a_megabyte_is_read_and_the_next_byte_is_refused() -> None:
    body = b"a: " + b"x" * (source.LONGEST_BYTES - 3)
    assert check(body) == []
    assert check(body + b"x") == [(1, 1, "too-large")]


def _bomb() -> str:
    levels = "abcdefghi"
    rows = [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in itertools.pairwise(levels)]
    return "a: &a [x]\n" + "".join(rows)


HEAVY: dict[str, tuple[Callable[[], str], str | None]] = {
    "alias bomb": (_bomb, "anchor"),
    "aliases by the megabyte": (lambda: "a: &a x\nb: [" + "*a," * 300_000 + "]", "anchor"),
    "200,000 keys": (lambda: "".join(f"k{n}:\n" for n in range(200_000)), "too-large"),
    "120,000 keys": (lambda: "".join(f"{n:x}:\n" for n in range(120_000)), None),
    "one key 200,000 times": (lambda: "a:\n" * 200_000, "duplicate-key"),
    "scalar of 20 MB": (lambda: "a: " + "x" * 20_000_000, "too-large"),
    "scalar of 1 MB": (lambda: "a: " + "x " * 500_000, None),
    "quote of 1 MB": (lambda: 'a: "' + "x\\t" * 300_000, "syntax"),
    "brackets": (lambda: "[" * 1_000_000, "too-deep"),
    "braces": (lambda: "{a: " * 250_000, "too-deep"),
    "dashes": (lambda: "- " * 500_000, "too-deep"),
    "questions": (lambda: "? " * 500_000, "too-deep"),
    "stairs": (lambda: "".join(" " * n + "a:\n" for n in range(1_000)), "too-deep"),
    "one flow list": (lambda: "a: [" + "x," * 500_000 + "]", None),
    "hidden characters": (lambda: "a: " + "\u200bx" * 200_000, "control-character"),
    "joiners": (lambda: "a: " + "\u200d" * 300_000, "control-character"),
    "half flags": (lambda: "a: " + "\U0001f3f4\U000e0061" * 100_000, "control-character"),
    "tag letters": (lambda: "a: \U0001f3f4" + "\U000e0061" * 200_000, "control-character"),
    "tags": (lambda: "a: [" + "!x y," * 200_000 + "]", "tag"),
    "comments": (lambda: "#\n" * 500_000, "empty-file"),
}


@pytest.mark.parametrize(("write", "rule"), HEAVY.values(), ids=HEAVY)
def test_a_heavy_file_is_answered_within_two_seconds(
    write: Callable[[], str], rule: str | None
) -> None:
    data = write().encode()
    start = time.process_time()
    problems = read(data, "a.yml")[1]
    assert time.process_time() - start < 2
    assert ({rule} if rule else set()) <= {problem.rule for problem in problems}
    assert bool(rule) == bool(problems)
    assert len(problems) <= source.MOST_PROBLEMS


# Where libyaml is laxer than YAML 1.2; the value is the one the writer meant in each of them.
LAX = {
    "9C9N": "a flow list may go on without indentation",
    "DK95/01": "a quoted text may go on after a tab",
    "QB6E": "a quoted text may go on without indentation",
    "S98Z": "a block may start with a blank line longer than its first line",
    "SU5Z": "a comment may follow a quoted text without a space",
    "X4QW": "a comment may follow the sign of a block without a space",
}
# Valid in YAML 1.2, refused by libyaml (YAML 1.1): odd places of tabs, colons and empty keys.
STRICTER = set(
    """2JQS 2SXE 4ABK 4MUZ/00 4MUZ/01 4MUZ/02 58MP 5MUD 5T43 6BCT 6CA3 6M2F 96NN/00 96NN/01 9SA2
    A2M4 CFD4 DBG4 DK95/00 DK95/03 DK95/04 FRK4 HM87/00 HWV9 K3WX M2N8/00 NHX8 NJ66 NKF9 Q5MG QT73
    R4YG S3PD SM9W/01 UKK6/00 UT92 VJP3/01 Y79Y/001 Y79Y/010""".split()
)
# Read by libyaml with another value than YAML 1.2 gives.
READ_OTHERWISE = {
    "652Z": "in braces, `?foo` is an explicit key `foo`",
    "L24T/01": "no line end is added after spaces that end the file",
}


def _suite() -> dict[str, dict[str, str]]:
    if not SUITE.exists():
        pytest.skip("the YAML test suite is not beside this checkout")
    cases = map(json.loads, SUITE.read_text(encoding="utf-8").splitlines())
    return {case["id"]: case for case in cases}


def test_the_yaml_test_suite_is_refused_where_it_must_be() -> None:
    cases = _suite()
    must_refuse = {name for name, case in cases.items() if case["error"]}
    accepted = {name for name in must_refuse if not check(cases[name]["yaml"])}
    assert (402, 94, set(LAX)) == (len(cases), len(must_refuse), accepted)


def test_the_yaml_test_suite_is_otherwise_refused_by_name_only() -> None:
    cases = _suite()
    valid = {name: check(case["yaml"]) for name, case in cases.items() if not case["error"]}
    misread = {name for name, places in valid.items() if any("syntax" in p[2] for p in places)}
    assert misread == STRICTER


def test_whatever_of_the_yaml_test_suite_is_read_has_the_right_values() -> None:
    def as_written(value: object) -> object:  # numbers and nulls are texts to us
        if isinstance(value, dict):
            return {key: as_written(item) for key, item in value.items()}
        if isinstance(value, list):
            return [as_written(item) for item in value]
        return value if isinstance(value, str) else ...

    def same(ours: object, theirs: object) -> bool:
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return ours.keys() == theirs.keys() and all(same(ours[k], theirs[k]) for k in ours)
        if isinstance(ours, list) and isinstance(theirs, list):
            return len(ours) == len(theirs) and all(map(same, ours, theirs))
        return theirs is ... or ours == theirs

    cases = {
        name: (plain(read(case["yaml"].encode(), "a.yml")[0]), as_written(json.loads(case["json"])))
        for name, case in _suite().items()
        if case["json"] and not case["error"] and not check(case["yaml"])
    }
    assert len(cases) > 60
    assert {name for name, (ours, theirs) in cases.items() if not same(ours, theirs)} == set(
        READ_OTHERWISE
    )


def _places_lie_inside(data: bytes) -> None:
    root, problems = read(data, "a.yml")
    lines = data.decode("utf-8", "replace").count("\n") + 1
    assert root is not None or problems
    for problem in problems:
        assert 1 <= problem.mark.line <= lines + 1
        assert problem.mark.column >= 1
        assert problem.key in source_zh.SENTENCES


YAML_LIKE = st.lists(
    st.sampled_from(
        [
            *"\n\n\n  :-[]{},'\"|>&*!%#?@`\\~\t\r\0",
            ": ",
            "- ",
            "---\n",
            "...",
            "<<",
            "标题",
            "：",
            "a",
        ]
        + [*"\u200b\u200d\u202e\ufeff\x85👩", "%YAML 1.1\n", "\\u202e", "&a ", "*a ", "!!str "]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "ignore")))
def test_random_bytes_never_raise(data: bytes) -> None:
    _places_lie_inside(data)


@settings(max_examples=500, deadline=None)
@given(YAML_LIKE)
def test_random_yaml_never_raises(text: str) -> None:
    _places_lie_inside(text.encode())


@settings(max_examples=200, deadline=None)
@given(YAML_LIKE)
def test_random_yaml_never_raises_without_libyaml(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "_Loader", yaml.BaseLoader)
        _places_lie_inside(text.encode())


VALUE = st.text(
    alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=30
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(VALUE, VALUE, min_size=1, max_size=8))
def test_every_quoted_text_comes_back_character_for_character(record: dict[str, str]) -> None:
    def quoted(value: str) -> str:
        return "'" + value.replace("'", "''") + "'"

    text = "".join(f"{quoted(key)}: {quoted(value)}\n" for key, value in record.items())
    root, problems = read(text.encode(), "a.yml")
    hangul_fillers = any(sign in text for sign in "\u3164\uffa0")
    assert hangul_fillers == bool(problems)
    assert hangul_fillers or record == plain(root)


def test_both_languages_have_the_same_sentences_with_the_same_holes() -> None:
    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    zh, en = source_zh.SENTENCES, source_en.SENTENCES
    assert {key: holes(text) for key, text in zh.items()} == {k: holes(t) for k, t in en.items()}
