"""Media that hold words beside what they show: of those in use only the pixels may go out.

In: the folder media/ and tokens. Out: pictures, drawings and tables with words in their metadata.
"""

import io
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.leaks.tokens import Tokens
from tests.media import planted

KEYS = ("标题", "替代文字", "内部", "来源", "许可")


def lay_in_use(folder: Path, tokens: Tokens) -> None:
    """Media for records that are public, with what came with them."""
    (folder / "a.jpg").write_bytes(_photo(tokens, "a picture in use"))
    (folder / "b.png").write_bytes(_png(tokens, "a picture in use"))
    (folder / "c.svg").write_bytes(_svg(tokens, "a drawing in use"))
    word = tokens.word("a PDF in use, properties").ljust(len(planted.MARK)).encode()
    (folder / "d.pdf").write_bytes(planted.pdf().replace(planted.MARK, word))


def lay_unused(media: Path, tokens: Tokens) -> None:
    """Media that nothing uses, with their sidecars."""
    for make in tokens.random.sample([_photo, _png, _svg, _table], 3):
        name = tokens.signs("an unused medium, file name")
        place = "an unused medium"
        file = media / tokens.word("an unused medium, folder") / name
        suffix = {_photo: "jpg", _png: "png", _svg: "svg", _table: "csv"}[make]
        file.parent.mkdir()
        file.with_suffix(f".{suffix}").write_bytes(make(tokens, place))
        sidecar = "".join(f"{key}: {tokens.text(f'{place}, {key}')}\n" for key in KEYS)
        file.with_suffix(f".{suffix}.yml").write_text(sidecar, encoding="utf-8")


def _exif(tokens: Tokens, place: str) -> Image.Exif:
    tags = Image.Exif()
    tags[0x013B] = tokens.word(f"{place}, EXIF artist")
    tags[0x9C9C] = tokens.text(f"{place}, EXIF comment").encode("utf-16-le")
    tags.get_ifd(0x8825).update({1: "N", 29: tokens.word(f"{place}, EXIF place")})
    return tags


def _photo(tokens: Tokens, place: str) -> bytes:
    file = io.BytesIO()
    xmp = f"<x:xmpmeta>{tokens.text(f'{place}, XMP')}</x:xmpmeta>".encode()
    comment = tokens.text(f"{place}, comment").encode()
    planted.picture().save(file, "JPEG", exif=_exif(tokens, place), xmp=xmp, comment=comment)
    return file.getvalue() + tokens.text(f"{place}, behind its end").encode()


def _png(tokens: Tokens, place: str) -> bytes:
    file = io.BytesIO()
    told = PngInfo()
    told.add_text("Author", tokens.word(f"{place}, tEXt"))
    told.add_text("Comment", tokens.word(f"{place}, zTXt") * 3, zip=True)
    told.add_itxt("Title", tokens.text(f"{place}, iTXt") * 3, zip=True)
    planted.picture().save(file, "PNG", exif=_exif(tokens, place), pnginfo=told)
    return file.getvalue()


def _svg(tokens: Tokens, place: str) -> bytes:
    said, drawn = tokens.text(f"{place}, metadata"), tokens.text(f"{place}, comment")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><!-- '
        f'{drawn} --><metadata>{said}</metadata><rect width="20" height="20"/></svg>'
    ).encode()


def _table(tokens: Tokens, place: str) -> bytes:
    return f"{tokens.text(f'{place}, table')},1\n".encode()
