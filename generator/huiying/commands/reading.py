"""The site that a command is called in, read and judged.

In: the place of its mkdocs.yml, an instant. Out: a `Site`. It writes nothing but the cache.
"""

from datetime import datetime
from pathlib import Path

from huiying import doors
from huiying.build import Site
from huiying.commands.build import config_facts


def read_site(config_file: Path, now: datetime | None = None, against: str = "") -> Site:
    """The site as it is, seen at an instant: without one, at this.

    `against`: where what was published before can be read, if it is to be compared with.
    """
    desk = doors.open_desk(config_file.parent)
    try:
        facts = config_facts(config_file, desk)
        root = config_file.parent
        target = root / facts.site_dir
        place = doors.Place(root, root / facts.content, facts.base_url, target, against=against)
        return doors.read(place, desk, now or doors.clock())
    finally:
        desk.close()
