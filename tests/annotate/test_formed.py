"""Names that their form alone gives."""

import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.formed import formed


def told(section, found=()):
    return [(" ".join(section.words[one.first : one.end]), one.kind) for one in formed(section, list(found))]


STREET = """
Shots shot NOUN NNS 2 nsubj
rang ring VERB VBD 0 root
out out ADP RP 2 compound:prt
on on ADP IN 6 case
{number} {number} ADJ JJ 6 amod
{way} {way} PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
SHIP = """
The the DET DT 3 det
{letters} {letters} PROPN NNP 3 compound
{name} {name} PROPN NNP 4 nsubj
left leave VERB VBD 0 root
port port NOUN NN 4 obj
. . PUNCT . 4 punct
"""


@pytest.mark.parametrize("way", ["Street", "Ave.", "Boulevard"])
def test_a_numbered_street_is_a_place(section_of, way):
    assert told(section_of(STREET.format(number="14th", way=way))) == [(f"14th {way}", "place")]


@pytest.mark.parametrize(
    ("number", "way"), [("14", "Street"), ("14th", "street"), ("14th", "Battalion"), ("4th", "Place")]
)
def test_other_numbers_are_no_street(section_of, number, way):
    assert told(section_of(STREET.format(number=number, way=way))) == []


@pytest.mark.parametrize("letters", ["USS", "MV", "INS"])
def test_a_ship_is_one_name_with_its_letters(section_of, letters):
    section = section_of(SHIP.format(letters=letters, name="Orvane"))

    assert told(section, [Marked(2, 3, "person")]) == [(f"{letters} Orvane", "misc")]


@pytest.mark.parametrize(("letters", "name"), [("INS", "Commissioner"), ("INS", "HQ"), ("Ms", "Orvane")])
def test_what_follows_the_letters_is_no_ship(section_of, letters, name):
    kept = Marked(1, 3, "organization")

    assert formed(section_of(SHIP.format(letters=letters, name=name)), [kept]) == [kept]
