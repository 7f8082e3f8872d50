"""公开过的网址不能没有下文。

上一次发布时有的记录，这次不再公开，也没有别的记录在“旧网址”里写上它的网址，读者点开就是“找不到”。
不该再看的记录用“撤回”：页面留下标题、原因和日期。改了编号的，在新记录的“旧网址”里写上原来的
路径。以前转到这里的旧网址也要留着。

依据：国办发〔2017〕47号关于链接可用性的要求。

对（记录改了编号）：

    旧网址:
      - /rumours/20260312-tingshui/

错：

    状态: 草稿

In English: an address that was public still answers: with its record, a withdrawal or a redirect.
"""

# Reference: DOMAIN HIST-2; RELIABILITY "published ids never vanish without withdrawal or redirect".

from collections.abc import Iterator

from huiying.against.difference import Difference, Entries, page

NAME = "vanished-address"


def find(before: Entries, after: Entries) -> Iterator[Difference]:
    """A difference for each record, and each old address of one, that leads nowhere now."""
    answered = {path for entry in after.values() for path in entry.addresses}
    answered |= {page(address) for address in after}
    for address, entry in before.items():
        if page(address) not in answered:
            yield Difference(NAME, address, "", "status", {"address": address})
        for path in entry.addresses:
            if path not in answered:
                values = {"address": path.removesuffix("index.html")}
                yield Difference(NAME, address, "redirect", "former_urls", values)
