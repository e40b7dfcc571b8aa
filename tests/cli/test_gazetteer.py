"""``sourcebook gazetteer load``: a table in, places out, and builds that use them."""

from pathlib import Path

import pytest

from sourcebook.link import Gazetteer

LINE = "1\tTeskmill\tTeskmill\t\t1.5\t2.5\tP\tPPL\tAF\t\t\t\t\t\t120\t\t\t\t2031-01-01\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of one village, and a data folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = tmp_path / "villages.txt"
    made.write_text(LINE, encoding="utf-8")
    return made


def test_it_writes_to_the_data_folder_and_the_settings_find_it(ask, table: Path) -> None:
    """Without a word about where."""
    told = ask("gazetteer", "load", table)

    placed = table.parent / "data" / "sourcebook" / "gazetteer.bin"
    assert told.stdout == f"{placed}: 1 place\n"
    assert [one.country for one in Gazetteer.load(placed).lookup("Teskmill")] == ["AFG"]
    before = ask("build", "-q", _report(table), "-o", table.parent / "a.db")
    assert before.exit_code == 0
    placed.unlink()
    again = ask("build", _report(table), "-o", table.parent / "a.db")
    assert "joining what 1 reports say" in again.stderr, "without the places the story is linked anew"


def _report(table: Path) -> Path:
    made = table.parent / "report.txt"
    made.write_text("The governor met the council in Teskmill on Monday.", encoding="utf-8")
    return made


def test_a_bad_table_is_told_by_file_and_line(ask, table: Path) -> None:
    """So that it can be mended."""
    table.write_text(f"{LINE}Teskmill\n", encoding="utf-8")
    told = ask("gazetteer", "load", table, "-o", table.parent / "places.bin")

    assert told.exit_code == 1
    assert told.stderr.startswith(f"sourcebook: {table}: line 2: 1 columns")


def test_a_table_that_is_not_there(ask, table: Path) -> None:
    """One line, and the code for wrong usage."""
    told = ask("gazetteer", "load", table.parent / "nowhere.zip")

    assert told.exit_code == 2
    assert "nowhere.zip: no such file" in told.stderr
