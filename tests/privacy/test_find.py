"""What is found in a text, and how it is shown."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.privacy import find, find_in_address, find_traces
from tests.privacy.cases import with_check

WIDE = {48 + digit: 0xFF10 + digit for digit in range(10)}
CARD = "6222020200112233446"


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and masked value of all that is found in a text."""
    return [(found.kind, found.shown) for found in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"身份证{with_check('45020519900307001')}", ("identity", "450***********")),
        (with_check("11010519491231002"), ("identity", "110")),
        ("电话13812345678。", ("mobile", "138****5678")),
        ("电话：138 1234 5678", ("mobile", "138****5678")),
        ("联系人，13812345678，微信同号", ("mobile", "138****5678")),
        ("Tel.13812345678", ("mobile", "138****5678")),
        ("电话13812345678 万女士", ("mobile", "138****5678")),
        ("13812345678米先生", ("mobile", "138****5678")),
        ("13812345678 元女士", ("mobile", "138****5678")),
        ("户主13812345678户籍在本市", ("mobile", "138****5678")),
        ("13812345678 台州人", ("mobile", "138****5678")),
        ("+86 138-1234-5678", ("mobile", "138****5678")),
        ("13812345678".translate(WIDE), ("mobile", "138****5678")),
        (f"卡号{CARD}", ("card", "6222***********3446")),
        ("4111 1111 1111 1111", ("card", "4111********1111")),
        ("车牌桂B12345的车", ("plate", "桂B****5")),
        ("粤BD12345停在路口", ("plate", "粤B****5")),
        ("wang@mail.example", ("email", "w***@mail.example")),
        ("住在3号楼2单元501室", ("door", "*号楼*单元***室")),
        ("三单元402", ("door", "*单元***")),
        ("门牌号是88号", ("door", "门牌号是**号")),
        ("12栋304室", ("door", "**栋***室")),
    ],
)
def test_each_kind_is_found_and_masked(text: str, expected: tuple[str, str]) -> None:
    [(case, shown)] = kinds(text)
    assert case == expected[0]
    assert shown.startswith(expected[1])
    assert all(secret not in shown for secret in ("12345678", "0307", "wang@"))


@pytest.mark.parametrize(
    "text",
    [
        "45020519900307001" + "0123456789"[int(with_check("45020519900307001")[-1:] == "0")],
        "450205199013070017",
        "热线12345、0000-96500、400-000-0000",
        "全市供水13800000000立方米，投资13812345678元",
        "投资13812345678元左右、13812345678 元人民币",
        "系数0.13812345678、13812345678.5",
        "6222020200112233448",
        "文号示政办〔2026〕12号，审图号桂S(2026)1号",
        "2026-03-12 09:40:00至2026-03-13 18:00",
        "办公室12345@" + "热线",
        "可写信到bangong@shili.gov.cn或office@agency.gov",
        "3号楼2单元12户都同意",
        "4栋48户、18号楼共96户",
        "5座水厂、示例路88号",
        "校验值 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ],
)
def test_other_numbers_and_addresses_of_bodies_are_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_two_values_of_a_kind_are_two_findings_and_one_written_twice_is_one() -> None:
    assert kinds("13812345678，13987654321") == [
        ("mobile", "138****5678"),
        ("mobile", "139****4321"),
    ]
    assert kinds("13812345678，138 1234 5678") == [("mobile", "138****5678")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("网民张某某在群里说", ("source", "张**")),
        ("网友“李小红”", ("source", "李**")),
        ("造谣者王 小 明", ("source", "王**")),
        ("王小明（男，35岁）", ("source", "王**")),
        ("王小明编造停水信息", ("source", "王**")),
        ("据李某说", ("source", "李*")),
        ("女童李子涵溺水", ("minor", "李**")),
        ("欧阳小红同学", ("minor", "欧阳**")),
        ("举报人周大力反映", ("whistle-blower", "周**")),
        ("投诉人（陈静）", ("whistle-blower", "陈*")),
        ("我叫王小明，住在河西", ("name", "王**")),
    ],
)
def test_a_name_is_told_by_the_words_beside_it(text: str, expected: tuple[str, str]) -> None:
    assert kinds(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "群众高度关注，群众方便，群众马上就办",
        "学生安全，学生成绩好，学生毕业，学生应当",
        "居民于3月起，居民张贴告示，居民水费，居民和业主",
        "举报人应当提供线索，举报人信息保密",
        "任何某个时间，何某些，某某路，某市某单位",
        "网民关心的问题，网民高兴，网友温馨提示",
        "业主周末在家，业主方案，用户严格遵守",
        "姓名、性别、住址，姓名为空",
        "儿童福利，儿童游乐场，幼儿园",
        "我是林业工人，本人同意",
        "来信人李女士、投诉人方先生、学生王小明（化名）",
        "学生平安保险，学生单程票，学生古筝，孩子高热不退，孩子江边戏水",
        "居民安置房，居民平房改造，居民委员会，村民古树保护，村民温饱",
        "用户连续两个月，用户万户以上，用户严禁，用户时常反映",
        "各位同学，请同学们，温馨同学会，水务局在微信群发布",
    ],
)
def test_words_that_begin_like_a_name_are_none(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/?tel=13812345678", ["mobile"]),
        ("https://a.example/?a=1&q=%E7%94%B5%E8%AF%9D138-1234-5678#x", ["mobile"]),
        ("https://a.example/#13812345678", ["mobile"]),
        ("mailto:wang@mail.example", ["email"]),
        ("tel:13812345678", ["mobile"]),
        (f"https://a.example/{with_check('45029919900101123')}/", ["identity"]),
        ("https://a.example/13812345678", []),
        ("https://a.example/2026/03/12/t20260312_13812345.html?from=timeline", []),
        ("https://[broken", []),
    ],
)
def test_an_address_is_read_behind_its_path(address: str, expected: list[str]) -> None:
    assert [found.kind for found in find_in_address(address)] == expected


def test_a_long_text_is_read_around_its_hints_and_gives_no_names() -> None:
    filler = "全市6座水厂运行正常，当日供水41.2万立方米。" * 200
    text = f"{filler}网民张小红，13812345678{filler}三单元402{filler}"
    assert [found.kind for found in find_traces(text)] == ["mobile", "door"]
    assert list(find_traces(filler)) == []


def test_the_digest_tells_values_apart_and_says_none() -> None:
    one, two = find("13812345678，13987654321")
    assert one.digest != two.digest
    assert one.digest == next(find("138-1234-5678")).digest
    assert "1381234" not in one.digest


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1-",
        "11-",
        "4111 ",
        "1",
        "a@",
        "a.",
        "3单元",
        "路1号",
        "桂A1 ",
        "王小明同学",
        "王某",
        "&#49;",
        "网民王",
        "(男",
        "1号",
    ],
)
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * 4000
    start = time.perf_counter()
    list(find(text))
    list(find_traces(text))
    assert time.perf_counter() - start < 3


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_no_message_says_a_number(text: str) -> None:
    for found in find(text):
        assert "*" in found.shown
        assert len(found.digest) == 20
    list(find_traces(text))
    list(find_in_address(text))
