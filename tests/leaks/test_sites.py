"""What nobody may read changes no public byte and stands in no output, in whatever form."""

from collections.abc import Callable, Iterator
from hashlib import blake2b, sha256
from pathlib import Path

import pytest

from tests.leaks import digests
from tests.leaks.decoders import ENCODERS, read
from tests.leaks.planting import PUBLIC, Planted
from tests.leaks.sites import Pair, pairs
from tests.leaks.tokens import named
from tests.sites import digests as digests_of
from tests.sites import run

PLACES = (
    # of records that are public
    "event.id", "review.drafted_by", "internal.intake", "internal.assessment",
    "internal.risk", "internal.handover", "internal.contacts", "internal.notes", "(key)",
    "a gate, reason", "a gate, number", "a confirmation, number",
    # of records that are not
    "草稿 ", "审核中 ", "embargoed ", "undisclosed ", "unsigned ", "unreadable ",
    "unreadable, comment", "withdrawn response", "erased, before", "erased, after",
    "erased, note", "erased, ref",
    "(file name)", "a refused file name", "a refused draft",
    # of the registers and of the site
    "signers.yml.name", "registers/signers.yml (id)", "exemptions.yml.reason",
    "holidays.yml.rests", "intake.yml.summary", "intake.yml.url", "intake.yml.notes",
    "intake.yml.no_response", "handovers.yml.ref", "handovers.yml.notes", "experts.yml.internal",
    "experts.yml.bio (withheld)", "experts.yml.name (withheld)", "policies.yml.risk_level",
    "a policy to come", "site.yml.privacy_words", "site.yml.banned_words",
    # of media
    ".svg.yml.internal", "an unused medium, folder", "an unused medium, file name",
    "an unused medium, 内部", "a picture in use, EXIF artist", "a picture in use, EXIF place",
    "a picture in use, EXIF comment", "a picture in use, XMP", "a picture in use, behind its end",
    "a picture in use, tEXt", "a picture in use, zTXt", "a picture in use, iTXt",
    "a drawing in use, metadata", "a drawing in use, comment", "a PDF in use, properties",
    # around them
    "comment in clarifications", "comment in registers", "comment in site.yml",
    "mkdocs.yml, comment", "a draft of a page", "a draft of a page, file name",
    "a page, what stands before it", "a file left behind", "a file left behind, name", ".env",
    "the working directory", "the home directory", "environment, USER", "environment, HOSTNAME",
    "git, name of the author", "git, email of the committer", "git, branch", "git, message",
    "git, remote",
)  # fmt: skip
"""Private places, each a part of the names of the words planted there."""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """One pair of sites."""
    return next(pairs(tmp_path_factory.mktemp("pair"), 1))


def files(tree: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a tree with its path."""
    for path in sorted(tree.rglob("*")):
        if path.is_file():
            yield path.relative_to(tree).as_posix(), path.read_bytes()


def public(pair: Pair) -> set[str]:
    """The words in the title of a public record."""
    return {word for word, place in pair.shared.places.items() if place == PUBLIC}


def words(tree: Path) -> set[str]:
    """Every planted word in a tree, in files or in their names."""
    return {
        word for path, data in files(tree) for part in (path.encode(), data) for word in read(part)
    }


def test_words_stand_in_every_private_place(first: Pair) -> None:
    for site in first.sites:
        names = {*site.tokens.places.values(), *first.shared.places.values()}
        assert [place for place in PLACES if not any(place in name for name in names)] == []
    assert len(PLACES) > 25


def test_no_word_is_in_any_output_but_the_public_one(first: Pair) -> None:
    found = named(words(first.trees[0]), first.sites[0].tokens.places | first.shared.places)
    assert found == dict.fromkeys(public(first), PUBLIC)


def test_what_publishing_adds_holds_no_word_either(first: Pair) -> None:
    site = first.sites[0]
    done = run(site.folder, "huiying", "publish", "site", "--to", "public", env=site.environment)
    assert done.returncode == 0, done.stdout + done.stderr
    built = dict(files(first.trees[0]))
    added = {path: data for path, data in files(site.folder / "public") if path not in built}
    assert "log/1.json" in added
    assert {word for path, data in added.items() for word in read(path.encode() + data)} == set()


@pytest.mark.parametrize("way", ENCODERS)
def test_a_public_word_of_a_page_is_found_in_every_form(first: Pair, way: str) -> None:
    # In some of these forms Latin letters stay what they are, Chinese characters in none.
    [word] = [word for word in public(first) if not word.isascii()]
    trees = files(first.trees[0])
    pages = [data for path, data in trees if path.endswith(".html") and word.encode() in data]
    assert len(pages) > 3
    decoder, encode = ENCODERS[way]
    hidden = encode(min(pages, key=len))
    assert word in read(hidden)
    assert word not in read(hidden, left_out=decoder)


def private(site: Planted) -> dict[bytes, str]:
    """The place of every private value of a site and of every file that is not public."""
    found = {value.encode(): place for value, place in site.tokens.values.items()}
    for file in (site.folder / "content").rglob("*"):
        if file.is_file() and file.suffix in (".yml", ".jpg", ".png", ".pdf"):
            found[file.read_bytes()] = file.name
    return found


def test_no_output_holds_the_bare_digest_of_a_private_value(first: Pair) -> None:
    known = digests.heads(private(first.sites[0]))
    assert len(known) > 10_000
    seen = set()
    for path, data in files(first.trees[0]):
        seen |= digests.found(path.encode() + b"\n" + data, known)
    assert seen == set()


@pytest.mark.parametrize(
    "write",
    [
        lambda value: sha256(value).hexdigest(),
        lambda value: f"assets/a.{sha256(value).hexdigest()[:12]}.js",
        lambda value: blake2b(value, digest_size=10).hexdigest().upper(),
        lambda value: f"x{blake2b(value, digest_size=8).hexdigest()}",
        lambda value: f"sha256:{sha256(value).hexdigest()}",
    ],
)
def test_a_bare_digest_would_be_found(write: Callable[[bytes], str]) -> None:
    value = "值班员三号已电话核实".encode()
    assert digests.found(write(value).encode(), digests.heads({value: "a note"})) == {"a note"}


def test_what_is_private_changes_no_public_byte(
    first: Pair,
    full_size: bool,
    tmp_path: Path,
    figure: Callable[[str, object], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    differing: dict[int, list[str]] = {}
    planted = []
    for pair in pairs(tmp_path, 20) if full_size else [first]:
        one, two = (digests_of(tree) for tree in pair.trees)
        changed = sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))
        if changed:
            differing[pair.seed] = changed
        planted.append(len(pair.sites[0].tokens.values))
        with capsys.disabled():
            said = f"{len(one)} files, {len(changed)} differ, {planted[-1]} private texts"
            print(f"\nseed {pair.seed}: {said}")
    assert differing == {}
    figure("leaks: pairs of sites that differ in all that is private", len(planted))
    figure("leaks: private texts in each site, at least", min(planted))
    figure("leaks: public files that differ", 0)
