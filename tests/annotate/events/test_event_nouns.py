"""Moods and parts of event nouns, from hand-made trees."""

import pytest

from sourcebook.annotate.events import find_events
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import NameMark
from tests.annotate.tables import read_table

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
NOT_HELD = """
The the DET DT 3 det
planned plan VERB VBN 3 amod
talks talk NOUN NNS 6 nsubj
did do AUX VBD 6 aux
not not PART RB 6 advmod
take take VERB VB 0 root
place place NOUN NN 6 obj
"""
CANCELED = """
The the DET DT 2 det
meeting meeting NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
canceled cancel VERB VBN 0 root
"""
CONDEMNED = """
He he PRON PRP 3 nsubj
will will AUX MD 3 aux
condemn condemn VERB VB 0 root
the the DET DT 5 det
attack attack NOUN NN 3 obj
"""
NEED = """
They they PRON PRP 2 nsubj
stressed stress VERB VBD 0 root
the the DET DT 4 det
need need NOUN NN 2 obj
for for ADP IN 7 case
the the DET DT 7 det
formation formation NOUN NN 4 nmod
of of ADP IN 9 case
governments government NOUN NNS 7 nmod
"""
TOPIC = """
They they PRON PRP 2 nsubj
held hold VERB VBD 0 root
talks talk NOUN NNS 2 obj
on on ADP IN 5 case
formation formation NOUN NN 3 nmod
"""
IDEA = """
Brandt Brandt PROPN NNP 2 nsubj
praised praise VERB VBD 0 root
the the DET DT 4 det
idea idea NOUN NN 2 obj
of of SCONJ IN 6 mark
visiting visit VERB VBG 4 acl
Sarn Sarn PROPN NNP 6 obj
"""
AT = """
The the DET DT 3 det
Sarn Sarn PROPN NNP 3 compound
talks talk NOUN NNS 4 nsubj
failed fail VERB VBD 0 root
"""
ABSOLUTE = """
Rebels rebel NOUN NNS 2 nsubj
advanced advance VERB VBD 0 root
, , PUNCT , 6 punct
with with ADP IN 5 case
Brandt Brandt PROPN NNP 2 obl
fleeing flee VERB VBG 2 advcl
Sarn Sarn PROPN NNP 6 obj
"""
AUXILIARY = """
Envoys envoy NOUN NNS 2 nsubj
have have VERB VBP 3 aux
met meet VERB VBN 0 root
rebels rebel NOUN NNS 3 obj
"""
UNWILLING = """
He he PRON PRP 4 nsubj
is be AUX VBZ 4 cop
not not PART RB 4 advmod
willing willing ADJ JJ 0 root
to to PART TO 6 mark
negotiate negotiate VERB VB 4 xcomp
"""
STAKE = """
It it PRON PRP 3 nsubj:pass
is be AUX VBZ 3 aux:pass
speculated speculate VERB VBN 0 root
to to PART TO 7 mark
be be AUX VB 7 cop
a a DET DT 7 det
stake stake NOUN NN 3 xcomp
"""
SUFFERED = """
Rebels rebel NOUN NNS 2 nsubj
suffered suffer VERB VBD 0 root
an a DET DT 4 det
attack attack NOUN NN 2 obj
"""
BETWEEN = """
Clashes clash NOUN NNS 8 nsubj
between between ADP IN 3 case
rebels rebel NOUN NNS 1 nmod
and and CCONJ CC 6 cc
the the DET DT 6 det
army army NOUN NN 1 nmod
have have AUX VBP 8 aux
spread spread VERB VBN 0 root
"""
INCLUDING = """
Brandt Brandt PROPN NNP 2 nsubj
made make VERB VBD 0 root
trips trip NOUN NNS 2 obj
, , PUNCT , 6 punct
including include VERB VBG 6 case
one one NUM CD 3 nmod
to to ADP IN 8 case
Sarn Sarn PROPN NNP 6 nmod
"""
WHERE = """
Brandt Brandt PROPN NNP 2 nsubj
left leave VERB VBD 0 root
Sarn Sarn PROPN NNP 2 obj
where where ADV WRB 6 advmod
he he PRON PRP 6 nsubj
met meet VERB VBD 3 acl:relcl
rebels rebel NOUN NNS 6 obj
"""
FOR_WHOM = """
They they PRON PRP 2 nsubj
stressed stress VERB VBD 0 root
the the DET DT 4 det
need need NOUN NN 2 obj
for for SCONJ IN 8 mark
rebels rebel NOUN NNS 4 nmod
to to PART TO 8 mark
surrender surrender VERB VB 4 acl
"""
TELLER = """
Brandt Brandt PROPN NNP 9 nsubj
is be AUX VBZ 4 cop
in in ADP IN 4 case
Sarn Sarn PROPN NNP 9 ccomp
, , PUNCT , 4 punct
a a DET DT 7 det
spokesman spokesman NOUN NN 9 nsubj
had have AUX VBD 9 aux
said say VERB VBN 0 root
"""


def read(written):
    text, tokens = read_table(written)
    names = [
        NameMark(token.span, NameKind.PLACE if token.span.of(text) == "Sarn" else NameKind.PERSON)
        for token in tokens
        if token.pos == "PROPN"
    ]
    found = {}
    for event in find_events(tokens, names, []):
        roles = {}
        for role in event.roles:
            roles.setdefault(role.role.value, []).append(role.span.of(text))
        found[event.span.of(text)] = (event, roles)
    return found


AIMING = """
The the DET DT 2 det
council council NOUN NN 4 nsubj
was be AUX VBD 4 aux
aiming aim VERB VBG 0 root
for for ADP IN 7 case
a a DET DT 7 det
deal deal NOUN NN 4 obl
. . PUNCT . 4 punct
"""
LACKING = """
A a DET DT 2 det
lack lack NOUN NN 5 nsubj
of of ADP IN 4 case
agreement agreement NOUN NN 2 nmod
worried worry VERB VBD 0 root
Arlen Arlen PROPN NNP 5 nsubj
. . PUNCT . 5 punct
"""
DROP = """
Arlen Arlen PROPN NNP 2 nsubj
asked ask VERB VBD 0 root
the the DET DT 4 det
council council NOUN NN 2 iobj
to to PART TO 6 mark
drop drop VERB VB 2 xcomp
an a DET DT 8 det
investigation investigation NOUN NN 6 obj
. . PUNCT . 2 punct
"""
MIDDLE = """
Arlen Arlen PROPN NNP 3 nsubj
will will AUX MD 3 aux
resign resign VERB VB 0 root
in in ADP IN 6 case
the the DET DT 6 det
middle middle NOUN NN 3 obl
of of ADP IN 9 case
a a DET DT 9 det
war war NOUN NN 6 nmod
. . PUNCT . 3 punct
"""


@pytest.mark.parametrize(
    ("written", "word", "polarity", "modality"),
    [
        (NOT_HELD, "talks", "negative", "asserted"),
        (CANCELED, "meeting", "negative", "asserted"),
        (AIMING, "deal", "positive", "planned"),
        (LACKING, "agreement", "negative", "asserted"),
        (DROP, "investigation", "positive", "asserted"),
        (MIDDLE, "war", "positive", "planned"),
        (CONDEMNED, "attack", "positive", "asserted"),
        (CONDEMNED, "condemn", "positive", "planned"),
        (NEED, "formation", "positive", "demanded"),
        (TOPIC, "formation", "positive", "hypothetical"),
        (IDEA, "visiting", "positive", "hypothetical"),
        (UNWILLING, "negotiate", "negative", "possible"),
        (STAKE, "stake", "positive", "possible"),
    ],
)
def test_how_real_it_is(written, word, polarity, modality):
    event, _ = read(written)[word]

    assert (event.polarity, event.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("written", "word", "roles"),
    [
        (SUFFERED, "attack", {"recipient": ["Rebels"]}),
        (BETWEEN, "Clashes", {"actor": ["rebels", "the army"]}),
        (INCLUDING, "one", {"actor": ["Brandt"], "place": ["Sarn"]}),
        (WHERE, "met", {"actor": ["he"], "recipient": ["rebels"], "place": ["Sarn"]}),
        (FOR_WHOM, "surrender", {"actor": ["rebels"]}),
        (AT, "talks", {"place": ["Sarn"]}),
        (ABSOLUTE, "fleeing", {"actor": ["Brandt"], "place": ["Sarn"]}),
        (AUXILIARY, "met", {"actor": ["Envoys"], "recipient": ["rebels"]}),
        (TELLER, "Sarn", {"actor": ["Brandt"], "place": ["Sarn"]}),
        (TELLER, "said", {"actor": ["a spokesman"]}),
        (IDEA, "visiting", {"actor": ["Brandt"], "place": ["Sarn"]}),
    ],
)
def test_who_takes_part(written, word, roles):
    assert {name: found for name, found in read(written)[word][1].items() if name != "topic"} == roles


def test_what_only_says_that_something_took_place_is_no_event():
    assert set(read(NOT_HELD)) == {"talks"}
