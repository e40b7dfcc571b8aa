"""The command line, called as a shell does."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sourcebook.cli.app import app

Ask = Callable[..., Result]


@pytest.fixture
def ask() -> Ask:
    """Run a command in this process; stdout and stderr are kept apart."""

    def run(*words: object, given: bytes | None = None) -> Result:
        result = CliRunner().invoke(app, [str(one) for one in words], input=given, prog_name="sourcebook")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def story(example_folder: Path) -> Path:
    """The example story, built. Not to be changed."""
    return example_folder / "sarn.db"


def shell(*words: object, **given: object) -> subprocess.Popen[bytes]:
    """Start a command in a process of its own."""
    command = [sys.executable, "-m", "sourcebook", *(str(one) for one in words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **given)
