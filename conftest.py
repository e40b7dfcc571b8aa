"""
What every test may use, and documents that run.

In README.md and docs/, blocks marked ``python`` are doctests, and blocks marked ``console`` go through the real command
line, in a folder where the example story lies built as ``sarn.db``. There ``…`` stands for anything: inside a line for
any words, alone on a line for any lines. Commands that a test can't run stand in blocks marked ``sh``.
"""

import os
import re
import shlex
import shutil
from doctest import ELLIPSIS
from pathlib import Path

import pytest
from _pytest.doctest import DoctestItem
from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from typer.testing import CliRunner

from sourcebook import build
from sourcebook.cli.app import app

ROOT = Path(__file__).parent
STORY = "sarn"

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
"""A machine that is busy with other work must not make a law fail."""

collect_ignore_glob = ["src/sourcebook/store/migrations/*"]
"""Alembic runs these; they can't be imported."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite the golden files; read the diff afterwards.")
    parser.addoption("--browser", action="store_true", help="Run the tests of the desk in Chromium: make test-browser.")


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example reports at ``examples/sarn`` and their story at ``sarn.db``. Not to be changed."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(ROOT / "examples" / STORY, folder / "examples" / STORY)
    before = Path.cwd()
    os.chdir(folder)
    try:
        built = build([f"examples/{STORY}"], f"{STORY}.db")
    finally:
        os.chdir(before)
    assert built.failed == ()
    (folder / "texts.jsonl").write_text('{"id": "a", "text": "The dam held.", "published": null}\n')
    village = "1\tTeskmill\tTeskmill\t\t1.5\t2.5\tP\tPPL\tXX\t\t\t\t\t\t120\t\t\t\t2031-01-01"
    (folder / "villages.txt").write_text(f"{village}\n")
    return folder


@pytest.fixture
def in_example_folder(example_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, as the working folder."""
    monkeypatch.chdir(example_folder)
    return example_folder


@pytest.fixture(autouse=True)
def _documented_calls_find_the_example(request: pytest.FixtureRequest) -> None:
    if isinstance(request.node, DoctestItem) and request.node.name.startswith("sourcebook.api"):
        request.getfixturevalue("in_example_folder")


def run_console(example: Example) -> str | None:
    """Run the ``$ sourcebook …`` lines of one block and compare what they print."""
    shown = str(example.parsed).strip("\n").splitlines()
    printed: list[str] = []
    for line in shown:
        if line.startswith("$ sourcebook"):
            words = shlex.split(line)[2:]
            taken = words.index("<") if "<" in words else len(words)
            given = Path(words[taken + 1]).read_bytes() if taken < len(words) else None
            result = CliRunner().invoke(app, words[:taken], input=given, env={"COLUMNS": "100"}, prog_name="sourcebook")
            if result.exception is not None and not isinstance(result.exception, SystemExit):
                raise result.exception
            printed += [line, *(one.rstrip() for one in result.output.strip("\n").splitlines())]
        elif line.startswith("$ "):
            return f"only 'sourcebook' runs in a console block, not: {line}"
    if fits(shown, printed):
        return None
    return "printed instead:\n" + "\n".join(printed)


def fits(shown: list[str], printed: list[str]) -> bool:
    """Tell whether the lines are the ones shown, where ``…`` stands for anything."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*?") + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser(language="console", evaluator=run_console),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md"],
    fixtures=["in_example_folder"],
).pytest()
