"""`site.yml`: the site as a record."""

from typing import Annotated

from huiying.records.field import Key, Model
from huiying.records.values import Address, Day, Line, OneOf, Whole
from huiying.records.vocabulary import KEY_LANGUAGE, SWITCH


class Site(Model):
    """Who publishes, under which identity, by which rules."""

    name: Annotated[Line, Key("网站名称", "显示在每页顶部。", "Shown on every page.")]
    tagline: Annotated[Line | None, Key("副标题", "名称下面的一行。", "Below the name.")] = None
    description: Annotated[Line | None, Key("简介", "网站是做什么的。", "What it is for.")] = None
    site_id_code: Annotated[Line, Key("网站标识码", "政府网站标识码。", "Government website code.")]
    domain: Annotated[Line | None, Key("域名", "不写就取自 site_url。", "Host name.")] = None
    sponsor: Annotated[Line, Key("主办单位", "", "Sponsor.")]
    operator: Annotated[Line | None, Key("承办单位", "", "Operator.")] = None
    address: Annotated[Line | None, Key("地址", "", "Address.")] = None
    postcode: Annotated[Line | None, Key("邮编", "", "Postcode.")] = None
    phone: Annotated[Line | None, Key("联系电话", "", "Phone.")] = None
    hotline: Annotated[Line | None, Key("热线", "公众热线。", "Public hotline.")] = None
    letter_box_url: Annotated[Address | None, Key("信箱网址", "", "Letter box.")] = None
    icp_no: Annotated[Line | None, Key("ICP备案号", "", "ICP filing.")] = None
    police_no: Annotated[Line | None, Key("公安备案号", "", "Police filing.")] = None
    police_url: Annotated[Address | None, Key("公安备案网址", "", "Its record.")] = None
    error_report_url: Annotated[Address | None, Key("找错网址", "我为政府网站找错。", "")] = None
    party_gov_url: Annotated[Address | None, Key("党政机关标识网址", "", "")] = None
    ipv6: Annotated[
        Annotated[str, OneOf(SWITCH)], Key("IPv6标识", "显示“支持IPv6”。", "IPv6 label.")
    ] = "disabled"
    notice: Annotated[Line | None, Key("站点说明", "显示在页脚。", "Shown in the footer.")] = None
    time_zone: Annotated[Line, Key("时区", "不写是 Asia/Shanghai。", "IANA name.")] = (
        "Asia/Shanghai"
    )
    key_language: Annotated[
        Annotated[str, OneOf(KEY_LANGUAGE)], Key("键语言", "新记录用哪种键。", "For new files.")
    ] = "zh"
    deadline_profile: Annotated[Line, Key("时限规则", "如 lz-2017。", "Profile.")] = "lz-2017"
    adopted_on: Annotated[
        Day | None, Key("启用日期", "此前导入的是历史资料。", "Imports before are history.")
    ] = None
    correction_banner_days: Annotated[
        Whole, Key("更正横幅天数", "更正后页面提示多少天。", "Days of the banner.")
    ] = 30
    portals: Annotated[tuple[Address, ...], Key("嵌入门户", "允许嵌入的门户。", "")] = ()
    privacy_words: Annotated[
        tuple[Line, ...], Key("隐私词", "公开内容不能出现的词。", "", public=False)
    ] = ()
