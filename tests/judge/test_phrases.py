"""A title takes the words around an act that tell it, and no more."""

import pytest

from sourcebook.judge.phrases import after, between
from sourcebook.values.spans import Span


def cut(text, doer, act):
    """Return the words from behind the doer, or from where the act's own begin, to where a title ends."""
    at = text.index(act)
    own = Span(at, at + len(act))
    first = text.index(doer) if doer else 0
    last = Span(first, first + len(doer)) if doer else None
    around = between(text, last, own, 0)
    tail = after(text, own, len(text))
    return " ".join(text[around.lead.start : own.end if tail is None else tail.end].split()), around.verbal


@pytest.mark.parametrize(
    ("text", "doer", "act", "words"),
    [
        (
            "Marrow did not answer calls from the Wire, and left.",
            "Marrow",
            "answer",
            "did not answer calls from the Wire",
        ),
        (
            "Marrow, who was late, has been dealing with the guild.",
            "Marrow",
            "dealing",
            "has been dealing with the guild",
        ),
        (
            "Task neither confirmed nor denied the report.",
            "Task",
            "confirmed",
            "neither confirmed nor denied the report",
        ),
        ("Calm was killed in Vell days before the vote.", "Calm", "killed", "was killed in Vell"),
        ('Marrow would "leave the meeting" if it failed.', "Marrow", "leave", 'would "leave the meeting'),
        (
            "Task spoke on Monday at a joint press conference by the guild.",
            "",
            "conference",
            "joint press conference by the guild",
        ),
        ("They agreed to ease old tolls on salt.", "", "tolls", "agreed to ease old tolls on salt"),
        ("It came amid a lull in skirmishes between the two.", "", "skirmishes", "skirmishes between the two"),
    ],
)
def test_an_act_is_told_in_its_reports_words(text, doer, act, words):
    assert cut(text, doer, act)[0] == words


def test_a_long_title_ends_where_a_phrase_does():
    text = "Marrow announced the opening of the harbor of Vell to the ships of the guild of Orsenna and its friends."
    words, _ = cut(text, "Marrow", "announced")
    assert words == "announced the opening of the harbor of Vell to the ships"


@pytest.mark.parametrize(
    ("text", "doer", "act", "verbal"),
    [
        ("the ships that threaten the port", "ships", "threaten", True),
        ("Marrow, for the third time, visit", "Marrow", "visit", False),
        ("Marrow, the old leader of the guild", "Marrow", "leader", False),
    ],
)
def test_it_is_known_whether_a_verb_leads_to_the_act(text, doer, act, verbal):
    assert cut(text, doer, act)[1] is verbal
