"""Whether an attribution puts words in its source's mouth, or only tells what the source does or speaks of."""

import pytest

from sourcebook.extract.reading import Reading
from sourcebook.extract.telling import puts_in_words, refuses_to_act
from sourcebook.values.kinds import CueKind
from sourcebook.values.marks import Annotation, AttributionMark, Token
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

# One line a word: form, lemma, UPOS, head (from 1, 0 is the root), relation.
VOTED = """
Members member NOUN 2 nsubj
voted vote VERB 0 root
to to PART 4 mark
expel expel VERB 2 xcomp
Dorn Dorn PROPN 4 obj
"""
SAID = """
Members member NOUN 2 nsubj
reported report VERB 0 root
clashes clash NOUN 2 obj
"""
DESPAIRED = """
Members member NOUN 2 nsubj
despaired despair VERB 0 root
that that SCONJ 5 mark
Dorn Dorn PROPN 5 nsubj
left leave VERB 2 ccomp
"""
MEANWHILE = """
Dorn Dorn PROPN 2 nsubj
lied lie VERB 5 ccomp
, , PUNCT 5 punct
Vell Vell PROPN 5 nsubj
said say VERB 0 root
after after SCONJ 8 mark
rebels rebel NOUN 8 nsubj
fled flee VERB 5 advcl
"""
RULING = """
Dorn Dorn PROPN 2 nsubj
rejected reject VERB 0 root
that that DET 4 det
view view NOUN 2 obj
in in ADP 7 case
a a DET 7 det
ruling ruling NOUN 2 obl
released release VERB 7 acl
"""
CITED = """
Members member NOUN 2 nsubj
cited cite VERB 0 root
Dorn Dorn PROPN 2 obj
as as SCONJ 5 mark
saying say VERB 2 advcl
"""
REJECTED = """
Members member NOUN 2 nsubj
refused {0} VERB 0 root
the the DET 4 det
{1} {1} NOUN 2 obj
"""
DECLINED = """
Members member NOUN 2 nsubj
declined decline VERB 0 root
to to PART 4 mark
{0} {0} VERB 2 xcomp
"""


def reading(written: str) -> tuple[Reading, dict[str, Span]]:
    tokens, places, start = [], {}, 0
    rows = [line.split() for line in written.strip().splitlines()]
    for number, (form, lemma, pos, head, dep) in enumerate(rows):
        span = Span(start, start + len(form))
        tokens.append(Token(span, lemma, pos, "", number if head == "0" else int(head) - 1, dep))
        places[form] = span
        start += len(form) + 1
    text = " ".join(row[0] for row in rows)
    annotation = Annotation(
        "r", Producer("test", 1), (Span(0, len(text)),), tuple(tokens), (), (), (), (), ()
    )  # fmt: skip
    return Reading(Report(sha256="0" * 64, text=text, passages=(), given_id="r"), annotation), places


@pytest.mark.parametrize(
    ("written", "cue", "first", "trigger", "told"),
    [
        (VOTED, "voted", "to", "expel", False),
        (SAID, "reported", "clashes", "clashes", True),
        (DESPAIRED, "despaired", "that", "left", True),
        (MEANWHILE, "said", "Dorn", "lied", True),
        (MEANWHILE, "said", "Dorn", "fled", False),
        (CITED, "cited", "as", "saying", True),
        (RULING, "rejected", "that", "released", False),
    ],
)
def test_only_words_are_put_in_a_mouth(written: str, cue: str, first: str, trigger: str, told: bool) -> None:
    """Models mark whatever somebody's mind is on; who decides, votes or acts says nothing by it."""
    report, at = reading(written)
    content = Span(at[first].start, len(report.text))
    mark = AttributionMark(at.get("Members", at.get("Vell")), at[cue], (content,), None, CueKind.SAYS)

    assert puts_in_words(report, mark, at[trigger]) is told


@pytest.mark.parametrize(("verb", "act"), [("sign", True), ("comment", False)])
def test_who_declines_to_act_answers_nobody(verb: str, act: bool) -> None:
    report, at = reading(DECLINED.format(verb))
    [index] = report.tokens_in(at["declined"])

    assert refuses_to_act(report, index) is act


@pytest.mark.parametrize(
    ("verb", "thing", "act"),
    [
        ("reject", "petition", True),
        ("reject", "claim", False),
        ("reject", "plan", True),
        ("deny", "plan", False),
        ("deny", "visa", True),
    ],
)
def test_who_turns_something_down_denies_nothing(verb: str, thing: str, act: bool) -> None:
    report, at = reading(REJECTED.format(verb, thing))
    [index] = report.tokens_in(at["refused"])

    assert refuses_to_act(report, index) is act
