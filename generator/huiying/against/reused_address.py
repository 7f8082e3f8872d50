"""公开过的网址不能改指别的内容。

一个旧网址曾转到某条记录，别处的链接和读者的收藏都当它是那条记录；后来给了另一条记录，读者看到的就
不是当初引用的内容。编号和网址用过一次，就不再给别的记录用。

依据：国办发〔2017〕47号关于链接可用性的要求。

对：

    旧网址:
      - /old/20260313.html

错（/old/20260312.html 上一次发布时转到“rumours/20260312-tingshui”，不是这一条）：

    旧网址:
      - /old/20260312.html

In English: an address that led to one record never leads to another.
"""

# Reference: DESIGN §6 "never reused"; DOMAIN HIST-2.

from collections.abc import Iterator

from huiying.against.difference import Difference, Entries, page

NAME = "reused-address"


def find(before: Entries, after: Entries) -> Iterator[Difference]:
    """A difference for each record that answers at an address which was another's."""
    owner = {path: address for address, entry in before.items() for path in entry.addresses}
    for address, entry in after.items():
        for path in (page(address), *entry.addresses):
            other = owner.get(path, address)
            # The same record under another id says so by the address that it had.
            if other != address and page(other) not in entry.addresses:
                key = "" if path == page(address) else "former_urls"
                values = {"address": path.removesuffix("index.html"), "other": other}
                yield Difference(NAME, address, "", key, values)
