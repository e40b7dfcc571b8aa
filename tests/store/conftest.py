"""A store that is thrown away."""

from pathlib import Path

import pytest

from sourcebook.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:{tmp_path / 'story.db'}", create=True)
