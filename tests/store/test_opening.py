"""Every file that is no story is refused with a line that says why."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sourcebook.errors import StoreFault
from sourcebook.store import Store, engine, open_store
from sourcebook.values.reports import Report


def test_a_story_opens_again(store: Store) -> None:
    """And making it twice is opening it."""
    open_store(f"sqlite:{store.address}")
    open_store(f"sqlite:{store.address}", create=True)


@pytest.mark.parametrize("address", ["story.db", "sqlite:", "postgresql://localhost/x", ""])
def test_an_address_names_its_engine(address: str) -> None:
    """A bare path could be any file."""
    with pytest.raises(StoreFault, match=r"sqlite:story\.db"):
        open_store(address)


def test_what_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    """A slip in a name must not leave an empty story behind."""
    with pytest.raises(StoreFault, match="no such story"):
        open_store(f"sqlite:{tmp_path / 'story.db'}")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_story(tmp_path: Path) -> None:
    """It is what people pass when they forget the name."""
    with pytest.raises(StoreFault, match="is a folder"):
        open_store(f"sqlite:{tmp_path}", create=True)


def test_a_story_needs_its_folder(tmp_path: Path) -> None:
    """Folders are not made: the name was probably misspelled."""
    with pytest.raises(StoreFault, match="there is no folder"):
        open_store(f"sqlite:{tmp_path / 'missing' / 'story.db'}", create=True)


@pytest.mark.parametrize("create", [False, True])
def test_a_report_is_no_story(tmp_path: Path, create: bool) -> None:
    """Swapped arguments must not cost the file."""
    path = tmp_path / "report.txt"
    path.write_text("The dam held overnight, the engineers said. " * 20)

    with pytest.raises(StoreFault, match="not a Sourcebook story"):
        open_store(f"sqlite:{path}", create=create)

    assert path.read_text().startswith("The dam held")


@pytest.mark.parametrize("create", [False, True])
def test_other_databases_are_left_alone(tmp_path: Path, create: bool) -> None:
    """A browser's history is SQLite too."""
    path = tmp_path / "history.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE visits (url TEXT)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(StoreFault, match="some other program"):
        open_store(f"sqlite:{path}", create=create)

    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_story_only_when_one_is_made(tmp_path: Path) -> None:
    """``mktemp`` leaves one, and so does a build that was killed in its first moment."""
    path = tmp_path / "story.db"
    path.touch()

    with pytest.raises(StoreFault, match="it is empty"):
        open_store(f"sqlite:{path}")
    open_store(f"sqlite:{path}", create=True)
    open_store(f"sqlite:{path}")


def test_a_newer_layout_is_refused(store: Store) -> None:
    """Writing into tables that we don't know would ruin them."""
    with sqlite3.connect(store.address) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()

    with pytest.raises(StoreFault, match="newer Sourcebook"):
        open_store(f"sqlite:{store.address}")


def test_a_damaged_story_says_so(store: Store) -> None:
    """Not a traceback out of the driver."""
    content = bytearray(Path(store.address).read_bytes())
    content[120:4096] = b"\xff" * (4096 - 120)
    Path(store.address).write_bytes(content)

    with pytest.raises(StoreFault, match="damaged"):
        open_store(f"sqlite:{store.address}")


def test_a_second_writer_waits_and_then_says_why(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds of one story: the second ends with a line, not with half a story."""
    monkeypatch.setattr(engine, "PATIENCE", 0.05)
    with store.writing(), pytest.raises(StoreFault, match="another process"), store.writing():
        pass


READ_ONLY = """
import os, sys
from sourcebook.errors import StoreFault
from sourcebook.store import open_store
if os.geteuid() == 0:  # nothing is read-only for root
    os.setgid(65534)
    os.setuid(65534)
store = open_store("sqlite:" + sys.argv[1])
with store.reading() as shelf:
    print([one.path for one in shelf.reports()])
try:
    with store.writing() as unit:
        unit.call_it("x")
except StoreFault as fault:
    print(fault.args[1])
"""


@pytest.mark.skipif(os.name == "nt", reason="permission bits are POSIX's")
def test_a_read_only_story_can_be_asked_but_not_changed() -> None:
    """A story on a stick, or in an archive that nobody may write to."""
    with tempfile.TemporaryDirectory() as name:
        folder, path = Path(name), Path(name) / "story.db"
        with open_store(f"sqlite:{path}", create=True).writing() as unit:
            unit.add_report(Report(sha256="0" * 64, text="x", passages=(), path="a.txt"), b"", "text/plain")
        path.chmod(0o444)
        folder.chmod(0o555)

        ended = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(path)], check=False, capture_output=True, text=True
        )

        folder.chmod(0o755)
    assert ended.stdout.splitlines() == ["['a.txt']", "the file is read-only"], ended.stderr


def test_what_a_person_did_waits_for_the_disk(store: Store) -> None:
    """A build can be run again, a decision can't (2 is SQLite's FULL, 1 its NORMAL)."""
    for durable, level in ((True, 2), (False, 1)):
        with store.writing(durable=durable) as unit:
            assert unit.connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == level
