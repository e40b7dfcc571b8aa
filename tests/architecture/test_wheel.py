"""What ships."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return wheel.namelist()


def test_the_wheel_holds_every_file_of_the_package(names: list[str]) -> None:
    """Model, migrations, templates, tables: what is missing is only noticed far from the source tree."""
    package = ROOT / "src" / "sourcebook"
    wanted = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert wanted - set(names) == set()
    assert any(one.endswith(".onnx") for one in names)
    assert any("/migrations/versions/step_0001" in one for one in names)


def test_the_wheel_holds_nothing_else(names: list[str]) -> None:
    """No tests, no training, no corpora."""
    assert {name.split("/")[0].split("-")[0] for name in names} == {"sourcebook"}


def test_the_licence_comes_along(names: list[str]) -> None:
    """Apache-2.0 asks for it."""
    assert any(one.endswith("licenses/LICENSE") for one in names)
