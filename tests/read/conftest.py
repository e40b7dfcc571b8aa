"""Makes the module of made files importable, and finds the shared stories where they lie."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def panjshir() -> Path:
    folder = SHARED / "stories" / "panjshir"
    if not folder.is_dir():
        pytest.skip("the shared stories are not beside the repository")
    return folder


@pytest.fixture(scope="session")
def shared_corpora() -> Path:
    folder = SHARED / "corpora"
    if not folder.is_dir():
        pytest.skip("the shared corpora are not beside the repository")
    return folder
