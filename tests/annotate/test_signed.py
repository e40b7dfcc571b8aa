"""Words that only signs attribute."""

from dataclasses import replace

import pytest

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.signed import signed
from sourcebook.values.kinds import NameKind

INTERVIEW = """
TARROW Tarrow PROPN NNP 3 nsubj
: : PUNCT : 1 punct
Stay stay VERB VB 0 root
? ? PUNCT . 3 punct
SAND Sand PROPN NNP 7 nsubj
: : PUNCT : 5 punct
We we PRON PRP 8 nsubj
stayed stay VERB VBD 0 root
. . PUNCT . 8 punct
"""
SPEAKERS = tuple((Marked(place, place + 1, "person"), NameKind.PERSON) for place in (0, 4))
QUOTED = """
“ “ PUNCT `` 3 punct
They they PRON PRP 3 nsubj
lie lie VERB VBP 0 root
. . PUNCT . 3 punct
” ” PUNCT '' 3 punct
— — PUNCT : 7 punct
Nadia Nadia PROPN NNP 0 root
Korr Korr PROPN NNP 7 flat
"""
NADIA = ((Marked(6, 8, "person"), NameKind.PERSON),)


@pytest.fixture
def shown():
    def show(section, found):
        return [
            tuple(" ".join(section.words[one.first : one.end]) for one in (said.source, said.cue, *said.content))
            for said in found
        ]

    return show


def test_an_interview_s_labels_say_who_speaks(section_of, shown):
    section = replace(section_of(INTERVIEW), paragraphs=(0, 4, 9))

    assert shown(section, signed(section, SPEAKERS, [])) == [
        ("TARROW", ":", "Stay ?"),
        ("SAND", ":", "We stayed ."),
    ]


def test_a_single_label_makes_no_interview(section_of):
    """It may be a heading, which has rules of its own."""
    section = replace(section_of(INTERVIEW), paragraphs=(0, 9))

    assert signed(section, SPEAKERS, []) == []


def test_labels_that_are_no_persons_are_no_speakers(section_of):
    section = replace(section_of(INTERVIEW), paragraphs=(0, 4, 9))

    assert signed(section, [], []) == []


@pytest.mark.parametrize("paragraphs", [(0, 8), (0, 5, 8)])
def test_a_quotation_is_its_signer_s_on_the_same_line_or_the_next(section_of, shown, paragraphs):
    section = replace(section_of(QUOTED), paragraphs=paragraphs)

    assert shown(section, signed(section, NADIA, [])) == [("Nadia Korr", "—", "“ They lie . ”")]


def test_a_quotation_before_a_dash_and_no_person_is_not_signed(section_of):
    assert signed(section_of(QUOTED), [], []) == []


def test_signs_stand_for_what_was_marked_of_the_same_words(section_of, shown):
    section = section_of(QUOTED)
    wrong = Said(Marked(5, 6, "cue"), None, (Marked(6, 8, "content"),))

    assert shown(section, signed(section, NADIA, [wrong])) == [("Nadia Korr", "—", "“ They lie . ”")]
