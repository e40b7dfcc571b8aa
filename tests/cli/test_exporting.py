"""The same files from the command line."""

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest

from sourcebook.tell import verify_record


@pytest.fixture
def book(example_folder: Path, tmp_path: Path) -> Path:
    """A copy of the example story: what pages show is kept in it when it is first asked for."""
    shutil.copy(example_folder / "sarn.db", tmp_path / "sarn.db")
    return tmp_path / "sarn.db"


def test_events_that_fit_are_written(ask, book: Path, tmp_path: Path) -> None:
    """Conditions of one kind add up, of two kinds both must hold."""
    out = tmp_path / "out.csv"
    words = ("--what", "events", "--status", "confirmed", "--status", "planned", "--type", "CONSULT")

    assert ask("export", book, "--to", "csv", *words, "-o", out).exit_code == 0
    rows = list(csv.DictReader(StringIO(out.read_text("utf-8-sig"), newline="")))
    assert {one["type"] for one in rows} == {"CONSULT"}
    assert {one["status"] for one in rows} <= {"confirmed", "planned"}
    assert ask("export", book, "--to", "csv", *words).stdout_bytes == out.read_bytes()


def test_somebody_is_meant_by_name(ask, book: Path) -> None:
    found = ask("export", book, "--to", "csv", "--what", "claims", "--who", "ilona marek")
    rows = list(csv.DictReader(StringIO(found.stdout_bytes.decode("utf-8-sig"), newline="")))

    assert rows
    assert all("Marek" in " ".join(one.values()) for one in rows)


def test_a_record_can_be_narrowed(ask, book: Path) -> None:
    """What is left still holds all that it points at."""
    record = json.loads(ask("export", book, "--outlet", "Radio Sarn").stdout)
    whole = json.loads(ask("export", book).stdout)

    assert verify_record(record) == []
    assert 0 < len(record["events"]) < len(whole["events"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "docx", "--what", "events"), "events can't be written as docx"),
        (("--to", "md", "--what", "dossier"), "name the entity"),
        (("--to", "csv", "--status", "settled"), "settled"),
        (("--to", "csv", "--from", "soon"), "soon"),
        (("--to", "csv", "--who", "Nobody At All"), "Nobody At All"),
    ],
)
def test_what_cannot_be_had_is_told_in_a_line(ask, book: Path, words: tuple[str, ...], said: str) -> None:
    found = ask("export", book, *words)

    assert found.exit_code == 2
    assert said in found.stderr
    assert len(found.stderr.splitlines()) <= 2
