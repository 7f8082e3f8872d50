"""Sentences of `lint-html`, in Chinese: the government's page tags on anybody's HTML."""

SENTENCES = {
    "no-html": "“{folder}”里没有网页（{endings}）。请写网页文件，或装着网页的文件夹。",
    "page-tags.address": "标签 {tag} 的网址“{value}”不完整。请以 https:// 或 / 开头。",
    "page-tags.attribute": (
        '标签 {tag} 写在 {value} 属性里，采集程序读不到。请改成 name="{tag}"。'
    ),
    "page-tags.charset": (
        "文件声明的编码是 {declared}，内容却是 {found}，会显示成乱码。请改成一致。"
    ),
    "page-tags.charset-broken": (
        "这里的字节按 {declared} 读不通，会显示成乱码。请用正确的编码重新保存。"
    ),
    "page-tags.charset-none": '文件没有声明编码。请在 head 开头写 <meta charset="utf-8">。',
    "page-tags.code": (
        "网站标识码“{value}”格式不对。请写十位数字，或 bm 加八位数字，或 N 加九位数字。"
    ),
    "page-tags.differs": (
        "标签 {tag} 是“{value}”，同一网站的多数页面是“{usual}”。请核对后写成一样的。"
    ),
    "page-tags.empty": "标签 {tag} 是空的。请在 content 里写内容。",
    "page-tags.heading": "标签 ArticleTitle“{value}”和页面标题“{shown}”不一致。请改成同一句话。",
    "page-tags.host": "标签 SiteDomain“{value}”不是域名。请只写域名，不带协议、路径和端口。",
    "page-tags.in-body": "标签 {tag} 写在 body 里。请移到 head 里。",
    "page-tags.markup": "标签 {tag} 的“{value}”里夹带网页代码。请只写文字。",
    "page-tags.missing": "页面缺少标签 {tag}。请在 head 里补上。",
    "page-tags.moment": (
        "标签 PubDate 的“{value}”不是有效的时间。请写成 2026-03-12 09:40 这样，24小时制。"
    ),
    "page-tags.name": "标签名“{value}”写错了。请改成 {tag}，大小写也要一样。",
    "page-tags.no-page": "这个文件不是完整的网页，没有检查。请检查包含它的网页。",
    "page-tags.other-host": "标签 Url 的“{value}”不在 SiteDomain“{host}”下。请核对两项。",
    "page-tags.other-page": "标签 Url“{value}”和 canonical“{shown}”不一致。请改成同一个网址。",
    "page-tags.repeated": "标签 {tag} 写了两次，第 {line} 行已有。请删去其中一个。",
    "page-tags.spaces": "标签 {tag} 的内容有多余的空白或换行。请删去。",
    "page-tags.stand-in": "标签 {tag} 的“{value}”还是模板里的占位文字。请换成真正的内容。",
    "page-tags.too-long": "文件太大，只检查了前 16 MB。请确认它是网页。",
    "page-tags.unclosed": "标签 {tag} 的引号没有写完，后面的标签会读不到。请补上引号。",
    "page-tags.unreadable": "标签 {tag} 里有乱码。请用正确的编码重新保存。",
    "page-tags.unseen": "标签 PubDate 的日期“{value}”在页面上看不到。请让页面显示同一个日期。",
}
