"""The controlled vocabularies: every term with its English and Chinese name and what it means.

Terms are stored canonically by their English name, which is never a YAML boolean, number, null or
date. Sources: the founding notice of 2017, schema.org and DOMAIN §(d).
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One allowed value: canonical English name, Chinese name, meaning in both languages."""

    en: str
    zh: str
    help_zh: str = ""
    help_en: str = ""


class Vocabulary:
    """A closed list of terms, found by either name."""

    def __init__(self, name: str, zh: str, *terms: Term) -> None:
        self.name, self.zh, self.terms = name, zh, terms
        self.by_en = {term.en: term for term in terms}
        self.by_zh = {term.zh: term for term in terms}

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def by_language(self, language: str) -> dict[str, Term]:
        """Terms by their name in `language` ("zh" or "en")."""
        return self.by_zh if language == "zh" else self.by_en

    def label(self, en: str) -> str:
        """The Chinese name of a canonical term."""
        return self.by_en[en].zh


STATUS = Vocabulary(
    "status",
    "状态",
    Term("draft", "草稿", "还在写，不会公开。", "Being written; never public."),
    Term("in_review", "审核中", "正在审核，不会公开。", "Under review; never public."),
    Term("approved", "已审定", "审核完毕，到发布时间就公开。", "Public from publish_at on."),
)
DISCLOSURE = Vocabulary(
    "disclosure",
    "公开方式",
    Term("active", "主动公开", "在网站上公开。", "Published on the site."),
    Term("on_request", "依申请公开", "不在网站上公开。", "Not published on the site."),
    Term("none", "不予公开", "不公开。", "Never published."),
)
VERDICT = Vocabulary(
    "verdict",
    "结论",
    Term(
        "false-claim",
        "不实",
        "经核实，网上流传的说法与事实不符。",
        "The claim contradicts the facts.",
    ),
    Term(
        "partly-false",
        "部分不实",
        "说法里有真有假，关键部分与事实不符。",
        "Some of it is true, an essential part is not.",
    ),
    Term(
        "misleading",
        "误读误导",
        "内容有出处，但被断章取义或曲解，容易让人误会。",
        "Real material, out of context or misread.",
    ),
    Term(
        "outdated",
        "旧闻翻炒",
        "说的是过去的事，现在的情况已经不同。",
        "Something old passed off as news.",
    ),
    Term(
        "unverified",
        "正在核实",
        "有关部门正在核实，暂时没有结论，请勿转发。",
        "Being verified; no conclusion yet.",
    ),
    Term("accurate", "属实", "经核实，说法与事实相符。", "The claim matches the facts."),
)
RATING_VALUE = {
    "false-claim": 1,
    "partly-false": 2,
    "misleading": 2,
    "outdated": 2,
    "accurate": 5,
}
"""ClaimReview rating values on the scale 1 to 5; `unverified` has none (DOMAIN §(d))."""

BASIS = Vocabulary(
    "basis",
    "责任依据",
    Term("city_policy", "市重大政策", "涉及市政府重大政策、重要决策部署。"),
    Term("territorial", "属地", "按属地管理原则。"),
    Term("tiered", "分级", "按分级负责原则。"),
    Term("competent", "谁主管谁负责", "按谁主管谁负责原则。"),
    Term("vertical", "垂直管理", "涉事部门实行垂直管理，由上级部门办公室会同市政府办公室协调。"),
    Term("multi_agency", "多部门", "涉及多个部门，各按职责分工，必要时确定牵头部门。"),
)
CATEGORY = Vocabulary(
    "category",
    "舆情类别",
    Term("policy_misread", "误解误读", "对重大政策措施存在误解误读。"),
    Term("vital_interest", "切身利益", "涉及公众切身利益且产生较大影响。"),
    Term("livelihood_moral", "冲击道德底线", "涉及民生领域严重冲击社会道德底线。"),
    Term("emergency_disaster", "突发事件与自然灾害", "涉及突发事件处置和自然灾害应对。"),
    Term("superior_required", "上级要求", "上级机关要求主动回应。"),
    Term("other", "其他", "以上五类以外。"),
)
SUBJECT = Vocabulary(
    "subject",
    "主题",
    Term("urban", "城市建设"),
    Term("education", "教育"),
    Term("health", "医疗卫生"),
    Term("housing", "住房"),
    Term("transport", "交通"),
    Term("environment", "生态环境"),
    Term("food_drug", "食品药品"),
    Term("social_security", "社会保障"),
    Term("public_safety", "公共安全"),
    Term("finance", "财税金融"),
    Term("other", "其他"),
)
RESPONSE_FORM = Vocabulary(
    "response_form",
    "回应方式",
    Term("online", "网上发布"),
    Term("expert", "专家解读"),
    Term("briefing", "发布会或吹风会"),
    Term("interview", "媒体专访"),
)
BLOCK_TYPE = Vocabulary(
    "block_type",
    "内容块类型",
    Term("text", "文字", "一段文字，写在“正文”里。", "Prose in `text`."),
    Term("image", "图片", "一张图片，需要“文件”和“替代文字”。", "Needs `file` and `alt`."),
    Term(
        "infographic",
        "图解",
        "一张图解，需要“文件”“替代文字”和“文字版”。",
        "Needs `file`, `alt` and `long_description`.",
    ),
    Term("audio", "音频", "一段录音，需要“文件”和“文字稿”。", "Needs `file` and `transcript`."),
    Term(
        "video",
        "视频",
        "一段视频，需要“文件”，最好有“字幕”和“文字稿”。",
        "Needs `file`, better with `captions` and `transcript`.",
    ),
    Term("link", "链接", "一个网址，需要“标题”和“网址”。", "Needs `title` and `url`."),
    Term("table", "表格", "一张表，用 Markdown 表格写在“正文”里。", "A Markdown table."),
    Term("quote", "引文", "一段引文，写在“正文”里，注明“来源”。", "Prose with its `source`."),
    Term("timeline", "时间线", "按时间排列的“条目”。", "Dated `entries`."),
    Term("download", "下载", "一个可下载的文件。", "A `file` to download."),
    Term("embed", "引用", "引用本站另一条记录。", "Another `record` of this site."),
)
SOURCE_TYPE = Vocabulary(
    "source_type",
    "依据类型",
    Term("document", "文件"),
    Term("data", "数据"),
    Term("expert", "专家"),
    Term("site_visit", "现场"),
    Term("media", "媒体"),
    Term("law", "法规"),
)
CHANNEL_TYPE = Vocabulary(
    "channel_type",
    "渠道",
    Term("press_conference", "新闻发布会"),
    Term("gov_site", "政府网站"),
    Term("weibo", "微博"),
    Term("wechat", "微信"),
    Term("app", "客户端"),
    Term("sms", "短信"),
    Term("broadcast_tv", "广播电视"),
    Term("newspaper", "报刊"),
    Term("news_site", "新闻网站"),
    Term("commercial_site", "商业网站"),
)
HISTORY_TYPE = Vocabulary(
    "history_type",
    "变更类型",
    Term("first_published", "首发", "第一次公开。", "First made public."),
    Term("updated", "更新", "有了新情况，增补内容。", "New facts were added."),
    Term("corrected", "更正", "原来的内容有错，已改正。", "Something was wrong and is mended."),
    Term("clarified", "说明", "说得更清楚，意思没有变。", "Clearer wording, same meaning."),
    Term("withdrawn", "撤回", "内容不再有效，已撤回。", "No longer valid, taken back."),
    Term("restored", "恢复", "撤回之后重新有效。", "Valid again after a withdrawal."),
    Term("archived", "归档", "发布时属实，现在已是历史情况。", "True when written, now history."),
)
GATE = Vocabulary(
    "gate",
    "审核关",
    Term("political", "政治关"),
    Term("policy", "政策关"),
    Term("legal", "法律关"),
    Term("text", "文字关"),
    Term("secrecy", "保密关"),
)
GATE_RESULT = Vocabulary(
    "gate_result",
    "审核结果",
    Term("pass", "通过"),
    Term("revise", "修改"),
    Term("not_applicable", "不适用"),
)
CONFIRMATION_RESULT = Vocabulary(
    "confirmation_result",
    "确认结果",
    Term("agreed", "同意"),
    Term("amended", "修改后同意"),
    Term("objected", "不同意"),
)
CLOCK_BASIS = Vocabulary(
    "clock_basis",
    "起算依据",
    Term("occurred", "事发"),
    Term("found", "发现"),
    Term("reported", "接报"),
)
SEVERITY = Vocabulary(
    "severity",
    "等级",
    Term("especially_major", "特别重大"),
    Term("major", "重大"),
    Term("large", "较大"),
    Term("ordinary", "一般"),
)
APPEARANCE_FORM = Vocabulary(
    "appearance_form",
    "形式",
    Term("text", "文字"),
    Term("image", "图片"),
    Term("video", "视频"),
    Term("audio", "音频"),
    Term("chat", "聊天记录"),
)
SPREAD_STATE = Vocabulary(
    "spread_state",
    "传播状态",
    Term("spreading", "传播中", "现在还在流传。"),
    Term("quiet", "平息", "已经基本不再流传。"),
    Term("recurring", "反复", "隔一段时间就会再次流传。"),
)
MEDIA_AUTHENTICITY = Vocabulary(
    "media_authenticity",
    "图像真伪",
    Term("DecontextualizedContent", "移花接木"),
    Term("EditedOrCroppedContent", "剪辑裁切"),
    Term("OriginalMediaContent", "原始影像"),
    Term("SatireOrParodyContent", "讽刺恶搞"),
    Term("StagedContent", "摆拍"),
    Term("TransformedContent", "篡改合成"),
)
TOPIC_STATE = Vocabulary(
    "topic_state",
    "专题状态",
    Term("open", "进行中"),
    Term("closed", "已结束"),
)
BANNER_LEVEL = Vocabulary(
    "banner_level",
    "提示级别",
    Term("urgent", "紧急"),
    Term("notice", "提示"),
)
RESPONSE_STATE = Vocabulary(
    "response_state",
    "办理状态",
    Term("handling", "处置中", "事情还在办，结果待公布。"),
    Term("done", "已办结", "事情已经办完，结果已公布。"),
)
RECORD_KIND = Vocabulary(
    "record_kind",
    "栏目",
    Term("clarification", "辟谣"),
    Term("response", "舆情回应"),
    Term("topic", "专题"),
)
KEY_LANGUAGE = Vocabulary("key_language", "键语言", Term("zh", "中文"), Term("en", "英文"))
SWITCH = Vocabulary("switch", "开关", Term("enabled", "启用"), Term("disabled", "不启用"))
