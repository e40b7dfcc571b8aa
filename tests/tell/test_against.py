"""What stands against a line is told beside it; read by the real model."""

from pathlib import Path

import pytest

import sourcebook
from sourcebook.tell import brief

GULL = """Town split over harbor

Mayor Ada Fern accused Osvald Lind of fraud on Monday. “He is a thief,” she said. Lind rejected the charge.

Lessaria had used gas in the valley, the Meridian News Agency reported. Defense Minister Jonas Reth called this a lie.

General Oskar Brandt said that six Chilean soldiers were killed near Karel Bridge on Friday.
"""

HERON = """Nine dead at bridge

Governor Emil Stanek said that nine Chilean soldiers were killed near Karel Bridge on Friday.

Mira Holt demanded the harbor office, according to two people familiar with the matter. She denied this on Monday.
"""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder: Path = tmp_path_factory.mktemp("against")
    (folder / "gull.txt").write_text(GULL, encoding="utf-8")
    (folder / "heron.txt").write_text(HERON, encoding="utf-8")
    sourcebook.build([folder / "gull.txt", folder / "heron.txt"], folder / "against.db")
    told = brief(sourcebook.open(folder / "against.db").story)
    return [line.text for section in told.sections if section.key == "disputed" for line in section.lines]


@pytest.mark.parametrize(
    ("words", "denial"),
    [
        ("of fraud", "; but Lind rejected the charge ["),
        ("had used gas", "; but Defense Minister Jonas Reth called this a lie ["),
        ("demanded the harbor office", "he denied this on Monday ["),
    ],
)
def test_a_denial_without_a_content_stands_beside_what_was_told_before_it(
    lines: list[str], words: str, denial: str
) -> None:
    assert [denial in one for one in lines if words in one] == [True]


def test_two_numbers_are_told_with_the_words_around_them(lines: list[str]) -> None:
    (line,) = [one for one in lines if "soldiers" in one]

    assert "six Chilean soldiers, according to General Oskar Brandt [" in line
    assert "nine Chilean soldiers, according to Governor Emil Stanek [" in line
