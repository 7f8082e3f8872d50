"""Sentences about addresses outside the site, in Chinese."""

SENTENCES: dict[str, str] = {
    "external-link": "网址 {target} 已经没有了（{code}，{since} 发现）。请换成能打开的网址。",
    "external-link.circle": "网址 {target} 转来转去打不开（{since} 发现）。请换成能打开的网址。",
    "external-link.fault": "网址 {target} 的服务器出错（{code}，{since} 发现）。请核对网址。",
    "external-link.insecure": "网址 {target} 的证书有误（{since} 发现）。请告知对方或换网址。",
    "external-link.silent": "网址 {target} 没有答复（{since} 发现）。请核对网址。",
    "external-link.unreachable": "网址 {target} 找不到服务器（{since} 发现）。请核对网址。",
    "external-link.offline": "连不上网络，外部网址打不打得开无法判定。请联网后再查。",
    "external-link.refused": "有 {count} 个外部网址不让程序访问，无法判定。请自己打开看看。",
}
