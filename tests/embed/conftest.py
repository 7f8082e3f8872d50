"""The settings of the sample site, for what is pasted elsewhere."""

from datetime import datetime

import pytest

from huiying import content
from huiying.cache import Cache
from huiying.settings import Settings
from tests.conftest import ROOT
from tests.sites import NOW


@pytest.fixture(scope="session")
def sample_settings() -> Settings:
    """Of the sample site, at the address that its mkdocs.yml names."""
    found = content.read(ROOT, ROOT / "content", "test", Cache(None))
    return Settings(found.site, "https://huiying.example/", datetime.fromisoformat(NOW))
