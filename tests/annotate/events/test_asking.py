"""Questions and commands say of nothing that it is so."""

import pytest

from tests.annotate.events.test_find_events import events

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
DID = """
Did do AUX VBD 4 aux
the the DET DT 3 det
council council NOUN NN 4 nsubj
close close VERB VB 0 root
the the DET DT 6 det
harbor harbor NOUN NN 4 obj
? ? PUNCT . 4 punct
"""
COULD = """
Could could AUX MD 3 aux
you you PRON PRP 3 nsubj
close close VERB VB 0 root
the the DET DT 5 det
harbor harbor NOUN NN 3 obj
? ? PUNCT . 3 punct
"""
WHERE = """
Where where ADV WRB 5 advmod
could could AUX MD 5 aux
the the DET DT 4 det
council council NOUN NN 5 nsubj
meet meet VERB VB 0 root
? ? PUNCT . 5 punct
"""
LET = """
Let let VERB VB 0 root
the the DET DT 3 det
council council NOUN NN 1 obj
know know VERB VB 1 xcomp
, , PUNCT , 7 punct
and and CCONJ CC 7 cc
close close VERB VB 1 conj
the the DET DT 9 det
harbor harbor NOUN NN 7 obj
. . PUNCT . 1 punct
"""
DOES_NOT = """
He he PRON PRP 4 nsubj
does do AUX VBZ 4 aux
n't not PART RB 4 advmod
close close VERB VB 0 root
the the DET DT 6 det
harbor harbor NOUN NN 4 obj
. . PUNCT . 4 punct
"""
DO_YOU_PLAN = """
Do do AUX VBP 3 aux
you you PRON PRP 3 nsubj
plan plan VERB VB 0 root
to to PART TO 5 mark
close close VERB VB 3 xcomp
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
? ? PUNCT . 3 punct
"""


@pytest.mark.parametrize(
    ("written", "trigger", "polarity", "modality"),
    [
        (DID, "close", "positive", "possible"),
        (COULD, "close", "positive", "demanded"),
        (WHERE, "meet", "positive", "hypothetical"),
        (DOES_NOT, "close", "negative", "asserted"),
        (DO_YOU_PLAN, "close", "positive", "hypothetical"),
        (LET, "know", "positive", "demanded"),
        (LET, "close", "positive", "demanded"),
    ],
)
def test_what_is_asked_is_not_said(written: str, trigger: str, polarity: str, modality: str) -> None:
    """By the words alone: no model is asked."""
    event, _ = events(written)[trigger]

    assert (event.polarity, event.modality) == (polarity, modality)
