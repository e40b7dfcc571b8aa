"""The labeled cues are where they say, and the scores of kinds say what they should."""

import pytest

from evaluation.cues.__main__ import accuracy, by_kind, macro_f1
from evaluation.cues.sampling import CORPUS, draw, read_labels, text_of
from sourcebook.values.kinds import CueKind

SAYS, DENIES, CONFIRMS = CueKind.SAYS, CueKind.DENIES, CueKind.CONFIRMS


def test_labels_are_enough_and_of_our_kinds():
    labels = read_labels()

    assert len(labels) >= 400
    assert set(labels.values()) <= set(CueKind)
    assert {one.sample for one in labels} == {"natural", "enriched", "held"}


def test_the_draw_gives_the_labeled_cues():
    if not CORPUS.exists():
        pytest.skip(f"no corpus at {CORPUS}")

    assert draw() == list(read_labels())


def test_labeled_cues_begin_with_a_word_or_sign():
    if not CORPUS.exists():
        pytest.skip(f"no corpus at {CORPUS}")

    assert all(not text_of(one.document)[one.start].isspace() for one in read_labels())


def test_scores_of_kinds():
    pairs = [(SAYS, SAYS), (SAYS, DENIES), (DENIES, DENIES), (CONFIRMS, SAYS)]

    assert accuracy(pairs) == 0.5
    assert by_kind(pairs)[SAYS] == (2, 0.5, 0.5, 0.5)
    assert by_kind(pairs)[CONFIRMS] == (1, 0.0, 0.0, 0.0)
    assert macro_f1(pairs) == pytest.approx((0.5 + 2 / 3 + 0) / 3)
