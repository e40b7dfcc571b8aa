"""Which mentions are one: names by rule, the rest by the ranking that ships."""

import numpy as np
import pytest

from sourcebook.annotate import Annotator
from sourcebook.annotate.antecedents import find_chains
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.chains import Chains
from sourcebook.annotate.features import FAR, pairs_of
from sourcebook.annotate.joining import by_name
from sourcebook.annotate.mentions import Gender, candidates
from sourcebook.annotate.ranking import ranker
from sourcebook.infer import Reader
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import Published

VISIT = """
President President NOUN NN 3 nsubj
Orlan Orlan PROPN NNP 1 flat
came come VERB VBD 0 root
. . PUNCT . 3 punct
Helena Helena PROPN NNP 7 nsubj
Orlan Orlan PROPN NNP 5 flat
stayed stay VERB VBD 3 parataxis
. . PUNCT . 7 punct
Orlan Orlan PROPN NNP 10 nsubj
left leave VERB VBD 3 parataxis
in in ADP IN 12 case
2027 2027 NUM CD 10 obl
"""
NAMES = tuple((Marked(*one, "person"), NameKind.PERSON) for one in ((1, 2), (4, 6), (8, 9)))


@pytest.fixture(scope="module")
def reader():
    return Reader.load()


def drawn(*places, size):
    """Return scores that make heads of mentions of these words."""
    scores = np.full((size, 3), -4.0, np.float32)
    scores[:, 0] = 4.0
    for place in places:
        scores[place] = (-4.0, 4.0, 0.0)
    return scores


def chains_in(annotator, text):
    """Return the sets of words that each chain's mentions are."""
    found = {}
    for one in annotator("a", text, Published()).mentions:
        found.setdefault(one.chain, []).append(one.span.of(text))
    return list(found.values())


def test_a_relative_s_full_name_is_not_the_president_s(section_of):
    """Who was brought in by title and surname needs no full name any more; one that comes later may be another's."""
    section = section_of(VISIT, mention=drawn(0, 4, 8, 11, size=12))
    found = candidates(section, NAMES)
    chains = Chains(section, found)
    by_name(section, found, chains)
    president, relative, last = (number for number, one in enumerate(found) if one.name is not None)

    assert chains.joined(president, last)
    assert not chains.joined(president, relative)


SAYS = """
Orr Orr PROPN NNP 2 nsubj
says say VERB VBZ 0 root
the the DET DT 4 det
chief chief NOUN NN 5 nsubj
fled flee VERB VBD 2 ccomp
. . PUNCT . 2 punct
The the DET DT 8 det
chief chief NOUN NN 9 nsubj
slept sleep VERB VBD 0 root
"""


def test_whom_somebody_tells_of_with_a_noun_is_somebody_else(section_of):
    """Of himself he says "he": a noun in a clause is never one with the subject of the verb that governs it."""
    section = section_of(SAYS, mention=drawn(0, 3, 7, size=9))
    found = candidates(section, [(Marked(0, 1, "person"), NameKind.PERSON)])
    chains = Chains(section, found)

    assert [section.words[one.head] for one in found] == ["Orr", "chief", "chief"]
    assert not chains.join(0, 1)
    assert chains.join(0, 2)


def test_a_given_name_tells_whose_pronouns_fit(section_of):
    section = section_of(VISIT, mention=drawn(0, 4, 8, 11, size=12))

    assert [one.gender for one in candidates(section, NAMES) if one.name is not None] == [None, Gender.FEMALE, None]


def test_a_year_is_a_mention_where_the_model_is_sure(section_of):
    """GUM and readers alike go back to "in 2027" with "that year"."""
    sure, unsure = (section_of(VISIT, mention=drawn(*heads, size=12)) for heads in ((0, 11), (0,)))

    assert [one.first for one in candidates(sure, NAMES)][-1] == 11
    assert all(one.first != 11 for one in candidates(unsure, NAMES))


def test_pairs_go_back_from_every_candidate_and_fit_the_weights(section_of):
    section = section_of(VISIT, mention=drawn(0, 4, 8, 11, size=12))
    found = candidates(section, NAMES)
    scores = np.zeros((len(found), len(found)), np.float32)
    pairs = pairs_of(section, found, scores, range(len(found)))
    rank = ranker()

    assert (pairs.earlier < pairs.later).all()
    assert (np.diff(pairs.later) >= 0).all()
    assert len(pairs.later) == len(found) * (len(found) - 1) / 2
    assert len(found) > FAR
    assert np.isfinite(pairs.alone).all()
    assert np.isfinite(pairs.together).all()
    assert rank.later.shape[0] == rank.earlier.shape[0] == rank.new.shape[0] == pairs.alone.shape[1]
    assert rank.together.shape[0] == pairs.together.shape[1]
    assert rank(pairs).shape == pairs.later.shape


def test_a_lone_candidate_is_its_own_chain(section_of, reader):
    section = section_of("Rain rain NOUN NN 2 nsubj\nfell fall VERB VBD 0 root", mention=drawn(0, size=2))

    assert [one.chain for one in find_chains(section, (), reader)] == [0]


def test_pronouns_and_descriptions_go_back_to_whom_they_mean(reader):
    """The usual second references of a news report."""
    text = (
        "Maria Ortiz, the mayor of Sarn, opened the new bridge on Monday. She said that the bridge had cost too much. "
        "Ortiz will leave her office in June."
    )
    chains = chains_in(Annotator(reader), text)
    mayor = next(chain for chain in chains if any(words.startswith("Maria Ortiz") for words in chain))

    assert {"She", "Ortiz", "her"} <= set(mayor)
    assert any({"the new bridge", "the bridge"} <= set(chain) for chain in chains)


SON = """
Omar Omar PROPN NNP 3 nsubj
Orlan Orlan PROPN NNP 1 flat
came come VERB VBD 0 root
with with ADP IN 7 case
his his PRON PRP$ 6 nmod:poss
son son NOUN NN 3 obl
Omar Omar PROPN NNP 6 appos
Orlan Orlan PROPN NNP 7 flat
Jr. Jr. PROPN NNP 7 flat
. . PUNCT . 3 punct
Orlan Orlan PROPN NNP 12 nsubj
left leave VERB VBD 3 parataxis
. . PUNCT . 12 punct
Orlan Orlan PROPN NNP 16 nsubj
Jr. Jr. PROPN NNP 14 flat
stayed stay VERB VBD 3 parataxis
"""


def test_a_son_who_bears_his_father_s_name_is_another(section_of):
    """The text tells whose son he is; the surname without “Jr.” is the father's."""
    section = section_of(SON, mention=drawn(0, 6, 10, 13, size=16))
    names = tuple((Marked(*one, "person"), NameKind.PERSON) for one in ((0, 2), (6, 9), (10, 11), (13, 15)))
    found = candidates(section, names)
    chains = Chains(section, found)
    by_name(section, found, chains)
    father, son, surname, junior = (number for number, one in enumerate(found) if one.name is not None)

    assert chains.joined(father, surname)
    assert chains.joined(son, junior)
    assert not chains.joined(father, son)


def test_a_junior_whom_nobody_calls_a_son_is_the_man_himself(section_of):
    """Many papers write “Jr.” once and leave it out after."""
    table = """
Omar Omar PROPN NNP 4 nsubj
Orlan Orlan PROPN NNP 1 flat
Jr. Jr. PROPN NNP 1 flat
came come VERB VBD 0 root
. . PUNCT . 4 punct
Omar Omar PROPN NNP 8 nsubj
Orlan Orlan PROPN NNP 6 flat
left leave VERB VBD 4 parataxis
"""
    section = section_of(table, mention=drawn(0, 5, size=8))
    names = tuple((Marked(*one, "person"), NameKind.PERSON) for one in ((0, 3), (5, 7)))
    found = candidates(section, names)
    chains = Chains(section, found)
    by_name(section, found, chains)

    assert chains.joined(0, 1)


ONLY = """
Only only ADV RB 3 advmod
the the DET DT 3 det
skipper skipper NOUN NN 4 nsubj
swam swim VERB VBD 0 root
"""


def test_an_adverb_before_a_phrase_is_no_part_of_it(section_of):
    """ "The skipper" is spoken of again; "only the skipper" is nobody."""
    section = section_of(ONLY, mention=drawn(2, size=4))

    assert [(one.first, one.end) for one in candidates(section, ())] == [(1, 3)]


CALLED = """
Engineer engineer NOUN NN 4 nsubj
Ilva Ilva PROPN NNP 1 flat
Taron Taron PROPN NNP 1 flat
came come VERB VBD 0 root
"""


def test_a_calling_and_the_name_that_goes_with_it_are_one_mention(section_of):
    """Where the noun governs the name, two mentions would be two people, one inside the other."""
    section = section_of(CALLED, mention=drawn(0, size=4))
    found = candidates(section, [(Marked(1, 3, "person"), NameKind.PERSON)])

    assert [(one.first, one.end, one.kind) for one in found] == [(0, 3, NameKind.PERSON)]
