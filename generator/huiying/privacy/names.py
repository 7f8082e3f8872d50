"""Names of private persons, told by the words beside them.

In: a folded text (`folding.fold`). Out: findings: who spread a rumour, minors, whistle-blowers, and
names that somebody gives as their own. Nobody can tell a name from a word for certain: a surname, a
given name without signs of grammar, an end where a name can end, and a word before or behind that
only stands beside persons. Hosts, speakers and officials have none of these words beside them.
"""

import re
from collections.abc import Iterator
from typing import cast

from huiying.privacy.finding import Finding, Kind
from huiying.privacy.folding import fold
from huiying.privacy.surnames import COMPOUND, NEVER, SURNAMES, TITLES, WEAK, WORDS

_ROLES: dict[Kind, str] = {
    "source": "网民|网友|群众|居民|村民|市民|业主|住户|租户|博主|楼主|版主|群主|发帖人|发布者"
    "|发布人|造谣者|造谣人|传谣者|传谣人|编造者|散布者|违法行为人|违法人员|嫌疑人|男子|女子|用户|账号主体"
    "|当事人",
    "minor": "未成年人|未成年|小学生|中学生|初中生|高中生|学生"
    "|儿童|幼儿"
    "|女童|男童|男孩|女孩|女婴|男婴|婴儿|孩子|女生|男生|少年|少女",
    "whistle-blower": "举报人|检举人|投诉人|控告人|揭发人|爆料人|来信人|信访人|上访人|反映人"
    "|来电人|报料人",
    "name": "我叫|我是|本人|姓名|我的名字(?:叫|是)",
}
_ONE = f"[{''.join(sorted(SURNAMES))}]"
_NAME = rf"(?:{'|'.join(COMPOUND)}|{_ONE})(?:某{{1,2}}[甲乙丙丁]?|[一-龥]{{1,2}})"
_LEAD = r"[\s:,、(\[“\"'‘]{0,2}(?:姓名|名叫|名为|叫做|叫|是|为|系)?[\s:“\"'‘]{0,2}"
_BY_ROLE = re.compile(
    "|".join(f"(?:(?P<{kind.replace('-', '_')}>{words}){_LEAD})" for kind, words in _ROLES.items())
)
_GAP = re.compile("(?<=[一-龥])[ ·•・](?=[一-龥])")
"""王 小明 is read as one name."""
_CANDIDATE = re.compile(_NAME)
# What stands behind a name: an end, or what a person does, is or has.
_END = re.compile(
    r"\Z|[^一-龥]"
    r"|反映|反应|称|说|表示|举报|造谣|编造|散布|发布|发帖|发文|转发|上传|拍摄|虚构|捏造|投诉|来信"
    r"|来电|留言|在|于|因|被|向|的|是|和|与|及|等|为|将|把|通过|使用|利用|出于|擅自|故意|同学|小朋友"
    r"|女士|先生|经|已|曾|对|就|从|以|到|去|住|家|提供|实名|咨询|询问|受|遭|不|所|个人|本人|名下|今年"
    r"|现|生于|患|死亡|身亡|溺水|失踪|走失|受伤|遇"
)
_WHOLE = SURNAMES - WEAK | frozenset("于万方高文严史白金石江")
# 任何某个，某某路: no person.
_SOME = re.compile(
    rf"(?<![任如为几])[{''.join(sorted(_WHOLE))}]某(?:某|甲|乙|丙|丁)?"
    r"(?![些个种地市县人日月年单机部时天处类项区街村公款])"
)
_BEFORE = r"(?:(?<=[^一-龥])|(?<=[对由和与给让向是为及将把被])|\A)"
_BEHIND: dict[Kind, re.Pattern[str]] = {
    "minor": re.compile(rf"{_BEFORE}(?P<name>{_NAME})(?:同学|小朋友)"),
    "whistle-blower": re.compile(rf"{_BEFORE}(?P<name>{_NAME})(?:实名举报|举报称|来信反映|来信称)"),
    "source": re.compile(
        rf"{_BEFORE}(?P<name>{_NAME})(?:编造|散布|造谣|捏造|虚构|\((?:男|女)[,\d)]"
        r"|在(?:朋友圈|微信群|网上|网络|抖音|微博)[^。;]{0,12}(?:发|传|散|编))"
    ),
}
_CUE = re.compile(
    "上访人 业主 举报人 传谣人 传谣者 住户 信访人 儿童 初中生 博主 反映人 发布人 发布者 发帖人"
    " 女婴 女子 女孩 女生 女童 姓名 婴儿 嫌疑人 学生 孩子 少女 少年 居民 市民 幼儿 当事人 我叫"
    " 我是 我的名字 投诉人 报料人 控告人 揭发人 未成年 本人 村民 来电人 检举人 楼主 爆料人 版主"
    " 用户 男婴 男子 男孩 男生 男童 租户 网友 网民 群主 群众 账号主体 违法人员 违法行为人"
    " 高中生 某 同学 小朋友 实名举报 举报称 来信 编造 散布 造谣 捏造 虚构 朋友圈 微信群 网上"
    " 网络 抖音 微博 [(\uff08][男女]".replace(" ", "|")
)


def hints(text: str) -> bool:
    """Whether any word stands there beside which a name counts."""
    return _CUE.search(text) is not None


def names(text: str) -> Iterator[Finding]:
    """Every name of a private person, each once, by what stands beside it."""
    told: set[int] = set()
    text = _GAP.sub("", text)
    for match in _BY_ROLE.finditer(text):
        kind = cast(Kind, (match.lastgroup or "").replace("_", "-"))
        name = name_at(text, match.end())
        if name and match.end() not in told:
            told.add(match.end())
            yield _found(kind, name)
    for kind, pattern in _BEHIND.items():
        for match in pattern.finditer(text):
            if match.start("name") not in told and _is_name(match["name"]):
                told.add(match.start("name"))
                yield _found(kind, match["name"])
    for match in _SOME.finditer(text):
        if match.start() not in told:
            yield _found("source", match[0])


def _found(kind: Kind, name: str) -> Finding:
    return Finding(kind, name, name[: _surname(name)] + "*" * (len(name) - _surname(name)))


_INVENTED = ("(化名", "化名")


def name_at(text: str, start: int) -> str:
    """The name of a person that begins at a place of a text, or nothing."""
    candidate = _CANDIDATE.match(text, start)
    if candidate is None:
        return ""
    shortest = _surname(candidate[0]) + 1
    for length in range(len(candidate[0]), shortest - 1, -1):
        name = candidate[0][:length]
        if _END.match(text, start + length) and _is_name(name):
            return "" if text.startswith(_INVENTED, start + length) else name
    return ""


def _surname(name: str) -> int:
    """How many signs of a name are the surname."""
    return 2 if name[:2] in COMPOUND and len(name) > 2 else 1


def _is_name(name: str) -> bool:
    """Whether a surname and what follows can be a name at all."""
    surname, given = name[: _surname(name)], name[_surname(name) :]
    if "某" in given:
        return re.fullmatch("某{1,2}[甲乙丙丁]?", given) is not None
    is_word = name[:2] in WORDS or name[:3] in WORDS or given in TITLES
    is_weak = surname in WEAK and len(given) == 1
    return not (is_word or is_weak or NEVER & set(given))


_ANY_ROLE = "|".join(words for kind, words in _ROLES.items() if kind != "name")
_CLAIMANT = re.compile(
    rf"(?:{_ANY_ROLE})?[\s:“\"]?(?P<name>{_NAME})[”\"]?(?:\((?:男|女)?[^)]*\))?\Z"
)
_TITLED = re.compile(rf"{_ONE}(?:{'|'.join(TITLES)})\Z")


def claimant(text: str) -> Finding | None:
    """The private person that a whole value (`说的人`) names, if it names one."""
    text = _GAP.sub("", fold(text).strip())
    if _TITLED.match(text):
        return _found("source", text)
    match = _CLAIMANT.match(text)
    return _found("source", match["name"]) if match and _is_name(match["name"]) else None
