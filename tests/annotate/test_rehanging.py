"""Trees mended where the verbs around a word leave one reading."""

import pytest

from sourcebook.annotate.rehanging import rehung
from sourcebook.values.marks import Token
from tests.annotate.tables import read_table

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
WOUNDED = """
Two two NUM CD 3 nsubj:pass
were be AUX VBD 3 aux:pass
killed kill VERB VBN 0 root
and and CCONJ CC 6 cc
nine nine NUM CD 6 nummod
wounded wound VERB VBN 3 conj
"""
DUE = """
talks talk NOUN NNS 5 nsubj
were be AUX VBD 5 cop
due due ADJ JJ 5 mark
to to ADP IN 3 fixed
begin begin VERB VB 0 root
soon soon ADV RB 5 advmod
"""
DUE_TO = """
talks talk NOUN NNS 2 nsubj
failed fail VERB VBD 0 root
due due ADJ JJ 5 case
to to ADP IN 3 fixed
rain rain NOUN NN 2 obl
"""
SAID_WHEN = """
Vell Vell PROPN NNP 2 nsubj
said say VERB VBD 0 root
on on ADP IN 4 case
Sunday Sunday PROPN NNP 7 obl
she she PRON PRP 7 nsubj
would would AUX MD 7 aux
leave leave VERB VB 2 ccomp
"""
THAT_WHEN = """
Vell Vell PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 8 mark
on on ADP IN 5 case
Sunday Sunday PROPN NNP 8 obl
she she PRON PRP 8 nsubj
would would AUX MD 8 aux
leave leave VERB VB 2 ccomp
"""
NEITHER = """
office office NOUN NN 3 nsubj
neither neither DET DT 3 nsubj
confirmed confirm VERB VBD 0 root
nor nor CCONJ CC 5 cc
denied deny VERB VBD 3 conj
"""
URGED = """
league league NOUN NN 2 nsubj
urged urge VERB VBD 0 root
members member NOUN NNS 2 obj
to to PART TO 5 mark
wait wait VERB VB 2 xcomp
and and CCONJ CC 7 cc
sued sue VERB VBD 5 conj
"""
WARNS = """
note note NOUN NN 2 nsubj
says say VERB VBZ 0 root
mills mill NOUN NNS 4 nsubj
closed close VERB VBD 2 ccomp
and and CCONJ CC 6 cc
warns warn VERB VBZ 4 conj
"""
STAMPED = """
16:10 16:10 NUM CD 0 root
- - PUNCT : 1 punct
court court NOUN NN 4 nsubj
rises rise VERB VBZ 1 parataxis
"""


def mended(written: str) -> dict[str, tuple[str, str]]:
    """Return for each word what it hangs on, a root on itself, and its relation."""
    tokens: list[Token]
    text, tokens = read_table(written)
    made = rehung(tokens)
    return {one.span.of(text): (made[one.head].span.of(text), one.dep) for one in made}


@pytest.mark.parametrize(
    ("written", "word", "hangs"),
    [
        (WOUNDED, "nine", ("wounded", "nsubj:pass")),
        (WOUNDED, "Two", ("killed", "nsubj:pass")),
        (DUE, "due", ("due", "root")),
        (DUE, "begin", ("due", "xcomp")),
        (DUE, "talks", ("due", "nsubj")),
        (DUE, "soon", ("begin", "advmod")),
        (DUE_TO, "due", ("rain", "case")),
        (SAID_WHEN, "Sunday", ("said", "obl")),
        (THAT_WHEN, "Sunday", ("leave", "obl")),
        (URGED, "sued", ("urged", "conj")),
        (WARNS, "warns", ("says", "conj")),
        (WARNS.replace("warns warn", "lives live"), "lives", ("closed", "conj")),
        (WARNS.replace("says say VERB VBZ", "said say VERB VBD"), "warns", ("closed", "conj")),
        (STAMPED, "16:10", ("rises", "discourse")),
        (STAMPED, "rises", ("rises", "root")),
        (STAMPED.replace("16:10", "300"), "300", ("300", "root")),
        (NEITHER, "neither", ("confirmed", "cc:preconj")),
        (NEITHER, "office", ("confirmed", "nsubj")),
    ],
)
def test_a_word_hangs_where_its_verbs_leave_it_one_place(written: str, word: str, hangs: tuple[str, str]) -> None:
    assert mended(written)[word] == hangs
