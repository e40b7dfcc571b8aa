"""Answers from hand-made trees."""

import pytest

from sourcebook.extract.answers import answer_of
from sourcebook.text.trees import Tree
from sourcebook.values.marks import Token
from sourcebook.values.spans import Span


def tree(written: str) -> Tree:
    """Build a tree from ``lemma/POS/head/relation`` words; heads count from 1, 0 is the root."""
    tokens = []
    for number, word in enumerate(written.split()):
        lemma, pos, head, dep = word.split("/")
        tokens.append(Token(Span(number, number + 1), lemma, pos, "", number if head == "0" else int(head) - 1, dep))
    return Tree(tokens)


DENIED = "ministry/NOUN/2/nsubj deny/VERB/0/root it/PRON/2/obj"
CONFIRMED = "ministry/NOUN/2/nsubj confirm/VERB/0/root it/PRON/2/obj"
NEITHER = (
    "ministry/NOUN/3/nsubj neither/PART/3/advmod confirm/VERB/0/root nor/CCONJ/5/cc deny/VERB/3/conj it/PRON/5/obj"
)
APART = "it/PRON/4/nsubj can/AUX/4/aux neither/CCONJ/4/cc confirm/VERB/0/root nor/CCONJ/6/cc deny/VERB/1/parataxis"
DECLINED = "ministry/NOUN/2/nsubj decline/VERB/0/root to/PART/4/mark comment/VERB/2/xcomp"
REFRAINED = "they/PRON/2/nsubj refrain/VERB/0/root from/SCONJ/4/mark give/VERB/2/advcl comment/NOUN/4/obj"
SILENT = "spokesman/NOUN/4/nsubj do/AUX/4/aux not/PART/4/advmod respond/VERB/0/root"
UNREACHED = "he/PRON/5/nsubj:pass could/AUX/5/aux not/PART/5/advmod be/AUX/5/aux:pass reach/VERB/0/root"
UNKNOWING = "they/PRON/4/nsubj do/AUX/4/aux not/PART/4/advmod have/VERB/0/root information/NOUN/4/obj"
COULD_NOT = "police/NOUN/4/nsubj could/AUX/4/aux not/PART/4/advmod confirm/VERB/0/root it/PRON/4/obj"
NOT_YET = "firm/NOUN/2/nsubj have/VERB/0/root yet/ADV/2/advmod to/PART/5/mark respond/VERB/2/xcomp"
TOOK_BACK = "paper/NOUN/2/nsubj retract/VERB/0/root report/NOUN/2/obj"


@pytest.mark.parametrize(
    ("written", "verb", "kind"),
    [
        (DENIED, "deny", "denies"),
        (CONFIRMED, "confirm", "confirms"),
        (NEITHER, "confirm", "neither"),
        (NEITHER, "deny", "neither"),
        (APART, "confirm", "neither"),
        (DECLINED, "decline", "no-comment"),
        (REFRAINED, "comment", "no-comment"),
        (SILENT, "respond", "no-response"),
        (UNREACHED, "reach", "no-response"),
        (UNKNOWING, "have", "no-information"),
        (COULD_NOT, "confirm", "no-information"),
        (TOOK_BACK, "retract", "retracts"),
        (NOT_YET, "respond", "no-response"),
    ],
)
def test_how_a_verb_answers(written: str, verb: str, kind: str) -> None:
    asked = tree(written)
    index = next(number for number, token in enumerate(asked.tokens) if token.lemma == verb)

    assert answer_of(asked, index) == kind


@pytest.mark.parametrize(
    "written",
    [
        "ministry/NOUN/2/nsubj respond/VERB/0/root to/ADP/4/case letter/NOUN/2/obl",
        "they/PRON/2/nsubj have/VERB/0/root information/NOUN/2/obj",
        "he/PRON/2/nsubj comment/VERB/0/root on/ADP/4/case talk/NOUN/2/obl",
        "guard/NOUN/2/nsubj reach/VERB/0/root town/NOUN/2/obj",
        "rebel/NOUN/2/nsubj withdraw/VERB/0/root troop/NOUN/2/obj",
    ],
)
def test_what_is_no_answer(written: str) -> None:
    asked = tree(written)

    assert [answer_of(asked, index) for index in range(len(asked.tokens))] == [None] * len(asked.tokens)
