"""Names with the kind that the noun before them gives."""

import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.introduced import bodies_introduced, introduced, lands, without_people

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
CAPITAL = """
the the DET DT 2 det
capital capital NOUN NN 0 root
, , PUNCT , 2 punct
Olby Olby PROPN NNP 2 appos
"""
TOWN = """
the the DET DT 2 det
town town NOUN NN 0 root
of of ADP IN 4 case
Olby Olby PROPN NNP 2 nmod
"""
AGENCY = """
the the DET DT 2 det
agency agency NOUN NN 0 root
Sorta Sorta PROPN NNP 2 appos
"""
LEADER = """
the the DET DT 2 det
leader leader NOUN NN 0 root
Ada Ada PROPN NNP 2 appos
Fern Fern PROPN NNP 3 flat
"""
OTHER = """
in in ADP IN 3 case
rainy rainy ADJ JJ 3 amod
Olby Olby PROPN NNP 0 root
"""
ENVOYS = """
Envoys envoy NOUN NNS 4 nsubj
of of ADP IN 3 case
League League PROPN NNP 1 nmod
left leave VERB VBD 0 root
League League PROPN NNP 4 obj
"""


@pytest.mark.parametrize(
    ("written", "first", "end", "kind", "told"),
    [
        (CAPITAL, 3, 4, "person", "place"),
        (TOWN, 3, 4, "organization", "place"),
        (AGENCY, 2, 3, "person", "organization"),
        (LEADER, 2, 4, "place", "person"),
        (OTHER, 2, 3, "person", "person"),
        (AGENCY.replace("agency", "tanker"), 2, 3, "place", "misc"),
    ],
)
def test_the_noun_before_a_name_tells_its_kind(section_of, written, first, end, kind, told):
    assert introduced(section_of(written), Marked(first, end, kind)) == Marked(first, end, told)


def test_somebody_of_a_body_is_no_part_of_its_name(section_of):
    whole, plain = Marked(0, 3, "organization"), Marked(4, 5, "organization")

    assert without_people(section_of(ENVOYS), [whole, plain]) == [Marked(2, 3, "organization"), plain]
    assert without_people(section_of(ENVOYS), [whole]) == [whole]


READER = """
the the DET DT 2 det
{noun} {noun} NOUN {tag} 4 nsubj
{name} {name} {pos} NNP 2 appos
said say VERB VBD 0 root
"""


@pytest.mark.parametrize(
    ("noun", "tag", "name", "pos", "found"),
    [("agency", "NN", "Sorta", "PROPN", ["Sorta"]), ("agency", "NN", "Friday", "PROPN", []),
     ("party", "NN", "Chairman", "PROPN", []), ("agencies", "NNS", "Sorta", "PROPN", []),
     ("envoy", "NN", "Sorta", "PROPN", []), ("agency", "NN", "there", "ADV", [])],
)  # fmt: skip
def test_a_body_that_its_noun_introduces(section_of, noun, tag, name, pos, found):
    section = section_of(READER.format(noun=noun, tag=tag, name=name, pos=pos))

    assert [section.words[one.first] for one in bodies_introduced(section, ())] == found
    assert not list(bodies_introduced(section, {2}))


FOREIGN = """
Torv Torv PROPN NNP 4 nmod:poss
's 's PART POS 1 case
foreign foreign ADJ JJ 4 amod
ministry ministry NOUN NN 5 nsubj
met meet VERB VBD 0 root
Torv Torv PROPN NNP 5 obj
"""


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (FOREIGN, "place"),
        (FOREIGN.replace("foreign foreign", "old old").replace("ministry", "navy"), "person"),
        (FOREIGN.replace("ministry", "lawyer"), "person"),
    ],
)
def test_who_has_a_foreign_ministry_is_a_country(section_of, written, kind):
    found = lands(section_of(written), [Marked(0, 1, "person"), Marked(5, 6, "person")])

    assert {one.kind for one in found} == {kind}


def test_a_person_told_in_full_is_no_country(section_of):
    found = [Marked(0, 1, "person"), Marked(4, 6, "person")]

    assert lands(section_of(FOREIGN), found) == found
