"""The desk's benchmark asks every address and gets an answer; how fast is not judged here."""

import sys

import pytest

from benchmarks import desk


def test_every_address_is_answered_and_the_story_is_kept_for_the_next_time(
    tmp_path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "made.db"
    asked = [
        "benchmark",
        "--reports",
        "6",
        "--claims",
        "3",
        "--rounds",
        "1",
        "--most",
        "1000000",
        "--story",
        str(story),
    ]
    monkeypatch.setattr(sys, "argv", asked)

    assert desk.main() == 0
    first = capsys.readouterr().out
    assert desk.main() == 0
    again = capsys.readouterr().out

    assert "6 reports, 18 claims, 6 events" in first
    assert "s to make" not in again
    rows = [line.split() for line in again.splitlines() if line.startswith("/")]
    assert {row[0] for row in rows} == {*desk.ADDRESSES, *desk.PAGES}
    assert {len(row) for row in rows} == {6}
