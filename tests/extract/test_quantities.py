"""How many of what a clause tells."""

from sourcebook.extract.quantities import clause_quantities
from sourcebook.extract.reading import Reading
from sourcebook.values.marks import Annotation, Token
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

# One line a word: form, lemma, UPOS, head (from 1, 0 is the root), relation.
HOLDS = """
Rebels rebel NOUN 2 nsubj
hold hold VERB 0 root
two two NUM 2 obj
of of ADP 7 case
its its PRON 7 nmod:poss
five five NUM 7 nummod
towns town NOUN 3 nmod
"""


def test_two_of_five_are_two() -> None:
    tokens, start = [], 0
    rows = [line.split() for line in HOLDS.strip().splitlines()]
    for number, (form, lemma, pos, head, dep) in enumerate(rows):
        span = Span(start, start + len(form))
        tokens.append(Token(span, lemma, pos, "", number if head == "0" else int(head) - 1, dep))
        start += len(form) + 1
    text = " ".join(row[0] for row in rows)
    annotation = Annotation("r", Producer("test", 1), (Span(0, len(text)),), tuple(tokens), (), (), (), (), ())
    reading = Reading(Report(sha256="0" * 64, text=text, passages=(), given_id="r"), annotation)

    [one] = clause_quantities(reading, list(range(len(tokens))))

    assert (one.value, one.unit) == (2.0, "towns")
