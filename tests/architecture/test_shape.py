"""What the house promises about its own shape."""

import ast
import importlib
import inspect
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sourcebook
from sourcebook import errors
from sourcebook.errors import SourcebookError

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "sourcebook"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 400
MOST_METHODS = 12


def label(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def import_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def every_error() -> Iterator[SourcebookError]:
    """One of each class, made with the number of arguments that it takes."""
    for name, kind in sorted(vars(errors).items()):
        if inspect.isclass(kind) and issubclass(kind, SourcebookError):
            parameters = list(inspect.signature(kind.__init__).parameters.values())[1:]
            fixed = [one for one in parameters if one.kind is one.POSITIONAL_OR_KEYWORD]
            values = range(5, 5 + len(fixed)) if fixed else [f"{name} one", "two", "three"]
            yield kind(*values)


@pytest.mark.parametrize("module", MODULES, ids=label)
def test_modules_stay_small(module: Path) -> None:
    """A module that outgrows this has two subjects: split it, do not raise the number."""
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", MODULES, ids=label)
def test_no_class_is_the_product(module: Path) -> None:
    """An object that does everything is one that everybody depends on."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for made in ast.walk(tree):
        if isinstance(made, ast.ClassDef):
            public = [
                one.name
                for one in made.body
                if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and not one.name.startswith("_")
            ]
            assert len(public) <= MOST_METHODS, f"{made.name}: {public}"


@pytest.mark.parametrize("module", MODULES, ids=label)
def test_modules_are_named_for_a_subject(module: Path) -> None:
    """A heap has no name of its own."""
    assert module.stem not in {"utils", "util", "common", "misc", "helpers", "helper"}


@pytest.mark.parametrize("module", MODULES, ids=label)
def test_only_settings_read_the_environment_and_only_doors_the_clock(module: Path) -> None:
    """The same inputs must give the same record, whoever runs it and when."""
    written = module.read_text(encoding="utf-8")
    layer = module.relative_to(PACKAGE).parts[0]

    if layer != "settings":
        assert not re.search(r"os\.environ|os\.getenv", written)
    if layer not in {"cli", "web"}:
        assert not re.search(r"datetime\.now|date\.today|time\.time\(", written)


@pytest.mark.parametrize("fault", tuple(every_error()), ids=lambda fault: type(fault).__name__)
def test_every_error_travels(fault: SourcebookError) -> None:
    """A worker's error reaches its parent process with its words intact."""
    back = pickle.loads(pickle.dumps(fault))  # noqa: S301

    assert (type(back), str(back), back.args) == (type(fault), str(fault), fault.args)
    assert str(fault)


def test_every_error_is_of_the_family() -> None:
    """Who calls us catches one class."""
    for module in MODULES:
        for made in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(made, ast.ClassDef) and module.stem != "errors":
                bases = {ast.unparse(one) for one in made.bases}
                assert not bases & {"Exception", "BaseException", "ValueError", "RuntimeError"}, made.name


def test_the_map_names_every_package() -> None:
    """``ARCHITECTURE.md`` is a map; a package that is not on it cannot be found."""
    written = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

    assert {name for name in packages if f"`{name}`" not in written} == set()


def test_the_version_is_told_once() -> None:
    """The package's own, the module's, and the newest heading of the changelog."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+)", changelog, re.MULTILINE)

    assert newest is not None
    assert newest[1] == sourcebook.__version__


@pytest.mark.parametrize("module", MODULES, ids=label)
def test_importing_does_nothing_else(module: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No registry, no connection, no word: importing defines names."""
    if "migrations" in module.parts:
        pytest.skip("Alembic runs these")
    importlib.import_module(import_name(module))

    assert capsys.readouterr() == ("", "")
