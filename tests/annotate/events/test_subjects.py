"""Who acts where a clause has no subject of its own, or one that the parser hung elsewhere."""

import pytest

from tests.annotate.events.test_find_events import events

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
DECISION = """
Arlen Arlen PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Brandt Brandt PROPN NNP 2 obj
after after ADP IN 7 case
Tor Tor PROPN NNP 7 nmod:poss
's 's PART POS 5 case
decision decision NOUN NN 2 obl
to to PART TO 9 mark
leave leave VERB VB 7 acl
Sarn Sarn PROPN NNP 9 obj
"""
WARNED = """
Brandt Brandt PROPN NNP 2 nsubj
warned warn VERB VBD 0 root
Arlen Arlen PROPN NNP 2 iobj
against against SCONJ IN 5 mark
leaving leave VERB VBG 2 advcl
Sarn Sarn PROPN NNP 5 obj
"""
HELD = """
Brandt Brandt PROPN NNP 2 nsubj
held hold VERB VBD 0 root
Arlen Arlen PROPN NNP 2 obj
in in ADP IN 5 case
contempt contempt NOUN NN 2 advcl
for for SCONJ IN 7 mark
leaving leave VERB VBG 5 acl
Sarn Sarn PROPN NNP 7 obj
"""
PROMPTED = """
Votes vote NOUN NNS 2 nsubj
prompted prompt VERB VBD 0 root
Arlen Arlen PROPN NNP 2 nsubj
to to PART TO 5 mark
leave leave VERB VB 2 xcomp
Sarn Sarn PROPN NNP 5 obj
"""
DESCRIBED = """
Brandt Brandt PROPN NNP 2 nsubj
describes describe VERB VBZ 0 root
Arlen Arlen PROPN NNP 4 iobj
leaving leave VERB VBG 2 ccomp
Sarn Sarn PROPN NNP 4 obj
"""
LEAKED = """
Letters letter NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
leaked leak VERB VBN 0 root
to to ADP IN 5 case
Brandt Brandt PROPN NNP 3 obl
"""
LOYAL = """
Arlen Arlen PROPN NNP 3 nsubj
is be AUX VBZ 3 cop
loyal loyal ADJ JJ 0 root
to to ADP IN 5 case
Brandt Brandt PROPN NNP 3 obl
"""
SHOOTING = """
Police police NOUN NN 2 compound
shootings shooting NOUN NNS 5 nsubj
and and CCONJ CC 4 cc
protests protest NOUN NNS 2 conj
worried worry VERB VBD 0 root
Arlen Arlen PROPN NNP 5 obj
"""
ATTACKED_AND_SEIZED = """
Arlen Arlen PROPN NNP 2 nsubj
attacked attack VERB VBD 0 root
and and CCONJ CC 4 cc
captured capture VERB VBD 2 conj
Brandt Brandt PROPN NNP 4 obj
"""
HAD_ATTACKED = """
Brandt Brandt PROPN NNP 3 nsubj:pass
had have AUX VBD 3 aux
attacked attack VERB VBN 0 root
"""
TAKEN_FROM = """
Arlen Arlen PROPN NNP 2 nsubj
captured capture VERB VBD 0 root
Sarn Sarn PROPN NNP 2 obj
from from ADP IN 5 case
Brandt Brandt PROPN NNP 2 obl
"""


@pytest.mark.parametrize(
    ("written", "trigger", "actor"),
    [
        (DECISION, "leave", ["Tor"]),
        (WARNED, "leaving", ["Arlen"]),
        (HELD, "leaving", ["Arlen"]),
        (PROMPTED, "leave", ["Arlen"]),
        (HAD_ATTACKED, "attacked", ["Brandt"]),
        (DESCRIBED, "leaving", ["Arlen"]),
        (SHOOTING, "shootings", ["Police"]),
        (SHOOTING, "protests", None),
    ],
)
def test_who_acts(written: str, trigger: str, actor: list[str] | None) -> None:
    assert events(written)[trigger][1].get("actor") == actor


@pytest.mark.parametrize(
    ("written", "trigger", "recipient"),
    [
        (LEAKED, "leaked", ["Letters", "Brandt"]),
        (LOYAL, "loyal", ["Brandt"]),
        (PROMPTED, "prompted", ["Arlen"]),
        (ATTACKED_AND_SEIZED, "attacked", ["Brandt"]),
        (TAKEN_FROM, "captured", ["Sarn", "Brandt"]),
    ],
)
def test_whom_it_concerns(written: str, trigger: str, recipient: list[str]) -> None:
    assert events(written)[trigger][1]["recipient"] == recipient
