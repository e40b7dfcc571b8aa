"""What stands above a clause says how real it is."""

import pytest

from tests.annotate.events.test_find_events import events

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
HAS_TO = """
The the DET DT 2 det
council council NOUN NN 3 nsubj
has have VERB VBZ 0 root
to to PART TO 5 mark
close close VERB VB 3 xcomp
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
. . PUNCT . 3 punct
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
NOT_HAVE_TO = """
The the DET DT 2 det
council council NOUN NN 5 nsubj
does do AUX VBZ 5 aux
not not PART RB 5 advmod
have have VERB VB 0 root
to to PART TO 7 mark
close close VERB VB 5 xcomp
the the DET DT 9 det
harbor harbor NOUN NN 7 obj
. . PUNCT . 5 punct
"""
WAS_ABLE = """
The the DET DT 2 det
council council NOUN NN 4 nsubj
was be AUX VBD 4 cop
able able ADJ JJ 0 root
to to PART TO 6 mark
close close VERB VB 4 xcomp
the the DET DT 8 det
harbor harbor NOUN NN 6 obj
. . PUNCT . 4 punct
"""
WAS_UNABLE = """
The the DET DT 2 det
council council NOUN NN 4 nsubj
was be AUX VBD 4 cop
unable unable ADJ JJ 0 root
to to PART TO 6 mark
close close VERB VB 4 xcomp
the the DET DT 8 det
harbor harbor NOUN NN 6 obj
. . PUNCT . 4 punct
"""
FORGOT = """
The the DET DT 2 det
council council NOUN NN 3 nsubj
forgot forget VERB VBD 0 root
to to PART TO 5 mark
close close VERB VB 3 xcomp
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
. . PUNCT . 3 punct
"""
KEPT_FROM = """
The the DET DT 2 det
storm storm NOUN NN 3 nsubj
kept keep VERB VBD 0 root
the the DET DT 5 det
council council NOUN NN 3 obj
from from SCONJ IN 7 mark
closing close VERB VBG 3 advcl
the the DET DT 9 det
harbor harbor NOUN NN 7 obj
. . PUNCT . 3 punct
"""
WOULD_PREVENT = """
Arlen Arlen PROPN NNP 3 nsubj
would would AUX MD 3 aux
prevent prevent VERB VB 0 root
the the DET DT 5 det
crew crew NOUN NN 3 obj
from from SCONJ IN 7 mark
leaving leave VERB VBG 3 advcl
. . PUNCT . 3 punct
"""
NOT_ALLOW = """
The the DET DT 2 det
council council NOUN NN 5 nsubj
did do AUX VBD 5 aux
not not PART RB 5 advmod
allow allow VERB VB 0 root
the the DET DT 7 det
crew crew NOUN NN 5 iobj
to to PART TO 9 mark
leave leave VERB VB 5 xcomp
. . PUNCT . 5 punct
"""
LEAVING = """
The the DET DT 2 det
council council NOUN NN 4 nsubj
will will AUX MD 4 aux
resign resign VERB VB 0 root
, , PUNCT , 6 punct
leaving leave VERB VBG 4 advcl
the the DET DT 8 det
harbor harbor NOUN NN 6 obj
open open ADJ JJ 6 xcomp
. . PUNCT . 4 punct
"""
BEFORE = """
The the DET DT 2 det
council council NOUN NN 4 nsubj
will will AUX MD 4 aux
resign resign VERB VB 0 root
before before SCONJ IN 8 mark
the the DET DT 7 det
harbor harbor NOUN NN 8 nsubj
closes close VERB VBZ 4 advcl
. . PUNCT . 4 punct
"""
SURE = """
The the DET DT 2 det
council council NOUN NN 3 nsubj
makes make VERB VBZ 0 root
sure sure ADJ JJ 3 xcomp
that that SCONJ IN 8 mark
the the DET DT 7 det
harbor harbor NOUN NN 8 nsubj
closes close VERB VBZ 4 ccomp
. . PUNCT . 3 punct
"""
HOPES = """
Arlen Arlen PROPN NNP 2 nsubj
hopes hope VERB VBZ 0 root
that that SCONJ IN 6 mark
the the DET DT 5 det
harbor harbor NOUN NN 6 nsubj
closes close VERB VBZ 2 ccomp
. . PUNCT . 2 punct
"""
KNOWS_HOW = """
The the DET DT 2 det
council council NOUN NN 3 nsubj
knows know VERB VBZ 0 root
how how ADV WRB 6 advmod
to to PART TO 6 mark
close close VERB VB 3 ccomp
the the DET DT 8 det
harbor harbor NOUN NN 6 obj
. . PUNCT . 3 punct
"""
HEADLINE = """
Osk Osk PROPN NNP 0 root
to to PART TO 3 mark
close close VERB VB 1 xcomp
the the DET DT 5 det
harbor harbor NOUN NN 3 obj
. . PUNCT . 1 punct
"""
SO_THAT = """
Arlen Arlen PROPN NNP 2 nsubj
lowered lower VERB VBD 0 root
the the DET DT 4 det
gates gate NOUN NNS 2 obj
so so SCONJ IN 10 mark
that that SCONJ IN 5 fixed
the the DET DT 8 det
crew crew NOUN NN 10 nsubj
could could AUX MD 10 aux
leave leave VERB VB 2 advcl
. . PUNCT . 2 punct
"""
TALKED = """
The the DET DT 2 det
council council NOUN NN 3 nsubj
talked talk VERB VBD 0 root
about about SCONJ IN 5 mark
closing close VERB VBG 3 advcl
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
. . PUNCT . 3 punct
"""
THINKING = """
The the DET DT 2 det
council council NOUN NN 4 nsubj
is be AUX VBZ 4 aux
thinking think VERB VBG 0 root
about about SCONJ IN 6 mark
closing close VERB VBG 4 advcl
the the DET DT 8 det
harbor harbor NOUN NN 6 obj
. . PUNCT . 4 punct
"""
ADVISED = """
Arlen Arlen PROPN NNP 2 nsubj
advised advise VERB VBD 0 root
against against SCONJ IN 4 mark
closing close VERB VBG 2 advcl
the the DET DT 6 det
harbor harbor NOUN NN 4 obj
. . PUNCT . 2 punct
"""
IS_HARD = """
It it PRON PRP 3 expl
is be AUX VBZ 3 cop
hard hard ADJ JJ 0 root
to to PART TO 5 mark
close close VERB VB 3 csubj
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
. . PUNCT . 3 punct
"""
WAS_HARD = """
It it PRON PRP 3 expl
was be AUX VBD 3 cop
hard hard ADJ JJ 0 root
to to PART TO 5 mark
close close VERB VB 3 csubj
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
. . PUNCT . 3 punct
"""
SORRY = """
Arlen Arlen PROPN NNP 3 nsubj
was be AUX VBD 3 cop
sorry sorry ADJ JJ 0 root
to to PART TO 5 mark
close close VERB VB 3 advcl
the the DET DT 7 det
harbor harbor NOUN NN 5 obj
. . PUNCT . 3 punct
"""
SUPPOSED = """
The the DET DT 2 det
council council NOUN NN 4 nsubj:pass
is be AUX VBZ 4 aux:pass
supposed suppose VERB VBN 0 root
to to PART TO 6 mark
close close VERB VB 4 xcomp
the the DET DT 8 det
harbor harbor NOUN NN 6 obj
. . PUNCT . 4 punct
"""
TO_BLAME = """
The the DET DT 2 det
council council NOUN NN 5 nsubj
is be AUX VBZ 5 cop
to to PART TO 5 mark
blame blame VERB VBN 0 root
. . PUNCT . 5 punct
"""
BEEN_ABLE = """
The the DET DT 2 det
council council NOUN NN 5 nsubj
has have AUX VBZ 5 aux
been be AUX VBN 5 cop
able able ADJ JJ 0 root
to to PART TO 7 mark
close close VERB VB 5 xcomp
the the DET DT 9 det
harbor harbor NOUN NN 7 obj
. . PUNCT . 5 punct
"""


@pytest.mark.parametrize(
    ("written", "trigger", "polarity", "modality"),
    [
        (TO_BLAME, "blame", "positive", "asserted"),
        (BEEN_ABLE, "close", "positive", "asserted"),
        (HAS_TO, "close", "positive", "demanded"),
        (HAD_TO, "close", "positive", "asserted"),
        (NOT_HAVE_TO, "close", "negative", "demanded"),
        (WAS_ABLE, "close", "positive", "asserted"),
        (WAS_UNABLE, "close", "negative", "possible"),
        (FORGOT, "close", "negative", "asserted"),
        (KEPT_FROM, "closing", "negative", "asserted"),
        (WOULD_PREVENT, "leaving", "negative", "hypothetical"),
        (NOT_ALLOW, "leave", "negative", "asserted"),
        (LEAVING, "leaving", "positive", "planned"),
        (BEFORE, "closes", "positive", "planned"),
        (SURE, "closes", "positive", "asserted"),
        (HOPES, "closes", "positive", "hypothetical"),
        (KNOWS_HOW, "close", "positive", "hypothetical"),
        (HEADLINE, "close", "positive", "planned"),
        (SO_THAT, "leave", "positive", "planned"),
        (TALKED, "closing", "positive", "hypothetical"),
        (THINKING, "closing", "positive", "planned"),
        (ADVISED, "closing", "negative", "demanded"),
        (IS_HARD, "close", "positive", "possible"),
        (WAS_HARD, "close", "positive", "asserted"),
        (SORRY, "close", "positive", "asserted"),
        (SUPPOSED, "close", "positive", "planned"),
    ],
)
def test_governed(written: str, trigger: str, polarity: str, modality: str) -> None:
    """Judged by the words alone: no model is asked."""
    event, _ = events(written)[trigger]

    assert (event.polarity, event.modality) == (polarity, modality)
