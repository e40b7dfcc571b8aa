"""Several windows put together."""

import numpy as np
import pytest

from sourcebook.infer.joined import LINKS, Joined
from sourcebook.infer.scores import APART, FLAT, OUTPUTS, Scores
from sourcebook.infer.windows import Window

WINDOWS = (Window(0, 0, 4, 6), Window(2, 4, 8, 8))


def joined(values, width=1):
    """Put windows together whose every output is one value throughout."""
    found = Joined(8, WINDOWS)
    for window, value in zip(WINDOWS, values, strict=True):
        rows = np.full((window.stop - window.first, width), value, np.float32)
        found.add(window, dict.fromkeys((*LINKS, "names", "arc_dep"), rows))
    return found


def test_scores_fade_from_window_to_window_and_rows_do_not():
    """A word at a window's edge lacks half of its neighbors there."""
    found = joined([0.0, 10.0])

    assert found.rows["names"][:, 0].tolist() == pytest.approx([0, 0, 2, 4, 6, 8, 10, 10])
    assert found.rows["arc_dep"][:, 0].tolist() == [0, 0, 0, 0, 10, 10, 10, 10]


def test_links_are_read_from_a_window_that_has_both_words():
    """Rows of two windows multiplied (2 times 3) would say nothing."""
    found = joined([2.0, 3.0])
    empty = {name: np.zeros((8,) if name in FLAT else (8, 1), np.float32) for name in OUTPUTS}
    scores = Scores(**empty | found.rows, again=found.again())

    assert scores.links("content", 4, [0, 1, 2, 3, 4, 7]).tolist() == [4.0, 4.0, 9.0, 9.0, 9.0, 9.0]
    assert scores.links("source", 7, [0, 3, 6]).tolist() == [APART, 9.0, 9.0]
    assert scores.links("source", 0, [3, 5, 6]).tolist() == [4.0, 4.0, APART]


def test_it_is_one_whichever_window_comes_first():
    one, other = Joined(8, WINDOWS), Joined(8, WINDOWS)
    drawn = np.random.default_rng(3)
    rows = [dict.fromkeys((*LINKS, "upos"), drawn.normal(size=(6, 2)).astype(np.float32)) for _ in WINDOWS]
    for window, found in zip(WINDOWS, rows, strict=True):
        one.add(window, found)
    for window, found in reversed(tuple(zip(WINDOWS, rows, strict=True))):
        other.add(window, found)

    assert np.array_equal(one.rows["upos"], other.rows["upos"])
    assert np.array_equal(one.again().other, other.again().other)
