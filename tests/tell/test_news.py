"""What makes news though it says how things stand: a death, an office taken these days; read by the real model."""

from pathlib import Path

import pytest

import sourcebook
from sourcebook.tell import brief

TEXT = """Student dies after protest

A student who was hit in the head by a canister in Olby has died in hospital, the Health Ministry said.

Ada Fern was sworn in as mayor of Olby on Friday, the council said. Fern was born in Merenth.
"""


@pytest.fixture(scope="module")
def sections(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("news")
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    sourcebook.build([folder / "report.txt"], folder / "news.db")
    told = brief(sourcebook.open(folder / "news.db").story)
    return {line.text: section.key for section in told.sections for line in section.lines}


@pytest.mark.parametrize(
    ("words", "section"),
    [("has died in hospital", "happened"), ("was sworn in", "happened"), ("was born in", "background")],
)
def test_a_death_and_a_new_office_are_news(sections: dict[str, str], words: str, section: str) -> None:
    assert [key for text, key in sections.items() if words in text] == [section]


def test_a_line_is_dated_by_what_it_turns_on(tmp_path: Path) -> None:
    """A year by the way is not the line's."""
    told = "The council voted by 14 to 3 on 7 May 2031 to close the harbor that Ada Fern opened in 2019."
    text = f"Vote in Olby\n\n{told}\n"
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    sourcebook.build([tmp_path / "report.txt"], tmp_path / "vote.db")
    lines = [line for section in brief(sourcebook.open(tmp_path / "vote.db").story).sections for line in section.lines]

    assert [line.when for line in lines if "voted" in line.text] == ["7 May 2031"]
