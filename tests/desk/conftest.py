"""A folder of reports, and the fake stages as a module that tests import by name."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text("The dam held. The bridge fell.")
    (made / "b.txt").write_text("The dam held. Nobody was hurt.")
    (made / "c.txt").write_text("The road is closed.")
    return made
