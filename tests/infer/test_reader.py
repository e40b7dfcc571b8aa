"""The model behind its door."""

import numpy as np
import pytest

from sourcebook.infer import Passage, Reader
from sourcebook.infer.namer import AT_ONCE, REACH
from sourcebook.infer.pieces import casing
from sourcebook.infer.scores import OUTPUTS


@pytest.fixture(scope="module")
def reader():
    return Reader.load()


def passage(words):
    starts = np.zeros(len(words), np.bool_)
    starts[:1] = True
    return Passage(tuple(words), starts, np.array([word[:1].isupper() for word in words], np.bool_))


def test_every_word_has_a_row_of_every_output(reader):
    words = ["The", "dam", "held", "\u200b", "x" * 500, "."] * 90

    scores = reader.read(passage(words))

    for name in OUTPUTS:
        values = getattr(scores, name)
        assert values.shape[0] == len(words), name
        assert values.dtype == np.float32, name
        assert np.isfinite(values).all(), name


def test_no_words_give_empty_scores_of_the_right_width(reader):
    scores = reader.read(passage([]))

    assert scores.upos.shape == (0, len(reader.labels["upos"]))
    assert scores.arc_root.shape == (0,)


def test_reading_twice_gives_the_same_scores(reader):
    words = ["Orr", "met", "the", "envoys", "."] * 40
    first = reader.read(passage(words))
    reader.read(passage(["Other", "words"]))

    assert np.array_equal(first.states, reader.read(passage(words)).states)


def test_the_labels_are_as_wide_as_the_outputs(reader):
    scores = reader.read(passage(["Dam"]))

    for name in ("upos", "xpos", "sentence", "names", "attribution", "times", "mention", "type"):
        assert getattr(scores, name).shape[-1] == len(reader.labels[name])
    assert reader.relations(scores.rel_dep, scores.rel_head).shape == (1, len(reader.labels["relations"]))


@pytest.mark.parametrize(("word", "expected"), [("d'Or", 3), ("ÉTÉ", 2), ("été", 0), ("٣", 4), ("…", 5), ("Été", 1)])
def test_casing(word, expected):
    assert casing(word) == expected


def test_names_are_scored_the_same_wherever_a_long_text_is_parted(reader):
    """A word's second opinion hangs on the words near it alone."""
    words = ["Orr", "met", "Ilva", "Taron", "in", "Kestrel", "Bay", "."] * (AT_ONCE // 4)
    long = passage(words)
    middle = slice(AT_ONCE - 64, AT_ONCE + 64)
    near = slice(middle.start - REACH, middle.stop + REACH)
    part = Passage(long.words[near], long.starts[near], long.cuts[near])

    whole, some = reader.namer.read(long), reader.namer.read(part)

    assert np.allclose(whole[middle], some[REACH:-REACH], atol=1e-4)
    assert np.abs(whole).max() > 1
