"""Whether an act happened, by the words that report, wish or rule it out."""

import pytest

from tests.annotate.events.test_find_events import events

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
HAD_HOPED = """
Arlen Arlen PROPN NNP 3 nsubj
had have AUX VBD 3 aux
hoped hope VERB VBN 0 root
to to PART TO 5 mark
visit visit VERB VB 3 xcomp
Sarn Sarn PROPN NNP 5 obj
"""
WOULD = """
Arlen Arlen PROPN NNP 2 nsubj
said say VERB VBD 0 root
Brandt Brandt PROPN NNP 5 nsubj
would would AUX MD 5 aux
visit visit VERB VB 2 ccomp
Sarn Sarn PROPN NNP 5 obj
and and CCONJ CC 8 cc
leave leave VERB VB 5 conj
Tor Tor PROPN NNP 8 obj
"""
QUOTED = """
" " PUNCT `` 4 punct
Brandt Brandt PROPN NNP 4 nsubj
would would AUX MD 4 aux
visit visit VERB VB 9 ccomp
Sarn Sarn PROPN NNP 4 obj
, , PUNCT , 4 punct
" " PUNCT '' 4 punct
Arlen Arlen PROPN NNP 9 nsubj
said say VERB VBD 0 root
"""
WERE_TO = """
Were be AUX VBD 8 aux
Sarn Sarn PROPN NNP 4 nsubj
to to PART TO 4 mark
fall fall VERB VB 8 advcl
, , PUNCT , 4 punct
Arlen Arlen PROPN NNP 8 nsubj
would would AUX MD 8 aux
flee flee VERB VB 0 root
"""
SAYING = """
Arlen Arlen PROPN NNP 2 nsubj
rejected reject VERB VBD 0 root
the the DET DT 4 det
bid bid NOUN NN 2 obj
, , PUNCT , 6 punct
saying say VERB VBG 2 advcl
Brandt Brandt PROPN NNP 8 nsubj
lied lie VERB VBD 6 ccomp
"""
NOT_THOUGHT = """
Arlen Arlen PROPN NNP 4 nsubj
did do AUX VBD 4 aux
n't n't PART RB 4 advmod
think think VERB VB 0 root
Brandt Brandt PROPN NNP 6 nsubj
fled flee VERB VBD 4 ccomp
"""
NEEDLESS = """
Arlen Arlen PROPN NNP 4 nsubj
need need VERB VBP 0 root
not not PART RB 2 advmod
flee flee VERB VB 2 xcomp
"""
MIGHT_WANT = """
Arlen Arlen PROPN NNP 3 nsubj
might might AUX MD 3 aux
want want VERB VB 0 root
to to PART TO 5 mark
flee flee VERB VB 3 xcomp
"""
PLANNED = """
Arlen Arlen PROPN NNP 2 nsubj
feared fear VERB VBD 0 root
the the DET DT 5 det
planned plan VERB VBN 5 amod
meeting meeting NOUN NN 2 obj
"""


YET = """
Arlen Arlen PROPN NNP 2 nsubj
has have VERB VBZ 0 root
yet yet ADV RB 2 advmod
to to PART TO 5 mark
visit visit VERB VB 2 xcomp
Sarn Sarn PROPN NNP 5 obj
"""
NOT_ONE = """
Not not PART RB 4 advmod
a a DET DT 4 det
single single ADJ JJ 4 amod
guard guard NOUN NN 5 nsubj
fled flee VERB VBD 0 root
Sarn Sarn PROPN NNP 5 obj
"""
ANONYMOUS = """
Arlen Arlen PROPN NNP 6 nsubj
speaking speak VERB VBG 6 advcl
on on ADP IN 4 case
condition condition NOUN NN 2 obl
of of ADP IN 4 fixed
fled flee VERB VBD 0 root
"""


@pytest.mark.parametrize(
    ("written", "trigger", "polarity", "modality"),
    [
        (HAD_HOPED, "visit", "positive", "hypothetical"),
        (WOULD, "visit", "positive", "planned"),
        (WOULD, "leave", "positive", "planned"),
        (QUOTED, "visit", "positive", "hypothetical"),
        (WERE_TO, "fall", "positive", "conditional"),
        (WERE_TO, "flee", "positive", "conditional"),
        (SAYING, "saying", "positive", "asserted"),
        (NOT_THOUGHT, "fled", "negative", "possible"),
        (NEEDLESS, "flee", "negative", "demanded"),
        (MIGHT_WANT, "flee", "positive", "possible"),
        (PLANNED, "meeting", "positive", "planned"),
        (YET, "visit", "negative", "asserted"),
        (YET.replace("yet yet", "still still"), "visit", "positive", "demanded"),
        (NOT_ONE, "fled", "negative", "asserted"),
        (NOT_ONE.replace("single single", "mere mere"), "fled", "positive", "asserted"),
        (ANONYMOUS, "speaking", "positive", "asserted"),
    ],
)
def test_mood(written: str, trigger: str, polarity: str, modality: str) -> None:
    event, _ = events(written)[trigger]

    assert (event.polarity, event.modality) == (polarity, modality)
