"""A made story, really linked and judged, its desk, and somebody who uses it."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.made_story import MADE, joined, keep, reports  # noqa: E402
from sourcebook.desk.looking import looking  # noqa: E402
from sourcebook.desk.settling import refresh  # noqa: E402
from sourcebook.desk.table import linker  # noqa: E402
from sourcebook.store import open_store  # noqa: E402
from sourcebook.version import __version__  # noqa: E402
from sourcebook.web import create_app  # noqa: E402


@pytest.fixture(scope="session")
def made_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six reports with three claims each. Not to be changed."""
    story = tmp_path_factory.mktemp("made") / "made.db"
    made = tuple(reports(6, 3))
    linking, judged = joined(made)
    store = open_store(f"sqlite:{story}", create=True)
    with store.writing() as unit:
        keep(unit, made, linking, judged)
    assert refresh(store, linker(), __version__)
    with looking(store) as shelf:
        assert shelf.cards.stamp()
    assert MADE.version == 1
    return story


@pytest.fixture
def story(made_story: Path, tmp_path: Path) -> Path:
    """A copy that may be changed."""
    for one in made_story.parent.glob("made.db*"):
        shutil.copy(one, tmp_path / one.name)
    return tmp_path / "made.db"


@pytest.fixture
def desk(story: Path) -> Iterator[TestClient]:
    """Somebody at a desk without accounts, who brings the token along."""
    with TestClient(create_app(story), base_url="http://127.0.0.1:8765") as client:
        client.headers["x-csrf-token"] = client.get("/api/v1/session").json()["token"]
        yield client
