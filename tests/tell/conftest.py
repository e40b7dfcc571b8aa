"""The hand-made story, once for all tests of this stage."""

import importlib.util
import sys
from pathlib import Path

import pytest

from sourcebook.values.story import Story


@pytest.fixture(scope="session")
def vell() -> Story:
    where = Path(__file__).with_name("stories.py")
    spec = importlib.util.spec_from_file_location("tell_stories", where)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["tell_stories"] = module
    spec.loader.exec_module(module)
    made = module.story()
    assert isinstance(made, Story)
    return made
