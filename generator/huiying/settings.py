"""`Settings`: what a run is told once: the site's record, its address, the instant.

In: the site record (content/site.yml) and what a door passes in. Out: one frozen value. It reads
no clock and no environment; the doors do.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from huiying.records.site import Site

USUAL_CODE = "0000000000"
USUAL_URL = "https://huiying.example/"
"""What stands in a new site until somebody knows better."""
UNREADABLE = Site.model_construct(
    name="（site.yml 有误）", site_id_code="—", sponsor="—", gates="disabled"
)
"""Stands in while site.yml is broken, so that `serve` can show what is wrong with it."""


@dataclass(frozen=True)
class Settings:
    """`base_url` ends with `/`; `now` is aware: the one instant of this run."""

    site: Site
    base_url: str
    now: datetime
    preview: bool = False
    released: frozenset[str] = frozenset()
    """Addresses of the records that stand in the previous manifest; none where there is none."""

    @cached_property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.site.time_zone)

    @property
    def host(self) -> str:
        """The site's host name, as the government tag SiteDomain wants it."""
        return self.site.domain or urlsplit(self.base_url).netloc
