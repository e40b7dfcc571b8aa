"""The hand-made chains hold together, and their scores say what they should."""

from collections import Counter

import pytest

from evaluation.chains.cases import BadCase, Expected, load, place
from evaluation.chains.scoring import Tally, aligned, compare
from sourcebook.values.claims import ChainLink
from sourcebook.values.kinds import CueKind, LinkKind
from sourcebook.values.spans import Span

TEXT = "The Gazette, citing an aide, says Venn fled."
PAPER, AIDE, FLED = Span(0, 11), Span(20, 27), Span(39, 43)


def expected(span, kind=LinkKind.OUTLET, cue=CueKind.SAYS, anonymous=False):
    head = None if span is None else Span(span.end - 1, span.end)
    return Expected(span, head, frozenset({kind}), frozenset({anonymous}), frozenset({cue}))


def link(span, kind=LinkKind.OUTLET, cue=CueKind.SAYS, anonymous=False):
    return ChainLink(span, None, kind, anonymous, None, cue)


def test_there_are_enough_cases_of_every_shape():
    shapes = Counter(case.shape for case in load())

    assert sum(shapes.values()) >= 150
    assert len(shapes) >= 15
    assert min(shapes.values()) >= 5


def test_every_source_stands_outside_the_words_that_it_is_the_source_of():
    for case in load():
        for marked in case.marked:
            assert not any(one.head is not None and one.head.overlaps(marked.span) for one in marked.chain), case.id


def test_texts_are_there_once():
    texts = [case.text for case in load()]

    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("words", ["fled twice", "a"])
def test_words_that_are_not_there_once_are_refused(words):
    with pytest.raises(BadCase, match="here: "):
        place("He saw a fox and a hare.", words, "here")


def test_a_right_chain_counts_as_whole():
    chain = [expected(PAPER), expected(AIDE, LinkKind.UNKNOWN)]

    counts = compare(chain, [link(PAPER), link(AIDE, LinkKind.UNKNOWN)], FLED, claimed=True)

    assert (counts.exact, counts.whole, counts.matched) == (1, 1, 2)


def test_a_wrong_kind_leaves_the_chain_exact_but_not_whole():
    counts = compare([expected(PAPER)], [link(PAPER, LinkKind.PERSON)], FLED, claimed=True)

    assert (counts.exact, counts.whole, counts.kinds) == (1, 0, 0)


def test_order_counts():
    chain = [expected(PAPER), expected(AIDE)]

    assert len(aligned(chain, [link(AIDE), link(PAPER)], FLED)) == 1


def test_a_link_too_many_is_not_exact():
    counts = compare([], [link(PAPER)], FLED, claimed=True)

    assert (counts.exact, counts.found) == (0, 1)


def test_nobody_matches_only_nobody():
    assert aligned([expected(None)], [link(PAPER)], FLED) == []
    assert len(aligned([expected(None)], [link(None)], FLED)) == 1


def test_a_source_that_swallows_the_marked_word_is_none():
    assert aligned([expected(PAPER)], [link(Span(0, 43))], FLED) == []


def test_figures_of_a_tally():
    tally = Tally(words=4, exact=3, whole=2, expected=5, found=3, matched=2, kinds=1)

    assert tally.figures["exact"] == 0.75
    assert tally.figures["link_f1"] == 0.5
    assert tally.figures["kind"] == 0.5
