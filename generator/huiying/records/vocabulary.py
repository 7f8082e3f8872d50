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


SAID_FOR = {
    "饼图": "占比图",
    "饼状图": "占比图",
    "扇形图": "占比图",
    "柱状图": "条形图",
    "柱形图": "条形图",
    "曲线图": "折线图",
    "短片": "视频",
    "录像": "视频",
    "录音": "音频",
    "照片": "图片",
    "假": "不实",
    "假的": "不实",
    "虚假": "不实",
    "谣言": "不实",
    "真的": "属实",
}
"""What people say for a term that no letter of it tells."""
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
    Term(
        "city_policy",
        "市重大政策",
        "涉及市政府重大政策、重要决策部署。",
        "It concerns the city's major policies and decisions.",
    ),
    Term(
        "territorial",
        "属地",
        "按属地管理原则。",
        "By the place: the government of that area answers.",
    ),
    Term("tiered", "分级", "按分级负责原则。", "By the level of government that is in charge."),
    Term(
        "competent",
        "谁主管谁负责",
        "按谁主管谁负责原则。",
        "By the matter: who is in charge of it answers.",
    ),
    Term(
        "vertical",
        "垂直管理",
        "涉事部门实行垂直管理，由上级部门办公室会同市政府办公室协调。",
        "The body is run from above; its superior and the city office coordinate.",
    ),
    Term(
        "multi_agency",
        "多部门",
        "涉及多个部门，各按职责分工，必要时确定牵头部门。",
        "Several bodies answer, each for its duties, with a lead where needed.",
    ),
)
CATEGORY = Vocabulary(
    "category",
    "舆情类别",
    Term(
        "policy_misread",
        "误解误读",
        "对重大政策措施存在误解误读。",
        "Major policies are misread or misunderstood.",
    ),
    Term(
        "vital_interest",
        "切身利益",
        "涉及公众切身利益且产生较大影响。",
        "It touches what people live by, with wide effect.",
    ),
    Term(
        "livelihood_moral",
        "冲击道德底线",
        "涉及民生领域严重冲击社会道德底线。",
        "A matter of livelihood that gravely offends moral sense.",
    ),
    Term(
        "emergency_disaster",
        "突发事件与自然灾害",
        "涉及突发事件处置和自然灾害应对。",
        "Emergencies and natural disasters.",
    ),
    Term(
        "superior_required",
        "上级要求",
        "上级机关要求主动回应。",
        "A superior body has asked for a response.",
    ),
    Term("other", "其他", "以上五类以外。", "None of the five above."),
)
SUBJECT = Vocabulary(
    "subject",
    "主题",
    Term(
        "urban",
        "城市建设",
        "道路、供水、供气、排水、城市管理等。",
        "Roads, water, gas, drains and the running of the city.",
    ),
    Term(
        "education",
        "教育",
        "招生、教学、作息、校园安全等。",
        "Admission, teaching, school hours and safety at school.",
    ),
    Term(
        "health",
        "医疗卫生",
        "看病、疫苗、传染病、公共卫生等。",
        "Treatment, vaccines, infections and public health.",
    ),
    Term(
        "housing",
        "住房",
        "住房保障、房屋质量、老旧小区、物业等。",
        "Housing aid, building quality, old estates and their upkeep.",
    ),
    Term(
        "transport",
        "交通",
        "公交、道路通行、停车、铁路民航等。",
        "Buses, traffic, parking, rail and air.",
    ),
    Term(
        "environment",
        "生态环境",
        "空气、水体、噪声、垃圾、污染等。",
        "Air, waters, noise, waste and pollution.",
    ),
    Term(
        "food_drug",
        "食品药品",
        "食品、药品、保健品的安全。",
        "Safety of food, medicines and supplements.",
    ),
    Term(
        "social_security",
        "社会保障",
        "养老、医保、低保、救助等。",
        "Pensions, medical insurance, allowances and relief.",
    ),
    Term(
        "public_safety",
        "公共安全",
        "治安、消防、诈骗、灾害应对等。",
        "Crime, fire, fraud and disasters.",
    ),
    Term(
        "finance",
        "财税金融",
        "税费、补贴、贷款、集资等。",
        "Taxes, subsidies, loans and fund raising.",
    ),
    Term("other", "其他", "以上主题以外。", "None of the subjects above."),
)
RESPONSE_FORM = Vocabulary(
    "response_form",
    "回应方式",
    Term(
        "online",
        "网上发布",
        "在网站、微博、微信等发布文字或图解。",
        "Published on websites, Weibo, WeChat and so on.",
    ),
    Term("expert", "专家解读", "请专家讲解。", "Experts explain it."),
    Term(
        "briefing",
        "发布会或吹风会",
        "开新闻发布会、吹风会。",
        "A press conference or a background briefing.",
    ),
    Term(
        "interview", "媒体专访", "负责人接受媒体采访。", "Somebody in charge speaks to the media."
    ),
)
BLOCK_TYPE = Vocabulary(
    "block_type",
    "内容块类型",
    Term("text", "文字", "一段文字，写在“正文”里。", "A piece of prose; needs text."),
    Term("image", "图片", "一张图片，需要“文件”和“替代文字”。", "A picture; needs file and alt."),
    Term(
        "infographic",
        "图解",
        "一张图解：写“图”，由系统画；或用做好的“文件”，写“替代文字”和“文字版”。",
        "An infographic: drawn from drawing, or a file with alt and long_description.",
    ),
    Term(
        "audio",
        "音频",
        "一段录音，需要“文件”和“文字稿”。",
        "A recording; needs file and transcript.",
    ),
    Term(
        "video",
        "视频",
        "一段视频，需要“文件”，最好有“字幕”和“文字稿”。",
        "A film; needs file, better with captions and transcript.",
    ),
    Term("link", "链接", "一个网址，需要“标题”和“网址”。", "An address; needs title and url."),
    Term(
        "table",
        "表格",
        "一张表，用 Markdown 表格写在“正文”里。",
        "A table, written in Markdown in text.",
    ),
    Term(
        "quote",
        "引文",
        "一段引文，写在“正文”里，注明“来源”。",
        "A quotation in text, with its source.",
    ),
    Term(
        "timeline", "时间线", "按时间排列的几步，写在“条目”里。", "Dated steps, written in entries."
    ),
    Term(
        "download", "下载", "一个可下载的文件，需要“文件”。", "Something to download; needs file."
    ),
    Term(
        "embed",
        "引用",
        "本站另一条记录的卡片，需要“记录”。",
        "The card of another record of this site; needs record.",
    ),
)
PLAYER = Vocabulary(
    "player",
    "播放平台",
    Term("bilibili", "哔哩哔哩", "编号以 BV 开头，如 BV1111111111。", "Ids begin with BV."),
    Term("tencent", "腾讯视频", "编号是 11 位字母和数字。", "Ids have 11 letters and digits."),
    Term("youku", "优酷", "编号以 X 开头，如 XNTg1MTE1MTIzMg==。", "Ids begin with X."),
)
DRAWING_TYPE = Vocabulary(
    "drawing_type",
    "图型",
    Term(
        "fact-check",
        "说法与事实",
        "事实和网上的说法对照，写“事实”“说法”“结论”，还可以有几条“条目”。",
        "The fact beside the claim: fact, claim, verdict, perhaps a few items.",
    ),
    Term(
        "timeline",
        "时间线",
        "几个时间点，每条的“名称”写时间，“正文”写情况。",
        "What happened when: in each item the time as label, and text.",
    ),
    Term(
        "steps",
        "步骤",
        "先做什么、后做什么，每条的“名称”写做什么，“正文”写怎么做。",
        "What to do in which order: in each item what as label, how as text.",
    ),
    Term(
        "figures",
        "关键数字",
        "一到六个要记住的数，每条写“名称”“数值”和“单位”。",
        "One to six numbers to remember: label, value and unit in each item.",
    ),
    Term(
        "bar",
        "条形图",
        "比多少，每条写“名称”和“数值”，“单位”写一次。",
        "Compares amounts: label and value in each item, unit once.",
    ),
    Term(
        "line",
        "折线图",
        "看变化，按时间先后写各条的“名称”和“数值”，“单位”写一次。",
        "Shows a change: label and value in each item, in the order of time; unit once.",
    ),
    Term(
        "share",
        "占比图",
        "看各占多少，各条的“数值”加起来是全部。",
        "Shows the parts of a whole: the values of all items add up to it.",
    ),
    Term(
        "comparison",
        "对比表",
        "几样东西对照着看，“列”写各列的名称，每条写“名称”和“各列”。",
        "Sets things side by side: columns, and in each item label and cells.",
    ),
)
SOURCE_TYPE = Vocabulary(
    "source_type",
    "依据类型",
    Term("document", "文件", "公文、通告、报告等。", "Official documents, notices and reports."),
    Term(
        "data", "数据", "监测、统计、检验的数据。", "Figures from monitoring, statistics or tests."
    ),
    Term("expert", "专家", "专家的意见。", "What an expert says."),
    Term("site_visit", "现场", "到现场查看的情况。", "What was seen on the spot."),
    Term("media", "媒体", "媒体报道或公开网页。", "A media report or a public web page."),
    Term("law", "法规", "法律、法规、规章、标准。", "Laws, regulations and standards."),
    Term(
        "police_notice",
        "警情通报",
        "公安机关已经公开发布的警情通报。",
        "A notice that the police have published.",
    ),
)
CHANNEL_TYPE = Vocabulary(
    "channel_type",
    "渠道",
    Term(
        "press_conference",
        "新闻发布会",
        "现场发布，包括吹风会。",
        "Released on the spot, background briefings included.",
    ),
    Term(
        "gov_site",
        "政府网站",
        "政府或部门的门户网站。",
        "The website of a government or of one of its bodies.",
    ),
    Term("weibo", "微博", "微博上的官方账号。", "An official account on Weibo."),
    Term("wechat", "微信", "微信公众号或视频号。", "An official or video account on WeChat."),
    Term("app", "客户端", "手机上的应用程序。", "An application on the phone."),
    Term("sms", "短信", "发到手机的短信。", "Text messages to phones."),
    Term("broadcast_tv", "广播电视", "广播电台或电视台。", "Radio or television."),
    Term("newspaper", "报刊", "报纸或期刊。", "A newspaper or magazine."),
    Term("news_site", "新闻网站", "新闻单位办的网站。", "The website of a news organisation."),
    Term(
        "commercial_site",
        "商业网站",
        "企业办的网站或平台。",
        "The website or platform of a company.",
    ),
)
HISTORY_TYPE = Vocabulary(
    "history_type",
    "变更类型",
    Term("first_published", "首发", "第一次公开。", "First made public."),
    Term("updated", "更新", "有了新情况，增补内容。", "New facts were added."),
    Term("corrected", "更正", "原来的内容有错，已改正。", "Something was wrong and is mended."),
    Term("clarified", "说明", "说得更清楚，意思没有变。", "Clearer wording, same meaning."),
    Term("withdrawn", "撤回", "内容不再有效，已撤回。", "No longer valid, taken back."),
    Term("restored", "恢复", "撤回或归档之后重新有效。", "Valid again after all."),
    Term("archived", "归档", "发布时属实，现在已是历史情况。", "True when written, now history."),
)
GATE = Vocabulary(
    "gate",
    "审核关",
    Term("political", "政治关", "看立场、导向有没有问题。", "Is the political stance right?"),
    Term("policy", "政策关", "看与现行政策是否一致。", "Does it agree with the policies in force?"),
    Term(
        "legal", "法律关", "看是否合法，有没有法律风险。", "Is it lawful, and without legal risk?"
    ),
    Term(
        "text",
        "文字关",
        "看用词、数字、标点是否准确。",
        "Are wording, figures and punctuation right?",
    ),
    Term(
        "secrecy",
        "保密关",
        "看有没有涉密或不该公开的内容。",
        "Does it hold secrets, or what must not be published?",
    ),
)
GATE_RESULT = Vocabulary(
    "gate_result",
    "审核结果",
    Term("pass", "通过", "没有问题，可以公开。", "Nothing stands against publishing."),
    Term("revise", "修改", "要改了以后再审。", "To be changed and reviewed again."),
    Term(
        "not_applicable",
        "不适用",
        "这一关与内容无关，要写理由。",
        "This review does not apply; needs a reason.",
    ),
)
CONFIRMATION_RESULT = Vocabulary(
    "confirmation_result",
    "确认结果",
    Term("agreed", "同意", "对内容没有意见。", "The body agrees as it stands."),
    Term(
        "amended",
        "修改后同意",
        "按它的意见改过之后同意。",
        "The body agrees after changes it asked for.",
    ),
    Term("objected", "不同意", "不同意这样发布。", "The body does not agree to it."),
)
CLOCK_BASIS = Vocabulary(
    "clock_basis",
    "起算依据",
    Term("occurred", "事发", "从事情发生的时候起算。", "From when it happened."),
    Term("found", "发现", "从发现舆情的时候起算。", "From when it was noticed."),
    Term("reported", "接报", "从接到报告的时候起算。", "From when it was reported."),
)
SEVERITY = Vocabulary(
    "severity",
    "等级",
    Term("especially_major", "特别重大", "特别重大突发事件（Ⅰ级）。", "Level I, the gravest."),
    Term("major", "重大", "重大突发事件（Ⅱ级）。", "Level II."),
    Term("large", "较大", "较大突发事件（Ⅲ级）。", "Level III."),
    Term("ordinary", "一般", "一般突发事件（Ⅳ级）。", "Level IV."),
)
APPEARANCE_FORM = Vocabulary(
    "appearance_form",
    "形式",
    Term("text", "文字", "只有文字的帖子或短信。", "A post or message of words only."),
    Term("image", "图片", "图片或截图。", "A picture or screenshot."),
    Term("video", "视频", "视频或直播。", "A film or live stream."),
    Term("audio", "音频", "录音或语音消息。", "A recording or voice message."),
    Term("chat", "聊天记录", "聊天记录的截图或转发。", "A screenshot or forward of a chat."),
)
SPREAD_STATE = Vocabulary(
    "spread_state",
    "传播状态",
    Term("spreading", "传播中", "现在还在流传。", "It is still going round."),
    Term("quiet", "平息", "已经基本不再流传。", "It has all but died down."),
    Term("recurring", "反复", "隔一段时间就会再次流传。", "It comes back from time to time."),
)
MEDIA_AUTHENTICITY = Vocabulary(
    "media_authenticity",
    "图像真伪",
    Term(
        "DecontextualizedContent",
        "移花接木",
        "影像是真的，却说成别的时间、地点或事情。",
        "Real, but shown as of another time, place or matter.",
    ),
    Term(
        "EditedOrCroppedContent",
        "剪辑裁切",
        "剪去或裁去了一部分，意思变了。",
        "Cut or cropped so that it means something else.",
    ),
    Term("OriginalMediaContent", "原始影像", "没有改动过的影像。", "Genuine and unaltered."),
    Term(
        "SatireOrParodyContent",
        "讽刺恶搞",
        "本来是玩笑，被当成真的。",
        "Meant as a joke, taken as true.",
    ),
    Term("StagedContent", "摆拍", "由人扮演、布置出来的。", "Acted or arranged for the camera."),
    Term(
        "TransformedContent",
        "篡改合成",
        "改过画面或声音，包括用AI合成。",
        "Altered or made up, also by AI.",
    ),
)
TOPIC_STATE = Vocabulary(
    "topic_state",
    "专题状态",
    Term("open", "进行中", "事情还在继续，会有新内容。", "The matter goes on; more will follow."),
    Term(
        "closed",
        "已结束",
        "事情已经结束，页面保留备查。",
        "The matter is over; the page stays for reference.",
    ),
)
BANNER_LEVEL = Vocabulary(
    "banner_level",
    "提示级别",
    Term(
        "urgent",
        "紧急",
        "关系到安全，要马上看到，如停水、疏散。",
        "A matter of safety to be seen at once, such as an evacuation.",
    ),
    Term("notice", "提示", "希望大家知道，但不紧急。", "Good to know, not urgent."),
)
RESPONSE_STATE = Vocabulary(
    "response_state",
    "办理状态",
    Term(
        "handling",
        "处置中",
        "事情还在办，结果待公布。",
        "It is being handled; the outcome will follow.",
    ),
    Term(
        "done", "已办结", "事情已经办完，结果已公布。", "It is settled and the outcome is public."
    ),
)
AUTHOR_KIND = Vocabulary(
    "author_kind",
    "解读人",
    Term("drafting_body", "起草部门", "起草文件的部门自己解读。", "The body that drafted it."),
    Term("leader", "负责人", "部门负责人解读。", "Somebody in charge of the body."),
    Term("expert", "专家", "专家解读，要写“专家”。", "Experts; needs experts."),
    Term("media", "媒体", "媒体解读，要写“媒体名称”。", "The media; needs media_name."),
)
INTERPRETATION_FORM = Vocabulary(
    "interpretation_form",
    "解读形式",
    Term("text", "文字", "文字解读、问答。", "In words, also as questions and answers."),
    Term("infographic", "图解", "图表、图解。", "As charts and infographics."),
    Term("audio", "音频", "录音、广播访谈。", "As a recording or a talk on the radio."),
    Term("video", "视频", "视频、访谈。", "As a film or an interview on film."),
    Term("animation", "动漫", "动画、漫画。", "As an animation or a comic."),
)
POLICY_STANDING = Vocabulary(
    "policy_standing",
    "效力",
    Term("in_force", "现行有效", "现在有效。", "In force as it stands."),
    Term("amended", "已修改", "部分内容已经修改。", "Parts of it have been changed."),
    Term("repealed", "已废止", "已经废止，不再执行。", "Repealed, no longer carried out."),
    Term("lapsed", "已失效", "有效期已过。", "Its term is over."),
)
EXPERT_CONSENT = Vocabulary(
    "expert_consent",
    "同意公开",
    Term(
        "name",
        "姓名",
        "同意公开姓名；没有这一项就不进专家库页面。",
        "The name; needed to be listed.",
    ),
    Term("title", "职称", "同意公开职称、职务。", "The title or post."),
    Term("org", "单位", "同意公开工作单位。", "Where the expert works."),
    Term("bio", "简介", "同意公开个人简介。", "The few sentences about the expert."),
    Term("photo", "照片", "同意公开照片。", "The portrait."),
)
"""The fields of an expert's entry that may be shown once the expert has agreed to them."""
BRIEFING_FORM = Vocabulary(
    "briefing_form",
    "发布形式",
    Term("conference", "新闻发布会", "面向公众和媒体的发布会。", "A press conference."),
    Term(
        "background", "吹风会", "向媒体介绍背景的吹风会。", "A background briefing for the media."
    ),
    Term("group_interview", "集体采访", "几家媒体一起采访。", "Several media ask together."),
    Term("written", "书面发布", "不开会，书面发布和答问。", "In writing, without a meeting."),
)
BRIEFING_STATE = Vocabulary(
    "briefing_state",
    "发布会状态",
    Term("scheduled", "预告", "还没有开始。", "It has not begun."),
    Term("live", "进行中", "正在举行。", "It is going on."),
    Term("ended", "已结束", "已经开完，有实录或视频。", "It is over; a record of it follows."),
    Term("postponed", "延期", "改期举行，要写“变动说明”。", "Put off; needs state_reason."),
    Term("cancelled", "取消", "不再举行，要写“变动说明”。", "Called off; needs state_reason."),
)
SPEAKER_ROLE = Vocabulary(
    "speaker_role",
    "身份",
    Term("principal", "主要负责人", "部门或单位的一把手。", "The head of the body."),
    Term("leader", "部门负责人", "部门的其他负责人。", "Another person in charge of the body."),
    Term("spokesperson", "新闻发言人", "部门的新闻发言人。", "The body's spokesperson."),
    Term("expert", "专家", "到场解读的专家。", "An expert who explains."),
    Term("host", "主持人", "主持发布会的人。", "Who chairs the briefing."),
)
TRANSCRIPT_TYPE = Vocabulary(
    "transcript_type",
    "发言类型",
    Term("statement", "发布", "主动发布的内容。", "What the speakers present."),
    Term("question", "提问", "记者或群众的提问。", "What is asked."),
    Term("answer", "回答", "对提问的回答。", "What is answered."),
)
QA_CHANNEL = Vocabulary(
    "qa_channel",
    "来信渠道",
    Term("mailbox", "领导信箱", "领导信箱来信。", "A letter to the head of government."),
    Term("public_question", "公众问答", "网站的公众问答栏目。", "The site's question column."),
    Term("hotline", "12345热线", "12345政务服务便民热线。", "The city's service hotline."),
    Term("online_message", "网民留言", "网民在平台上的留言。", "A message left on a platform."),
)
SATISFACTION = Vocabulary(
    "satisfaction",
    "满意度",
    Term("satisfied", "满意", "来信人表示满意。", "The writer is satisfied."),
    Term("fairly_satisfied", "基本满意", "来信人表示基本满意。", "The writer is fairly satisfied."),
    Term("dissatisfied", "不满意", "来信人表示不满意。", "The writer is not satisfied."),
)
SURVEY_METHOD = Vocabulary(
    "survey_method",
    "调查方式",
    Term("online", "网上填写", "在网站、微信等填写问卷。", "Filled in on the web."),
    Term("paper", "纸质问卷", "发放纸质问卷。", "Filled in on paper."),
    Term("interview", "入户访问", "访问员上门或当面询问。", "Asked face to face."),
    Term("telephone", "电话访问", "电话询问。", "Asked on the telephone."),
)
SURVEY_STATE = Vocabulary(
    "survey_state",
    "调查状态",
    Term("upcoming", "未开始", "还没有到开始的日期。", "Its first day is still to come."),
    Term("running", "进行中", "正在征集答卷。", "Answers are being taken."),
    Term("closed", "已结束", "答卷已经截止。", "Answers are no longer taken."),
)
"""Never written: the period says it."""
QUESTION_TYPE = Vocabulary(
    "question_type",
    "题型",
    Term("single", "单选", "只能选一项，各项人数之和不超过作答人数。", "One option only."),
    Term("multiple", "多选", "可以选几项。", "Several options."),
    Term("scale", "评分", "按等级打分，只能选一项。", "A grade on a scale; one option only."),
    Term("open", "填空", "自己写意见，归纳后列在“选项”里。", "Own words, grouped under options."),
)
INTAKE_TYPE = Vocabulary(
    "intake_type",
    "来源",
    Term("monitoring", "舆情监测", "网络监测、巡查发现。", "Found by monitoring the web."),
    Term("hotline", "热线", "热线电话反映。", "Told on the hotline."),
    Term("mailbox", "信箱", "信箱、留言反映。", "Written to a letter box or message board."),
    Term("superior", "上级交办", "上级机关转来。", "Passed on by a superior body."),
    Term("media", "媒体报道", "媒体报道或询问。", "Reported or asked by the media."),
    Term("department", "部门报送", "其他部门送来。", "Sent in by another body."),
)
HANDOVER_TARGET = Vocabulary(
    "handover_target",
    "移交对象",
    Term(
        "police", "公安机关", "涉嫌违法，移交公安机关。", "The police, where the law may be broken."
    ),
    Term("network_regulator", "网络监管部门", "移交网络监管部门。", "Who supervises the web."),
)
RECORD_KIND = Vocabulary(
    "record_kind",
    "栏目",
    Term("clarification", "辟谣", "说明一个传言是真是假。", "Says whether a rumour is true."),
    Term("response", "舆情回应", "回答群众关心的一件事。", "Answers a matter of public concern."),
    Term(
        "interpretation",
        "政策解读",
        "讲清一份文件或一件事的道理。",
        "Explains a policy or a matter.",
    ),
    Term("briefing", "新闻发布会", "预告、直播和实录发布会。", "Announces and records a briefing."),
    Term(
        "qa",
        "公众问答",
        "公开来信、来电的问题和答复。",
        "A question from the public, and its answer.",
    ),
    Term(
        "survey",
        "网上调查",
        "征集意见，公布结果和采纳情况。",
        "Asks the public, and says what came of it.",
    ),
    Term(
        "topic", "专题", "把一件事的各种内容放在一页。", "Gathers all about one matter on one page."
    ),
)
KEY_LANGUAGE = Vocabulary(
    "key_language",
    "键语言",
    Term(
        "zh",
        "中文",
        "键和用词写中文，如 标题、不实。",
        "Keys and terms in Chinese, such as 标题 and 不实.",
    ),
    Term(
        "en",
        "英文",
        "键和用词写英文，如 title、false-claim。",
        "Keys and terms in English, such as title and false-claim.",
    ),
)
SWITCH = Vocabulary(
    "switch",
    "开关",
    Term("enabled", "启用", "打开。", "On."),
    Term("disabled", "不启用", "关闭。", "Off."),
)
EMBED = Vocabulary(
    "embed",
    "嵌入方式",
    Term("card", "链接", "带标题的链接，哪里都能贴。", "A link with its title, for any page."),
    Term(
        "fragment",
        "片段",
        "不带脚本的 HTML，供 SSI、ESI 取用。",
        "Script-free HTML, for SSI or ESI.",
    ),
    Term(
        "frame",
        "框架",
        "用 iframe 放的卡片、列表、整个专题。",
        "Cards, lists, topics in an iframe.",
    ),
    Term(
        "element",
        "组件",
        "网页组件 huiying-card、huiying-list。",
        "Custom elements: huiying-card, huiying-list.",
    ),
    Term("oembed", "oEmbed", "认得 oEmbed 的系统贴网址就成卡片。", "For systems that know oEmbed."),
)
DEADLINE_PROFILE = Vocabulary(
    "deadline_profile",
    "时限规则",
    Term(
        "lz-2017",
        "lz-2017",
        "柳政办〔2017〕120号：特别重大、重大突发事件1小时内发布事实信息；重大伤亡或影响24小时内开发布会；"
        "其他48小时内回应。",
        "Liuzhou 2017: first facts 1 h, briefing 24 h where the impact is grave, others 48 h.",
    ),
    Term(
        "gb-2016-61",
        "gb-2016-61",
        "国办发〔2016〕61号：特别重大、重大突发事件24小时内开发布会；其他48小时内回应。",
        "State Council office 2016 no. 61: briefing 24 h for major events, others 48 h.",
    ),
    Term(
        "gb-2016-80",
        "gb-2016-80",
        "国办发〔2016〕80号：特别重大、重大突发事件5小时内发布权威信息，24小时内开发布会。",
        "State Council office 2016 no. 80: first facts 5 h, briefing 24 h for major events.",
    ),
)
MILESTONE = Vocabulary(
    "milestone",
    "节点",
    Term("first_facts", "首次发布事实", "第一次公布基本事实。", "The basic facts made public."),
    Term("briefing", "召开发布会", "召开新闻发布会。", "A press briefing is held."),
    Term("response", "作出回应", "作出正式回应。", "The official answer is given."),
)
TIMELINESS = Vocabulary(
    "timeliness",
    "时效",
    Term("on_time", "按时", "在时限内做了。", "Done within the limit."),
    Term("late", "迟发", "过了时限才做，或者过了时限还没做。", "Done after the limit, or not yet."),
    Term("not_due", "未到期", "还没做，时限也没到。", "Not done, and not due yet."),
    Term("unknown", "无法判定", "缺少判断要用的时间或等级。", "A time or the severity is missing."),
)
