"""Decoding of tags and trees."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sourcebook.annotate.arborescence import best_tree
from sourcebook.annotate.bio import Marked, best_tags, spans_of
from sourcebook.annotate.sentences import LONGEST, likely_cuts, sentence_bounds

NAMES = ("O", "B-cue", "I-cue", "B-source", "I-source")
VALUES = st.sampled_from([-3.0, -1.0, 0.0, 0.5, 2.0])


def well_formed(tags):
    return all(
        not NAMES[tag].startswith("I-") or (NAMES[before][2:] == NAMES[tag][2:])
        for before, tag in itertools.pairwise([0, *tags])
    )


@settings(max_examples=60, deadline=None)
@given(arrays(np.float32, st.tuples(st.integers(1, 5), st.just(5)), elements=VALUES.map(np.float32)))
def test_best_tags_are_well_formed_and_best(scores):
    """No other well-formed sequence may score more: that is what Viterbi promises."""
    found = best_tags(scores, NAMES, (0, len(scores)))
    best = max(
        sum(scores[place, tag] for place, tag in enumerate(tags))
        for tags in itertools.product(range(5), repeat=len(scores))
        if well_formed(tags)
    )

    assert well_formed(found)
    assert sum(scores[place, tag] for place, tag in enumerate(found)) == pytest.approx(best)


def test_no_span_crosses_a_bound():
    tags = np.array([1, 2, 2, 2])

    assert spans_of(tags, NAMES, (0, 2, 4)) == [Marked(0, 2, "cue"), Marked(2, 4, "cue")]


def trees(size):
    for heads in itertools.product(range(-1, size), repeat=size):
        if sum(head < 0 for head in heads) != 1:
            continue
        reached = {place for place, head in enumerate(heads) if head < 0}
        for _ in heads:
            reached |= {place for place, head in enumerate(heads) if head in reached}
        if len(reached) == size:
            yield heads


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(lambda size: arrays(np.float64, (size, size + 1), elements=st.floats(-9, 9))))
def test_the_best_tree_is_the_best_of_all_trees(scores):
    """Checked against every tree there is."""
    found = best_tree(scores)
    best = max(sum(scores[place, head + 1] for place, head in enumerate(heads)) for heads in trees(len(scores)))

    assert tuple(found) in set(trees(len(scores)))
    assert sum(scores[place, head + 1] for place, head in enumerate(found)) == pytest.approx(best)


def test_a_text_without_a_sentence_end_is_cut_all_the_same():
    words = ["dam"] * 1000
    starts = np.zeros(1000, np.bool_)
    starts[0] = True

    bounds = sentence_bounds(np.tile(np.float32([5.0, -5.0]), (1000, 1)), words, starts)

    assert max(after - first for first, after in itertools.pairwise(bounds)) <= LONGEST


def test_a_paragraph_starts_a_sentence_and_a_closing_sign_does_not():
    words = ["Dam", "holds", "It", "held", ".", "”"]
    starts = np.array([True, False, True, False, False, False])
    eager = np.tile(np.float32([0.0, -1.0]), (6, 1))
    eager[5, 1] = 9.0

    assert sentence_bounds(eager, words, starts) == [0, 2, 6]


def bounds_of(text, place, gain):
    """Return where sentences start if the model gives one word some gain, and the others none."""
    words = text.split()
    scores = np.tile(np.float32([0.0, -9.0]), (len(words), 1))
    scores[place, 1] = gain
    return sentence_bounds(scores, words, np.array([True] + [False] * (len(words) - 1)))[:-1]


@pytest.mark.parametrize(
    ("text", "place", "gain", "starts"),
    [
        ("It held . He left", 3, -1.0, True),
        ("It held . he left", 3, -1.0, False),
        ("He said “ It held . ” Others left", 7, -1.0, True),
        ("Best regards , Maria Ortiz", 3, 0.5, True),
        ("Best regards , and thanks", 3, 5.0, False),
        ("( See the map )", 1, 5.0, False),
        ("“ It held , ” Maria Ortiz says", 5, 5.0, False),
        ("“ Did it hold ? ” Maria Ortiz asked .", 6, 5.0, False),
        ("“ Did it hold ? ” Maria Ortiz left .", 6, 5.0, True),
        ("https://sarn.example/a https://sarn.example/b", 1, -0.5, True),
        ("The envoy Maria Ortiz", 2, 1.5, False),
        ('He said " It held . " Others left', 6, 5.0, False),
        ('He said " It held . " Others left', 7, -1.0, True),
        ("Sent 1/2/2031 10:15 AM have you heard", 4, -9.0, True),
        ("PS The dam holds", 1, 5.0, False),
    ],
)
def test_what_stands_before_a_word_decides_how_sure_a_start_must_be(text, place, gain, starts):
    assert bounds_of(text, place, gain) == ([0, place] if starts else [0])


def test_windows_may_start_after_what_looks_like_an_end():
    words = ["It", "held", ".", "”", "He", "left", ".", "and"]

    assert np.flatnonzero(likely_cuts(words, np.array([True] + [False] * 7))).tolist() == [0, 4]


@settings(max_examples=60, deadline=None)
@given(
    arrays(np.float32, st.tuples(st.integers(1, 5), st.just(5)), elements=VALUES.map(np.float32)),
    arrays(np.float32, (6, 5), elements=VALUES.map(np.float32)),
    st.integers(0, 4),
)
def test_learned_steps_count_and_the_best_tags_are_the_best_of_all(scores, steps, bound):
    """Checked against every well-formed sequence; no span may go on over the bound."""
    found = best_tags(scores, NAMES, (0, min(bound, len(scores)), len(scores)), steps)

    def total(tags):
        way = sum(steps[before, tag] for before, tag in itertools.pairwise([5, *tags]))
        return way + sum(scores[place, tag] for place, tag in enumerate(tags))

    def parted(tags):
        return bound == 0 or bound >= len(tags) or not NAMES[tags[bound]].startswith("I-")

    every = itertools.product(range(5), repeat=len(scores))
    best = max(total(tags) for tags in every if well_formed(tags) and parted(tags))

    assert well_formed(found)
    assert parted(found)
    assert total(found) == pytest.approx(best, abs=1e-4)
