"""Sections made by hand: trees as tables, scores that say nothing or one thing."""

import numpy as np
import pytest

from sourcebook.annotate.section import Section
from sourcebook.infer.scores import FLAT, OUTPUTS, Scores
from sourcebook.text.trees import Tree
from tests.annotate.tables import read_table

WIDTHS = {"names": 11, "attribution": 7, "times": 9, "mention": 3, "sentence": 2, "type": 16, "ante_a": 2, "ante_b": 2}
ATTRIBUTION = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place", "B-event", "I-event",
         "B-misc", "I-misc")  # fmt: skip


def tagged(length, labels, marks):
    """Return scores whose best tags mark these spans: (first, end, kind)."""
    scores = np.zeros((length, len(labels)), np.float32)
    scores[:, 0] = 5.0
    for first, end, kind in marks:
        for place in range(first, end):
            scores[place, labels.index(f"{'B' if place == first else 'I'}-{kind}")] = 9.0
    return scores


@pytest.fixture
def section_of():
    """Make a section from lines of word, lemma, UPOS, XPOS, governor (from 1, 0 at the root) and relation."""

    def make(table, *, names=(), **scores):
        text, tokens = read_table(table)
        words, spans = tuple(text.split()), tuple(token.span for token in tokens)
        size = len(words)
        found = {
            name: np.zeros((size,) if name in FLAT else (size, WIDTHS.get(name, 4)), np.float32) for name in OUTPUTS
        }
        found["names"] = tagged(size, NAMES, names)
        found |= scores
        return Section(words, spans, (0, size), (0, size), tuple(tokens), Tree(tokens), Scores(**found),
                       (False,) * size)  # fmt: skip

    return make


@pytest.fixture
def tags_of():
    return tagged
