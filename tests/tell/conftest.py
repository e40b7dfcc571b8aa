"""The hand-made story, once for all tests of this stage, and what makes others."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sourcebook.values.story import Story


@pytest.fixture(scope="session")
def stories() -> ModuleType:
    """The module that makes stories by hand."""
    where = Path(__file__).with_name("stories.py")
    spec = importlib.util.spec_from_file_location("tell_stories", where)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["tell_stories"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def vell(stories: ModuleType) -> Story:
    """A story of three reports with every kind of row in it."""
    made = stories.story()
    assert isinstance(made, Story)
    return made
