"""链到别处的网址都还打得开。

`huiying check --links` 逐个访问记录、登记册、媒体说明、site.yml、手写页面里的外部网址，网传说法的不
查。打不开的写明哪一天发现的；能打开的记在 .huiying/links.json 里，7 天内不再问。没有网络时无法判
定，只说一次。生成网站时从不访问外部网址。

依据：国办发〔2017〕47号关于链接可用性的要求；柳政办〔2017〕120号一（一）2。

对：

    网址: https://www.example.gov.cn/gonggao/（打开就是那份公告）

错：

    网址: https://www.example.gov.cn/gonggao/（服务器答复 404）

In English: addresses outside the site are asked whether they still answer, only by `huiying check
--links`. Without a network that cannot be told, which is said once.
"""

# Reference: DOMAIN LINK-1.

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from huiying.library import Library
from huiying.links import asking, memory
from huiying.links.asking import Answer, Ask
from huiying.links.memory import GOOD, Remembered
from huiying.links.places import addresses
from huiying.problem import Level, Mark, Problem
from huiying.settings import Settings

NAME = "external-link"
PROBES = 8
"""Hosts that are tried before it is said that there is no network."""


def check(
    library: Library,
    settings: Settings,
    folder: Path,
    file: Path,
    site: Mark,
    now: datetime,
    ask: Ask,
) -> Iterator[Problem]:
    """A warning for each place of an address that fails, or one note that nobody can be reached.

    `folder` is content/; `file`: what is remembered, written anew; `site`: where site.yml lies, for
    a note about all of them; `now`: the instant of asking.
    """
    places = addresses(library, settings, folder, site.file.rpartition("/")[0])
    known = {url: entry for url, entry in memory.read(file).items() if url in places}
    answers = _answers([url for url in places if not _fresh(known, url, now)], known, ask)
    if answers is None:
        yield Problem(NAME, site, "offline", level=Level.NOTE)
        return
    known |= {url: memory.remember(each, known.get(url), now) for url, each in answers.items()}
    memory.write(file, known)
    for url, entry in known.items():
        if entry.state not in GOOD:
            since = datetime.fromisoformat(entry.since).astimezone(settings.zone).date()
            values = {"target": url[:80], "code": str(entry.code), "since": str(since)}
            case = "" if entry.state == "gone" else entry.state
            for mark, level in places[url]:
                yield Problem(NAME, mark, case, values, level)
    if refused := sum(entry.state == "refused" for entry in known.values()):
        yield Problem(NAME, site, "refused", {"count": str(refused)}, Level.NOTE)


def _fresh(known: Mapping[str, Remembered], url: str, now: datetime) -> bool:
    return url in known and known[url].is_fresh(now)


def _answers(
    urls: list[str], known: Mapping[str, Remembered], ask: Ask
) -> Mapping[str, Answer] | None:
    """The answer of each address, or None where there seems to be no network.

    If nobody answers, an address that did before is asked: it shows whether it is the network.
    """
    if not urls:
        return {}
    first = list({urlsplit(url).netloc: url for url in urls}.values())[:PROBES]
    probed = asking.ask_all(first, ask)
    if not any(answer.is_told for answer in probed.values()):
        others = [url for url, entry in known.items() if entry.state in GOOD and url not in probed]
        if not any(answer.is_told for answer in asking.ask_all(others[:PROBES], ask).values()):
            return None
    return {**probed, **asking.ask_all([url for url in urls if url not in probed], ask)}
