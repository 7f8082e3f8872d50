"""What a preview may show, and where it may lie. What nobody may read: `tests/leaks/`."""

from pathlib import Path

from tests.helper import CLARIFICATION, RUMOUR
from tests.sites import build, digests, write_site

PRIVATE = """\
复核期限: {when}
事件:
  编号: shijian-{token}
  等级: 较大
审核:
  起草人: 起草{token}
  审核关:
    政治关: {{单位: shuiwuju, 审核人: jia-{token}, 结果: 通过, 文号: 审{token}}}
    保密关: {{审核人: yi-{token}, 理由: 理由是这样的{token}, 摘要值: d{token}}}
    法律关: {{审核人: yi-{token}, 字段摘要值: title=x{token}}}
  确认:
    - {{单位: wangxinban, 结果: 同意, 文号: 函{token}}}
内部:
  来件: {{发现人: 值班员{token}, 时间: [一, 二{token}]}}
  研判: 研判的内容在这里{token}
  风险: 风险等级{token}
  移交: {{去向: 移交到某处{token}}}
  联系人: 联系人{token}
  备注: [备注一{token}, 备注二{token}]
"""
SIGNERS = """\
jia-{token}: {{姓名: 审核甲{token}, 单位: shuiwuju, 审核关: [政治关]}}
yi-{token}: {{姓名: 审核乙{token}, 单位: shuiwuju, 审核关: [保密关, 法律关]}}
"""
BLOCK = "内容块:\n  - {类型: 下载, 文件: a.csv, 标题: 数据}\n"


def site(folder: Path, token: str) -> Path:
    """A site whose private values, drafts, embargoed records and unused media hold the token."""
    when = f"203{len(token) % 10}-01-01 09:00"
    private = PRIVATE.format(token=token, when=when)
    draft = CLARIFICATION.replace("停水三天", f"草稿里的话{token}")
    return write_site(
        folder,
        {
            RUMOUR: CLARIFICATION + BLOCK + private,
            "registers/signers.yml": SIGNERS.format(token=token),
            "media/a.csv": "a,b\n1,2\n",
            "media/a.csv.yml": f"标题: 数据\n内部: 媒体备注{token}\n",
            f"media/unused-{token}.csv": f"{token}\n",
            f"clarifications/2026/20260313-cg{token}.yml": draft.replace("已审定", "草稿"),
            f"clarifications/2026/20260314-sh{token}.yml": draft.replace("已审定", "审核中"),
            f"clarifications/2026/20260315-jm{token}.yml": draft.replace(
                "2026-03-12", "2031-03-12"
            ),
            f"clarifications/2026/20260316-yq{token}.yml": draft.replace(
                "状态: 已审定", "状态: 已审定\n公开方式: 不予公开"
            ),
        },
    )


def test_the_preview_marks_what_is_not_public_and_its_tree_is_marked(tmp_path: Path) -> None:
    tree = build(site(tmp_path, "jia1234567890"), "--preview")
    assert (tree / ".huiying-preview").is_file()
    assert not (tmp_path / "site").exists()
    for id, word in (("cg", "草稿"), ("sh", "审核中"), ("jm", "待发布")):
        (page,) = tree.glob(f"rumours/*-{id}jia*/index.html")
        text = page.read_text(encoding="utf-8")
        assert word in text, id
        assert 'content="noindex' in text, id
    assert not list(tree.glob("rumours/*-yq*"))
    for page in tree.rglob("*.html"):
        assert 'name="robots" content="noindex' in page.read_text(encoding="utf-8"), page
    everything = b"".join(path.read_bytes() for path in tree.rglob("*.html"))
    for word in ("值班员jia", "审核甲jia", "备注一jia", "起草jia"):
        assert word.encode() not in everything


def test_a_preview_never_lands_in_the_sites_folder(tmp_path: Path) -> None:
    folder = site(tmp_path, "jia1234567890")
    before = digests(build(folder))
    build(folder, "--preview")
    assert digests(folder / "site") == before
    assert digests(build(folder)) == before
