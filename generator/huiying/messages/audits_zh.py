"""Sentences on the finished pages, in Chinese. What the theme gets wrong is for engineers."""

SENTENCES = {
    "feed.enclosure": "播客里的音频“{value}”没有写大小或类型。请联系维护人员。",
    "feed.form": "订阅文件读不出来：{value}。请联系维护人员。",
    "feed.id": "订阅里有一条的编号不是网址，或和另一条重复：{value}。请联系维护人员。",
    "feed.time": "订阅里有一条没有时间：{value}。请联系维护人员。",
    "foreign-host": "页面会自动从其他网站加载“{value}”。请把文件放到 media 文件夹，改用本站地址。",
    "heading-order": "页面标题跳了级：{value}。请补上中间一级，或改用低一级的标题。",
    "heading-order.h1": "页面应当只有一个一级标题，现在有 {value} 个。请只保留页面自己的标题。",
    "heading-order.shell": "主题的外框里有 {value} 个一级标题。请从外框模板中删去。",
    "inline-code.handler": "页面里夹带了事件代码“{value}”，会被拦截。请删去这个属性。",
    "inline-code.link": "链接“{value}”是一段代码，不是网址。请改成 https:// 开头的网址。",
    "inline-code.script": "页面里夹带了脚本，会被拦截。请删去，或放进主题的 scripts 文件夹。",
    "inline-code.style": "页面里夹带了样式（{value}），会被拦截。请删去，或放进主题的样式表。",
    "internal-link": "链接指向“{value}”，本站没有这个页面或文件。请改正网址。",
    "internal-link.fragment": "链接指向“{value}”，那一页没有这个位置。请改正“#”后面的部分。",
    "internal-string": (
        "这里的文字不公开，却出现在输出文件 {path} 里。请先从公开内容中删去，再联系维护人员。"
    ),
    "json-ld": "JSON-LD 里的“{value}”在页面上看不到。请让页面模板显示它，或从 JSON-LD 中去掉。",
    "json-ld.date": "JSON-LD 里的日期“{value}”在页面上看不到。请让页面模板显示它。",
    "json-ld.file": (
        "JSON-LD 里的文件“{value}”页面上没有。请让页面模板链接它，或从 JSON-LD 中去掉。"
    ),
    "json-ld.form": "JSON-LD 读不出来：“{value}”。请联系维护人员。",
    "json-ld.key": "JSON-LD 缺少 {value}。请在记录里补写，或联系维护人员。",
    "json-ld.rating": "JSON-LD 的结论“{value}”和页面的结论不一致。请联系维护人员。",
    "json-ld.title": "JSON-LD 的标题“{value}”和页面标题不一致。请改成同一句话。",
    "page-tags": "页面缺少标签 {value}，或标签是空的。请在记录或 site.yml 中补写。",
    "page-tags.date": "标签 PubDate 的日期 {value} 在页面上看不到。请让页面模板显示发布时间。",
    "page-tags.domain": "标签 SiteDomain 只写域名，现在是“{value}”。请改正 site.yml 的“域名”。",
    "page-tags.form": "标签 PubDate 的“{value}”格式不对。请写成 2026-03-12 09:40 这样。",
    "personal-output": (
        "输出文件 {path} 里像是有个人信息（{value}），公开的字段里没有。"
        "请先不要发布，再联系维护人员。"
    ),
    "page-tags.title": "标签 ArticleTitle“{value}”和页面标题不一致。请改成同一句话。",
}
