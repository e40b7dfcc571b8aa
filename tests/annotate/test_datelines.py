"""Where a report's text begins behind its dateline."""

import re

import numpy as np
import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.datelines import openings, places_of_datelines


def words_of(text: str) -> list[str]:
    return re.findall(r"\w[\w.'’]*\w|\w|--|[^\w\s]", text)


def opened(text: str) -> list[str]:
    words = words_of(text)
    starts = np.zeros(len(words), np.bool_)
    starts[0] = True
    return [words[place] for place in openings(words, starts)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("BRASK (Wire) - Shells fell on the port.", "Shells"),
        ("BRASK, March 3 - At least two fell.", "At"),
        ("BRASK, Torvania (WN) — Envoys met.", "Envoys"),
        ("PORT MAREN, Jan 2, 2031 (Wire) - Envoys met.", "Envoys"),
        ("BRASK/OREL (Wire) -- Envoys met.", "Envoys"),
        ("Brask (Wire News) - Envoys met.", "Envoys"),
        ("(Wire) -- Envoys met.", "Envoys"),
        ("BRASK, May 8. /WIRE/. Envoys met.", "Envoys"),
        ("BRASK, May 8 /WIRE/. Envoys met.", "Envoys"),
        ("BRASK: “We met,” she said.", "“"),
    ],
)
def test_a_report_begins_behind_its_dateline(text: str, first: str) -> None:
    assert opened(text) == [first]


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met in Brask (the capital) - and left.",
        "BRASK was taken on March 3 - At dawn.",
        "UN envoy Ada Fern - The talks failed.",
        "U.S. officials said so.",
        "A MAN - Who fled.",
        "BRASK, where envoys met on Monday to talk about the fate of the prisoners whom both sides hold — The end.",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert opened(text) == []


def test_a_dateline_ends_in_its_own_paragraph() -> None:
    words = words_of("BRASK - Envoys met.")
    starts = np.array([True, False, True, False, False])

    assert list(openings(words, starts)) == []


CITY = """
OLBY OLBY PROPN NNP 0 root
- - PUNCT : 1 punct
Shells shell NOUN NNS 4 nsubj
fell fall VERB VBD 1 parataxis
"""


@pytest.mark.parametrize(
    ("written", "kind"),
    [(CITY, "place"), (CITY.replace("- -", ": :"), "person"), (CITY.replace("OLBY OLBY", "Olby Olby"), "person")],
)
def test_the_name_in_capitals_that_opens_a_dateline_is_a_place(section_of, written: str, kind: str) -> None:
    (found,) = places_of_datelines(section_of(written), [Marked(0, 1, "person")])

    assert found.kind == kind
