"""Personal data of nobody, in ten spellings: what the guard has to find.

In: a random generator. Out: values by kind, spellings of a text, sentences to put them in. Regions
(prefecture 99) and mobile prefixes (154, 160 …) are not assigned, cards begin like none that a bank
issues here, hosts end in .example: nothing here belongs to a person.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from random import Random

from huiying.privacy import Kind
from huiying.privacy.surnames import COMPOUND, NEVER, SURNAMES, WEAK

UNASSIGNED = ("154", "160", "161", "163", "164", "168", "169", "179")
UNSEEN = "\u200b\u2060\u00ad\ufeff\u200d\ufe0f"
NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
FORMAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
BOLD = {48 + digit: 0x1D7CE + digit for digit in range(10)}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
GIVEN = "明华强伟芳娜敏静丽军杰涛超艳磊洋勇婷霞刚鹏辉玲桂英兰慧莹雪梅子涵浩宇轩欣怡晨曦"


def with_check(digits: str) -> str:
    """An identity number with the sign that fits, worked out in another way than by the guard."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(digits))
    return digits + "0123456789X"[(1 - total) % 11]


def with_luhn(digits: str) -> str:
    """A card's number with the digit that fits."""
    total = sum(
        int(digit) if place % 2 else int("0246813579"[int(digit)])
        for place, digit in enumerate(reversed(digits))
    )
    return digits + str(-total % 10)


def digits(random: Random, count: int) -> str:
    """So many digits."""
    return "".join(random.choice("0123456789") for _ in range(count))


def identity(random: Random) -> str:
    """Eighteen signs with a day and a check."""
    day = f"{random.randint(1930, 2025)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    return with_check(f"{random.choice('1234')}{random.choice('123')}9900{day}{digits(random, 3)}")


def old_identity(random: Random) -> str:
    """Fifteen signs with a day."""
    day = f"{random.randint(30, 99)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    return f"459900{day}{digits(random, 3)}"


def mobile(random: Random) -> str:
    """Eleven digits of a prefix that no company has."""
    return random.choice(UNASSIGNED) + digits(random, 8)


def card(random: Random) -> str:
    """Sixteen or nineteen digits that pass Luhn's check."""
    return with_luhn("629999" + digits(random, random.choice((9, 12))))


def plate(random: Random) -> str:
    """An ordinary plate or one of an electric car."""
    tail = random.choice((digits(random, 5), "D" + digits(random, 5), digits(random, 5) + "F"))
    return random.choice("桂粤湘京") + random.choice("ABCDEFG") + tail


def email(random: Random) -> str:
    """An address on a host that is nobody's."""
    name = "".join(random.choice("abcdefghklmnpwxyz") for _ in range(6))
    return f"{name}{random.randint(1, 99)}@mail{random.randint(1, 9)}.example"


def door(random: Random) -> str:
    """The way to one door."""
    a, b, c = random.randint(1, 30), random.randint(1, 6), random.randint(101, 2904)
    return random.choice(
        (
            f"示例路{a}号{b}栋2单元{c}",
            f"{a}号楼{b}单元{c}室",
            f"{a}栋{c}室",
            f"{b}单元{c}",
            f"示例街{a}号{c}室",
            f"示例村{b}组{a}号",
        )
    )


def person(random: Random) -> str:
    """A surname with one or two signs, or with 某."""
    usual = sorted(SURNAMES - WEAK)
    weak = sorted(SURNAMES)
    signs = sorted(set(GIVEN) - NEVER)
    return random.choice(
        (
            random.choice(usual) + random.choice(signs),
            random.choice(weak) + "".join(random.sample(signs, 2)),
            random.choice(COMPOUND) + random.choice(signs),
            random.choice(usual) + random.choice(("某", "某某")),
        )
    )


def source(random: Random) -> str:
    """Somebody beside a word for those who spread rumours."""
    name = person(random)
    return random.choice(
        (f"网民{name}", f"网友“{name}”", f"群众{name}称", f"造谣者{name}", f"居民：{name}，")
    )


def minor(random: Random) -> str:
    """A child."""
    name = person(random)
    return random.choice((f"学生{name}在", f"女童{name}，", f"未成年人{name}被", f"，{name}同学"))


def whistle_blower(random: Random) -> str:
    """Somebody who told."""
    name = person(random)
    return random.choice((f"举报人{name}反映", f"来信人{name}：", f"投诉人（{name}）"))


MADE: Mapping[Kind, Callable[[Random], str]] = {
    "identity": identity,
    "old-identity": old_identity,
    "mobile": mobile,
    "card": card,
    "plate": plate,
    "email": email,
    "door": door,
    "source": source,
    "minor": minor,
    "whistle-blower": whistle_blower,
}
GROUPS: Mapping[Kind, tuple[int, ...]] = {
    "identity": (6, 8, 4),
    "old-identity": (6, 6, 3),
    "mobile": (3, 4, 4),
    "card": (4, 4, 4, 4, 4),
}


def parted(text: str, kind: Kind, sign: str, random: Random) -> str:
    """The digits of a text with a sign between groups of them, or between any two."""
    if kind in GROUPS and random.random() < 0.5:
        parts, rest = [], text
        for length in GROUPS[kind]:
            parts.append(rest[:length])
            rest = rest[length:]
        return sign.join(part for part in parts if part)
    made = text[:1]
    for before, after in pairwise(text):
        is_number = before.isdigit() and (after.isdigit() or (kind == "identity" and after == "X"))
        made += (sign if is_number else "") + after
    return made


def hidden(text: str, random: Random) -> str:
    """A text with signs in it that nobody sees."""
    return "".join(sign + random.choice(["", random.choice(UNSEEN)]) for sign in text)


def entities(text: str, random: Random) -> str:
    """A text in numbered entities."""
    return "".join(
        f"&#{ord(sign)};" if random.random() < 0.5 else f"&#x{ord(sign):x};" for sign in text
    )


SPELLINGS: Mapping[str, Callable[[str, Kind, Random], str]] = {
    "plain": lambda text, kind, random: text,
    "full-width": lambda text, kind, random: text.translate(WIDE),
    "Chinese numerals": lambda text, kind, random: text.translate(
        random.choice((NUMERALS, FORMAL))
    ),
    "circled": lambda text, kind, random: text.translate(CIRCLED),
    "spaces": lambda text, kind, random: parted(text, kind, " ", random),
    "hyphens": lambda text, kind, random: parted(text, kind, random.choice("-\u2013"), random),
    "dots": lambda text, kind, random: parted(text, kind, random.choice(".·"), random),
    "invisible": lambda text, kind, random: hidden(text, random),
    "entities": lambda text, kind, random: entities(text, random),
    "mathematical": lambda text, kind, random: text.translate(BOLD),
}
AROUND = (
    ("", ""),
    ("来信说，", "，请尽快处理。"),
    ("2026年3月12日，", "（已核实）"),
    ("请联系：", "。"),
    ("3月12日记下的是", "；其余见附件"),
    ("- ", "\n- 其他"),
    ("“", "”"),
)


def sentence(value: str, random: Random) -> str:
    """A value within a sentence."""
    before, after = random.choice(AROUND)
    return f"{before}{value}{after}"
