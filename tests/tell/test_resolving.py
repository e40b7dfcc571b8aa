"""Pronouns in a line."""

import pytest

from sourcebook.tell.resolving import possessive
from sourcebook.values.reports import Passage, PassageKind, Report
from sourcebook.values.spans import Span


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They searched her house.", "her", True),
        ("They opened a case against her under Article 2.", "her", False),
        ("They freed her.", "her", False),
        ("They called him at home.", "him", False),
        ("They left their homes.", "their", True),
    ],
)
def test_whether_a_pronoun_says_whose(text: str, word: str, expected: bool) -> None:
    report = Report(sha256="0" * 64, text=text, passages=(Passage(Span(0, len(text)), PassageKind.BODY),), given_id="a")
    start = text.index(f" {word}") + 1

    assert possessive(report, Span(start, start + len(word))) is expected
