"""Headlines that name who says so."""

import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.headlines import headlines
from sourcebook.values.kinds import NameKind

COLON = """
Minister minister NOUN NN 4 parataxis
: : PUNCT : 1 punct
Rebels rebel NOUN NNS 4 nsubj
fled flee VERB VBD 0 root
"""
DASH = """
Rebels rebel NOUN NNS 2 nsubj
fled flee VERB VBD 0 root
- - PUNCT : 4 punct
source source NOUN NN 2 parataxis
"""
TOPIC = """
Fire fire NOUN NN 6 parataxis
in in ADP IN 3 case
Dunmar Dunmar PROPN NNP 1 nmod
: : PUNCT : 1 punct
Workers worker NOUN NNS 6 nsubj
fled flee VERB VBD 0 root
"""
PLACE = """
Kestria Kestria PROPN NNP 4 parataxis
: : PUNCT : 1 punct
Rebels rebel NOUN NNS 4 nsubj
fled flee VERB VBD 0 root
"""
LIST = """
Minister minister NOUN NN 0 root
: : PUNCT : 1 punct
guns gun NOUN NNS 1 appos
ships ship NOUN NNS 3 conj
"""


def shown(section, names=()):
    return [
        (" ".join(section.words[one.source.first : one.source.end]), [(part.first, part.end) for part in one.content])
        for one in headlines(section, names)
    ]


def test_a_speaker_before_a_colon(section_of):
    assert shown(section_of(COLON)) == [("Minister", [(2, 4)])]


def test_a_speaker_behind_a_dash(section_of):
    assert shown(section_of(DASH)) == [("source", [(0, 2)])]


@pytest.mark.parametrize("table", [TOPIC, LIST])
def test_what_comes_before_a_colon_need_not_speak(section_of, table):
    assert shown(section_of(table)) == []


def test_a_place_is_no_speaker_and_a_person_is(section_of):
    section = section_of(PLACE)

    assert shown(section, [(Marked(0, 1, "place"), NameKind.PLACE)]) == []
    assert shown(section, [(Marked(0, 1, "person"), NameKind.PERSON)]) == [("Kestria", [(2, 4)])]


def test_what_the_model_marked_at_the_sign_stays(section_of):
    section = section_of(COLON)
    (found,) = headlines(section, ())

    assert list(headlines(section, (), [found])) == []
