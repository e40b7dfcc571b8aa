"""Trees mended where English leaves only one reading."""

import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.mending import mended
from sourcebook.values.kinds import NameKind

TITLE = """
Osk Osk PROPN NNP 3 compound
council council NOUN NN 3 compound
spokesman spokesman NOUN NN 6 nsubj
Ilya Ilya PROPN NNP 6 nsubj
Dorn Dorn PROPN NNP 4 flat
left leave VERB VBD 0 root
"""
BRACKET = """
The the DET DT 2 det
head head NOUN NN 9 nsubj
of of ADP IN 4 case
Vell Vell PROPN NNP 2 nmod
( ( PUNCT -LRB- 6 punct
banned ban VERB VBN 2 acl
here here ADV RB 6 advmod
) ) PUNCT -RRB- 6 punct
left leave VERB VBD 0 root
"""
RELATIVE = """
The the DET DT 2 det
leader leader NOUN NN 9 nsubj
of of ADP IN 5 case
the the DET DT 5 det
League League PROPN NNP 2 nmod
, , PUNCT , 8 punct
which which PRON WDT 8 nsubj
fought fight VERB VBD 2 acl:relcl
left leave VERB VBD 0 root
"""
COMMUNITY = """
A a DET DT 2 det
leader leader NOUN NN 0 root
of of ADP IN 5 case
the the DET DT 5 det
community community NOUN NN 2 nmod
who who PRON WP 7 nsubj
fought fight VERB VBD 5 acl:relcl
"""
APPOSED = """
Leader leader NOUN NN 9 nsubj
of of ADP IN 4 case
the the DET DT 4 det
front front NOUN NN 1 nmod
, , PUNCT , 6 punct
Mara Mara PROPN NNP 4 appos
Vell Vell PROPN NNP 6 flat
, , PUNCT , 6 punct
left leave VERB VBD 0 root
"""
NAMED = """
She she PRON PRP 2 nsubj
called call VERB VBD 0 root
the the DET DT 4 det
raid raid NOUN NN 2 obj
on on ADP IN 6 case
Osk Osk PROPN NNP 4 nmod
a a DET DT 8 det
mistake mistake NOUN NN 6 appos
"""
TWO_SUBJECTS = """
The the DET DT 2 det
talks talk NOUN NNS 8 nsubj
were be AUX VBD 4 aux:pass
held hold VERB VBN 8 ccomp
, , PUNCT , 4 punct
Mara Mara PROPN NNP 8 nsubj
Vell Vell PROPN NNP 6 flat
wrote write VERB VBD 0 root
"""
AMONG = """
She she PRON PRP 2 nsubj
said say VERB VBD 0 root
among among ADP IN 4 case
those those PRON DT 2 obl
who who PRON WP 6 nsubj
met meet VERB VBD 4 acl:relcl
was be AUX VBD 9 cop
an a DET DT 9 det
envoy envoy NOUN NN 2 ccomp
"""
NOTE = """
in in ADP IN 2 case
Tarn Tarn PROPN NNP 0 root
( ( PUNCT -LRB- 5 punct
the the DET DT 5 det
capital capital NOUN NN 2 appos
– – PUNCT : 7 punct
RNA RNA PROPN NNP 5 appos
) ) PUNCT -RRB- 5 punct
"""
TOLD_AFTER = """
talks talk NOUN NNS 2 nsubj
failed fail VERB VBD 0 root
, , PUNCT , 4 punct
aides aide NOUN NNS 2 nsubj
told tell VERB VBD 2 advcl
Vell Vell PROPN NNP 5 iobj
"""
CALLED_ON = """
Vell Vell PROPN NNP 2 nsubj
called call VERB VBD 0 root
on on ADP IN 2 compound:prt
Dorn Dorn PROPN NNP 2 obj
to to PART TO 6 mark
leave leave VERB VB 2 xcomp
"""
THAT = """
Vell Vell PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 2 mark
in in ADP IN 5 case
March March PROPN NNP 2 obl
Dorn Dorn PROPN NNP 7 nsubj
left leave VERB VBD 2 ccomp
"""
SAID_BETWEEN = """
mill mill NOUN NN 0 root
, , PUNCT , 6 punct
which which PRON WDT 6 obj
, , PUNCT , 6 punct
Vell Vell PROPN NNP 6 nsubj
said say VERB VBD 1 acl:relcl
, , PUNCT , 6 punct
is be AUX VBZ 9 cop
shut shut ADJ JJ 1 acl:relcl
"""
SAID_HURT = """
Dorn Dorn PROPN NNP 2 nsubj
said say VERB VBD 0 root
two two NUM CD 4 nummod
guards guard NOUN NNS 2 obj
were be AUX VBD 6 aux:pass
hurt hurt VERB VBN 2 ccomp
"""
DOING = """
Vell Vell PROPN NNP 2 nsubj
described describe VERB VBD 0 root
Dorn Dorn PROPN NNP 4 obj
leaving leave VERB VBG 2 advcl
Osk Osk PROPN NNP 4 obj
"""


def person(first, end):
    return Marked(first, end, "person"), NameKind.PERSON


def body(first, end):
    return Marked(first, end, "organization"), NameKind.ORGANIZATION


@pytest.mark.parametrize(
    ("table", "names", "word", "governor", "dep"),
    [
        (TITLE, [person(3, 5)], "spokesman", "Ilya", "nmod:desc"),
        (TITLE, [person(3, 5)], "Ilya", "left", "nsubj"),
        (BRACKET, [body(3, 4)], "banned", "Vell", "acl"),
        (RELATIVE, [body(4, 5)], "fought", "League", "acl:relcl"),
        (COMMUNITY, [], "fought", "leader", "acl:relcl"),
        (APPOSED, [person(5, 7)], "Mara", "Leader", "appos"),
        (APPOSED, [body(3, 4), person(5, 7)], "Mara", "Leader", "appos"),
        (NAMED, [], "mistake", "called", "xcomp"),
        (TWO_SUBJECTS, [person(5, 7)], "talks", "held", "nsubj:pass"),
        (TWO_SUBJECTS, [person(5, 7)], "Mara", "wrote", "nsubj"),
        (AMONG, [], "those", "envoy", "obl"),
        (NOTE, [body(6, 7)], "RNA", "capital", "parataxis"),
        (TOLD_AFTER, [person(5, 6)], "told", "told", "root"),
        (TOLD_AFTER, [person(5, 6)], "failed", "told", "ccomp"),
        (TOLD_AFTER, [person(5, 6)], "aides", "told", "nsubj"),
        (CALLED_ON, [person(3, 4)], "on", "Dorn", "case"),
        (CALLED_ON, [person(3, 4)], "Dorn", "called", "obl"),
        (THAT, [], "that", "left", "mark"),
        (THAT, [], "March", "left", "obl"),
        (SAID_BETWEEN, [], "which", "shut", "nsubj"),
        (SAID_BETWEEN, [], "said", "shut", "parataxis"),
        (DOING, [], "Dorn", "leaving", "nsubj"),
        (SAID_HURT, [], "guards", "hurt", "nsubj:pass"),
    ],
)
def test_a_word_hangs_where_it_can_only_hang(section_of, table, names, word, governor, dep):
    """What a whole clause allows decides over what the parser took arc by arc."""
    section = mended(section_of(table), names)
    token = section.tree.tokens[section.words.index(word)]

    assert (section.words[token.head], token.dep) == (governor, dep)


def test_a_sound_tree_stays(section_of):
    """Nothing is touched where nothing is wrong: the section itself comes back."""
    section = section_of("Mara Mara PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root")

    assert mended(section, [person(0, 1)]) is section
