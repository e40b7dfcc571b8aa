"""Mentions that the grammar of their sentence makes one, and what can't be one."""

from dataclasses import replace

import numpy as np

from sourcebook.annotate.binding import bind
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.chains import Chains
from sourcebook.annotate.mentions import candidates
from sourcebook.annotate.speaking import others, voices
from sourcebook.values.kinds import NameKind

PERSON, BODY, PLACE = NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE

SAID = """
Orlan Orlan PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
he he PRON PRP 5 nsubj
resigns resign VERB VBZ 2 ccomp
"""
PARALLEL = """
Envoys envoy NOUN NNS 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
rebels rebel NOUN NNS 5 nsubj
change change VERB VBP 2 ccomp
and and CCONJ CC 9 cc
that that SCONJ IN 9 mark
they they PRON PRP 9 nsubj
wait wait VERB VBP 5 conj
"""
ENVOY = """
The the DET DT 2 det
envoy envoy NOUN NN 5 nsubj
, , PUNCT , 4 punct
Vell Vell PROPN NNP 2 appos
left leave VERB VBD 0 root
"""
NOTE = """
Tarn Tarn PROPN NNP 0 root
( ( PUNCT -LRB- 3 punct
capital capital NOUN NN 1 appos
– – PUNCT : 5 punct
RNA RNA PROPN NNP 3 parataxis
) ) PUNCT -RRB- 3 punct
"""
COUNTRY = """
League League PROPN NNP 2 nsubj
took take VERB VBD 0 root
the the DET DT 4 det
country country NOUN NN 2 obj
"""
TWO_BODIES = """
The the DET DT 3 det
League League PROPN NNP 3 compound
delegation delegation NOUN NN 4 nsubj
met meet VERB VBD 0 root
the the DET DT 6 det
delegation delegation NOUN NN 4 obj
of of ADP IN 9 case
the the DET DT 9 det
government government NOUN NN 6 nmod
"""
SPOKESWOMAN = """
Brand Brand PROPN NNP 3 nmod:poss
's 's PART POS 1 case
spokeswoman spokeswoman NOUN NN 4 nsubj
left leave VERB VBD 0 root
. . PUNCT . 4 punct
She she PRON PRP 7 nsubj
waved wave VERB VBD 0 root
"""
TWO_PLACES = """
Tarn Tarn PROPN NNP 0 root
Osk Osk PROPN NNP 1 conj
"""


def cast(section_of, table, heads, names=()):
    """Return the section, its candidates at these heads, and their chains before anything is joined."""
    size = len(table.strip().splitlines())
    scores = np.full((size, 3), -4.0, np.float32)
    scores[:, 0] = 4.0
    for place in heads:
        scores[place] = (-4.0, 4.0, 0.0)
    section = section_of(table, mention=scores)
    found = candidates(section, [(Marked(at, at + 1, str(kind)), kind) for at, kind in names])
    return section, found, Chains(section, found)


def number(found, head):
    return next(at for at, one in enumerate(found) if one.head == head)


def test_who_says_that_he_acts_speaks_of_himself(section_of):
    """“X said that he …” is X where nobody else stands between, whoever was spoken of before."""
    section, found, chains = cast(section_of, SAID, [0, 3], [(0, PERSON)])

    assert bind(section, found, chains) == {number(found, 3)}
    assert chains.joined(number(found, 0), number(found, 3))


def test_that_they_goes_on_with_the_subject_before(section_of):
    """“That A may … and that they …” speaks of A, not of who says so."""
    section, found, chains = cast(section_of, PARALLEL, [0, 3, 7])
    bind(section, found, chains)

    assert chains.joined(number(found, 3), number(found, 7))
    assert not chains.joined(number(found, 0), number(found, 7))


def test_an_office_and_the_name_beside_it_are_one(section_of):
    """“The envoy, X” is X."""
    section, found, chains = cast(section_of, ENVOY, [1, 3], [(3, PERSON)])
    bind(section, found, chains)

    assert chains.joined(number(found, 1), number(found, 3))


def test_she_who_opens_a_sentence_is_the_woman_that_the_one_before_is_about(section_of):
    """“Brand's spokeswoman left. She waved” is the spokeswoman, not Brand."""
    section, found, chains = cast(section_of, SPOKESWOMAN, [0, 2, 5], [(0, PERSON)])
    section = replace(section, bounds=(0, 5, 7))
    bind(section, found, chains)

    assert chains.joined(number(found, 2), number(found, 5))
    assert not chains.joined(number(found, 0), number(found, 5))


def test_a_name_that_signs_a_note_goes_back_to_nobody(section_of):
    """“(the capital – AGENCY)” does not make the agency a capital."""
    section, found, chains = cast(section_of, NOTE, [0, 2, 4], [(0, PLACE), (4, BODY)])

    assert number(found, 4) in bind(section, found, chains)
    assert not chains.joined(number(found, 2), number(found, 4))


def test_a_country_is_no_organization(section_of):
    """“The League took the country”: the country is not the League."""
    _, found, chains = cast(section_of, COUNTRY, [0, 3], [(0, BODY)])

    assert not chains.join(number(found, 0), number(found, 3))


def test_bodies_of_different_owners_are_two(section_of):
    """“The League delegation” is not “the delegation of the government”."""
    _, found, chains = cast(section_of, TWO_BODIES, [1, 2, 5, 8], [(1, BODY)])

    assert not chains.join(number(found, 2), number(found, 5))


def test_places_of_different_names_are_two(section_of):
    """Whatever the ranking holds of them."""
    _, _, chains = cast(section_of, TWO_PLACES, [0, 1], [(0, PLACE), (1, PLACE)])

    assert not chains.join(0, 1)


TAKEN = """
The the DET DT 2 det
mayor mayor NOUN NN 7 nsubj
, , PUNCT , 5 punct
who who PRON WP 5 nsubj
knows know VERB VBZ 2 acl:relcl
Orlan Orlan PROPN NNP 5 obj
said say VERB VBD 0 root
he he PRON PRP 9 nsubj
left leave VERB VBD 7 ccomp
"""
REPORT = """
The the DET DT 2 det
paper paper NOUN NN 3 nsubj
dropped drop VERB VBD 0 root
it it PRON PRP 3 obj
with with ADP IN 6 case
it it PRON PRP 3 obl
"""
LAWYERS = """
Orlan Orlan PROPN NNP 3 nmod:poss
's 's PART POS 1 case
lawyer lawyer NOUN NN 4 nsubj
left leave VERB VBD 0 root
. . PUNCT . 4 punct
Vell Vell PROPN NNP 8 nmod:poss
's 's PART POS 6 case
lawyer lawyer NOUN NN 9 nsubj
stayed stay VERB VBD 0 root
"""
INTERVIEW = """
Orlan Orlan PROPN NNP 4 vocative
: : PUNCT : 4 punct
You you PRON PRP 4 nsubj
lied lie VERB VBD 0 root
. . PUNCT . 4 punct
Vell Vell PROPN NNP 9 vocative
: : PUNCT : 9 punct
I I PRON PRP 9 nsubj
slept sleep VERB VBD 0 root
, , PUNCT , 9 punct
he he PRON PRP 12 nsubj
lied lie VERB VBD 9 parataxis
"""
TOLD_ME = """
" " PUNCT `` 3 punct
He he PRON PRP 3 nsubj
hit hit VERB VBD 7 ccomp
me I PRON PRP 3 obj
" " PUNCT '' 3 punct
he he PRON PRP 7 nsubj
said say VERB VBD 0 root
"""


def test_whom_the_speaker_s_own_phrase_names_does_not_stand_between(section_of):
    """“The mayor, who knows X, said he …” is the mayor."""
    section, found, chains = cast(section_of, TAKEN, [1, 5, 7], [(5, PERSON)])
    bind(section, found, chains)

    assert chains.joined(number(found, 1), number(found, 7))


def test_nobody_is_the_object_of_what_he_does_but_as_himself(section_of):
    """“The paper dropped it with it”: what stands behind a preposition may be the paper, the object is not."""
    _, found, chains = cast(section_of, REPORT, [1, 3, 5])
    paper, dropped, beside = (number(found, head) for head in (1, 3, 5))

    assert not chains.agree(paper, dropped)
    assert chains.agree(paper, beside)


def test_lawyers_of_two_people_are_two(section_of):
    _, found, chains = cast(section_of, LAWYERS, [0, 2, 5, 7], [(0, PERSON), (5, PERSON)])
    first, second = number(found, 2), number(found, 7)

    assert not chains.agree(first, second)
    chains.join(number(found, 0), number(found, 5), told=True)
    assert chains.agree(first, second)


def test_you_and_i_of_an_interview_are_who_talks_and_who_is_asked(section_of):
    section, found, chains = cast(section_of, INTERVIEW, [0, 2, 5, 7, 10], [(0, PERSON), (5, PERSON)])
    section = replace(section, paragraphs=(0, 5, 12), bounds=(0, 5, 12))
    chains = Chains(section, found)
    bind(section, found, chains)
    asking, you, asked, own, other = (number(found, head) for head in (0, 2, 5, 7, 10))

    assert chains.joined(you, asked)
    assert chains.joined(own, asked)
    assert not chains.agree(other, asked)
    assert chains.agree(other, asking)


def test_he_is_not_me_in_one_quotation(section_of):
    """“He hit me,” he said: the second "he" may be "me", the first is not."""
    section, found, chains = cast(section_of, TOLD_ME, [1, 3, 5])
    first, own, teller = (number(found, head) for head in (1, 3, 5))
    stood = voices(section, found)

    assert not chains.agree(first, own)
    assert not others(stood[own], stood[teller])
