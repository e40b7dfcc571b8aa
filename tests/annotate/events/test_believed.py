"""What the words leave open the model decides: whether the act happened; the grammar names what it is instead."""

import numpy as np
import pytest

from sourcebook.annotate.events import EventScores, find_events
from sourcebook.values.kinds import Modality, Polarity
from sourcebook.values.marks import EventMark
from tests.annotate.tables import read_table

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
CLOSED = """
Merenth Merenth PROPN NNP 2 nsubj
closed close VERB VBD 0 root
Osk Osk PROPN NNP 2 obj
"""
CLOSE = """
Please please INTJ UH 2 discourse
close close VERB VB 0 root
Osk Osk PROPN NNP 2 obj
"""
DO_NOT = """
Do do AUX VB 3 aux
not not PART RB 3 advmod
close close VERB VB 0 root
Osk Osk PROPN NNP 3 obj
"""
CLOSING = """
Merenth Merenth PROPN NNP 3 nsubj
is be AUX VBZ 3 aux
closing close VERB VBG 0 root
Osk Osk PROPN NNP 3 obj
"""
WILL = """
Merenth Merenth PROPN NNP 3 nsubj
will will AUX MD 3 aux
close close VERB VB 0 root
Osk Osk PROPN NNP 3 obj
"""
NOT = """
Merenth Merenth PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
close close VERB VB 0 root
Osk Osk PROPN NNP 4 obj
"""
ACTED_TO = """
Merenth Merenth PROPN NNP 2 nsubj
acted act VERB VBD 0 root
to to PART TO 4 mark
close close VERB VB 2 advcl
Osk Osk PROPN NNP 4 obj
"""
TRIED = """
Merenth Merenth PROPN NNP 2 nsubj
tried try VERB VBD 0 root
to to PART TO 4 mark
close close VERB VB 2 xcomp
Osk Osk PROPN NNP 4 obj
"""
OF_CLOSING = """
Merenth Merenth PROPN NNP 2 nsubj
spoke speak VERB VBD 0 root
of of SCONJ IN 4 mark
closing close VERB VBG 2 advcl
Osk Osk PROPN NNP 4 obj
"""
BY_CLOSING = OF_CLOSING.replace("of of", "by by")
LEFT_AND_CLOSED = """
Merenth Merenth PROPN NNP 2 nsubj
had have VERB VBD 0 root
to to PART TO 4 mark
leave leave VERB VB 2 xcomp
and and CCONJ CC 6 cc
close close VERB VB 4 conj
Osk Osk PROPN NNP 6 obj
"""
IN_THE_PROCESS = """
The the DET DT 2 det
council council NOUN NN 6 nsubj
is be AUX VBZ 6 cop
in in ADP IN 6 case
the the DET DT 6 det
process process NOUN NN 0 root
of of SCONJ IN 8 mark
closing close VERB VBG 6 acl
the the DET DT 10 det
harbor harbor NOUN NN 8 obj
. . PUNCT . 6 punct
"""
HAD_TO = """
The the DET DT 2 det
council council NOUN NN 3 nsubj
had have VERB VBD 0 root
to to PART TO 5 mark
close close VERB VB 3 xcomp
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
. . PUNCT . 3 punct
"""


def closing(written: str, score: float) -> EventMark:
    _, tokens = read_table(written)
    happened = np.array([score if token.lemma == "close" else 2.0 for token in tokens], np.float32)
    none = np.zeros((len(tokens), 1), np.float32)
    found = find_events(tokens, (), (), EventScores(none, ("NONE",), None, happened))
    [event] = [one for one in found if one.lemma == "close"]
    return event


@pytest.mark.parametrize(
    ("written", "score", "modality"),
    [
        (CLOSED, 1.5, Modality.ASSERTED),
        (CLOSED, -2.0, Modality.HYPOTHETICAL),
        (CLOSE, -2.0, Modality.DEMANDED),
        (CLOSING, -2.0, Modality.PLANNED),
    ],
)
def test_what_did_not_happen_is_named_by_its_form(written: str, score: float, modality: Modality) -> None:
    """The model tells that nothing happened; a command, an arrangement and a mere idea are told apart by the words."""
    assert closing(written, score).modality is modality


def test_the_means_of_what_was_done_is_done() -> None:
    """Whoever did it by closing the town closed it, however unlikely the model takes a bare participle to be."""
    assert closing(BY_CLOSING, -2.0).modality is Modality.ASSERTED


def test_a_second_infinitive_is_no_command() -> None:
    assert closing(LEFT_AND_CLOSED, -2.0).modality is not Modality.DEMANDED


def test_a_command_not_to_do_something_is_no_report_that_it_was_not_done() -> None:
    event = closing(DO_NOT, -2.0)
    assert (event.polarity, event.modality) == (Polarity.NEGATIVE, Modality.DEMANDED)


@pytest.mark.parametrize(("written", "modality"), [(CLOSED, Modality.ASSERTED), (OF_CLOSING, Modality.POSSIBLE)])
def test_where_the_model_knows_nothing_only_a_finite_verb_asserts(written: str, modality: Modality) -> None:
    assert closing(written, 0.0).modality is modality


@pytest.mark.parametrize(("written", "score"), [(IN_THE_PROCESS, -2.0), (HAD_TO, -0.2)])
def test_what_the_words_imply_is_not_doubted(written: str, score: float) -> None:
    assert closing(written, score).modality is Modality.ASSERTED


@pytest.mark.parametrize(
    ("score", "modality"), [(-2.0, Modality.PLANNED), (0.5, Modality.PLANNED), (2.0, Modality.ASSERTED)]
)
def test_a_purpose_that_was_reached_happened(score: float, modality: Modality) -> None:
    assert closing(ACTED_TO, score).modality is modality


@pytest.mark.parametrize(
    ("written", "polarity", "modality"),
    [
        (WILL, Polarity.POSITIVE, Modality.PLANNED),
        (TRIED, Polarity.POSITIVE, Modality.PLANNED),
        (NOT, Polarity.NEGATIVE, Modality.ASSERTED),
    ],
)
def test_what_the_words_say_holds_against_the_model(written: str, polarity: Polarity, modality: Modality) -> None:
    """The model learned from a crowd that takes "did not know" for something that happened."""
    event = closing(written, 2.5)
    assert (event.polarity, event.modality) == (polarity, modality)
