"""A pronoun that the story's other mentions speak against is not followed; read by the real model."""

from pathlib import Path

import pytest

import sourcebook
from sourcebook.tell.index import index
from sourcebook.tell.sexes import contradicted
from sourcebook.values.spans import Span

TEXTS = (
    "Mr Orban Dell won the vote in Olby. He thanked the crowd, and his wife spoke.",
    "Mayor Orban Dell has left Olby, the council said. He did not say why he had left. The clerk said she knew.",
)


@pytest.mark.parametrize(("pronoun", "against"), [("He ", False), (" he ", False), ("she", True), ("council", False)])
def test_he_fits_who_is_called_mister_and_she_does_not(tmp_path: Path, pronoun: str, against: bool) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    sourcebook.build([tmp_path / "0.txt", tmp_path / "1.txt"], tmp_path / "dell.db")
    found = index(sourcebook.open(tmp_path / "dell.db").story)
    [report] = [one for one in found.reports.values() if "Mayor" in one.text]
    local = next(one for one in found.locals_in[report.id] if "Dell" in one.name)
    at = report.text.index(pronoun) + pronoun.startswith(" ")
    span = Span(at, at + len(pronoun.strip()))

    assert contradicted(found, local, span) is against
