"""`site.yml`: the site as a record."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.values import Address, Day, LetterBox, Line, OneOf, SiteCode, Whole
from huiying.records.vocabulary import DEADLINE_PROFILE, EMBED, KEY_LANGUAGE, SWITCH


class Site(Model):
    """Who publishes, under which identity, by which rules."""

    name: Annotated[
        Line,
        Key(
            "网站名称",
            "网站的名称，显示在每页顶部，如 示例市回应。",
            "The site's name at the top of every page, such as 示例市回应.",
        ),
    ]
    tagline: Annotated[
        Line | None,
        Key(
            "副标题",
            "名称下面的一行字，如 官方回应与辟谣。",
            "The line below the name, such as 官方回应与辟谣.",
        ),
    ] = None
    description: Annotated[
        Line | None,
        Key(
            "简介",
            "一两句话说明网站是做什么的，搜索引擎也会显示。",
            "What the site is for, in a sentence or two; search engines show it too.",
        ),
    ] = None
    site_id_code: Annotated[
        SiteCode,
        Key(
            "网站标识码",
            "政府网站的 10 位标识码：10 位数字、bm 加 8 位或 N 加 9 位数字。",
            "Code of the government website: ten digits, bm and eight, or N and nine.",
        ),
    ]
    domain: Annotated[
        Line | None,
        Key(
            "域名",
            "网站的域名，如 hygq.example.gov.cn；不写就取自 mkdocs.yml 的 site_url。",
            "The host name; taken from site_url in mkdocs.yml if absent.",
        ),
    ] = None
    sponsor: Annotated[
        Line,
        Key(
            "主办单位",
            "主办单位的全称，如 示例市人民政府办公室。",
            "Full name of the body that publishes the site.",
        ),
    ]
    operator: Annotated[
        Line | None,
        Key(
            "承办单位",
            "承办单位的全称，如 示例市政务信息中心。",
            "Full name of the body that runs the site.",
        ),
    ] = None
    address: Annotated[
        Line | None, Key("地址", "主办单位的地址。", "The sponsor's postal address.")
    ] = None
    postcode: Annotated[
        Line | None,
        Key("邮编", "主办单位的邮政编码，如 545000。", "The sponsor's postcode, such as 545000."),
    ] = None
    phone: Annotated[
        Line | None,
        Key(
            "联系电话",
            "网站的联系电话，如 0000-12340。",
            "Phone number of the site's office, such as 0000-12340.",
        ),
    ] = None
    hotline: Annotated[
        Line | None,
        Key(
            "热线",
            "群众可以打的热线，如 0000-12345。",
            "The hotline that people can call, such as 0000-12345.",
        ),
    ] = None
    letter_box_url: Annotated[
        LetterBox | None,
        Key(
            "信箱网址",
            "领导信箱或留言页的网址，以 https:// 开头；能预填内容的，在内容的位置写 {text}，"
            "如 https://www.example.gov.cn/write?content={text}，群众要问的话就会带过去。",
            "Where people can write to the government: begins with https://. Where the page can "
            "be filled in beforehand, {text} stands for what people want to ask.",
        ),
    ] = None
    icp_no: Annotated[
        Line | None,
        Key(
            "ICP备案号",
            "ICP备案号，显示在页脚，如 示例ICP备00000000号。",
            "The ICP filing number shown in the footer.",
        ),
    ] = None
    police_no: Annotated[
        Line | None,
        Key(
            "公安备案号",
            "公安备案号，显示在页脚，如 示例公网安备00000000号。",
            "The police filing number shown in the footer.",
        ),
    ] = None
    police_url: Annotated[
        Address | None,
        Key(
            "公安备案网址",
            "公安备案的查询网址，以 https:// 开头。",
            "Where the police filing can be looked up: begins with https://.",
        ),
    ] = None
    error_report_url: Annotated[
        Address | None,
        Key(
            "找错网址",
            "“我为政府网站找错”的网址，以 https:// 开头。",
            "Where people report errors of government websites: begins with https://.",
        ),
    ] = None
    party_gov_url: Annotated[
        Address | None,
        Key(
            "党政机关标识网址",
            "党政机关网站标识的网址，以 https:// 开头。",
            "Where the mark of party and government websites leads: begins with https://.",
        ),
    ] = None
    ipv6: Annotated[
        Annotated[str, OneOf(SWITCH)],
        Key(
            "IPv6标识",
            "写“启用”，页脚就显示支持IPv6；不写就不显示。",
            "enabled shows in the footer that IPv6 is supported; disabled if absent.",
        ),
    ] = "disabled"
    notice: Annotated[
        Line | None,
        Key(
            "站点说明",
            "显示在页脚的一句说明，如 本站为演示站点。",
            "One sentence in the footer, such as 本站为演示站点.",
        ),
    ] = None
    time_zone: Annotated[
        Line,
        Key(
            "时区",
            "没写时区的时间按它算；不写是 Asia/Shanghai。",
            "The zone of times that name none; Asia/Shanghai if absent.",
        ),
    ] = "Asia/Shanghai"
    key_language: Annotated[
        Annotated[str, OneOf(KEY_LANGUAGE)],
        Key(
            "键语言",
            "新记录用中文键还是英文键；不写是中文。",
            "Whether new records have Chinese or English keys; zh if absent.",
        ),
    ] = "zh"
    deadline_profile: Annotated[
        Annotated[str, OneOf(DEADLINE_PROFILE)],
        Key(
            "时限规则",
            "回应时限的规则，不写是 lz-2017。",
            "The rules for time limits; lz-2017 if absent.",
        ),
    ] = "lz-2017"
    timeliness: Annotated[
        Annotated[str, OneOf(SWITCH)],
        Key(
            "时效公开",
            "写“启用”，有“时限”的辟谣和回应会公开每个节点按时还是迟发；从时限看得出事件的等级。"
            "不写是“不启用”。",
            "enabled: the pages of clarifications and responses with a clock say whether each "
            "milestone was in time, which tells how severe the event is; disabled if absent.",
        ),
    ] = "disabled"
    adopted_on: Annotated[
        Day | None,
        Key(
            "启用日期",
            "网站启用的日期，如 2026-01-01；更早发布的导入资料算历史资料。",
            "The day the site was adopted; imports published earlier count as history.",
        ),
    ] = None
    gates: Annotated[
        Annotated[str, OneOf(SWITCH)],
        Key(
            "审核关",
            "写“启用”，已审定的记录要五关都签过、涉及单位都确认过才公开；写“不启用”就不查。",
            "enabled: approved records are public once all five gates are signed and every body "
            "involved has confirmed; disabled: nobody asks.",
            public=False,
        ),
    ]
    correction_banner_days: Annotated[
        Whole,
        Key(
            "更正横幅天数",
            "更正之后，页面顶部提示多少天；不写是 30。",
            "For how many days a page opens with its correction; 30 if absent.",
        ),
    ] = 30
    grace_hours: Annotated[
        Whole,
        Key(
            "宽限小时",
            "急件先发文字，图和音视频的文字最迟几小时后补上；不写是 24。",
            "Within how many hours words for pictures, sound and films must follow; 24 if absent.",
            public=False,
        ),
    ] = 24
    portals: Annotated[
        tuple[Address, ...],
        Key(
            "嵌入门户",
            "可以嵌入本站内容的门户，写网址，如 https://www.example.gov.cn。",
            "Portals that may embed this site, such as https://www.example.gov.cn.",
        ),
    ] = ()
    embeds: Annotated[
        tuple[Annotated[str, OneOf(EMBED)], ...],
        Key(
            "嵌入方式",
            "别的网站可以怎样嵌入本站内容，从 链接、片段、框架、组件、oEmbed 中选；不写就不生成。",
            "In which ways other sites may embed this one; none are built if absent.",
        ),
    ] = ()
    data_licence_url: Annotated[
        Address | None,
        Key(
            "数据许可网址",
            "别人可以怎样使用本站的数据，写许可协议的网址，如 https://www.example.gov.cn/xuke；"
            "不写就不声明。",
            "The licence of the site's data, such as https://www.example.gov.cn/xuke; none is "
            "claimed if absent.",
        ),
    ] = None
    privacy_words: Annotated[
        tuple[Line, ...],
        Key(
            "隐私词",
            "公开内容里不能出现的词，如 举报人姓名。",
            "Words that must not occur in public content, such as 举报人姓名.",
            public=False,
        ),
    ] = ()
    banned_words: Annotated[
        tuple[Line, ...],
        Key(
            "禁用词",
            "自己的话里不能用的词，如 残废人。",
            "Words that the site's own texts must not use, such as 残废人.",
            public=False,
        ),
    ] = ()
